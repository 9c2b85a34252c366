"""Session binding: what else must be shown with a credential (RFC 9449, RFC 8705, DBSC; OWASP SMCS, anomalies)."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine import proofs
from sessionlab.engine.identity import Identity, anonymous
from sessionlab.engine.revocation import call_back
from sessionlab.engine.steps import Delete, Logic, Note
from sessionlab.http.message import Client, Request
from sessionlab.tokens.terms import Token

SWITCHES = (
    "sender_constraint",
    "resource_server_checks_binding",
    "binding_key_extractable",
    "dbsc_unbound_cookie_accepted",
    "risk_based_invalidation",
)
DPOP = ("sender_constraint", "resource_server_checks_binding", "binding_key_extractable")
WITH_KEY = ("dpop", "mtls", "dbsc")


def at_home(found: Identity, request: Request, design: Design) -> Logic[Identity]:
    """The identity, unless the credential is used from somewhere else than the design allows."""
    record = found.record
    if found.user is None or record is None:
        return found
    proven = request.header(proofs.HEADER) is not None
    if (proven or record.client != request.client) and design.settle(design.later(DPOP, _asks_for_proof)):
        lacking = yield from proofs.refused_because(request, record.client, design)
        return found if lacking is None else anonymous(lacking, found.credential)
    if record.client == request.client:
        return found
    refused = design.settle(design.later(SWITCHES, refused_because, record.client, request.client))
    if refused is None:
        return found
    yield Note("used_elsewhere", (refused,))
    if refused == "device_changed_revoked":
        yield from _end(found, design)
    return anonymous(refused, found.credential)


def _asks_for_proof(constraint: str, checked: bool, extractable: bool) -> bool:
    """With an extractable key, whoever has the token makes proofs as the owner does: nothing is gained by asking."""
    return constraint == "dpop" and checked and not extractable


def refused_because(
    constraint: str, checked: bool, extractable: bool, unbound_accepted: bool, risk: str, home: Client, here: Client
) -> str | None:
    """The ground on which a credential of client `home` is refused to client `here`, or None."""
    if constraint == "ip_address" and home.address != here.address:
        return "address_changed"
    if constraint == "user_agent" and home.agent != here.agent:
        return "agent_changed"
    # A key that a script made may be exportable; a certificate's is not made in the page (RFC 8705).
    bound = constraint in WITH_KEY and checked and (constraint == "mtls" or not extractable)
    if bound and home.key != here.key and not (constraint == "dbsc" and unbound_accepted):
        return "key_not_proven"
    moved = home.address != here.address
    if moved and risk == "revoke":
        return "device_changed_revoked"
    return "step_up_required" if moved and risk == "step_up" else None


def _end(found: Identity, design: Design) -> Logic[None]:
    """Revoke on sight: the copy and the original die together."""
    if found.id is not None:
        yield Delete(found.id)
    elif isinstance(found.credential, Token):
        yield from call_back(found.credential, design)
    else:
        yield Note("nothing_to_invalidate")
