"""What a login asks for beside the password, and whether it is bound to the origin (NIST 800-63B-4 3.2.5)."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.steps import Logic, Note
from sessionlab.http.message import Pairs, Request

FIELD = "proof"
CODE, PASSKEY = "482913", "passkey-signed-for-app.example.test"


def proof_of(login_method: str) -> str | None:
    """What the rightful user's form sends beside the password under this login method."""
    return {"password": None, "one_time_code": CODE, "passkey": PASSKEY}[login_method]


def own_proof(design: Design) -> Pairs:
    """The field that the rightful user's form adds."""
    return ((FIELD, design.later("login_method", proof_of)),)


def relayed_proof(login_method: str) -> str | None:
    """What a phishing proxy gets to relay: a code can be typed anywhere, a passkey signs for the origin it sees."""
    return {"password": None, "one_time_code": CODE, "passkey": "passkey-signed-for-evil.test"}[login_method]


def missing(request: Request, design: Design) -> Logic[bool]:
    """Does the request lack what the login method asks for?"""
    lacks = design.decide("login_method", _lacks, request.field(FIELD))
    if lacks:
        yield Note("proof_missing")
    return lacks


def _lacks(login_method: str, shown: Any) -> bool:
    expected = proof_of(login_method)
    return expected is not None and shown != expected
