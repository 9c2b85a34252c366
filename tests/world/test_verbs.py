"""Every verb: how it is written, and that each of its arguments does something, or is refused for a reason."""

from __future__ import annotations

import pytest

from sessionlab.errors import Trouble
from sessionlab.tokens.forgery import FORGERIES
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.state import World
from sessionlab.world.verbs import VERBS, parse_action, verb_named
from sessionlab.world.verbs.by_hand import EDITS
from sessionlab.world.verbs.foreign_pages import ARGUMENTS
from sessionlab.world.verbs.records import EDITS as RECORD_EDITS
from sessionlab.world.verbs.verb import GROUPS
from tests.playbook import played, under

TOKEN = {"session_type": "jwt"}
REFRESHED = {**TOKEN, "refresh_tokens": "rotating"}
IDP = {"identity_provider": "oidc_code_flow"}
SIGNED = {"session_type": "signed_request"}
DPOP = {**TOKEN, "credential_transport": "authorization_header", "sender_constraint": "dpop"}
URL_IDS = {"session_created": "at_visit", "accept_session_id_in_url": True}
PLAIN = {"tls": "http_only", "secure": False}
OWN_ID = "attacker:visit"
AT_VISIT = {"session_created": "at_visit"}
CSRF = {"csrf_defence": "double_submit_naive"}

CHANGES: dict[str, dict[str, tuple[str, dict]]] = {
    "visit": {
        **{path: ("", {}) for path in ("/", "/read", "/cart", "/me", "/signed-out", "sibling", "other_port")},
        "link_with_id": ("attacker:visit copy_credential=attacker", URL_IDS),
        "evil": ("visit", {}),
        "through_cache": ("visit", AT_VISIT),
    },
    "reload": {"": ("visit", {})},
    "close_browser": {"": ("login", {})},
    "login": {
        **dict.fromkeys(("", "wrong", "as_victim", "remember", "through_attacker"), ("", {})),
        "other_service": ("", TOKEN),
    },
    "me": {"": ("", {})},
    "logout": dict.fromkeys(("", "through_attacker"), ("login", {})),
    "action": {
        **dict.fromkeys(("", "through_attacker"), ("login", {})),
        "admin": ("change_role=admin login", {}),
    },
    "change_password": {"": ("login", {})},
    "copy_credential": {
        "": ("login", {}),
        "victim": ("login", {}),
        "device2": ("device2:login", {}),
        "attacker": ("attacker:login", {}),
        "remember": ("login=remember", {"remember_me": "stored_token"}),
        "id_token": ("login", TOKEN),
        "refresh": ("login", REFRESHED),
        "with_proofs": ("login", DPOP),
    },
    "idp_login": {"": ("", IDP), "same_browser": ("idp_login logout", IDP)},
    "idp_logout": {"": ("idp_login", IDP)},
    "replay": {
        **dict.fromkeys(("", "action", "logout", "other_agent"), ("login copy_credential", {})),
        **dict.fromkeys(
            ("same_bytes", "altered_body", "altered_target"), ("login action observe_network=one_request", SIGNED)
        ),
        **dict.fromkeys(("with_proof", "other_endpoint"), ("login me observe_network=one_request", DPOP)),
        "unsigned": ("login", SIGNED),
        "spoofed_header": ("login", {"session_type": "client_certificate"}),
    },
    "alter": dict.fromkeys(
        ("", "user", "role", "exp", "aud", "iss", "character", "signature"),
        ("attacker:login copy_credential=attacker", TOKEN),
    ),
    "decode": {"": ("login copy_credential", TOKEN)},
    "forge": dict.fromkeys(("", *FORGERIES), ("", TOKEN)),
    "read_store": {"": ("login", {})},
    "read_log": {
        **dict.fromkeys(("", "urls"), ("login me", {"credential_transport": "url_query"})),
        "headers": ("login me", {"credential_logging": "raw"}),
    },
    "refresh": dict.fromkeys(("", "two_tabs"), ("login", REFRESHED)),
    "plant_cookie": {
        "": ("", {}),
        "invented": ("", {}),
        **dict.fromkeys(("subdomain", "script", "network", "by_hand", "nameless"), (OWN_ID, AT_VISIT)),
        "flood": ("", {}),
    },
    "cross_site_request": {
        **{argument: ("login", {"same_site": "none"}) for argument in ARGUMENTS},
        "oauth_callback": ("", IDP),
    },
    "subdomain_request": {
        **{argument: ("login", {}) for argument in ARGUMENTS},
        "oauth_callback": ("", IDP),
        "known_token": ("attacker:visit login", {"csrf_defence": "synchronizer_token"}),
    },
    "run_script": {
        "": ("login", {"http_only": False}),
        "read": ("login", {"http_only": False}),
        "act": ("login", {}),
        "set_cookie": (f"{OWN_ID} visit=/signed-out", AT_VISIT),
        "tokens": ("login", {"http_only": False}),
        "silent_flow": ("idp_login", {**IDP, "oauth_client_pattern": "browser_client"}),
    },
    "observe_network": {"": ("login", PLAIN), "one_request": ("login me", {})},
    "force_plaintext": {"": ("login", {"tls": "https_with_http_port_open"})},
    "start_request": {argument: ("login", {}) for argument in ("", "write", "read")},
    "finish_request": {"": ("login start_request", {})},
    "delete_cookie": {"": ("login", {}), "session_id": ("login", {}), "csrf_token": ("visit", CSRF)},
    "edit_cookie": {
        **dict.fromkeys(EDITS, ("login", {})),
        "session_id.value:altered_role": ("login", {"session_type": "unsigned_cookie"}),
        "session_id.value:attacker": ("login attacker:login", {}),
        "session_id.value:known": ("attacker:login copy_credential=attacker login", {}),
        "session_id.http_only:false": ("login", {"http_only": True}),
        "session_id.secure:false": ("login", {"secure": True}),
        "session_id.same_site:none": ("login", {"same_site": "lax", "secure": True}),
        "csrf_token.value:abc": ("visit", CSRF),
    },
    "restore_cookie": {"": ("login delete_cookie", {})},
    "delete_record": {
        **dict.fromkeys(("", "victim", "1"), ("login", {})),
        "device2": ("device2:login", {}),
        "attacker": ("attacker:login", {}),
        "2": ("login device2:login", {}),
    },
    "edit_record": {
        **dict.fromkeys(RECORD_EDITS, ("login", {})),
        "attacker.user:marko": ("attacker:login", {}),
        "1.authenticated:true": ("visit", AT_VISIT),
    },
    "wait": {"NUMBER": ("", {})},
    "wait_past": dict.fromkeys(("", "token_expiry", "token_end"), ("login copy_credential", TOKEN)),
    "restart": dict.fromkeys(("", "one"), ("login", {})),
    "other_instance": {
        "": ("login other_instance=same", {}),
        **dict.fromkeys(("same", "first", "second"), ("login", {})),
    },
    "clear_store": {"": ("login", {})},
    "evict": {"": ("login", {"store_evicts_live_entries": True})},
    "rotate_key": {"": ("", {})},
    "denylist_outage": {"": ("", {})},
    "slow_clock": {"NUMBER": ("", {})},
    "revoke_credential": {"": ("login", {"session_list": True}), "refresh": ("login", REFRESHED)},
    "change_role": {"": ("change_role=admin", {}), "user": ("change_role=admin", {}), "admin": ("", {})},
    "disable_account": {"": ("", {})},
}
"""For each verb and argument: what comes before, and a design under which the action then changes the world."""

