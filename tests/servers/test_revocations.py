"""The list of refused tokens: who knows of an entry, for how long, and what is remembered of old answers."""

from __future__ import annotations

import math

import pytest

from sessionlab.engine import steps as s
from sessionlab.servers.revocations import current_version, deny, is_denied
from sessionlab.servers.simulated import At
from sessionlab.servers.state import VICTIM, ServerState
from sessionlab.value import replace
from tests.playbook import follow, under

JWT = {"session_type": "jwt"}


def listed(**switches):
    return under(token_revocation="denylist", **JWT, **switches)


def denied(design, number: int = 1, now: int = 0) -> ServerState:
    return deny(s.Deny(5, 3600), ServerState(), At(number, now, design))[0]


def until(state: ServerState, design, number: int = 1, now: int = 0, jti: int = 5, encoding: int = 0):
    return is_denied(s.IsDenied(jti, encoding), state, At(number, now, design))[1]


def test_an_entry_names_one_token_until_it_ends():
    design = listed()
    assert until(denied(design), design) == 3600
    assert until(denied(design), design, jti=6) is None
    assert until(denied(design), design, now=3600) is None


@pytest.mark.parametrize(("lifetime", "still"), [("until_exp", 3600), ("shorter_than_exp", None)])
def test_a_short_memory_forgets_a_token_that_is_still_good(lifetime: str, still: int | None):
    """Vocabulary, `denylist_entry_lifetime`."""
    design = listed(denylist_entry_lifetime=lifetime)
    assert until(denied(design), design, now=900) == still


@pytest.mark.parametrize(("key", "found"), [("jti", 3600), ("raw_token_hash", None)])
def test_a_list_of_texts_does_not_know_another_spelling(key: str, found: int | None):
    """OWASP JWT CS; vocabulary, `denylist_key`."""
    design = listed(denylist_key=key)
    assert until(denied(design), design, encoding=1) == found


@pytest.mark.parametrize(("scope", "elsewhere"), [("shared", 3600), ("per_instance", None)])
def test_each_instance_may_have_its_own_list(scope: str, elsewhere: int | None):
    design = listed(app_instances="two", denylist_scope=scope)
    assert until(denied(design), design, number=2) == elsewhere
    assert until(denied(design), design, number=3) == 3600


@pytest.mark.parametrize(("outage", "answer"), [("fail_closed", math.inf), ("fail_open", None)])
def test_a_list_that_cannot_be_asked_lets_all_in_or_none(outage: str, answer: float | None):
    """Ground truth R275."""
    design = listed(denylist_outage=outage)
    assert until(replace(ServerState(), outage=True), design) == answer


def test_an_issuer_knows_what_it_never_issued():
    """Ground truth R257: the issuer has no record of a forged token."""
    asked = under(token_revocation="introspection", **JWT)
    assert until(ServerState(), asked, jti=-1) == math.inf
    assert until(ServerState(), listed(), jti=-1) is None
    follow(
        "login → 200 marko\n forge=leaked_key → done\n replay → 401 nobody (token_denied)",
        token_revocation="introspection",
        **JWT,
    )


def test_an_old_answer_is_used_again_for_a_minute():
    """Ground truth R280; RFC 7662 4."""
    design = listed(revocation_cache="seconds_60")
    state = is_denied(s.IsDenied(5), ServerState(), At(1, 0, design))[0]
    state = deny(s.Deny(5, 3600), state, At(2, 1, design))[0]
    assert until(state, design, number=3, now=59) is None
    assert until(state, design, number=3, now=60) == 3600


def test_the_version_that_counts_is_that_of_the_account_or_a_remembered_one():
    account = ServerState().accounts[0]
    raised = ServerState(accounts=(replace(account, version=1),))
    assert current_version(s.CurrentVersion(VICTIM), raised, At(1, 0, under(**JWT)))[1] == 1
    cached = under(revocation_cache="seconds_60", **JWT)
    state = current_version(s.CurrentVersion(VICTIM), ServerState(), At(1, 0, cached))[0]
    later = replace(state, accounts=raised.accounts)
    assert current_version(s.CurrentVersion(VICTIM), later, At(2, 30, cached))[1] == 0
    assert current_version(s.CurrentVersion("nobody"), later, At(2, 30, cached))[1] == -1
