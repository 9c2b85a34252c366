"""Every experiment gives each of its answers on a design that calls for it, by the rules of data/session_card.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sessionlab.card.experiments import CONTROL, EXPERIMENTS, FAMILIES
from sessionlab.card.result import NOT_TESTED, QUESTIONS
from tests.card.cards import result

DATA = json.loads((Path(__file__).parent / "data/session_card.json").read_text(encoding="utf-8"))
BY_QUESTION = {
    "where does the session meaning live?": "meaning",
    "who can copy or read it?": "access",
    "what makes it stop working?": "stop",
}
HTTP_ONLY = "public HTTP only"
JWT = {"session_type": "jwt"}
SHARED = {"session_store": "redis", "store_scope": "shared"}
PLANTABLE = {"session_created": "at_visit", "rotate_after_login": False}
DENYLIST = {**JWT, "token_revocation": "denylist"}
CACHED = {**DENYLIST, "revocation_cache": "seconds_60"}
REFRESHING = {**JWT, "refresh_tokens": "rotating"}
OPEN_PORT = {"secure": False, "tls": "https_with_http_port_open"}
IN_BODY = {**JWT, "credential_transport": "custom_header", "client_storage": "local_storage"}

EXAMPLES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("A0", "known", {}),
    ("A0", "known_at_some_instances", {"app_instances": "two"}),
    ("A0", "login_does_not_stick", {"cookie_size": "over_4096_bytes"}),
    ("A1", "necessary_and_enough", {}),
    ("A1", "not_necessary", {"session_type": "client_certificate"}),
    ("A2", "one_value", {}),
    ("A2", "second_credential", {"remember_me": "stored_token"}),
    ("A3", "server_record", {}),
    ("A3", "not_in_that_store", JWT),
    ("A4", "process_memory", {}),
    ("A4", "outside_the_process", SHARED),
    ("A5", "signing_key", {"sign_session_id": True}),
    ("A5", "signing_key", JWT),
    ("A5", "no_key", {}),
    ("A6", "inside_the_value", JWT),
    ("A6", "inside_the_value", {"session_type": "encrypted_cookie"}),
    ("A6", "server_record", SHARED),
    ("A6", "per_instance_memory", {}),
    ("A6", "identity_provider", {"session_type": "opaque_token"}),
    ("A6", "none_found", {"session_type": "jwt_assertion"}),
    ("A7", "readable", JWT),
    ("A7", "readable", {"session_type": "signed_cookie"}),
    ("A7", "not_readable", {}),
    ("A7", "not_readable", {"session_type": "encrypted_cookie"}),
    ("A8", "not_protected", {"session_type": "unsigned_cookie"}),
    ("A8", "not_protected", {**JWT, "verify_signature": False}),
    ("A8", "protected", JWT),
    ("A9", "inside_the_value", {"session_type": "signed_cookie"}),
    ("A9", "server_record", {}),
    ("A10", "user_record", {"user_data_source": "user_record"}),
    ("A10", "snapshot", {}),
    ("B1", "can_copy", {"http_only": False}),
    ("B1", "can_copy", IN_BODY),
    ("B1", "cannot", {}),
    ("B2", "can_use", {}),
    ("B3", "can_copy", OPEN_PORT),
    ("B3", "cannot", {}),
    ("B4", "state_changed", {"same_site": "none"}),
    ("B4", "can_use", {}),
    ("B4", "cannot", {"same_site": "strict"}),
    ("B5", "can_copy", {"cookie_domain": "parent_domain"}),
    ("B5", "can_replace", {"duplicate_cookie_policy": "last"}),
    ("B5", "cannot", {}),
    ("B6", "fixation", PLANTABLE),
    ("B6", "fixation", {"accept_unknown_session_id": True, "rotate_after_login": False}),
    ("B6", "cannot", {"session_created": "at_visit"}),
    ("B7", "can_copy", {**JWT, "credential_transport": "url_query", "client_storage": "local_storage"}),
    ("B7", "can_copy", {"credential_logging": "raw"}),
    ("B7", "cannot", {}),
    ("B8", "can_copy", {}),
    ("B8", "cannot", {"store_key_form": "hashed"}),
    ("B9", "bearer", {}),
    ("B9", "bound", {"sender_constraint": "ip_address"}),
    ("B10", "weakness_seen", {"session_id_generator": "counter"}),
    ("B10", "no_weakness_seen", {}),
    ("C1", "dead_at_once", {}),
    ("C1", "alive", {"clear_client_on_logout": False, "invalidate_on_logout": False}),
    ("C2", "dead_at_once", {}),
    ("C2", "alive", JWT),
    ("C2", "dead_at_limit", CACHED),
    ("C3", "alive", {}),
    ("C4", "dead_at_once", {}),
    ("C4", "revived", {"session_write": "upsert"}),
    ("C4", "alive", JWT),
    ("C4", "dead_at_limit", CACHED),
    ("C5", "dead_at_once", {"session_write": "upsert"}),
    ("C5", "revived", {"session_write": "upsert", "session_save": "every_request"}),
    ("C5", "alive", JWT),
    ("C5", "dead_at_limit", CACHED),
    ("C6", "this_session", {}),
    ("C6", "all_sessions", {"logout_scope": "all_sessions"}),
    ("C7a", "alive", {}),
    ("C7a", "dead_at_once", {"rotate_after_password_change": True}),
    ("C7a", "whole_account_dead", {"password_change_revokes": "all_sessions"}),
    ("C7b", "alive", {}),
    ("C7b", "dead_at_once", {"password_change_revokes": "other_sessions"}),
    ("C7b", "whole_account_dead", {"password_change_revokes": "all_sessions"}),
    ("C8", "alive", {}),
    ("C8", "alive", {"idle_timeout": "client_side"}),
    ("C8", "dead_at_limit", {"idle_timeout": "server_side"}),
    ("C9", "alive", {"idle_timeout": "server_side"}),
    ("C9", "dead_at_limit", {"idle_timeout": "server_side", "absolute_timeout": "server_side"}),
    ("C10", "dead_at_once", {}),
    ("C10", "alive", SHARED),
    ("C11", "alive", {}),
    ("C11", "dead_at_once", JWT),
    ("C12", "alive", {"session_type": "signed_cookie"}),
    ("C12", "dead_at_once", DENYLIST),
    ("C12", "dead_at_limit", CACHED),
    ("C12", "whole_account_dead", {"session_list": True}),
    ("C13", "alive", {}),
    ("C13", "dead_at_once", {"account_disable_revokes": True}),
    ("C14", "dead_at_once", {}),
    ("C14", "alive", JWT),
    ("C15", "static", {**JWT, "refresh_tokens": "static"}),
    ("C15", "rotation", REFRESHING),
    ("C15", "family_revoked", {**JWT, "refresh_tokens": "rotating_with_reuse_detection"}),
    ("C16", "not_bound", {}),
    ("C16", "bound", {"sender_constraint": "user_agent"}),
)
NO_EXAMPLE = {
    ("A1", "not_enough"): "the simulation knows a client by what it holds, so that putting it back is always enough",
    ("A2", "several_needed"): "no design spreads a login over two values that are both needed",
    ("A2", "no_value_alone"): "no design spreads a login over two values that are both needed",
    ("B2", "cannot"): "a page that is logged in can ask; what could stop its script would stop the page",
    ("C3", "dead_at_once"): "deleting a cookie tells nobody: the control for C2",
    ("C7a", "dead_at_limit"): "what revokes for a new password is not cached in any design that can be played here",
    ("C7b", "dead_at_limit"): "what revokes for a new password is not cached in any design that can be played here",
    ("C13", "dead_at_limit"): "an account that is disabled is asked about, or its sessions are deleted, at once",
    ("C14", "dead_at_limit"): "only where copies of a store follow late, as the test below shows",
}


@pytest.mark.parametrize(("number", "answer", "choices"), EXAMPLES)
def test_an_experiment_answers_by_its_rule(number: str, answer: str, choices: dict[str, Any]):
    assert result(number, **choices).answer == answer


def test_every_answer_has_an_example_or_a_reason_for_having_none():
    shown = {(number, answer) for number, answer, _ in EXAMPLES}
    possible = {(one.id.partition("_")[0], answer) for one in EXPERIMENTS for answer in one.answers}
    assert possible - shown == set(NO_EXAMPLE)


def test_the_experiments_are_those_of_the_data_in_their_order():
    assert [one.id for one in EXPERIMENTS] == [row["id"] for row in DATA["experiments"]]


def test_each_belongs_to_the_question_and_needs_the_access_that_the_data_says():
    told = [(one.question, one.server_side) for one in EXPERIMENTS]
    assert told == [(BY_QUESTION[row["question"]], row["needs"] != HTTP_ONLY) for row in DATA["experiments"]]


def test_answers_stand_in_the_vocabulary_of_the_data_where_it_has_words_for_the_question():
    """What is alive or dead is said in the data's words; whoever asks something else has words of its own."""
    life = {word.partition("(")[0] for word in DATA["vocabulary"]["stop"]}
    judging = [one for one in EXPERIMENTS if one.question == "stop" and "alive" in one.answers]
    assert [one.id for one in judging if not set(one.answers) <= life] == []
    assert NOT_TESTED in life


