"""Nothing is silently ignored: any two values of any switch show a difference in some play.

Only what goes over the wire or is kept counts: status, identity, jar, store and bytes; never words.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from sessionlab.design.design import Design
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.render.http_text import set_cookie_text
from sessionlab.render.terms import Spelling, spell, spelling
from sessionlab.value import replace
from sessionlab.world.apply import apply
from sessionlab.world.events import Exchange
from sessionlab.world.state import World
from sessionlab.world.verbs import parse_action
from tests.playbook import under

PLAYS = (
    "visit visit=/read visit=/cart login me copy_credential logout me replay",
    "attacker:visit attacker:visit=/read attacker:visit=/cart plant_cookie login replay me",
    "plant_cookie=invented visit login replay",
    "attacker:visit copy_credential=attacker visit=link_with_id login replay",
    "attacker:login login plant_cookie me",
    "login cross_site_request=form_post wait=200 cross_site_request=form_post cross_site_request=link",
    "login subdomain_request=form_post subdomain_request=link",
    "login copy_credential replay=action",
    "attacker:visit plant_cookie=network login me",
    "cross_site_request=form_post:/login",
    "login cross_site_request=link:/logout me",
    "login run_script=read replay",
    "login close_browser me",
    "login force_plaintext me",
    "login copy_credential wait=400 replay wait=2000 replay wait=2000 me replay wait=40000 replay",
    "login copy_credential device2:login change_password replay me device2:me",
    "login device2:login logout device2:me",
    "login copy_credential start_request logout finish_request me replay",
    "login copy_credential start_request=read logout finish_request me replay",
    "change_role=admin login change_role=user action=admin disable_account me",
    "attacker:login alter=user replay alter=role replay",
    "login copy_credential alter=exp alter=aud replay",
    "login copy_credential alter=iss replay",
    "login=other_service replay",
    "login wait=2000 visit",
    "login wait=1000 me wait=1000 me wait=40000 me",
)
BASES: tuple[dict[str, Any], ...] = (
    {},
    {"session_created": "at_visit"},
    {"session_created": "at_visit", "rotate_after_login": False},
    {"session_type": "jwt"},
    {"session_type": "jwt", "verify_signature": False},
    {"session_type": "jwt", "token_revocation": "token_version"},
    {"session_type": "jwt", "access_token_lifetime": "unlimited"},
    {"session_type": "jwt", "credential_transport": "authorization_header"},
    {"session_type": "signed_cookie"},
    {"same_site": "none", "state_change_on_get": True},
    {"same_site": "none", "state_change_on_get": True, "csrf_defence": "origin_check"},
    {"csrf_defence": "origin_check", "same_site": "none"},
    {"secure": False, "tls": "https_with_http_port_open"},
    {"session_write": "upsert"},
    {"session_write": "upsert", "session_save": "every_request"},
    {"session_write": "upsert", "clear_client_on_logout": False},
    {"cookie_domain": "parent_domain"},
)


def seen(design: Design, play: str) -> tuple[Any, ...]:
    """What somebody can observe who reads the wire, the jars and the store."""
    how, world, told = spelling(design, seed=1), World(), []
    for text in play.split():
        transition = apply(world, parse_action(text), design)
        world = transition.world
        told.append(tuple(_exchange(exchange, how) for exchange in transition.exchanges))
        told.append(_kept(world, how))
    return tuple(told)


def _exchange(exchange: Exchange, how: Spelling) -> tuple[Any, ...]:
    request, response = exchange.request, exchange.response
    if request is None or response is None:
        return (request is None, exchange.listening)
    sent = tuple((name, spell(value, how)) for name, value in (*request.cookies, *request.headers, *request.fields))
    lines = tuple(set_cookie_text(cookie, how) for cookie in response.set_cookies if cookie.sent)
    return (request.url, sent, response.status, response.user, lines, response.headers, spell(response.token, how))


def _kept(world: World, how: Spelling) -> tuple[Any, ...]:
    jars = tuple((cookie.name, spell(cookie.value, how)) for device in world.devices for cookie in device.jar)
    kept = tuple((spell(device.kept, how), device.kept_in) for device in world.devices)
    store = tuple((spell(id, how), record.user, record.role, record.items) for id, record in world.server.sessions)
    return (jars, kept, store, world.server.deeds, len(world.known))


def pairs() -> list[tuple[str, Any, Any]]:
    return [(switch.id, one, other) for switch in SWITCHES for one, other in itertools.combinations(switch.values, 2)]


def possible(base: dict[str, Any], switch: str, value: Any) -> Design | None:
    """The base with this value, and what the value implies; None if there is no such design."""
    design = under(**{**base, switch: value})
    if switch == "session_store":
        design = replace(design, session_type="signed_cookie" if value == "none" else "server_session")
    if switch == "client_storage" and value != "cookie_jar" and design.credential_transport == "cookie":
        design = replace(design, session_type="jwt", session_store="none", credential_transport="custom_header")
    return design if is_possible(design) else None


@pytest.mark.parametrize(("switch", "one", "other"), pairs())
def test_two_values_of_a_switch_are_told_apart_by_some_play(switch: str, one: Any, other: Any):
    for base in BASES:
        designs = possible(base, switch, one), possible(base, switch, other)
        if designs[0] is None or designs[1] is None:
            continue
        for play in PLAYS:
            if seen(designs[0], play) != seen(designs[1], play):
                return
    pytest.fail(f"No play shows a difference between {switch}={one} and {switch}={other}")
