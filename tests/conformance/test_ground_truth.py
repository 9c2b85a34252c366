"""Each known row: the attack succeeds, or is blocked, under the designs that the row speaks of."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sessionlab.cookies.policy import CHROMIUM_156, with_settings
from sessionlab.design.design import Design
from sessionlab.explore.recipes import attacker_holds_a_credential, attacker_is_the_victim
from sessionlab.explore.sets import DesignSets
from sessionlab.explore.universe import design_sets, rejected_by_browser, universe
from sessionlab.http.message import Pairs
from sessionlab.servers.state import ATTACKER, VICTIM
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import subject
from sessionlab.world.apply import apply
from sessionlab.world.events import Transition
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from tests.playbook import under

DATA = json.loads((Path(__file__).parent / "ground_truth/rows.json").read_text(encoding="utf-8"))
SAMPLES = 12
SETTINGS = {"third_party_cookies": "allowed", "default_same_site": "lax_with_2_minute_post_window"}
AFTER_ANY_TOKEN = "wait=3700"

FETCH_IDS = "attacker:visit attacker:visit=/read attacker:visit=/cart"
RECIPES: dict[str, tuple[str, str]] = {
    "script_reads_cookie": ("login run_script=read", "holds"),
    "script_reads_web_storage": ("login run_script=read", "holds"),
    "network_reads_cookie": ("login me observe_network", "holds"),
    "network_forces_http_request": ("login force_plaintext observe_network", "holds"),
    "sibling_reads_cookie": ("login visit=sibling", "holds"),
    "url_credential_in_log": ("login me", "in_url"),
    "malware_copies_credential": ("login copy_credential replay", "attacker_in"),
    "stolen_access_token_other_device": ("login copy_credential replay", "attacker_in"),
    "read_state_in_copy": ("login copy_credential", "reads"),
    "fixation_by_subdomain": (f"{FETCH_IDS} plant_cookie=subdomain login replay", "attacker_in"),
    "fixation_by_network": (f"{FETCH_IDS} plant_cookie=network login replay", "attacker_in"),
    "fixation_by_script": (f"{FETCH_IDS} visit run_script=set_cookie login replay", "attacker_in"),
    "fixation_by_url": (f"{FETCH_IDS} copy_credential=attacker visit=link_with_id login replay", "attacker_in"),
    "fixation_by_invented_id": ("plant_cookie=invented login replay", "attacker_in"),
    "session_swap_by_cookie_tossing": ("attacker:login login plant_cookie=subdomain me", "swapped"),
    "plaintext_cookie_over_secure_cookie": ("attacker:login login plant_cookie=network me", "swapped"),
    "csrf_link_get": ("login cross_site_request=link", "done_for_others"),
    "csrf_form_post": ("login wait=600 cross_site_request=form_post", "done_for_others"),
    "csrf_form_post_fresh_cookie": ("login cross_site_request=form_post", "done_for_others"),
    "csrf_form_post_old_cookie": ("login wait=600 cross_site_request=form_post", "done_for_others"),
    "csrf_image_get": ("login cross_site_request=img", "done_for_others"),
    "csrf_iframe_get": ("login cross_site_request=iframe", "done_for_others"),
    "csrf_fetch_post": ("login cross_site_request=fetch", "done_for_others"),
    "csrf_post_redirected_to_get": ("login cross_site_request=form_post:/redirect", "done_for_others"),
    "csrf_from_subdomain": ("login subdomain_request=form_post", "done_for_others"),
    "login_csrf_form": ("cross_site_request=form_post:/login me", "swapped"),
    "login_csrf_fetch": ("cross_site_request=fetch:/login me", "swapped"),
    "logout_csrf_image": ("login cross_site_request=img:/logout me", "anonymous"),
    "logout_csrf_link": ("login cross_site_request=link:/logout visit me", "anonymous"),
    "replay_after_logout": ("login copy_credential logout replay", "attacker_in"),
    "replay_after_idle_timeout": ("login copy_credential wait=1800 replay", "attacker_in"),
    "keep_alive_stolen_session_forever": ("login copy_credential" + " wait=1700 replay" * 20, "attacker_in"),
    "replay_after_exp": ("login copy_credential wait=3600 replay", "attacker_in"),
    "replay_same_session_after_password_change": ("login copy_credential change_password replay", "attacker_in"),
    "other_session_after_password_change": (
        "login copy_credential device2:login device2:change_password replay",
        "attacker_in",
    ),
    "replay_after_password_change": (
        "login copy_credential device2:login device2:change_password replay",
        "attacker_in",
    ),
    "session_after_account_disabled": ("login disable_account me", "known"),
    "stale_role_after_demotion": ("change_role=admin login change_role=user action=admin", "done_as_admin"),
    "inflight_write_resurrects_session": (
        "login copy_credential start_request=write logout finish_request replay",
        "attacker_in",
    ),
    "inflight_read_resurrects_session": (
        "login copy_credential start_request=read logout finish_request replay",
        "attacker_in",
    ),
    "second_session_survives_logout": ("login attacker:login=as_victim logout attacker:me", "known"),
    "tamper_client_state": ("login attacker:login copy_credential=attacker alter=user replay", "attacker_in"),
    "jwt_claim_tamper": ("login attacker:login copy_credential=attacker alter=user replay", "attacker_in"),
    "jwt_audience_confusion": ("login=other_service replay", "attacker_in"),
    "works_after_restart": ("login restart me", "known"),
    "works_login_sticks": ("login me", "known"),
    "works_link_from_other_site": ("login cross_site_request=link:/me", "known"),
    "works_typed_address": ("login visit=/me", "known"),
    "works_other_device_keeps_session": ("login device2:login logout device2:me", "known"),
}
"""Each recipe as a play, and what its last action must show."""

OWN_STEPS = (
    "login",
    "logout",
    "change_password",
    "device2:change_password",
    "start_request=write",
    "start_request=read",
)

WIDER_THAN_TRUE: dict[str, dict[str, Any]] = {
    # The row counts on the deletion being ignored in a foreign subresource. Clear-Site-Data is not: browsers obey it
    # in any response of the site (Clear Site Data 3.1).
    "R176": {"clear_site_data_on_logout": (False,)},
}
"""Rows that say too much, with the part of their designs for which they hold."""


class Row(NamedTuple):
    id: str
    attack: str
    design: dict[str, Any]
    outcome: str
    quantifier: str
    source: str
    until: str | None = None


ROWS = [Row(**row) for row in DATA["rows"]]
SETS: DesignSets = design_sets()
STORED = SETS.minus(universe(SETS), rejected_by_browser(SETS))


def designs(row: Row) -> Iterator[tuple[Design, dict[str, Any]]]:
    """The designs that a row speaks of, or some of them, each with the settings of the browser."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in row.design.items()}
    for values in itertools.product(*listed.values()):
        given = dict(zip(listed, values, strict=True))
        settings = {name: given.pop(name) for name in SETTINGS if name in given}
        if row.quantifier == "with_defaults":
            yield under(**given), settings
            continue
        cube = {name: (value,) for name, value in {**DATA["pinned"], **given}.items()}
        cube.update(WIDER_THAN_TRUE.get(row.id, {}))
        within = universe(SETS) if row.attack.startswith("works_") else STORED
        chooser = random.Random(row.id)
        for _ in range(SAMPLES):
            yield Design(**SETS.sample(SETS.both(within, SETS.cube(cube)), chooser)), settings  # type: ignore[arg-type]


