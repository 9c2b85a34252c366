"""Nothing is silently ignored: any two values of any switch show a difference in some play.

Only what goes over the wire or is kept counts: status, identity, jar, store and bytes; never words.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import design_from
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
from tests.world.test_switches_matter import PLAYS as PLAYS_OF
from tests.world.test_switches_matter import Case
from tests.world.test_switches_matter import seen as traced

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
    if switch == "session_type" and not is_possible(design):
        # A kind of session that nothing but its own client, transport and storage can carry brings them along.
        design = design_from({**base, "session_type": value})
    return design if is_possible(design) else None


def told_apart_by_a_play_of_its_own(switch: str, one: Any, other: Any) -> bool:
    """Whether a play that is about this switch shows the difference, under a design that allows both values."""
    for case in (*PLAYS_OF.get(switch, {}).values(), *MORE.get(switch, ())):
        base = design_from(read_choices(case.base.split()))
        designs = replace(base, **{switch: one}), replace(base, **{switch: other})
        if all(map(is_possible, designs)) and traced(designs[0], case.actions) != traced(designs[1], case.actions):
            return True
    return False


BOUND = "session_type=jwt credential_transport=authorization_header client_storage=local_storage"
MORE = {
    "token_revocation": (Case("login denylist_outage me", "session_type=jwt"),),
    "sender_constraint": (
        Case("login copy_credential replay", f"{BOUND} binding_key_extractable=true"),
        Case("login copy_credential replay", "dbsc_unbound_cookie_accepted=true"),
    ),
}
EQUAL = {
    "session_store": ("redis", "database", "memcached", "distributed_cache", "file"),
    "key_id_lookup": ("file_path", "sql_concatenation"),
    "signing_algorithm": ("RS256", "ES256"),
    "signing_secret": ("dictionary_word", "published_default"),
    "token_revocation": ("introspection", "status_list"),
    "refresh_token_binding": ("sender_constrained", "client_authenticated"),
    "cors_policy": ("none", "allowlist"),
}
ALSO_EQUAL = {"token_revocation": ("token_version", "per_user_key")}
"""Values that are equal here, and why.

Stores outside the process differ in speed, in who runs them and in what they forget, and for forgetting there is a
switch of its own. In which way a key's name leads to a known key, which kind of public key it is, and where a guessed
secret was found, is told by the design and decides nothing. Whether the issuer is asked about one token or publishes a
list of all, whether a number or a key of the user's ends all tokens, and what a client proves itself with, are two ways
to one end. An origin that is not on a list is answered as if there were no list, and nobody here plays one that is.
"""


def are_told_apart(switch: str, one: Any, other: Any) -> bool:
    for base in BASES:
        designs = possible(base, switch, one), possible(base, switch, other)
        if designs[0] is None or designs[1] is None:
            continue
        if any(seen(designs[0], play) != seen(designs[1], play) for play in PLAYS):
            return True
    return told_apart_by_a_play_of_its_own(switch, one, other)


def are_equal(switch: str, one: Any, other: Any) -> bool:
    return any({one, other} <= set(equal.get(switch, ())) for equal in (EQUAL, ALSO_EQUAL))


@pytest.mark.parametrize(("switch", "one", "other"), [pair for pair in pairs() if are_equal(*pair)])
def test_none_is_called_equal_in_vain(switch: str, one: Any, other: Any):
    assert not are_told_apart(switch, one, other)


@pytest.mark.parametrize(("switch", "one", "other"), [pair for pair in pairs() if not are_equal(*pair)])
def test_two_values_of_a_switch_are_told_apart_by_some_play(switch: str, one: Any, other: Any):
    assert are_told_apart(switch, one, other)
