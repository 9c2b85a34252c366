"""Signed requests (RFC 9421): every request proves by itself who made it; nothing is left to steal but the key."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.credential import presented
from sessionlab.engine.durations import SIGNATURE_WINDOW
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine.record import known_by
from sessionlab.engine.steps import Account, FindKey, KeepKey, Logic, NewJti, Note, Now, SeenBefore
from sessionlab.http.message import Client, Request
from sessionlab.tokens.machine import Signed, SigningKey, Unsigned


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Verify the signature and what it covers (RFC 9421 3.2, 7.2)."""
    shown = presented(request, design)
    if isinstance(shown, Unsigned):
        if design.signature_required:
            return anonymous("signature_missing", shown)
        yield Note("unsigned_request_believed")
        return Identity(shown.user, "unsigned_request")
    if not isinstance(shown, Signed):
        return anonymous("no_credential" if shown is None else "not_a_signature", shown)
    known = yield FindKey(shown.key)
    if known is None:
        return anonymous("unknown_key", shown)
    refused = yield from _unfit(shown, request, design)
    if refused is not None:
        return anonymous(refused, shown)
    return (yield from known_by(known, "signature_verified", shown, design))


def _unfit(signed: Signed, request: Request, design: Design) -> Logic[str | None]:
    if signed.fields != request.fields and design.signature_covers_body:
        return "body_changed"
    if (signed.method, signed.path) != (request.method, request.url.path) and design.signature_covers_target:
        return "target_changed"
    if (yield Now()) - signed.at > SIGNATURE_WINDOW and design.signature_timestamp_window == "minutes_5":
        return "signature_too_old"
    if design.possibly("signature_nonce_memory", _remembers) and (yield SeenBefore("nonce", signed.nonce)):
        return "nonce_used"
    return None


def _remembers(memory: str) -> bool:
    return memory != "none"


def issue(account: Account, client: Client, design: Design) -> Logic[SigningKey]:
    """Register a new signing key for an account."""
    key = SigningKey((yield NewJti()), account.name)
    yield KeepKey(key, account.name)
    return key
