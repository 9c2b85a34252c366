"""The simulation does what real frameworks were measured to do, each under the design that describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sessionlab.design.design import Design
from sessionlab.engine.routes import answer
from sessionlab.http.message import Request
from sessionlab.servers.simulated import run
from sessionlab.servers.state import VICTIM
from sessionlab.tokens.terms import StateCookie, Token, subject
from sessionlab.world.apply import apply
from sessionlab.world.own_page import held
from sessionlab.world.places import app
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from tests.playbook import under

OBSERVED = json.loads((Path(__file__).parent / "frameworks/observed.json").read_text(encoding="utf-8"))

DIFFERENT = {
    # The design says that the id from before the login means the logged-in user after it, and a planted id is such
    # an id. What was seen is a planted id that stays anonymous: `kept_anonymous` describes this framework.
    ("fixed_fastify_passport_2.4.0", "fixation_by_planted_id"),
}
"""Observations that the preset's own design contradicts, each with the reason; none is listed in vain."""


def after(design: Design, actions: str, start: World | None = None) -> World:
    world = start or World()
    for text in actions.split():
        world = apply(world, parse_action(text), design).world
    return world


def user_of(design: Design, world: World, question: str) -> str | None:
    """Whom the last answer of this action names; nobody if it is refused."""
    transition = apply(world, parse_action(question), design)
    response = transition.exchanges[-1].response if transition.exchanges else None
    return None if response is None else response.user


def alive(design: Design, world: World, question: str) -> str:
    return "alive" if user_of(design, world, question) == VICTIM else "dead"


def cookie_set(design: Design) -> str:
    world = World()
    for path, moment in (("/", "at_visit"), ("/read", "at_session_read")):
        world = after(design, f"visit={path}", world)
        if held(world.device("victim")) is not None:
            return moment
    return "at_first_write"


def fixation(design: Design) -> str:
    world = after(design, "attacker:visit")
    if held(world.device("attacker")) is None:
        world = after(design, "attacker:visit=/cart", world)
    world = after(design, "plant_cookie=by_hand login", world)
    return "attacker_in" if alive(design, world, "replay") == "alive" else "safe"


def invented(design: Design) -> str:
    world = after(design, "plant_cookie=invented visit=/cart")
    adopted = any(id == world.known[-1].id for id, _ in world.server.sessions)
    if alive(design, after(design, "login", world), "replay") == "alive":
        return "attacker_in"
    return "adopted_while_anonymous" if adopted else "refused"


def race(kind: str) -> Callable[[Design], dict[str, str]]:
    def raced(design: Design) -> dict[str, str]:
        world = after(design, f"login copy_credential start_request={kind} logout finish_request")
        return {"browser": alive(design, world, "me"), "copy": alive(design, world, "replay")}

    return raced


def cross_site_post(design: Design) -> str:
    """With the cookies attached, as the measurement did it, whatever SameSite would say."""
    world = after(design, "login")
    cookies = tuple((cookie.name, cookie.value) for cookie in world.device("victim").jar)
    headers = (("Origin", "https://evil.test"), ("Sec-Fetch-Site", "cross-site"))
    request = Request("POST", app("/action", design), cookies, headers)
    response = run(answer(request, design), world.server, world.server.requests + 1, world.clock, design).response
    return "accepted" if response is not None and response.status == 200 else "refused"


def readable(design: Design) -> bool:
    credential = held(after(design, "login").device("victim"))
    shows = isinstance(credential, StateCookie | Token) and design.session_type != "encrypted_cookie"
    return shows and subject(credential) == VICTIM


EXPERIMENTS: dict[str, Callable[[Design], Any]] = {
    "cookie_set": cookie_set,
    "me_before_login": lambda design: "known" if user_of(design, World(), "me") else "anonymous",
    "me_after_login": lambda design: "known" if user_of(design, after(design, "login"), "me") else "anonymous",
    "own_browser_after_logout": lambda design: alive(design, after(design, "login logout"), "me"),
    "copy_after_logout": lambda design: alive(design, after(design, "login copy_credential logout"), "replay"),
    "fixation_by_planted_id": fixation,
    "invented_id": invented,
    "inflight_write_over_logout": race("write"),
    "inflight_read_over_logout": race("read"),
    "copy_of_same_session_after_password_change": lambda design: alive(
        design, after(design, "login copy_credential change_password"), "replay"
    ),
    "after_restart": lambda design: alive(design, after(design, "login restart"), "me"),
    "cross_site_post_without_token": cross_site_post,
    "user_readable_in_cookie": readable,
}


def playable(preset: dict[str, Any]) -> Design:
    """The design that describes the framework."""
    return under(**preset["design"])


def observations() -> list[tuple[str, str]]:
    """What can be compared: not an id that is signed or encrypted."""
    return [
        (name, key)
        for name, preset in OBSERVED.items()
        for key, value in preset["observed"].items()
        if value != "not_applicable"
    ]


@pytest.mark.parametrize(("name", "key"), [pair for pair in observations() if pair not in DIFFERENT])
def test_the_simulation_does_what_the_framework_did(name: str, key: str):
    assert EXPERIMENTS[key](playable(OBSERVED[name])) == OBSERVED[name]["observed"][key]


@pytest.mark.parametrize(("name", "key"), sorted(DIFFERENT))
def test_none_is_listed_in_vain(name: str, key: str):
    assert EXPERIMENTS[key](playable(OBSERVED[name])) != OBSERVED[name]["observed"][key]


def test_the_framework_that_differs_is_described_by_another_value():
    preset = OBSERVED["fixed_fastify_passport_2.4.0"]
    design = playable({**preset, "design": {**preset["design"], "old_id_after_rotation": "kept_anonymous"}})
    found = {key: EXPERIMENTS[key](design) for key, value in preset["observed"].items() if value != "not_applicable"}
    assert found == {key: value for key, value in preset["observed"].items() if value != "not_applicable"}


def test_every_observation_has_an_experiment():
    assert {key for preset in OBSERVED.values() for key in preset["observed"]} <= set(EXPERIMENTS)
    assert len(OBSERVED) == 35
