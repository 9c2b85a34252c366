"""Webhook deliveries (Standard Webhooks): signed over the raw body, with a time and an id."""

from __future__ import annotations

import pytest

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.design.switch import SwitchValue
from tests.playbook import follow_under


def receiver(**switches: SwitchValue) -> Design:
    return design_from({"session_type": "webhook_signature", **switches})


SEEN = "login → 200 marko\naction → 200 marko (signature_verified)\nobserve_network=one_request → done; known: 1\n"
TAKEN = "200 marko (signature_verified)"


@pytest.mark.parametrize(
    ("switches", "then", "outcome"),
    [
        ({}, "replay=same_bytes", TAKEN),
        ({"webhook_id_deduplication": True}, "replay=same_bytes", "401 nobody (delivery_seen)"),
        ({}, "wait=301 → done\nreplay=same_bytes", TAKEN),
        ({"webhook_timestamp_check": True}, "wait=301 → done\nreplay=same_bytes", "401 nobody (signature_too_old)"),
        ({"webhook_timestamp_check": True}, "wait=300 → done\nreplay=same_bytes", TAKEN),
        ({}, "replay=altered_body", "401 nobody (body_changed)"),
        ({"webhook_verification": False}, "replay=altered_body", TAKEN),
        ({}, "replay=unsigned", "401 nobody (signature_missing)"),
        ({"webhook_verification": False}, "replay=unsigned", "200 marko"),
    ],
)
def test_a_delivery_is_taken_unless_the_receiver_checks(switches: dict[str, SwitchValue], then: str, outcome: str):
    """Standard Webhooks: verify the signature, refuse what is older than five minutes, remember the ids."""
    follow_under(receiver(**switches), f"{SEEN}{then} → {outcome}")
