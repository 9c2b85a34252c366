"""Every rule fires where it should and is silent where it should be."""

from __future__ import annotations

import pytest

from sessionlab.citation import resolves
from sessionlab.design.space import SAFE
from sessionlab.rules import RULES, findings_of_design
from sessionlab.rules.rule import SEVERITIES
from tests.render.plays import told
from tests.repository.project import SOURCE

JWT = "session_type=jwt"
IN_STORAGE = "credential_transport=authorization_header client_storage=local_storage"
IN_URL = "credential_transport=url_query client_storage=js_memory"
IN_MEMORY = "credential_transport=authorization_header client_storage=js_memory"
DPOP = f"{JWT} {IN_MEMORY} sender_constraint=dpop"
ATTACK = "same_site=none csrf_defence=none"
OPEN = "tls=https_with_http_port_open secure=false"

# For each rule: design and actions under which it fires, and others, as near as possible, under which it does not.
EXAMPLES = {
    "http_only_off": (("http_only=false", "login"), ("http_only=true", "login")),
    "secure_off": (("secure=false", "login"), ("secure=true", "login")),
    "same_site_none": (("same_site=none", "login"), ("same_site=lax", "login")),
    "same_site_unset": (("same_site=unset", "login"), ("same_site=lax", "login")),
    "parent_domain": (("cookie_domain=parent_domain", "login"), ("cookie_domain=host_only", "login")),
    "cookie_will_be_refused": (("same_site=none secure=false", "login"), ("same_site=none", "login")),
    "no_rotation": (("rotate_after_login=false", "login"), ("rotate_after_login=true", "login")),
    "old_id_stays_logged_in": (
        ("old_id_after_rotation=kept_authenticated", "login"),
        ("old_id_after_rotation=kept_anonymous", "login"),
    ),
    "unknown_ids_accepted": (
        ("rotate_after_login=false", "plant_cookie login"),
        ("rotate_after_login=false accept_unknown_session_id=false", "plant_cookie login"),
    ),
    "ids_in_url": (
        ("accept_session_id_in_url=true", "login copy_credential visit=link_with_id"),
        ("", "login copy_credential visit=link_with_id"),
    ),
    "token_in_url": ((f"{JWT} {IN_URL}", "login me"), (f"{JWT} {IN_STORAGE}", "login me")),
    "guessable_id": (("session_id_generator=counter", "login"), ("session_id_generator=csprng_64", "login")),
    "short_id": (("session_id_generator=csprng_64", "login"), ("session_id_generator=csprng_128", "login")),
    "logout_in_browser_only": (("invalidate_on_logout=false", "login logout"), ("", "login logout")),
    "identity_only_removed": (("logout_deletes=identity_only", "login logout"), ("", "login logout")),
    "tokens_without_revocation": ((JWT, "login logout"), (f"{JWT} token_revocation=denylist", "login logout")),
    "state_cookie_outlives_logout": (("session_type=signed_cookie", "login logout"), ("", "login logout")),
    "cookie_kept_at_logout": (("clear_client_on_logout=false", "login logout"), ("", "login logout")),
    "logout_by_get": (("logout_method=GET", "login logout"), ("", "login logout")),
    "unsigned_cookie": (("session_type=unsigned_cookie", "login"), ("session_type=signed_cookie", "login")),
    "signature_not_verified": ((f"{JWT} verify_signature=false", "login"), (JWT, "login")),
    "expiry_not_checked": ((f"{JWT} check_exp=false", "login"), (JWT, "login")),
    "audience_not_checked": ((f"{JWT} check_aud=false", "login"), (JWT, "login")),
    "issuer_not_checked": ((f"{JWT} check_iss=false", "login"), (JWT, "login")),
    "token_without_end": ((f"{JWT} access_token_lifetime=unlimited", "login"), (JWT, "login")),
    "token_in_web_storage": (
        (f"{JWT} {IN_STORAGE}", "login"),
        (f"{JWT} credential_transport=authorization_header client_storage=js_memory", "login"),
    ),
    "unsigned_requests_accepted": (
        ("session_type=signed_request signature_required=false", "login me"),
        ("session_type=signed_request", "login me"),
    ),
    "signature_leaves_out_body": (
        ("session_type=signed_request signature_covers_body=false", "login action"),
        ("session_type=signed_request", "login action"),
    ),
    "signature_leaves_out_target": (
        ("session_type=signed_request signature_covers_target=false", "login me"),
        ("session_type=signed_request", "login me"),
    ),
    "signatures_never_age": (
        ("session_type=signed_request signature_timestamp_window=none", "login me"),
        ("session_type=signed_request", "login me"),
    ),
    "nonces_forgotten": (
        ("session_type=signed_request", "login me"),
        ("session_type=signed_request signature_nonce_memory=shared", "login me"),
    ),
    "webhook_not_verified": (
        ("session_type=webhook_signature webhook_verification=false", "login action"),
        ("session_type=webhook_signature", "login action"),
    ),
    "webhook_taken_twice": (
        ("session_type=webhook_signature", "login action"),
        ("session_type=webhook_signature webhook_id_deduplication=true", "login action"),
    ),
    "webhook_of_any_age": (
        ("session_type=webhook_signature", "login action"),
        ("session_type=webhook_signature webhook_timestamp_check=true", "login action"),
    ),
    "api_key_without_end": (
        ("session_type=api_key", "login me"),
        ("session_type=api_key api_key_expiry=finite", "login me"),
    ),
    "assertion_taken_twice": (
        ("session_type=jwt_assertion", "login me"),
        ("session_type=jwt_assertion assertion_jti_check=true", "login me"),
    ),
    "login_not_bound": (
        ("identity_provider=oidc_code_flow oauth_request_binding=false", "idp_login"),
        ("identity_provider=oidc_code_flow", "idp_login"),
    ),
    "api_tokens_in_page": (
        ("identity_provider=oidc_code_flow oauth_client_pattern=browser_client", "idp_login"),
        ("identity_provider=oidc_code_flow oauth_client_pattern=bff", "idp_login"),
    ),
    "identity_headers_believed": (
        ("session_type=client_certificate proxy_strips_identity_headers=false", "login me"),
        ("session_type=client_certificate", "login me"),
    ),
    "proofs_taken_twice": (
        (
            DPOP,
            "login me",
        ),
        (
            f"{DPOP} dpop_proof_memory=shared",
            "login me",
        ),
    ),
    "never_carried": (
        ("session_type=jwt credential_transport=tls_handshake client_storage=file", "login"),
        ("session_type=jwt credential_transport=authorization_header client_storage=js_memory", "login"),
    ),
    "no_limit_of_time": (("", "login"), ("idle_timeout=server_side", "login")),
    "limit_in_page_only": (("idle_timeout=client_side", "login"), ("idle_timeout=server_side", "login")),
    "plaintext_only": (("tls=http_only secure=false", "login"), ("", "login")),
    "http_port_open": (("tls=https_with_http_port_open", "force_plaintext"), ("", "force_plaintext")),
    "no_csrf_defence": ((ATTACK, "login action"), ("same_site=none csrf_defence=origin_check", "login action")),
    "naive_double_submit": (
        ("csrf_defence=double_submit_naive", "login"),
        ("csrf_defence=double_submit_signed", "login"),
    ),
    "changes_by_get": (("state_change_on_get=true", "login action"), ("", "login action")),
    "login_form_unprotected": (
        ("csrf_defence=origin_check", "login"),
        ("csrf_defence=origin_check csrf_protects_login=true", "login"),
    ),
    "late_writes_recreate": (
        ("session_write=upsert", "login start_request"),
        ("session_write=update_existing", "login start_request"),
    ),
    "sessions_survive_password": (
        ("", "login change_password"),
        ("password_change_revokes=other_sessions", "login change_password"),
    ),
    "sessions_survive_disabling": (
        ("", "login disable_account"),
        ("account_disable_revokes=true", "login disable_account"),
    ),
    "role_of_yesterday": (("", "login change_role"), ("user_data_source=user_record", "login change_role")),
    "sent_in_clear": ((f"{OPEN} hsts=none", "login force_plaintext"), (f"{OPEN} hsts=host", "login force_plaintext")),
    "sent_to_neighbour": (("cookie_domain=parent_domain", "login visit=sibling"), ("", "login visit=sibling")),
    "login_cookie_refused": (("same_site=none secure=false", "login"), ("same_site=none", "login")),
    "known_id_logged_in": (("rotate_after_login=false", "plant_cookie login"), ("", "plant_cookie login")),
    "id_kept_at_login": (("rotate_after_login=false session_created=at_visit", "login"), ("", "login")),
    "copy_outlives_logout": ((JWT, "login copy_credential logout replay"), (JWT, "login copy_credential replay")),
    "attacker_answered_as_user": (("", "login copy_credential replay"), ("", "login copy_credential logout replay")),
    "forged_request_obeyed": ((ATTACK, "login cross_site_request"), ("", "login cross_site_request")),
    "credential_went_cross_site": (
        ("same_site=none csrf_defence=origin_check", "login cross_site_request"),
        ("", "login cross_site_request"),
    ),
    "wrong_account": (
        ("csrf_defence=none", "cross_site_request=form_post:/login me"),
        ("csrf_defence=origin_check csrf_protects_login=true", "cross_site_request=form_post:/login me"),
    ),
    "record_brought_back": (
        ("session_write=upsert", "login start_request logout finish_request"),
        ("session_write=update_existing", "login start_request logout finish_request"),
    ),
    "changed_value_believed": (
        ("session_type=unsigned_cookie", "attacker:login alter replay"),
        ("session_type=signed_cookie", "attacker:login alter replay"),
    ),
    "script_read_it": (("http_only=false", "login run_script"), ("", "login run_script")),
    "overheard": (
        (f"{OPEN} hsts=none", "login force_plaintext observe_network"),
        (f"{OPEN} hsts=none", "login force_plaintext"),
    ),
    "cookie_planted": (("", "plant_cookie"), ("cookie_prefix=__Host-", "plant_cookie")),
    "credential_in_url": ((f"{JWT} {IN_URL}", "login me"), (JWT, "login me")),
    "two_cookies_of_one_name": (("", "login plant_cookie me"), ("", "login me")),
    "disabled_account_answered": (
        ("", "login disable_account me"),
        ("user_data_source=user_record", "login disable_account me"),
    ),
}


