"""Nothing silently ignores a switch: every value that can be played changes some exchange of some play.

What counts is status, identity, jar, store and wire bytes: never words, and never the texts of ids alone unless the
switch is about them. For each value there is a base design, in which the switch has another value, and a play in which
the two differ.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switch import Switch, written
from sessionlab.design.switches import IMPLIED, SWITCHES
from sessionlab.design.validity import check, is_possible
from sessionlab.render.form import Browser, Exchange
from sessionlab.render.trace import trace
from sessionlab.value import replace
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action


class Case(NamedTuple):
    """A play under which the value differs from that of the base design. `base`: choices beside the switch itself."""

    actions: str
    base: str = ""
    against: str = ""


JWT = "session_type=jwt"
STORAGE_OF_PAGE = "client_storage=js_memory credential_transport=authorization_header token_revocation=introspection"
STORAGES = f"{JWT} credential_transport=authorization_header"
KEPT = f"{STORAGES} client_storage=local_storage"
PROGRAM = f"{STORAGES} client_type=cli"
IDP = "identity_provider=oidc_code_flow"
SIGNED = "session_type=signed_request"
SEEN = "login action observe_network=one_request"
HOOK = "session_type=webhook_signature"
DPOP = f"{STORAGES} client_storage=js_memory sender_constraint=dpop"
PROVEN = "login me observe_network=one_request"
TWO = "app_instances=two"
REFRESHED = f"{JWT} refresh_tokens=rotating"
STOLEN = "login copy_credential=refresh refresh attacker:refresh"
COPIED = "login copy_credential replay"
FORGE = "login wait=200 cross_site_request"
LOOSE = "same_site=none"
OPEN = "tls=https_with_http_port_open secure=false"
FLIGHT = "login start_request logout finish_request copy_credential replay me"

# switch -> value -> a play that tells it from the seed lab's value (from the safe one, where it is the seed lab's).
PLAYS: dict[str, dict[str, Case]] = {
    "session_type": {
        "jwt": Case("login me"),
        "signed_cookie": Case("login me"),
        "encrypted_cookie": Case("login me", JWT, "signed_cookie"),
        "unsigned_cookie": Case("attacker:login alter replay", against="signed_cookie"),
        "opaque_token": Case("login copy_credential decode", STORAGE_OF_PAGE, "jwt"),
        "api_key": Case("login me"),
        "signed_request": Case("login me"),
        "client_certificate": Case("login me"),
        "webhook_signature": Case("login action"),
        "jwt_assertion": Case("login me"),
    },
    "client_type": {
        "single_page_app": Case("login me action"),
        **dict.fromkeys(
            ("mobile_app", "desktop_app", "cli", "api_client", "server", "webhook_sender"),
            Case("login me", f"{JWT} credential_transport=authorization_header client_storage=js_memory"),
        ),
    },
    "credential_transport": {
        "authorization_header": Case("login me", f"{JWT} client_storage=js_memory", "custom_header"),
        "custom_header": Case("login me", f"{JWT} client_storage=js_memory", "authorization_header"),
        "url_query": Case("login me", f"{JWT} client_storage=js_memory", "authorization_header"),
        "request_body": Case("login me", f"{JWT} client_storage=js_memory", "authorization_header"),
        "tls_handshake": Case("login me", f"{JWT} client_storage=js_memory", "authorization_header"),
    },
    "client_storage": {
        "local_storage": Case("login close_browser visit me", STORAGES, "session_storage"),
        "session_storage": Case("login run_script replay", STORAGES, "js_memory"),
        "js_memory": Case("login run_script replay", STORAGES, "local_storage"),
        "web_worker": Case("login run_script=tokens replay", STORAGES, "js_memory"),
        "os_keystore": Case("login run_script replay", PROGRAM, "file"),
        "file": Case("login close_browser me", PROGRAM, "environment_variable"),
        "environment_variable": Case("login run_script replay", PROGRAM, "js_memory"),
    },
    "http_only": {"false": Case("login run_script replay")},
    "secure": {"false": Case("login force_plaintext", "tls=https_with_http_port_open")},
    "same_site": {
        "strict": Case("login cross_site_request=link:/me"),
        "none": Case(FORGE),
        "unset": Case("login cross_site_request"),
    },
    "cookie_domain": {"parent_domain": Case("login visit=sibling")},
    "cookie_prefix": {
        "__Secure-": Case("login me"),
        "__Host-": Case("plant_cookie", against="__Secure-"),
        "__Http-": Case("attacker:login visit run_script=set_cookie", against="__Secure-"),
        "__Host-Http-": Case("login me", "cookie_domain=parent_domain", "__Http-"),
    },
    "cookie_path": {"narrow": Case("login visit")},
    "cookie_lifetime": {"persistent": Case("login close_browser me")},
    "cookie_size": {"over_4096_bytes": Case("login me")},
    "duplicate_cookie_policy": {
        "last": Case("attacker:login login plant_cookie me"),
        "reject": Case("attacker:login login plant_cookie me"),
    },
    "session_created": {
        "at_visit": Case("visit"),
        "at_session_read": Case("visit=/read"),
        "at_first_write": Case("visit=/cart"),
    },
    "session_id_generator": {
        "csprng_64": Case("login"),
        "random_32": Case("login"),
        "counter": Case("login"),
        "timestamp": Case("login"),
    },
    "rotate_after_login": {"false": Case("visit login", "session_created=at_visit")},
    "old_id_after_rotation": {
        "kept_anonymous": Case("visit login", "session_created=at_visit"),
        "kept_authenticated": Case("visit login", "session_created=at_visit"),
    },
    "accept_unknown_session_id": {"true": Case("plant_cookie login replay", "rotate_after_login=false")},
    "accept_session_id_in_url": {"true": Case("login copy_credential attacker:visit=link_with_id")},
    "sign_session_id": {"true": Case("login")},
    "session_save": {"every_request": Case("login me")},
    "session_write": {
        "upsert": Case(FLIGHT),
        "locked": Case("login start_request me finish_request"),
    },
    "session_auth_hash": {"true": Case("login device2:login change_password device2:me")},
    "user_data_source": {"user_record": Case("login disable_account me")},
    "reauthenticate_sensitive_actions": {"true": Case("login replay=action copy_credential replay=action")},
    "concurrent_sessions": {"one": Case("login device2:login me")},
    "session_store": {
        store: Case("login restart me") for store in ("redis", "database", "memcached", "distributed_cache", "file")
    },
    "store_key_form": {"hashed": Case("login read_store")},
    "store_evicts_live_entries": {"true": Case("login evict me")},
    "app_instances": {"two": Case("login me")},
    "load_balancing": {"sticky": Case("login me", TWO)},
    "store_scope": {
        "shared": Case("login me", f"{TWO} session_store=redis"),
        "replicated_async": Case("login wait=1 me", f"{TWO} session_store=redis"),
    },
    "signing_key_scope": {
        "per_instance": Case("login me", f"{JWT} {TWO}"),
        "random_at_start": Case("login restart me", JWT, "per_instance"),
    },
    "denylist_scope": {
        "per_instance": Case("login copy_credential logout replay replay", f"{JWT} {TWO} token_revocation=denylist")
    },
    "denylist_outage": {"fail_open": Case("login denylist_outage me", f"{JWT} token_revocation=denylist")},
    "algorithm_policy": {
        "blocklist_none": Case("login forge=alg_none_mixed_case replay", JWT),
        "trust_header": Case("login forge=alg_none replay", JWT, "blocklist_none"),
    },
    "signing_algorithm": {
        "RS256": Case("login forge=public_key_as_secret replay", f"{JWT} algorithm_policy=trust_header"),
        "ES256": Case("login forge=public_key_as_secret replay", f"{JWT} algorithm_policy=trust_header"),
    },
    "signing_secret": {
        "dictionary_word": Case("login forge=guessed_secret replay", JWT),
        "published_default": Case("login forge=guessed_secret replay", JWT),
    },
    "key_id_lookup": {
        "file_path": Case("login forge=known_content replay", JWT),
        "sql_concatenation": Case("login forge=known_content replay", JWT),
    },
    "header_key": {"trusted": Case("login forge=key_in_header replay", JWT)},
    "check_typ": {"true": Case("login copy_credential=id_token replay", JWT)},
    "clock_leeway": {"seconds_30": Case("login wait=3610 me", JWT)},
    "denylist_key": {
        "raw_token_hash": Case(
            "login copy_credential alter=signature logout replay", f"{JWT} token_revocation=denylist"
        )
    },
    "denylist_entry_lifetime": {
        "shorter_than_exp": Case("login copy_credential logout wait=900 replay", f"{JWT} token_revocation=denylist")
    },
    "revocation_cache": {
        "seconds_60": Case("login copy_credential replay logout replay", f"{JWT} token_revocation=denylist")
    },
    "refresh_tokens": {
        "static": Case("login", JWT),
        "rotating": Case("login refresh", JWT, "static"),
        "rotating_with_reuse_detection": Case(f"{STOLEN} refresh", JWT, "rotating"),
    },
    "refresh_token_binding": {
        "sender_constrained": Case("login copy_credential=refresh attacker:refresh", REFRESHED),
        "client_authenticated": Case("login copy_credential=refresh attacker:refresh", REFRESHED),
    },
    "refresh_grace": {"seconds_10": Case("login refresh=two_tabs", REFRESHED)},
    "refresh_absolute_lifetime": {"finite": Case("login wait=90000 refresh", REFRESHED)},
    "sender_constraint": {
        "dpop": Case(COPIED, KEPT),
        "mtls": Case(COPIED, KEPT),
        "dbsc": Case(COPIED),
        "ip_address": Case(COPIED),
        "user_agent": Case("login copy_credential replay=other_agent"),
    },
    "resource_server_checks_binding": {"false": Case(COPIED, f"{KEPT} sender_constraint=dpop")},
    "binding_key_extractable": {"true": Case(COPIED, f"{KEPT} sender_constraint=dpop")},
    "dbsc_unbound_cookie_accepted": {"true": Case(COPIED, "sender_constraint=dbsc")},
    "logout_revokes_refresh_token": {"true": Case("login copy_credential=refresh logout attacker:refresh", REFRESHED)},
    "remember_me": {
        "signed_static": Case("login=remember close_browser me"),
        "stored_token": Case("login=remember logout", against="signed_static"),
    },
    "login_method": {
        "one_time_code": Case("login=through_attacker"),
        "passkey": Case("login=through_attacker", against="one_time_code"),
    },
    "rotate_csrf_secret_after_login": {
        "false": Case("visit login", "csrf_defence=synchronizer_token session_created=at_visit")
    },
    "method_override_on_get": {"true": Case("login cross_site_request=link_override")},
    "cors_policy": {
        "allowlist": Case("login cross_site_request=read", LOOSE, "any_without_credentials"),
        "reflect_any_with_credentials": Case("login cross_site_request=read", LOOSE),
        "any_without_credentials": Case("login cross_site_request=read", LOOSE),
    },
    "websocket_origin_check": {"true": Case("login cross_site_request=websocket", LOOSE)},
    "framing_denied": {"true": Case("login cross_site_request=frame_click", LOOSE)},
    "referrer_policy": {
        "unsafe_url": Case("login visit=evil"),
        "no_referrer": Case("login me"),
    },
    "cache_control": {"no_store": Case("visit")},
    "credential_logging": {"raw": Case("login me read_log=headers")},
    "risk_based_invalidation": {
        "step_up": Case(COPIED),
        "revoke": Case("login copy_credential replay me", against="step_up"),
    },
    "session_list": {"true": Case("login revoke_credential me")},
    "verify_signature": {"false": Case("attacker:login alter replay", JWT)},
    "check_exp": {"false": Case("login copy_credential wait=3600 replay", JWT)},
    "check_aud": {"false": Case("login=other_service replay", JWT)},
    "check_iss": {"false": Case("login copy_credential alter=iss replay", f"{JWT} verify_signature=false")},
    "access_token_lifetime": {
        "minutes_5": Case("login wait=300 me", JWT),
        "unlimited": Case("login wait=3600 me", JWT),
    },
    "token_revocation": {
        "denylist": Case("login copy_credential logout replay", JWT),
        "token_version": Case("login copy_credential logout replay", JWT),
        "introspection": Case("login copy_credential logout replay", JWT),
        "status_list": Case("login copy_credential logout replay", JWT),
        "per_user_key": Case("login copy_credential logout replay", JWT),
    },
    "invalidate_on_logout": {"false": Case("login copy_credential logout replay")},
    "logout_deletes": {"identity_only": Case("login logout")},
    "clear_client_on_logout": {"false": Case("login logout")},
    "logout_scope": {"all_sessions": Case("device2:login login logout device2:me")},
    "logout_method": {"GET": Case("login cross_site_request=link:/logout")},
    "clear_site_data_on_logout": {"true": Case("login logout")},
    "idle_timeout": {
        "client_side": Case("login wait=1800"),
        "server_side": Case("login wait=1800 me"),
    },
    "absolute_timeout": {
        "client_side": Case("login wait=28800"),
        "server_side": Case("login wait=28800 me"),
    },
    "password_change_revokes": {
        "other_sessions": Case("device2:login login change_password device2:me"),
        "all_sessions": Case("login change_password me"),
    },
    "rotate_after_password_change": {"true": Case("login copy_credential change_password replay")},
    "account_disable_revokes": {"true": Case("login disable_account me")},
    "csrf_defence": {
        "synchronizer_token": Case("login cross_site_request", LOOSE),
        "double_submit_naive": Case("login subdomain_request", LOOSE, "double_submit_signed"),
        "double_submit_signed": Case("visit login", LOOSE, "synchronizer_token"),
        "origin_check": Case("login cross_site_request", LOOSE),
        "fetch_metadata_reject_cross_site": Case("login cross_site_request", LOOSE),
        "fetch_metadata_same_origin_only": Case("login subdomain_request", LOOSE, "fetch_metadata_reject_cross_site"),
        "custom_header": Case("login action", LOOSE),
    },
    "oauth_client_pattern": {
        "bff": Case("idp_login read_store", IDP),
        "token_mediating_backend": Case("idp_login read_store", IDP, "bff"),
        "browser_client": Case("idp_login run_script=tokens", IDP, "token_mediating_backend"),
    },
    "dpop_proof_memory": {
        "per_instance": Case(f"{PROVEN} replay=with_proof", DPOP),
        "shared": Case(f"{PROVEN} replay=with_proof", f"{DPOP} {TWO}", "per_instance"),
    },
    "dpop_server_nonce": {"true": Case(f"{PROVEN} wait=100 replay=with_proof", DPOP)},
    "identity_provider": {"oidc_code_flow": Case("idp_login me")},
    "idp_logout": {
        "rp_initiated": Case("idp_login logout", IDP),
        "front_channel": Case("idp_login idp_logout me", f"{IDP} {LOOSE}"),
        "back_channel": Case("idp_login idp_logout me", IDP),
    },
    "idp_reauthentication": {
        "requested_by_client": Case("idp_login logout idp_login me", IDP),
        "enforced_by_provider": Case("idp_login logout idp_login=same_browser me", IDP, "requested_by_client"),
    },
    "oauth_request_binding": {"false": Case("cross_site_request=oauth_callback me", IDP)},
    "oauth_response_mode": {"form_post": Case("idp_login me", IDP)},
    "proxy_strips_identity_headers": {"false": Case("login replay=spoofed_header", "session_type=client_certificate")},
    "api_key_expiry": {"finite": Case("login wait=7776000 me", "session_type=api_key")},
    "signature_required": {"false": Case("login replay=unsigned", SIGNED)},
    "signature_covers_body": {"false": Case(f"{SEEN} replay=altered_body", SIGNED)},
    "signature_covers_target": {"false": Case("login me observe_network=one_request replay=altered_target", SIGNED)},
    "signature_timestamp_window": {"none": Case(f"{SEEN} wait=400 replay=same_bytes", SIGNED)},
    "signature_nonce_memory": {
        "per_instance": Case(f"{SEEN} replay=same_bytes", SIGNED),
        "shared": Case(f"{SEEN} replay=same_bytes", f"{SIGNED} {TWO}", "per_instance"),
        "shared_shorter_than_window": Case(f"{SEEN} wait=90 replay=same_bytes", SIGNED, "shared"),
    },
    "webhook_verification": {"false": Case("login replay=unsigned", HOOK)},
    "webhook_timestamp_check": {"true": Case(f"{SEEN} wait=400 replay=same_bytes", HOOK)},
    "webhook_id_deduplication": {"true": Case(f"{SEEN} replay=same_bytes", HOOK)},
    "assertion_jti_check": {"true": Case("login me observe_network=one_request replay", "session_type=jwt_assertion")},
    "csrf_protects_login": {
        "true": Case("cross_site_request=form_post:/login", "csrf_defence=origin_check same_site=none")
    },
    "csrf_checks_safe_methods": {
        "true": Case(
            "login cross_site_request=link", "csrf_defence=fetch_metadata_reject_cross_site state_change_on_get=true"
        )
    },
    "state_change_on_get": {"true": Case("login cross_site_request=link")},
    "tls": {
        "https_with_http_port_open": Case("force_plaintext"),
        "http_only": Case("visit"),
    },
    "hsts": {
        "host": Case("visit"),
        "include_subdomains": Case("visit", against="host"),
    },
}
"""Only what is not the seed lab's own value: that one differs from each of these by the same plays."""

