"""What the real server serves: all that can be played, but for the values named here."""

from __future__ import annotations

from sessionlab.design import switches
from sessionlab.design.design import Design
from sessionlab.design.switch import Switch, SwitchValue, written
from sessionlab.design.switches import SWITCHES
from sessionlab.errors import Trouble, together
from sessionlab.stores import STORES

SIMULATED_ALONE: dict[str, tuple[SwitchValue, ...]] = {
    "session_type": (
        "signed_request",
        "client_certificate",
        "webhook_signature",
        "jwt_assertion",
    ),
    "credential_transport": ("tls_handshake",),
    "oauth_client_pattern": ("bff", "token_mediating_backend", "browser_client"),
    "identity_provider": ("oidc_code_flow",),
    "session_store": tuple(value for value in switches.switch("session_store").values if value not in STORES),
    "store_scope": ("replicated_async",),
    "algorithm_policy": ("blocklist_none", "trust_header"),
    "signing_algorithm": ("RS256", "ES256"),
    "signing_secret": ("dictionary_word", "published_default"),
    "key_id_lookup": ("file_path", "sql_concatenation"),
    "header_key": ("trusted",),
    "token_revocation": ("per_user_key",),
    "revocation_cache": ("seconds_60",),
    "refresh_token_binding": ("sender_constrained", "client_authenticated"),
    "sender_constraint": ("dpop", "mtls", "dbsc", "ip_address", "user_agent"),
    "risk_based_invalidation": ("step_up", "revoke"),
    "remember_me": ("signed_static", "stored_token"),
    "login_method": ("one_time_code", "passkey"),
    "websocket_origin_check": (True,),
}
"""Values that the simulation plays and the real server does not serve."""


def served_values(switch: Switch) -> tuple[SwitchValue, ...]:
    """The values of a switch that the real server serves."""
    return tuple(value for value in switch.values if value not in SIMULATED_ALONE.get(switch.id, ()))


def not_served(design: Design) -> tuple[Trouble, ...]:
    """What in a design the real server does not serve, each with what it serves instead."""
    return tuple(
        Trouble("not_served", name=switch.id, value=written(value), served=tuple(map(written, served_values(switch))))
        for switch in SWITCHES
        if (value := getattr(design, switch.id)) not in served_values(switch)
    )


def check_served(design: Design) -> None:
    """Raise `Trouble` if the real server does not serve this design."""
    problems = not_served(design)
    if problems:
        raise together(problems)
