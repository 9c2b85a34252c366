"""Logging in at somebody else's place."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "identity_provider",
    Switch(
        id="identity_provider",
        tier=2,
        values=("none", "oidc_code_flow"),
        safe="none",
        seed_lab="none",
        meaning="Whether people log in at a central identity provider.",
        source="OIDC Core",
    ),
    Switch(
        id="idp_logout",
        tier=3,
        values=("local_only", "rp_initiated", "front_channel", "back_channel"),
        safe="back_channel",
        seed_lab="local_only",
        meaning="How a logout travels between the application and the provider.",
        source="OIDC Back-Channel Logout; OIDC RP-Initiated Logout; NIST 800-63B-4 5.2",
    ),
    Switch(
        id="idp_reauthentication",
        tier=3,
        values=("sso", "requested_by_client", "enforced_by_provider"),
        safe="sso",
        seed_lab="sso",
        meaning=(
            "Whether the provider's own session may answer a new login silently. A request that asks for a "
            "fresh login does so of its own free will, so an attacker's request does not ask."
        ),
        source="OIDC Core 3.1.2.1; ASVS 7.6.1",
    ),
    Switch(
        id="oauth_request_binding",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="The callback is tied to the browser that began the login (state, nonce, PKCE).",
        source="RFC 9700 2.1, 4.7; ASVS 10.1.2",
    ),
    Switch(
        id="oauth_response_mode",
        tier=3,
        values=("query", "form_post"),
        safe="query",
        seed_lab="query",
        meaning="How the provider's answer arrives. A form_post is a cross-site POST.",
        source="OAuth Form Post; 6265bis",
    ),
    Switch(
        id="login_method",
        tier=3,
        values=("password", "one_time_code", "passkey"),
        safe="password",
        seed_lab="password",
        meaning="How one logs in, and whether that is bound to the origin, so that a phished factor is worthless.",
        source="NIST 800-63B-4 3.2.5; WebAuthn",
    ),
)

IRRELEVANT = (
    Irrelevant(
        ("idp_logout", "idp_reauthentication", "oauth_request_binding", "oauth_response_mode"),
        unless=one_of(identity_provider=("oidc_code_flow",)),
    ),
)
