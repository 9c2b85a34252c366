"""Who sent a signed request or delivery: what both ask before each looks at what its own signature covers."""

from __future__ import annotations

from collections.abc import Callable

from sessionlab.design.design import Design
from sessionlab.engine.credential import TOKEN_PARAMETER, presented
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine.record import known_by
from sessionlab.engine.steps import FindKey, Logic, Note
from sessionlab.http.message import Pairs, Request
from sessionlab.tokens.machine import Signed, Unsigned

Fitness = Callable[[Signed, Request, Design], Logic[str | None]]


def identify_by_signature(
    request: Request, design: Design, required: Callable[[Design], bool], unfit: Fitness
) -> Logic[Identity]:
    """Verify a signature (RFC 9421 3.2).

    `required`: whether the design insists on one. `unfit`: what is wrong with a signature whose key is known, or None.
    """
    shown = presented(request, design)
    if isinstance(shown, Unsigned):
        if required(design):
            return anonymous("signature_missing", shown)
        yield Note("unsigned_request_believed")
        return Identity(shown.user, "unsigned_request")
    if not isinstance(shown, Signed):
        return anonymous("no_credential" if shown is None else "not_a_signature", shown)
    known = yield FindKey(shown.key)
    if known is None:
        return anonymous("unknown_key", shown)
    refused = yield from unfit(shown, request, design)
    if refused is not None:
        return anonymous(refused, shown)
    return (yield from known_by(known, "signature_verified", shown, design))


def signed_part(request: Request) -> Pairs:
    """The body that a signature is about: everything but the signature itself, where that stands in the body."""
    return tuple(pair for pair in request.fields if pair[0] != TOKEN_PARAMETER)
