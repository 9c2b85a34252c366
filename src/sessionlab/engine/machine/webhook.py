"""Webhook signatures (Standard Webhooks): the receiver checks an HMAC over the body, its time, and its id."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.credential import presented
from sessionlab.engine.durations import SIGNATURE_WINDOW
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine import signed_request
from sessionlab.engine.machine.record import known_by
from sessionlab.engine.steps import FindKey, Logic, Note, Now, SeenBefore
from sessionlab.http.message import Request
from sessionlab.tokens.machine import Signed, Unsigned

issue = signed_request.issue


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Is this delivery the sender's own, recent, and new?"""
    shown = presented(request, design)
    if isinstance(shown, Unsigned):
        if design.webhook_verification:
            return anonymous("signature_missing", shown)
        yield Note("unsigned_request_believed")
        return Identity(shown.user, "unsigned_request")
    if not isinstance(shown, Signed):
        return anonymous("no_credential" if shown is None else "not_a_signature", shown)
    known = yield FindKey(shown.key)
    if known is None:
        return anonymous("unknown_key", shown)
    if shown.fields != request.fields and design.webhook_verification:
        return anonymous("body_changed", shown)
    if (yield Now()) - shown.at > SIGNATURE_WINDOW and design.webhook_timestamp_check:
        return anonymous("signature_too_old", shown)
    if design.possibly("webhook_id_deduplication", bool) and (yield SeenBefore("delivery", shown.nonce)):
        return anonymous("delivery_seen", shown)
    return (yield from known_by(known, "signature_verified", shown, design))
