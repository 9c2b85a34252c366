"""Warnings: one rule a file, over a design or over what happened. `RULES` lists them all."""

from __future__ import annotations

import functools

from sessionlab.design.design import Design
from sessionlab.rules import (
    api_key_without_end,
    api_tokens_in_page,
    assertion_taken_twice,
    attacker_answered_as_user,
    audience_not_checked,
    changed_value_believed,
    changes_by_get,
    cookie_kept_at_logout,
    cookie_planted,
    cookie_will_be_refused,
    copy_outlives_logout,
    credential_in_url,
    credential_went_cross_site,
    disabled_account_answered,
    expiry_not_checked,
    forged_request_obeyed,
    guessable_id,
    http_only_off,
    http_port_open,
    id_kept_at_login,
    identity_headers_believed,
    identity_only_removed,
    ids_in_url,
    issuer_not_checked,
    known_id_logged_in,
    late_writes_recreate,
    limit_in_page_only,
    login_cookie_refused,
    login_form_unprotected,
    login_not_bound,
    logout_by_get,
    logout_in_browser_only,
    naive_double_submit,
    never_carried,
    no_csrf_defence,
    no_limit_of_time,
    no_rotation,
    nonces_forgotten,
    old_id_stays_logged_in,
    overheard,
    parent_domain,
    plaintext_only,
    proofs_taken_twice,
    record_brought_back,
    role_of_yesterday,
    same_site_none,
    same_site_unset,
    script_read_it,
    secure_off,
    sent_in_clear,
    sent_to_neighbour,
    sessions_survive_disabling,
    sessions_survive_password,
    short_id,
    signature_leaves_out_body,
    signature_leaves_out_target,
    signature_not_verified,
    signatures_never_age,
    state_cookie_outlives_logout,
    token_in_url,
    token_in_web_storage,
    token_without_end,
    tokens_without_revocation,
    two_cookies_of_one_name,
    unknown_ids_accepted,
    unsigned_cookie,
    unsigned_requests_accepted,
    webhook_not_verified,
    webhook_of_any_age,
    webhook_taken_twice,
    wrong_account,
)
from sessionlab.rules.rule import SEVERITIES, Finding, Moment, Rule

RULES: tuple[Rule, ...] = (
    http_only_off.RULE,
    secure_off.RULE,
    same_site_none.RULE,
    same_site_unset.RULE,
    parent_domain.RULE,
    cookie_will_be_refused.RULE,
    no_rotation.RULE,
    old_id_stays_logged_in.RULE,
    unknown_ids_accepted.RULE,
    ids_in_url.RULE,
    token_in_url.RULE,
    guessable_id.RULE,
    short_id.RULE,
    logout_in_browser_only.RULE,
    identity_only_removed.RULE,
    tokens_without_revocation.RULE,
    state_cookie_outlives_logout.RULE,
    cookie_kept_at_logout.RULE,
    logout_by_get.RULE,
    unsigned_cookie.RULE,
    signature_not_verified.RULE,
    expiry_not_checked.RULE,
    audience_not_checked.RULE,
    issuer_not_checked.RULE,
    token_without_end.RULE,
    token_in_web_storage.RULE,
    unsigned_requests_accepted.RULE,
    signature_leaves_out_body.RULE,
    signature_leaves_out_target.RULE,
    signatures_never_age.RULE,
    nonces_forgotten.RULE,
    webhook_not_verified.RULE,
    webhook_taken_twice.RULE,
    webhook_of_any_age.RULE,
    api_key_without_end.RULE,
    assertion_taken_twice.RULE,
    login_not_bound.RULE,
    api_tokens_in_page.RULE,
    identity_headers_believed.RULE,
    proofs_taken_twice.RULE,
    never_carried.RULE,
    no_limit_of_time.RULE,
    limit_in_page_only.RULE,
    plaintext_only.RULE,
    http_port_open.RULE,
    no_csrf_defence.RULE,
    naive_double_submit.RULE,
    changes_by_get.RULE,
    login_form_unprotected.RULE,
    late_writes_recreate.RULE,
    sessions_survive_password.RULE,
    sessions_survive_disabling.RULE,
    role_of_yesterday.RULE,
    sent_in_clear.RULE,
    sent_to_neighbour.RULE,
    login_cookie_refused.RULE,
    known_id_logged_in.RULE,
    id_kept_at_login.RULE,
    copy_outlives_logout.RULE,
    attacker_answered_as_user.RULE,
    forged_request_obeyed.RULE,
    credential_went_cross_site.RULE,
    wrong_account.RULE,
    record_brought_back.RULE,
    changed_value_believed.RULE,
    script_read_it.RULE,
    overheard.RULE,
    cookie_planted.RULE,
    credential_in_url.RULE,
    two_cookies_of_one_name.RULE,
    disabled_account_answered.RULE,
)
"""In the order in which findings of one severity are told."""


def findings_of_design(design: Design) -> tuple[Finding, ...]:
    """What is to be said of a design before anything happens, the worst first."""
    return _sorted(
        Finding(rule.code, rule.severity, rule.source)
        for rule in RULES
        if rule.of_design is not None and rule.of_design(design)
    )


def findings_in(moment: Moment, of_design: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is to be said of an exchange: what happened, and what of the design's findings matters in it."""
    found = []
    for rule, known in _watching(of_design):
        if known is not None:
            if rule.shows is not None and rule.shows(moment):
                found.append(known)
        elif rule.of_moment is not None:
            details = rule.of_moment(moment)
            if details is not None:
                found.append(Finding(rule.code, rule.severity, rule.source, details))
    return _sorted(found)


@functools.lru_cache(maxsize=256)
def _watching(of_design: tuple[Finding, ...]) -> tuple[tuple[Rule, Finding | None], ...]:
    """The rules that can say something of an exchange, with what those about designs found."""
    known = {finding.code: finding for finding in of_design}
    return tuple((rule, known.get(rule.code)) for rule in RULES if rule.of_moment is not None or rule.code in known)


def _sorted(found: object) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))  # type: ignore[call-overload]
