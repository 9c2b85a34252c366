"""Self-contained tokens: claims that are verified instead of looked up (RFC 7519, RFC 8725)."""

from __future__ import annotations

import math

import pytest

from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.engine.self_contained import AUDIENCE, ISSUER, as_record, identify, issue
from sessionlab.engine.steps import Account
from sessionlab.http.message import Client
from sessionlab.servers.state import VICTIM
from sessionlab.tokens.terms import Claims, Garbled, Reference, SessionId, Token
from sessionlab.value import replace
from tests.engine.driving import NOW, asked_for, driven, plain, result

CLAIMS = Claims(VICTIM, 1, "user", NOW, NOW + 3600, ISSUER, AUDIENCE, jti=1)


def ground(token: object, now: int = NOW, **switches) -> str:
    return str(result(identify(token, plain(session_type="jwt", **switches)), now=now).ground)


def test_verified_claims_are_the_user_without_any_look_up():
    """Lesson, section 8: token-style session carries claims."""
    done = driven(identify(Token(CLAIMS), plain(session_type="jwt")))
    assert (done.response.user, done.response.ground) == (VICTIM, "verified_claims")
    assert asked_for(done) == ["Verify", "Now"]


@pytest.mark.parametrize(
    ("changes", "switch", "refused"),
    [
        ({"exp": NOW}, "check_exp", "token_expired"),
        ({"iss": "https://other.test"}, "check_iss", "issuer_wrong"),
        ({"aud": "https://other.test"}, "check_aud", "audience_wrong"),
    ],
)
def test_each_claim_is_checked_unless_its_switch_is_off(changes: dict, switch: str, refused: str):
    """ASVS 9.2.1 to 9.2.4."""
    token = Token(replace(CLAIMS, **changes))
    assert ground(token) == refused
    assert ground(token, **{switch: False}) == "verified_claims"


def test_a_signature_is_checked_before_any_claim():
    """RFC 8725 3.1."""
    token = Token(replace(CLAIMS, exp=0), signed_by="nobody")
    assert ground(token) == "signature_invalid"
    assert ground(token, verify_signature=False) == "token_expired"


def test_expiry_means_the_second_itself_is_too_late():
    """RFC 7519 4.1.4: "on or after which"."""
    assert ground(Token(CLAIMS), NOW + 3599) == "verified_claims"
    assert ground(Token(CLAIMS), NOW + 3600) == "token_expired"


def test_a_token_ends_at_the_absolute_limit_and_never_at_the_idle_one():
    """Ground truth R298: nothing notes the use of a token."""
    token = Token(replace(CLAIMS, exp=math.inf))
    assert ground(token, NOW + IDLE_LIMIT, idle_timeout="server_side") == "verified_claims"
    assert ground(token, NOW + ABSOLUTE_LIMIT, absolute_timeout="server_side") == "absolute_limit"


@pytest.mark.parametrize("credential", [Garbled(Token(CLAIMS)), Reference(SessionId(1)), "text"])
def test_what_is_no_token_says_nothing(credential: object):
    assert ground(credential) == "not_a_token"


@pytest.mark.parametrize(("lifetime", "exp"), [("minutes_5", 300), ("hour_1", 3600), ("unlimited", math.inf)])
def test_a_new_token_tells_who_until_when_from_whom_and_for_whom(lifetime: str, exp: float):
    design = plain(session_type="jwt", access_token_lifetime=lifetime)
    token = result(issue(Account(VICTIM, 1, role="admin", version=2, password=3), NOW, None, Client("home"), design))
    claims = token.claims
    assert (claims.sub, claims.uid, claims.role, claims.iat, claims.exp) == (VICTIM, 1, "admin", NOW, NOW + exp)
    assert (claims.iss, claims.aud, claims.version, claims.password) == (ISSUER, AUDIENCE, 2, 3)
    assert (claims.client, claims.family, token.signed_by) == (Client("home"), claims.jti, "server")


def test_claims_stand_for_a_state():
    record = as_record(CLAIMS)
    assert (record.user, record.role, record.created, record.started) == (VICTIM, "user", NOW, 1)
