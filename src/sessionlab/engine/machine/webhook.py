"""Webhook signatures (Standard Webhooks): the receiver checks an HMAC over the body, its time, and its id."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.durations import SIGNATURE_WINDOW
from sessionlab.engine.identity import Identity
from sessionlab.engine.machine import signed_request
from sessionlab.engine.machine.signature import identify_by_signature, signed_part
from sessionlab.engine.steps import Logic, Now, SeenBefore
from sessionlab.http.message import Request
from sessionlab.tokens.machine import Signed

issue = signed_request.issue


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Is this delivery the sender's own, recent, and new?"""
    return identify_by_signature(request, design, _required, _unfit)


def _required(design: Design) -> bool:
    return design.webhook_verification


def _unfit(signed: Signed, request: Request, design: Design) -> Logic[str | None]:
    if signed.fields != signed_part(request) and design.webhook_verification:
        return "body_changed"
    if (yield Now()) - signed.at > SIGNATURE_WINDOW and design.webhook_timestamp_check:
        return "signature_too_old"
    if design.possibly("webhook_id_deduplication", bool) and (yield SeenBefore("delivery", signed.nonce)):
        return "delivery_seen"
    return None
