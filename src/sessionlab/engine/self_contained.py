"""Self-contained tokens: signed claims that the server verifies instead of looking anything up (RFC 7519, 8725)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.account import current
from sessionlab.engine.durations import LEEWAY, expiry_of
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.lifetime import too_old
from sessionlab.engine.revocation import revoked_because
from sessionlab.engine.steps import Account, Logic, NewJti, Note, Now, Sign, Verify
from sessionlab.http.message import Client
from sessionlab.tokens.terms import Claims, Name, Record, Token

ISSUER, AUDIENCE = "https://app.example.test", "https://app.example.test"


def identify(credential: Any, design: Design, typ: str = "access") -> Logic[Identity]:
    """Verify the token, then believe its claims (RFC 8725 3: algorithm, signature, issuer, audience, expiry)."""
    if not isinstance(credential, Token):
        return anonymous("not_a_token", credential)
    if design.possibly("verify_signature", bool):
        genuine = yield Verify(credential)
        if not genuine and design.verify_signature:
            return anonymous("signature_invalid", credential)
    else:
        yield Note("signature_not_checked")
    refused = yield from _unfit(credential, typ, design)
    if refused:
        return anonymous(refused, credential)
    record, refused = yield from current(as_record(credential.claims), design)
    if refused:
        return anonymous(refused, credential)
    return Identity(credential.claims.sub, "verified_claims", credential, None, record)


def _unfit(token: Token, typ: str, design: Design) -> Logic[str | None]:
    claims = design.view(token.claims)
    now = yield Now()
    if claims.exp <= now and design.check_exp:
        if design.outcome(_beyond_leeway, token.claims.exp, design.later("clock_leeway"), now):
            return "token_expired"
        yield Note("within_leeway")
    if claims.iss != ISSUER and design.check_iss:
        return "issuer_wrong"
    if claims.aud != AUDIENCE and design.check_aud:
        return "audience_wrong"
    if claims.typ != typ and design.check_typ:
        return "token_type_wrong"
    # Nothing notes the use of a token, so no server can see that one was idle.
    return too_old(claims.iat, now, design) or (yield from revoked_because(token, now, design))


def _beyond_leeway(exp: float, leeway: str, now: int) -> bool:
    return now >= exp + LEEWAY[leeway]


def as_record(claims: Claims) -> Record:
    """The state that claims stand for; nothing notes the use of a token, so it is "seen" when it was issued."""
    return Record(
        user=claims.sub,
        created=claims.iat,
        seen=claims.iat,
        started=claims.jti,
        csrf=claims.csrf,
        role=claims.role,
        enabled=claims.enabled,
        password=claims.password,
        client=claims.client,
    )


def issue(account: Account, now: int, csrf: Any, client: Client, design: Design, family: Name = None) -> Logic[Token]:
    """A new token for an account. `family`: the login whose refresh token brought it about, if one did."""
    jti = yield NewJti()
    token: Token = yield Sign(
        Claims(
            sub=account.name,
            uid=account.uid,
            role=account.role,
            iat=now,
            exp=design.later("access_token_lifetime", expiry_of, now),
            iss=ISSUER,
            aud=AUDIENCE,
            jti=jti,
            version=account.version,
            password=account.password,
            enabled=account.enabled,
            csrf=csrf,
            client=client,
            family=jti if family is None else family,
        )
    )
    return token
