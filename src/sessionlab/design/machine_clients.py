"""Credentials of programs: API keys, signed requests, webhooks, assertions."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "machine_clients",
    Switch(
        id="api_key_expiry",
        tier=2,
        values=("none", "finite"),
        safe="finite",
        seed_lab="none",
        meaning="Whether an API key ends by itself.",
        source="ASVS 13.3.4",
    ),
    Switch(
        id="signature_required",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="A request without a signature is refused.",
        source="RFC 9421 7.1.1",
    ),
    Switch(
        id="signature_covers_body",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="A digest of the body is signed, and computed again by the verifier.",
        source="RFC 9421 7.2.8",
    ),
    Switch(
        id="signature_covers_target",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="Method and target are signed.",
        source="RFC 9421 7.2.1",
    ),
    Switch(
        id="signature_timestamp_window",
        tier=3,
        values=("none", "minutes_5"),
        safe="minutes_5",
        seed_lab="minutes_5",
        meaning="How old a signature may be.",
        source="RFC 9421 7.2.2",
    ),
    Switch(
        id="signature_nonce_memory",
        tier=3,
        values=("none", "per_instance", "shared", "shared_shorter_than_window"),
        safe="shared",
        seed_lab="none",
        meaning="Who remembers the nonces that were used, and whether for long enough.",
        source="RFC 9421 7.2.2",
    ),
    Switch(
        id="webhook_verification",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="The HMAC over the raw body is checked.",
        source="Standard Webhooks",
    ),
    Switch(
        id="webhook_timestamp_check",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="A webhook older than five minutes is refused.",
        source="Standard Webhooks",
    ),
    Switch(
        id="webhook_id_deduplication",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The ids of webhooks are remembered for at least as long as old ones are taken.",
        source="Standard Webhooks",
    ),
    Switch(
        id="assertion_jti_check",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The ids of assertions that were used are remembered until they expire.",
        source="RFC 7523 3",
    ),
)

IRRELEVANT = (
    Irrelevant(
        (
            "signature_required",
            "signature_covers_body",
            "signature_covers_target",
            "signature_timestamp_window",
            "signature_nonce_memory",
        ),
        unless=one_of(session_type=("signed_request",)),
    ),
    Irrelevant(
        ("webhook_verification", "webhook_timestamp_check", "webhook_id_deduplication"),
        unless=one_of(session_type=("webhook_signature",)),
    ),
    Irrelevant(("api_key_expiry",), unless=one_of(session_type=("api_key",))),
    Irrelevant(("assertion_jti_check",), unless=one_of(session_type=("jwt_assertion",))),
)