NEVER_REFUSED = {
    "visit": ("/", "/read", "/cart", "/me", "/signed-out", "sibling", "other_port"),
    "close_browser": ("",),
    "login": ("", "wrong", "as_victim", "remember", "through_attacker"),
    "me": ("",),
    "action": ("", "admin", "through_attacker"),
    "cross_site_request": tuple(argument for argument in ARGUMENTS if argument != "oauth_callback"),
    "subdomain_request": (*(argument for argument in ARGUMENTS if argument != "oauth_callback"), "known_token"),
    "replay": ("unsigned", "spoofed_header"),
    "wait": ("NUMBER",),
    "wait_past": ("", "token_expiry", "token_end"),
    "restart": ("", "one"),
    "other_instance": ("", "same", "first", "second"),
    "rotate_key": ("",),
    "denylist_outage": ("",),
    "slow_clock": ("NUMBER",),
    "change_role": ("", "user", "admin"),
}
"""What makes sense in every world."""

REFUSED: dict[str, tuple[str, dict]] = {
    "force_plaintext": ("no_plaintext_to_answer", {}),
    "disable_account": ("already_disabled", {}),
    "plant_cookie": ("no_cookie_in_use", {**TOKEN, "credential_transport": "custom_header"}),
}
"""Verbs that an empty world refuses only under another start or design, and why."""


def each_argument(known: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(verb, argument) for verb, arguments in known.items() for argument in arguments]


EVERYTHING = {verb.name: verb.arguments or ("",) for verb in VERBS}


def written(verb: str, argument: str) -> str:
    who = "attacker:" if argument == "through_cache" else ""
    return who + verb + ("=600" if argument == "NUMBER" else f"={argument}" if argument else "")


def test_every_verb_and_argument_is_listed_here():
    assert {name: set(arguments) for name, arguments in CHANGES.items()} == {
        name: set(arguments) for name, arguments in EVERYTHING.items()
    }