class Outside(Exception):
    """One of the rightful user's own steps cannot succeed under this design."""


def played(row: Row, design: Design, settings: dict[str, Any], play: str | None = None) -> tuple[World, Transition]:
    world = World(policy=with_settings(CHROMIUM_156, **{**SETTINGS, **settings}))
    for text in (play or RECIPES[row.attack][0]).split():
        transition = once_more_if_needed(row, text, world, design)
        world = transition.world
        if text in OWN_STEPS and not row.attack.startswith("works_") and failed(transition):
            raise Outside(text)
        if text == "login" and not row.attack.startswith(("works_", "fixation_")) and not is_known(world, design):
            raise Outside(text)
    return world, transition


def failed(transition: Transition) -> bool:
    """Was the action refused, by the lab or by the server?"""
    refused = transition.refusal is not None or not (transition.exchanges[-1].response or transition.world.flights)
    answers = [exchange.response for exchange in transition.exchanges if exchange.response]
    # A logout at an instance that does not know the session is answered kindly, and ends nothing.
    idle = any(answer.content == "logged_out" and answer.ground != "logged_out" for answer in answers)
    return refused or idle or any(answer.status >= 400 for answer in answers)


def in_one_place(design: Design) -> bool:
    """Is there one instance, and one copy of its records?"""
    return design.app_instances == "one" and design.store_scope != "replicated_async"


