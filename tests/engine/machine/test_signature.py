"""What a signed request and a delivery have in common: a signature, by a key that is known."""

from __future__ import annotations

from types import ModuleType

import pytest

from sessionlab.design.space import design_from
from sessionlab.engine.machine import signed_request, webhook
from sessionlab.servers.state import VICTIM
from sessionlab.tokens.machine import Signed, SigningKey, Unsigned
from tests.engine.driving import NOW, request, result

KINDS = [
    (signed_request, "signed_request", "signature_required"),
    (webhook, "webhook_signature", "webhook_verification"),
]
UNKNOWN = Signed("request", SigningKey(99, VICTIM), "POST", "/action", (), NOW, 5)


@pytest.mark.parametrize(("kind", "name", "switch"), KINDS)
@pytest.mark.parametrize(
    ("shown", "ground"),
    [
        (None, "no_credential"),
        ("abc", "not_a_signature"),
        (UNKNOWN, "unknown_key"),
        (Unsigned(VICTIM), "signature_missing"),
    ],
)
def test_who_shows_no_signature_of_a_known_key_is_nobody(
    kind: ModuleType, name: str, switch: str, shown: object, ground: str
):
    design = design_from({"session_type": name})
    headers = () if shown is None else (("X-Session-Token", shown),)
    found = result(kind.identify(request("/action", "POST", headers=headers), design), design=design)
    assert (found.user, found.ground) == (None, ground)


@pytest.mark.parametrize(("kind", "name", "switch"), KINDS)
def test_a_claim_is_believed_where_no_signature_is_required(kind: ModuleType, name: str, switch: str):
    """RFC 9421 7.1.1: signature verification not caught."""
    design = design_from({"session_type": name, switch: False})
    asked = request("/action", "POST", headers=(("X-Session-Token", Unsigned(VICTIM)),))
    found = result(kind.identify(asked, design), design=design)
    assert (found.user, found.ground) == (VICTIM, "unsigned_request")
