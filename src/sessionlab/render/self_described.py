"""Credentials that say themselves what they mean, as text and back: tokens, and cookies that hold the session."""

from __future__ import annotations

import base64
from typing import Any

from sessionlab.render.fields import (
    Read,
    Spell,
    claims_of,
    fields_of_claims,
    fields_of_record,
    packed,
    record_of,
    unpacked,
)
from sessionlab.render.spelling import Spelling, decoded, encoded, mac, mark, scrambled
from sessionlab.tokens import forgery
from sessionlab.tokens.forgery import NOBODY
from sessionlab.tokens.terms import SERVER, StateCookie, Token

SIGNATURE, SEALED = "demo-signature-", "demo-sealed-"
HEADER = {"typ": "JWT", "alg": "demo"}
FORGED_HEADERS: dict[str, dict[str, str]] = {
    forgery.ALG_NONE: {**HEADER, "alg": "none"},
    forgery.ALG_NONE_MIXED: {**HEADER, "alg": "nOnE"},
    forgery.PUBLIC_KEY_AS_SECRET: {**HEADER, "alg": "HS256"},
    forgery.KNOWN_CONTENT: {**HEADER, "kid": "../../dev/null"},
    forgery.KEY_IN_HEADER: {**HEADER, "jwk": "mallorys-key"},
}
"""What a forger writes into a token's header (RFC 8725 2.1, 2.2, 3.10); in the other ways it stays as it is."""
UNSIGNED = (forgery.ALG_NONE, forgery.ALG_NONE_MIXED)


def token_text(token: Token, how: Spelling, spell: Spell) -> str:
    """Header, claims, signature. `encoding` adds padding that many decoders let pass."""
    fields = fields_of_claims(token.claims, how.versioned, how.fingerprinted, spell, how.placed)
    body = f"{encoded(FORGED_HEADERS.get(token.signed_by, HEADER))}.{encoded(fields)}"
    return f"{body}.{_signature(body, token, how)}{'=' * token.encoding}"


def _signature(body: str, token: Token, how: Spelling) -> str:
    if token.signed_by in UNSIGNED:
        return ""
    key = how.key_of(token.claims.jti) if token.signed_by == SERVER else ""
    return SIGNATURE + mark(how, body, f"{token.signed_by}{key}")


def looks_like_token(text: str) -> bool:
    """Has this the shape of a token?"""
    return text.count(".") == 2 and (SIGNATURE in text or text.rstrip("=").endswith("."))


def token_of(text: str, how: Spelling, read: Read) -> Token | None:
    """The token that a text is; signed by nobody if its signature fits no way of signing."""
    bare = text.rstrip("=")
    header, body, _ = bare.split(".")
    claims, encoding = claims_of(decoded(body), read), len(text) - len(bare)
    known = tuple(way for way in (SERVER, *forgery.FORGERIES) if FORGED_HEADERS.get(way, HEADER) == decoded(header))
    if not known:
        return None
    candidates = (Token(claims, way, encoding) for way in known)
    fits = (one for one in candidates if f"{header}.{body}.{_signature(f'{header}.{body}', one, how)}" == bare)
    return next(fits, Token(claims, NOBODY, encoding))


def state_text(cookie: StateCookie, how: Spelling, spell: Spell) -> str:
    """The cookie that holds the session itself: legible, signed or sealed."""
    fields = fields_of_record(cookie.record, spell, how.placed)
    if how.session_type == "unsigned_cookie":
        return "&".join(f"{name}={value}" for name, value in fields.items())
    key = f"{cookie.sealed_by}{how.key_of(cookie.made)}"
    if how.session_type == "encrypted_cookie":
        body = base64.b32encode(scrambled(packed(fields), how)).decode().rstrip("=").lower()
        return f"{SEALED}{body}-{mark(how, body, key)}"
    body = encoded(fields)
    return f"{body}.{mac(how, body, key)}"


def state_of(text: str, how: Spelling, read: Read) -> StateCookie:
    """The session that a cookie holds. Which request made it cannot be read in it."""
    if how.session_type == "unsigned_cookie":
        fields: dict[str, Any] = dict(part.split("=") for part in text.split("&"))
        return StateCookie(record_of(fields, read))
    if how.session_type == "encrypted_cookie":
        body, _, tag = text.removeprefix(SEALED).rpartition("-")
        octets = base64.b32decode(body.upper() + "=" * (-len(body) % 8))
        fields, genuine = unpacked(scrambled(octets, how)), tag in {mark(how, body, key) for key in _own_keys(how)}
    else:
        body, _, tag = text.partition(".")
        fields, genuine = decoded(body), tag in {mac(how, body, key) for key in _own_keys(how)}
    return StateCookie(record_of(fields, read), SERVER if genuine else NOBODY)


def _own_keys(how: Spelling) -> set[str]:
    return {f"{SERVER}{key}" for key in ("", *dict(how.keys).values())}
