"""Opaque access tokens: the value means nothing by itself; the issuer is asked each time (RFC 7662)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine import self_contained
from sessionlab.engine.account import current
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.steps import Introspect, Logic
from sessionlab.tokens.terms import Token

ACTIVE = "active"
issue = self_contained.issue


def identify(credential: Any, design: Design) -> Logic[Identity]:
    """Ask the issuer, and believe its answer."""
    if not isinstance(credential, Token):
        # Any text may be an opaque token; only the issuer can say that it is none (RFC 7662 2.2).
        return anonymous("unknown_token", credential)
    answer = yield Introspect(credential)
    if answer != ACTIVE:
        return anonymous(answer, credential)
    record, refused = yield from current(self_contained.as_record(credential.claims), design)
    if refused:
        return anonymous(refused, credential)
    return Identity(credential.claims.sub, "issuer_says_active", credential, None, record)