def test_families_hold_every_experiment_once_and_the_control_comes_first():
    assert sorted(one.id for family in FAMILIES for one in family.EXPERIMENTS) == sorted(one.id for one in EXPERIMENTS)
    assert CONTROL.id == "A0_control"
    assert [one.question for one in EXPERIMENTS] == sorted((one.question for one in EXPERIMENTS), key=QUESTIONS.index)


def test_what_worries_is_among_the_answers():
    assert [one.id for one in EXPERIMENTS if not set(one.worrying) <= set(one.answers)] == []


@pytest.mark.parametrize(
    ("number", "limit", "choices"),
    [
        ("C8", "idle_timeout", {"idle_timeout": "server_side"}),
        ("C8", "absolute_timeout", {"absolute_timeout": "server_side"}),
        ("C8", "access_token_lifetime", {**JWT, "access_token_lifetime": "minutes_5"}),
        ("C8", "access_token_lifetime", {**JWT, "clock_leeway": "seconds_30"}),
        ("C8", "api_key_expiry", {"session_type": "api_key", "api_key_expiry": "finite"}),
        ("C9", "absolute_timeout", {"idle_timeout": "server_side", "absolute_timeout": "server_side"}),
        ("C2", "revocation_cache", CACHED),
        ("C2", "replication", {**SHARED, "app_instances": "two", "store_scope": "replicated_async"}),
        ("B9", "key", {**IN_BODY, "sender_constraint": "dpop"}),
        ("C16", "address", {"sender_constraint": "ip_address"}),
        ("C16", "agent", {"sender_constraint": "user_agent"}),
        ("C16", "key", {"sender_constraint": "dbsc"}),
    ],
)
def test_a_limit_or_a_binding_is_named(number: str, limit: str, choices: dict[str, Any]):
    assert result(number, **choices).limit == limit


