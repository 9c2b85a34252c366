"""DPoP (RFC 9449): a token is good together with a fresh proof of the key that it was issued to."""

from __future__ import annotations

import pytest

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switch import SwitchValue
from sessionlab.engine.proofs import proof_if_used
from sessionlab.tokens.machine import DpopProof
from tests.playbook import follow_under


def bound(**switches: SwitchValue) -> Design:
    return design_from(
        {
            "session_type": "jwt",
            "credential_transport": "authorization_header",
            "client_storage": "js_memory",
            "sender_constraint": "dpop",
            **switches,
        }
    )


SEEN = "login → 200 marko\nme → 200 marko (verified_claims)\nobserve_network=one_request → done; known: 2\n"


def test_the_owner_makes_a_proof_for_every_request():
    follow_under(bound(dpop_proof_memory="shared"), "login → 200 marko\nme → 200 marko\nme → 200 marko")


@pytest.mark.parametrize(
    ("switches", "then", "outcome"),
    [
        # 4.3 check 12 and 7: a copied token is refused without the key.
        ({}, "replay", "401 nobody (key_not_proven)"),
        # 11.1: a proof that was seen is good once more, unless its id is remembered.
        ({}, "replay=with_proof", "200 marko (verified_claims)"),
        ({"dpop_proof_memory": "shared"}, "replay=with_proof", "401 nobody (proof_used)"),
        # 4.3 checks 8 and 9: htm and htu tie it to one method and URL.
        ({}, "replay=other_endpoint", "401 nobody (proof_for_another_request)"),
        # 8: the server's nonce limits how long an old proof can be used.
        ({}, "wait=100 → done\nreplay=with_proof", "200 marko (verified_claims)"),
        ({"dpop_server_nonce": True}, "wait=100 → done\nreplay=with_proof", "401 nobody (proof_without_nonce)"),
        # 11.4: whoever can export the key proves it as well as its owner.
        ({"binding_key_extractable": True}, "replay", "200 marko (verified_claims)"),
        ({"resource_server_checks_binding": False}, "replay", "200 marko (verified_claims)"),
    ],
)
def test_a_copy_is_worth_what_can_be_proven_with_it(switches: dict[str, SwitchValue], then: str, outcome: str):
    follow_under(bound(**switches), f"{SEEN}{then} → {outcome}")


def test_proofs_are_made_where_tokens_are_bound_by_them_and_nowhere_else():
    proof = DpopProof(1, "GET", "/me", 0, "victim")
    assert proof_if_used("dpop", proof) == proof
    assert proof_if_used("mtls", proof) is None