FOLLOWS_FROM_OTHERS = {
    "session_store": ("none",),
}
"""Values that nobody chooses by themselves: `none` is where the kind of session needs no store."""


def seen(design: Design, actions: str) -> list[Any]:
    """What counts of a play: status, identity, jars, stores and octets."""
    done = trace(play(design, map(parse_action, actions.split())))
    return [_seen(exchange) for exchange in done.exchanges] + [one.action for one in done.refused_actions]


def _seen(exchange: Exchange) -> tuple[Any, ...]:
    request, response = exchange.request, exchange.response
    return (
        request and (request.text, request.tls_key),
        response and (response.status, response.text),
        exchange.auth.user,
        [_browser(browser) for browser in exchange.browsers],
        [(entry.id, entry.user, entry.role, entry.items) for entry in exchange.store],
        exchange.denied,
        [(token.text, token.state) for token in exchange.refresh],
        exchange.logged_headers,
        [one.text for one in exchange.attacker_knows],
    )


def _browser(browser: Browser) -> tuple[Any, ...]:
    jar = [(cookie.line, cookie.domain) for cookie in browser.jar]
    return jar, [(kept.storage, kept.value) for kept in browser.storage]


def design(switch: str, value: str, base: str) -> Design:
    made = design_from(read_choices([*base.split(), f"{switch}={value}"]))
    check(made)
    return made


