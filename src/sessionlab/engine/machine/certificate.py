"""Client certificates (mutual TLS): the handshake proves a key; behind a proxy, a header says which one it was."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.machine.record import known_by
from sessionlab.engine.steps import Account, FindKey, KeepKey, Logic, Note
from sessionlab.http.message import Client, Request
from sessionlab.tokens.machine import Certificate

HEADER = "X-Client-Cert"


def identify(request: Request, design: Design) -> Logic[Identity]:
    """Whose certificate was proven in the handshake, or is claimed by a header that nobody removed (RFC 9700 4.13)?

    A request without any other credential comes here under every design that may know certificates: whether a key is
    registered is asked first, since only such a design ever registers one.
    """
    key = request.client.key
    claimed = request.header(HEADER)
    if claimed is not None and design.decide("session_type", is_kind) and not design.proxy_strips_identity_headers:
        yield Note("identity_header_believed", (claimed,))
        key = claimed
    known = yield FindKey(Certificate(key))
    if known is None:
        yield Note("certificate_unknown")
        return anonymous("no_credential")
    return (yield from known_by(known, "certificate", Certificate(key), design))


def is_kind(session_type: str) -> bool:
    """Is it the certificate that proves continuity?"""
    return session_type == "client_certificate"


def issue(account: Account, client: Client, design: Design) -> Logic[Certificate]:
    """Enrol the key that the client proves."""
    certificate = Certificate(client.key)
    yield KeepKey(certificate, account.name)
    return certificate
