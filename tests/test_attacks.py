"""Every attack is a recipe of the catalogue, and each has a design where it succeeds and one where it fails."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sessionlab.attacks
from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import Attack
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switches import switch
from sessionlab.design.validity import is_possible
from sessionlab.errors import Trouble
from sessionlab.world.apply import apply
from sessionlab.world.state import World

DATA = Path(__file__).parent / "conformance" / "attack_catalogue.json"


@cache
def catalogue() -> dict[str, Any]:
    return {row["id"]: row for row in json.loads(DATA.read_text(encoding="utf-8"))["catalogue"]}


def test_the_attacks_are_those_of_the_catalogue_in_its_order() -> None:
    assert [attack.id for attack in ATTACKS] == list(catalogue())


def test_every_attack_is_a_file_of_its_name() -> None:
    folder = Path(sessionlab.attacks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "attack", "goals"}
    assert files == {attack.id for attack in ATTACKS}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_says_what_the_catalogue_says(attack: Attack) -> None:
    row = catalogue()[attack.id]
    said = (attack.name, attack.kind, attack.family, attack.capability, attack.success)
    assert said == (row["name"], row["kind"], row["family"], row["capability"], row["success"])
    assert attack.source == row["references"]["citation"]
    assert attack.weakness == (row["references"]["cwe"] or "")


def test_an_unknown_attack_is_a_trouble_that_names_the_nearest() -> None:
    with pytest.raises(Trouble) as trouble:
        attack_named("replay_after_logot")
    assert "replay_after_logout" in str(trouble.value.details["known"])


def succeeds(attack: Attack, design: Design) -> bool:
    world = World()
    for action in attack.actions:
        world = apply(world, action, design).world
    return attack.goal(world)


BASES: tuple[dict[str, object], ...] = (
    {},
    {"session_type": "jwt"},
    {"session_type": "jwt", "credential_transport": "authorization_header", "client_storage": "local_storage"},
    {"session_type": "jwt", "credential_transport": "url_query", "client_storage": "js_memory"},
    {"session_type": "signed_cookie"},
    {"session_type": "unsigned_cookie"},
    {"session_type": "encrypted_cookie"},
    {"identity_provider": "oidc_code_flow", "oauth_client_pattern": "browser_client"},
    {"session_type": "api_key"},
    {"session_type": "signed_request"},
    {"session_type": "webhook_signature", "client_type": "webhook_sender"},
    {"session_type": "jwt_assertion"},
    {"session_type": "client_certificate"},
    {"accept_session_id_in_url": True, "rotate_after_login": False},
    {"app_instances": "two", "session_store": "redis", "store_scope": "shared"},
)
ALSO = (
    "http_only",
    "secure",
    "same_site",
    "tls",
    "rotate_after_login",
    "session_created",
    "invalidate_on_logout",
    "state_change_on_get",
    "cookie_domain",
    "refresh_tokens",
)


def designs(attack: Attack) -> Iterator[Design]:
    """Designs near every kind of session, in which the switches that the catalogue names have each of their values."""
    named = [name for name in catalogue()[attack.id]["switches_in_ground_truth"] if name not in SETTINGS]
    names = list(dict.fromkeys((*named, *ALSO)))
    # In turns, so that no kind of session has to wait for all designs of another.
    for several in itertools.zip_longest(*(near(base, names) for base in BASES)):
        yield from (design for design in several if design is not None)


def near(base: dict[str, object], names: list[str]) -> Iterator[Design]:
    """The possible designs that differ from the base in at most two of these switches."""
    free = [name for name in names if name not in base]
    for changed in (0, 1, 2):
        for chosen in itertools.combinations(free, changed):
            for values in itertools.product(*(switch(name).values for name in chosen)):
                design = design_from({**base, **dict(zip(chosen, values, strict=True))})
                if is_possible(design):
                    yield design


SETTINGS = ("third_party_cookies", "default_same_site", "plaintext_reachable")


def outcomes(attack: Attack, most: int = 6000) -> set[bool]:
    found: set[bool] = set()
    for design in itertools.islice(designs(attack), most):
        found.add(succeeds(attack, design))
        if len(found) == 2:
            break
    return found


ONE_SIDED: dict[str, str] = {
    "nameless_cookie_imitates_prefix": "browsers have closed it whatever an application does; one of 2019 has it",
}
"""Attacks of which no design near the usual ones shows the other side, and why."""


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_there_is_a_design_where_it_succeeds_and_one_where_it_fails(attack: Attack) -> None:
    assert (outcomes(attack) == {True, False}) == (attack.id not in ONE_SIDED), outcomes(attack)