CASES = [(switch, value, case) for switch, values in PLAYS.items() for value, case in values.items()]


@pytest.mark.parametrize(("switch", "value", "case"), CASES, ids=[f"{switch}={value}" for switch, value, _ in CASES])
def test_a_value_changes_what_happens(switch: str, value: str, case: Case):
    against = case.against or written(getattr(SEED_LAB, switch))
    one, other = (design(switch, each, case.base) for each in (against, value))
    assert seen(one, case.actions) != seen(other, case.actions)


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.id)
def test_every_value_has_its_play(switch: Switch):
    not_chosen = (switch.seed_lab, *FOLLOWS_FROM_OTHERS.get(switch.id, ()))
    others = [written(value) for value in switch.values if value not in not_chosen]
    assert sorted(PLAYS.get(switch.id, {})) == sorted(others)


def test_no_store_is_where_the_kind_of_session_needs_none():
    brought = {rule.session_type for rule in IMPLIED if ("session_store", "none") in rule.values}
    assert brought == {"jwt", "signed_cookie", "encrypted_cookie", "unsigned_cookie"}
    assert not is_possible(replace(SEED_LAB, session_store="none"))


def test_nothing_but_the_design_makes_the_difference():
    assert seen(SEED_LAB, "login me logout") == seen(SEED_LAB, "login me logout")
