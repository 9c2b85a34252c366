"""Claims: read, decided for all designs at once, and answered with a counterexample."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sessionlab.attacks import attack_named
from sessionlab.design.space import design_from
from sessionlab.design.validity import is_possible
from sessionlab.errors import Trouble
from sessionlab.explore.claims import Judge, Verdict, read_claims, start_of
from sessionlab.explore.own_steps import play_out

DELETED = {"session_type": "server_session", "credential_transport": "cookie", "invalidate_on_logout": True}


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


def decided(judge: Judge, **row: Any) -> Verdict:
    claims = read_claims(json.dumps({"rows": [{"id": "R1", "quantifier": "for_all_others", **row}]}))
    return judge.decide(claims.rows[0], claims)


def test_a_true_claim_about_all_designs_holds(judge: Judge) -> None:
    design = {**DELETED, "app_instances": "one", "store_scope": "shared", "logout_deletes": "record"}
    assert decided(judge, attack="replay_after_logout", design=design, outcome="blocked").holds


def test_a_wrong_claim_is_answered_with_a_design_that_breaks_it(judge: Judge) -> None:
    verdict = decided(judge, attack="replay_after_logout", design=DELETED, outcome="blocked")
    assert (verdict.holds, verdict.expected, verdict.got) == (False, "blocked", "succeeds")
    broken = design_from(dict(verdict.counterexample))
    assert [getattr(broken, name) for name in DELETED] == list(DELETED.values())
    assert play_out(attack_named("replay_after_logout"), broken) is True


def test_a_claim_about_the_defaults_is_about_one_design(judge: Judge) -> None:
    row = {"attack": "replay_after_logout", "design": {}, "quantifier": "with_defaults"}
    assert decided(judge, outcome="blocked", **row).holds
    wrong = decided(judge, outcome="succeeds", **row)
    assert (wrong.holds, wrong.got, wrong.counterexample) == (False, "blocked", ())


def test_a_list_means_each_of_its_values(judge: Judge) -> None:
    row = {"attack": "replay_after_logout", "quantifier": "with_defaults"}
    assert not decided(judge, outcome="blocked", design={"invalidate_on_logout": [True, False]}, **row).holds
    assert decided(judge, outcome="succeeds", design={"invalidate_on_logout": [False]}, **row).holds


def test_what_must_keep_working_is_works_or_broken(judge: Judge) -> None:
    row = {"attack": "works_after_restart", "quantifier": "with_defaults"}
    assert decided(judge, outcome="works", design={"session_store": "redis", "store_scope": "shared"}, **row).holds
    assert decided(judge, outcome="broken", design={"session_store": "process_memory"}, **row).holds


def test_a_claim_about_designs_that_cannot_be_does_not_hold(judge: Judge) -> None:
    verdict = decided(
        judge,
        attack="replay_after_logout",
        design={"session_type": "signed_cookie", "session_store": "redis"},
        outcome="blocked",
    )
    assert (verdict.holds, verdict.why) == (False, "no_such_design")


def test_what_browsers_reject_is_left_out_unless_the_claim_names_it(judge: Judge) -> None:
    """`SameSite=None` without Secure is never stored (6265bis 5.7), so a login under it cannot stick."""
    row = {"attack": "works_right_after_login", "outcome": "works", "quantifier": "for_all_others"}
    plain = {"session_type": "unsigned_cookie", "csrf_defence": "none", "client_type": "browser"}
    usual = {**plain, "app_instances": "one", "tls": "https_only", "cookie_path": "/", "cookie_size": "fits"}
    assert decided(judge, design={**usual, "same_site": "none", "credential_transport": "cookie"}, **row).holds
    named = {**usual, "same_site": "none", "secure": False, "credential_transport": "cookie"}
    assert not decided(judge, design=named, **row).holds


def test_settings_of_the_browser_stand_beside_the_switches() -> None:
    assert start_of({"third_party_cookies": ("blocked",)}).policy.third_party_cookies == "blocked"
    assert start_of({"plaintext_reachable": (False,)}).plaintext_reachable is False


def row(**changes: Any) -> str:
    good = {"attack": "replay_after_logout", "design": {}, "outcome": "blocked", "quantifier": "with_defaults"}
    return json.dumps({"rows": [{**good, **changes}]})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nonsense", "claims_not_json"),
        ("[]", "claims_no_rows"),
        ('{"rows": [3]}', "claims_no_object"),
        ('{"rows": [{"design": {}}]}', "claims_no_attack"),
        (row(outcome="maybe"), "claims_not_one_of"),
        (row(outcome=["blocked"]), "claims_not_one_of"),
        (row(quantifier="some"), "claims_not_one_of"),
        (row(until="doomsday"), "claims_not_one_of"),
        (row(design=[]), "claims_no_design"),
        ('{"meta": {"pinned": [1]}, "rows": []}', "claims_no_design"),
        (row(design={"colour": 1}), "unknown_switch"),
        (row(design={"http_only": {"a": 1}}), "not_flat"),
    ],
)
def test_what_is_no_file_of_claims_is_a_trouble(text: str, problem: str) -> None:
    with pytest.raises(Trouble) as trouble:
        read_claims(text)
    assert trouble.value.code == problem


def test_a_complete_design_is_never_named_by_more_than_it_needs(judge: Judge) -> None:
    """A counterexample differs from the defaults only in what the claim says and in what breaks it."""
    verdict = decided(judge, attack="replay_after_logout", design=DELETED, outcome="blocked")
    needed = dict(verdict.counterexample)
    for name in set(needed) - set(DELETED):
        nearer = design_from({key: value for key, value in needed.items() if key != name})
        assert not is_possible(nearer) or play_out(attack_named("replay_after_logout"), nearer) is not True, name
