"""DPoP (RFC 9449): a token is only good together with a fresh proof of the key that it was issued to."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.engine.durations import PROOF_WINDOW
from sessionlab.engine.steps import Logic, Now, SeenBefore
from sessionlab.http.message import Client, Request
from sessionlab.tokens.machine import DpopProof

HEADER = "DPoP"


def proof_if_used(sender_constraint: str, proof: DpopProof) -> DpopProof | None:
    """The proof, where tokens are bound by DPoP."""
    return proof if sender_constraint == "dpop" else None


def refused_because(request: Request, home: Client, design: Design) -> Logic[str | None]:
    """The ground on which a DPoP-bound token is refused, or None (RFC 9449 4.3)."""
    proof = design.settle(request.header(HEADER))
    if not isinstance(proof, DpopProof):
        return "proof_missing"
    if proof.key != home.key:
        return "key_not_proven"
    if (proof.method, proof.path) != (request.method, request.url.path):
        return "proof_for_another_request"
    if (yield Now()) - proof.at > PROOF_WINDOW and design.dpop_server_nonce:
        # A proof made long ago lacks the nonce that the server hands out now (RFC 9449 8).
        return "proof_without_nonce"
    if design.possibly("dpop_proof_memory", _remembers) and (yield SeenBefore("proof", proof.jti)):
        return "proof_used"
    return None


def _remembers(memory: str) -> bool:
    return memory != "none"
