"""No request ever carries the credential."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.rules.moments import logs_in
from sessionlab.rules.rule import MEDIUM, Rule

SIGNING = ("signed_request", "webhook_signature")


def _is_so(design: Design) -> bool:
    """A handshake carries certificates alone, and a cookie nothing that is made anew for every request."""
    if design.credential_transport == "tls_handshake":
        return design.session_type != "client_certificate"
    return design.credential_transport == "cookie" and design.session_type in SIGNING


RULE = Rule("never_carried", MEDIUM, "RFC 6750 2", of_design=_is_so, shows=logs_in)
