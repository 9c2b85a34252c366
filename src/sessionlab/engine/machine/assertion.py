"""JWT assertions (RFC 7523): the client signs a short-lived token itself, a new one for every request."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import self_contained
from sessionlab.engine.credential import presented
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine import signed_request
from sessionlab.engine.steps import Logic, SeenBefore
from sessionlab.http.message import Request
from sessionlab.tokens.terms import Token

issue = signed_request.issue
TYPE = "assertion"


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Verify the assertion, and that it is not used again (RFC 7523 3: jti)."""
    shown = presented(request, design)
    if not isinstance(shown, Token):
        return anonymous("no_credential" if shown is None else "not_a_token", shown)
    found = yield from self_contained.identify(shown, design, TYPE)
    if found.user is None:
        return found
    used = design.possibly("assertion_jti_check", bool) and (yield SeenBefore("assertion", shown.claims.jti))
    return anonymous("assertion_used", shown) if used else found