@pytest.mark.parametrize(("verb", "argument"), each_argument({name: tuple(known) for name, known in CHANGES.items()}))
def test_every_argument_changes_something_somewhere(verb: str, argument: str):
    before, switches = CHANGES[verb][argument]
    world = played(before, **switches)
    transition = apply(world, parse_action(written(verb, argument)), under(**switches))
    assert transition.refusal is None
    assert transition.world != world


@pytest.mark.parametrize(("verb", "argument"), each_argument(EVERYTHING))
def test_every_argument_is_refused_where_it_makes_no_sense(verb: str, argument: str):
    code, switches = REFUSED.get(verb, (None, {}))
    start = World(plaintext_reachable=verb != "force_plaintext")
    if verb == "disable_account":
        start = played("disable_account", start)
    transition = apply(start, parse_action(written(verb, argument)), under(**switches))
    if argument in NEVER_REFUSED.get(verb, ()):
        assert transition.refusal is None
    else:
        assert transition.refusal is not None
        assert code in (None, transition.refusal.code)
        assert transition.world is start


def test_an_action_is_written_as_who_does_what_how():
    assert parse_action("visit") == Action("visit", "victim")
    assert parse_action("device2:login=wrong") == Action("login", "device2", "wrong")
    assert parse_action(" attacker : visit = /cart ") == Action("visit", "attacker", "/cart")
    assert parse_action("cross_site_request=img:/logout") == Action("cross_site_request", "attacker", "img:/logout")
    assert parse_action("wait") == Action("wait", "operator", "600")
    assert parse_action("wait=0060") == Action("wait", "operator", "60")


@pytest.mark.parametrize("verb", VERBS)
def test_a_written_action_reads_as_itself(verb):
    for actor in verb.actors:
        for argument in verb.arguments or ("",):
            action = Action(verb.name, actor, "600" if argument == "NUMBER" else argument)
            assert parse_action(str(action)) == action


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vist", "unknown_name"),
        ("", "unknown_name"),
        ("attacker:reload:", "unknown_name"),
        ("victim:replay", "wrong_actor"),
        ("nobody:visit", "wrong_actor"),
        ("login=wrnog", "wrong_argument"),
        ("me=you", "takes_no_argument"),
        ("delete_cookie=two words", "wrong_target"),
        ("delete_cookie=session_id@", "wrong_target"),
        ("delete_record=0", "wrong_target"),
        ("delete_record=somebody", "wrong_target"),
        ("edit_cookie=session_id", "wrong_edit"),
        ("edit_cookie=session_id.value", "wrong_edit"),
        ("edit_cookie=session_id.colour:red", "wrong_edit_field"),
        ("edit_cookie=session_id.http_only:maybe", "wrong_edit_value"),
        ("edit_cookie=session_id.value:sid_1002_da45c0", "wrong_edit_value"),
        ("edit_cookie=session_id.value:", "wrong_edit_value"),
        ("edit_cookie=session_id.expires:-1", "wrong_edit_value"),
        ("edit_cookie=session_id.expires:999999999", "wrong_edit_value"),
        ("edit_record=victim.user:eve", "wrong_edit_value"),
        ("edit_record=victim.seen:²", "wrong_edit_value"),
        ("edit_record=0.user:marko", "wrong_edit"),
        ("wait=soon", "wrong_number"),
        ("wait=0", "wrong_number"),
        ("wait=-1", "wrong_number"),
        ("wait=99999999999", "wrong_number"),
        ("wait=²", "wrong_number"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, code: str):
    with pytest.raises(Trouble) as trouble:
        parse_action(text)
    assert trouble.value.code == code


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("edit_cookie", EDITS[0]),
        ("edit_record", RECORD_EDITS[0]),
        ("delete_cookie=__Host-session_id", "__Host-session_id"),
        ("delete_cookie=session_id@.example.test/login", "session_id@.example.test/login"),
        ("edit_cookie=session_id@app.example.test/.value:abc", "session_id@app.example.test/.value:abc"),
        ("edit_cookie=session_id.domain:.example.test", "session_id.domain:.example.test"),
        ("edit_record=12.seen:0060", "12.seen:60"),
    ],
)
def test_what_is_edited_by_hand_is_written_in_one_way(text: str, argument: str):
    assert parse_action(text).argument == argument


def test_an_unknown_verb_names_the_nearest():
    with pytest.raises(Trouble) as trouble:
        verb_named("lgout")
    assert "logout" in trouble.value.details["known"]


def test_names_and_keys_are_unique_and_groups_are_known():
    names, keys = [verb.name for verb in VERBS], [verb.key for verb in VERBS if verb.key]
    assert len(names) == len(set(names))
    assert len(keys) == len(set(keys))
    assert {verb.group for verb in VERBS} == set(GROUPS)
