"""What keeps other sites from acting in a user's name."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "csrf_defences",
    Switch(
        id="csrf_defence",
        tier=2,
        values=(
            "none",
            "synchronizer_token",
            "double_submit_naive",
            "double_submit_signed",
            "origin_check",
            "fetch_metadata_reject_cross_site",
            "fetch_metadata_same_origin_only",
            "custom_header",
        ),
        safe="synchronizer_token",
        seed_lab="none",
        meaning="How the server tells its own pages' requests from those that other sites cause.",
        source="OWASP CSRF CS; ASVS 3.5.1",
    ),
    Switch(
        id="csrf_protects_login",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The defence covers the login form too.",
        source="OWASP CSRF CS",
    ),
    Switch(
        id="csrf_checks_safe_methods",
        tier=3,
        safe=False,
        seed_lab=False,
        meaning="The defence covers GET requests too.",
        source="OWASP CSRF CS",
    ),
    Switch(
        id="rotate_csrf_secret_after_login",
        tier=3,
        safe=True,
        seed_lab=True,
        meaning="The CSRF secret is new after login.",
        source="Cookie Crumbles 5",
    ),
    Switch(
        id="state_change_on_get",
        tier=2,
        safe=False,
        seed_lab=False,
        meaning="A GET request can change state.",
        source="RFC 9110 9.2.1; ASVS 3.5.3",
    ),
    Switch(
        id="method_override_on_get",
        tier=3,
        safe=False,
        seed_lab=False,
        meaning="A GET with `?_method=POST` is taken for a POST.",
        source="ASVS 3.5.3; definition",
    ),
    Switch(
        id="cors_policy",
        tier=3,
        values=("none", "allowlist", "reflect_any_with_credentials", "any_without_credentials"),
        safe="none",
        seed_lab="none",
        meaning="Which other origins may read responses.",
        source="Fetch; ASVS 3.4.2",
    ),
    Switch(
        id="websocket_origin_check",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The WebSocket handshake checks the Origin header.",
        source="RFC 6455 10.2; ASVS 4.4.2",
    ),
    Switch(
        id="framing_denied",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="Other sites may not show the pages in a frame.",
        source="ASVS 3.4.6",
    ),
)

IRRELEVANT = (
    Irrelevant(
        ("csrf_protects_login", "csrf_checks_safe_methods"),
        unless=one_of(
            csrf_defence=(
                "synchronizer_token",
                "double_submit_naive",
                "double_submit_signed",
                "origin_check",
                "fetch_metadata_reject_cross_site",
                "fetch_metadata_same_origin_only",
                "custom_header",
            ),
        ),
    ),
)