def once_more_if_needed(row: Row, text: str, world: World, design: Design) -> Transition:
    """The action; where another place may answer, whoever acts tries that one too before giving up."""
    transition = apply(world, parse_action(text), design)
    if in_one_place(design) or row.attack.startswith("works_") or not failed(transition):
        return transition
    again = apply(transition.world, parse_action(text), design)
    return transition if failed(again) else again


def is_known(world: World, design: Design) -> bool:
    for _ in ("one instance", "the other"):
        transition = apply(world, parse_action("me"), design)
        world, response = transition.world, transition.exchanges[-1].response
        if response is not None and response.user == VICTIM:
            return True
    return False


def reached(goal: str, world: World, transition: Transition) -> bool:
    """What the last action of a recipe must show."""
    last = transition.exchanges[-1] if transition.exchanges else None
    user = last.response.user if last is not None and last.response is not None else None
    newest = world.known[-1] if world.known else None
    if goal == "attacker_in":
        return transition.refusal is None and attacker_is_the_victim(world)
    return {
        "holds": attacker_holds_a_credential(world),
        "in_url": last is not None and last.request is not None and _has_credential(last.request.query),
        "reads": newest is not None and subject(newest) == VICTIM,
        "swapped": user == ATTACKER,
        "known": user == VICTIM,
        "anonymous": user is None,
        "done_for_others": any(deed.user == VICTIM for deed in world.server.deeds),
        "done_as_admin": bool(world.server.deeds),
    }[goal]


def _has_credential(pairs: Pairs) -> bool:
    return any(is_credential(value) for _, value in pairs)


def outcome(row: Row, design: Design, settings: dict[str, Any]) -> bool:
    """Does the row's play reach its goal? Where several places may answer, does it with some choice of them?"""
    plain = RECIPES[row.attack][0]
    if reaches(row, plain, design, settings):
        return True
    if in_one_place(design) or row.outcome != "succeeds":
        return False
    before, login, last = plain.rsplit(" ", 2)
    return any(
        reaches(row, f"{before} {' '.join(way)}", design, settings)
        for way in itertools.product((f"{SAME} visit", "visit"), (f"{SAME} {login}", login), (f"{SAME} {last}", last))
    )


SAME = "other_instance=same"


def reaches(row: Row, play: str, design: Design, settings: dict[str, Any]) -> bool:
    world, transition = played(row, design, settings, play)
    goal = RECIPES[row.attack][1]
    found = reached(goal, world, transition)
    if goal == "anonymous" and not in_one_place(design):
        return not is_known(world, design)
    if row.attack == "read_state_in_copy" and design.session_type == "encrypted_cookie":
        return False  # the term shows what the text hides
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id}-{row.attack}")
def test_the_row_is_true_of_its_designs(row: Row):
    inside = 0
    for design, settings in designs(row):
        try:
            succeeds = outcome(row, design, settings)
        except Outside:
            continue
        inside += 1
        assert succeeds == (row.outcome in ("succeeds", "works")), (row, design)
    assert inside


@pytest.mark.parametrize("row", [row for row in ROWS if row.until == "token_expiry"], ids=lambda row: row.id)
def test_a_success_ends_when_its_token_does(row: Row):
    play, goal = RECIPES[row.attack]
    last, inside = play.split()[-1], 0
    for design, settings in designs(row):
        try:
            world, _ = played(row, design, settings)
        except Outside:
            continue
        inside += 1
        for text in (AFTER_ANY_TOKEN, last):
            transition = apply(world, parse_action(text), design)
            deeds, world = len(world.server.deeds), transition.world
        assert len(world.server.deeds) == deeds if goal == "done_as_admin" else not reached(goal, world, transition)
    assert inside


@pytest.mark.parametrize("id", WIDER_THAN_TRUE)
def test_a_row_that_says_too_much_has_a_counterexample(id: str):
    row = next(row for row in ROWS if row.id == id)
    outside = under(**row.design, clear_site_data_on_logout=True)
    assert outcome(row, outside, {}) != (row.outcome in ("succeeds", "works"))