def found(choices: str, actions: str) -> set[str]:
    return {finding.code for exchange in told(choices, actions).exchanges for finding in exchange.findings}


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_rule_fires_where_it_should(code: str):
    assert code in found(*EXAMPLES[code][0])


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_rule_is_silent_where_it_should_be(code: str):
    assert code not in found(*EXAMPLES[code][1])


def test_a_copy_from_a_later_login_has_outlived_no_logout():
    assert "copy_outlives_logout" not in found("", "login logout login copy_credential replay")


def test_every_rule_has_its_examples():
    assert list(EXAMPLES) == [rule.code for rule in RULES]


def test_every_file_of_rules_is_in_the_list():
    files = {path.stem for path in (SOURCE / "rules").glob("*.py")} - {"__init__", "rule", "moments"}
    assert {rule.code for rule in RULES} == files


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_severity_a_source_and_one_way_to_fire(rule):
    assert rule.severity in SEVERITIES
    assert resolves(rule.source)
    assert (rule.of_design is None) == (rule.of_moment is not None)
    assert (rule.of_design is None) == (rule.shows is None)


def test_the_advised_design_has_no_finding_of_weight():
    assert [one.code for one in findings_of_design(SAFE) if one.severity in ("high", "medium")] == []


def test_the_worst_is_told_first():
    severities = [SEVERITIES.index(one.severity) for one in told("http_only=false").exchanges[1].findings]
    assert severities == sorted(severities)