def test_a_client_side_cookie_that_renews_itself_lives_in_a_jar_and_dies_as_a_static_copy():
    """C9: "they differ for self-contained cookies"."""
    polled = result("C9", session_type="signed_cookie", idle_timeout="server_side", session_save="every_request")
    assert (polled.read("fresh_jar"), polled.read("static_copy")) == ("alive", "idle_timeout")


def test_instances_with_a_memory_of_their_own_are_each_asked_to_log_out_and_the_worst_counts():
    assert result("C2", app_instances="two").answer == "alive"
    assert result("C4", app_instances="two").tested


def test_a_page_of_another_site_is_tried_in_every_kind_age_and_setting():
    sent = result("B4", same_site="unset")
    assert len([one for one in sent.readings if one.about.count(",") == 2]) == 24
    assert sent.read("form_post,young,allowed") == "state_changed"
    assert sent.read("form_post,old,allowed") == "not_attached"
    assert result("B4", same_site="none").read("iframe,young,blocked") == "not_attached"


def test_hsts_is_asked_about_before_and_after_it_was_learned():
    wire = result("B3", **OPEN_PORT, hsts="host", cookie_domain="parent_domain")
    seen = {one.about: one.value for one in wire.readings}
    assert (seen["app,without_hsts"], seen["app,with_hsts"], seen["sub,with_hsts"]) == ("seen", "not_seen", "seen")


def test_a_click_at_the_provider_brings_the_login_back():
    assert result("C1", identity_provider="oidc_code_flow").read("after_a_click") == "known"
    assert result("C1").read("after_a_click") is None


def test_what_one_flag_holds_back_is_seen_once_it_is_taken_away():
    assert result("B1").read("without_http_only") == "seen"
    assert result("B3").read("without_secure") == "seen"
    assert result("B5").read("without_host_only") == "seen"
    assert result("B4", same_site="strict").read("form_post,without_same_site") == "state_changed"
    assert result("B3", secure=False).read("without_secure") is None


def test_a_changed_spelling_that_says_the_same_does_not_count_as_accepted():
    altered = result("A8", session_type="jwt")
    assert altered.answer == "protected"
    assert altered.read("signature") == "accepted_but_says_the_same"
