"""Plays made up by Hypothesis: designs that can exist, and what people do under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import assume
from hypothesis import strategies as st

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switches import SWITCHES
from sessionlab.design.validity import is_possible
from sessionlab.servers.served import served_values
from sessionlab.world.action import Action
from sessionlab.world.verbs import VERBS, parse_action

WAITS = ("60", "300", "600", "1800", "3600", "28800", "2592000")
MOST_ACTIONS = 16

TOGETHER = ("session_type", "credential_transport", "client_storage", "session_store")
"""Switches of which few combinations are possible; the others are drawn one by one."""
FREE = tuple(switch for switch in SWITCHES if len(switch.values) > 1 and switch.id not in TOGETHER)
BY_SCRIPT = ("authorization_header", "custom_header", "url_query", "request_body")
STORAGES = ("local_storage", "session_storage", "js_memory")
SERVED = tuple(switch for switch in FREE if len(served_values(switch)) > 1)
Choices = Mapping[str, object]
IN_COOKIE: Choices = {"client_type": "browser", "credential_transport": "cookie", "client_storage": "cookie_jar"}
MODELS: tuple[Choices, ...] = (
    *(
        {"session_type": kind}
        for kind in ("server_session", "jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie")
    ),
    *({"session_type": kind} for kind in ("opaque_token", "api_key")),
    *(
        {"session_type": kind, "client_type": client, "credential_transport": transport, "client_storage": storage}
        for kind in ("server_session", "jwt", "opaque_token", "api_key")
        for client, storage in (("cli", "file"), ("mobile_app", "os_keystore"), ("single_page_app", "web_worker"))
        for transport in ("authorization_header", "custom_header", "request_body")
    ),
    *({"session_type": kind, **IN_COOKIE} for kind in ("opaque_token", "api_key")),
    *(
        {"session_type": "server_session", "session_store": store, "store_scope": scope, "app_instances": count}
        for store in ("file", "database")
        for scope in ("shared", "per_instance")
        for count in ("one", "two")
    ),
    *(
        {"session_type": kind, "credential_transport": transport, "client_storage": storage}
        for kind in ("server_session", "jwt")
        for transport in BY_SCRIPT
        for storage in STORAGES
    ),
)


class Theme(NamedTuple):
    """A beginning after which something can go wrong, under designs where it matters."""

    beginning: str
    choices: Choices


DENYLISTED: Choices = {"session_type": "jwt", "token_revocation": "denylist"}
REFRESHING: Choices = {"session_type": "jwt", "refresh_tokens": "rotating_with_reuse_detection"}
BY_HEADER: Choices = {"credential_transport": "authorization_header", "client_storage": "local_storage"}
THEMES = tuple(
    Theme(beginning, choices)
    for beginning, choices in (
        ("", {}),
        ("login", {}),
        ("login copy_credential logout replay", {}),
        ("attacker:visit plant_cookie login", {"accept_unknown_session_id": True, "rotate_after_login": False}),
        ("attacker:login plant_cookie=subdomain visit", {"session_created": "at_visit"}),
        ("login copy_credential alter=character replay", {"sign_session_id": True}),
        ("attacker:login alter=user replay", {"session_type": "signed_cookie"}),
        ("attacker:login alter=user replay", {"session_type": "jwt"}),
        ("attacker:login login alter=user replay", {"session_id_generator": "counter"}),
        ("login copy_credential logout replay", {"session_type": "jwt", "token_revocation": "denylist"}),
        ("login device2:login logout device2:me", {"session_type": "jwt", "token_revocation": "token_version"}),
        ("login device2:login logout device2:me", {"logout_scope": "all_sessions"}),
        ("login device2:login change_password device2:me", {"password_change_revokes": "other_sessions"}),
        ("login device2:login change_password device2:me", {"session_auth_hash": True}),
        ("login start_request start_request me", {"session_write": "locked"}),
        ("login start_request logout finish_request me", {"session_write": "upsert"}),
        ("login me", {"cookie_size": "over_4096_bytes"}),
        ("login wait=1800 me", {"idle_timeout": "server_side"}),
        ("login wait=1800 me", {"idle_timeout": "client_side"}),
        ("login wait=28800 me", {"absolute_timeout": "server_side"}),
        ("login cross_site_request", {"csrf_defence": "double_submit_signed", "same_site": "none"}),
        ("login cross_site_request", {"csrf_defence": "synchronizer_token", "same_site": "unset"}),
        ("cross_site_request=form_post:/login action", {"csrf_protects_login": True}),
        ("login change_role=admin action=admin", {"user_data_source": "user_record"}),
        ("login disable_account me", {"account_disable_revokes": True}),
        ("login copy_credential logout replay", {"session_type": "opaque_token"}),
        ("login copy_credential revoke_credential replay", {"session_type": "api_key"}),
        ("login wait=2592000 wait=2592000 wait=2592000 me", {"session_type": "api_key", "api_key_expiry": "finite"}),
        ("login copy_credential=refresh refresh attacker:refresh refresh", REFRESHING),
        ("login refresh=two_tabs refresh", REFRESHING),
        ("login copy_credential=refresh logout attacker:refresh replay", {**REFRESHING, **BY_HEADER}),
        ("login me me", {"app_instances": "two"}),
        ("login me restart me", {"app_instances": "two", "session_store": "database", "store_scope": "shared"}),
        ("login me restart=one me", {"app_instances": "two"}),
        ("login restart me", {"session_type": "jwt", "signing_key_scope": "random_at_start"}),
        (
            "login me me",
            {"session_type": "encrypted_cookie", "app_instances": "two", "signing_key_scope": "per_instance"},
        ),
        ("login rotate_key me", {"session_type": "signed_cookie"}),
        (
            "login copy_credential logout replay replay",
            {**DENYLISTED, "app_instances": "two", "denylist_scope": "per_instance"},
        ),
        ("login copy_credential logout denylist_outage replay", {**DENYLISTED, "denylist_outage": "fail_open"}),
        ("login copy_credential logout replay", {**DENYLISTED, "denylist_key": "raw_token_hash"}),
        ("login copy_credential logout wait=600 replay", {**DENYLISTED, "denylist_entry_lifetime": "shorter_than_exp"}),
        ("login device2:login evict me device2:me", {"store_evicts_live_entries": True}),
        ("login read_store replay", {"store_key_form": "hashed"}),
        ("login start_request me finish_request", {"app_instances": "two", "session_write": "locked"}),
        ("login edit_cookie=session_id.value:abc me", {}),
        ("login device2:login edit_cookie=session_id.value:device2 edit_record=2.user:mallory me", {}),
        ("visit edit_record=1.authenticated:true me", {"session_created": "at_visit"}),
        ("login force_plaintext observe_network replay", {"secure": False, "tls": "https_with_http_port_open"}),
    )
)


@st.composite
def designs(draw: st.DrawFn, theme: Theme, served: bool = False) -> Design:
    """A design that can exist: the theme's choices, and few or many others. `served`: one that a real server serves."""
    model, free = draw(st.sampled_from(MODELS)), SERVED if served else FREE
    changed = draw(st.lists(st.sampled_from(free), unique=True, max_size=draw(st.sampled_from((0, 3, 8, len(free))))))
    values = {switch.id: served_values(switch) if served else switch.values for switch in changed}
    choices = {name: draw(st.sampled_from(known)) for name, known in values.items()}
    fits = not {"session_type", "session_store"} & set(theme.choices)
    design = design_from({**choices, **(model if fits else {}), **theme.choices})
    assume(is_possible(design))
    return design


