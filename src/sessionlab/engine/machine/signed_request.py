"""Signed requests (RFC 9421): every request proves by itself who made it; nothing is left to steal but the key."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.durations import SIGNATURE_WINDOW
from sessionlab.engine.identity import Identity
from sessionlab.engine.machine.signature import identify_by_signature, signed_part
from sessionlab.engine.steps import Account, KeepKey, Logic, NewJti, Now, SeenBefore
from sessionlab.http.message import Client, Request
from sessionlab.tokens.machine import Signed, SigningKey


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Verify the signature and what it covers (RFC 9421 3.2, 7.2)."""
    return identify_by_signature(request, design, _required, _unfit)


def _required(design: Design) -> bool:
    return design.signature_required


def _unfit(signed: Signed, request: Request, design: Design) -> Logic[str | None]:
    if signed.fields != signed_part(request) and design.signature_covers_body:
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