def _texts() -> tuple[str, ...]:
    found = []
    for verb in VERBS:
        arguments = WAITS if verb.arguments == ("NUMBER",) else verb.arguments or ("",)
        for actor in verb.actors:
            found += [f"{actor}:{verb.name}" + (f"={argument}" if argument else "") for argument in arguments]
    return tuple(found)


def parsed(texts: str) -> tuple[Action, ...]:
    """The actions of a play as one types it."""
    return tuple(map(parse_action, texts.split()))


ALL = tuple(parse_action(text) for text in _texts())
EVERYTHING = ("",)
WITHOUT_BYTES: dict[str, tuple[str, ...]] = {
    "forge": EVERYTHING,
    # The library that checks signatures takes only one spelling of each.
    "alter": ("signature",),
    "copy_credential": ("with_proofs",),
    # Where any text may be an id, a request that only claims to come from somebody shows none.
    "replay": ("unsigned",),
    "plant_cookie": ("nameless", "flood"),
    "revoke_credential": ("refresh",),
    "cross_site_request": ("websocket",),
    # The real balancer keeps no list of where it was told to send whom: it is only moved on, or held.
    "other_instance": ("first", "second"),
    "subdomain_request": ("websocket", "known_token"),
}
"""What the simulation does with terms, and nobody has done with bytes yet: a verb, or some of its arguments."""


def _has_bytes(action: Action) -> bool:
    without = WITHOUT_BYTES.get(action.verb, ())
    return without != EVERYTHING and action.argument not in without


WITH_BYTES = tuple(filter(_has_bytes, ALL))
USUAL = parsed(
    "visit login me logout copy_credential replay action cross_site_request plant_cookie start_request finish_request "
    "wait=600 change_password attacker:login device2:login reload "
    "edit_cookie=session_id.value:abc edit_cookie=session_id.path:/login edit_record=victim.user:mallory delete_record"
)


@st.composite
def plays(draw: st.DrawFn, served: bool = False) -> tuple[Design, tuple[Action, ...]]:
    """A design and a play: the beginning of a theme, and then whatever anybody does.

    `served`: a design that a real server serves, and what can be done with bytes.
    """
    theme = draw(st.sampled_from(THEMES))
    actions = st.one_of(st.sampled_from(USUAL), st.sampled_from(WITH_BYTES if served else ALL))
    rest = draw(st.lists(actions, max_size=MOST_ACTIONS))
    return draw(designs(theme, served)), (*parsed(theme.beginning), *rest)
