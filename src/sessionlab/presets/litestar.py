"""Litestar: applications that were described by switches."""

from sessionlab.presets.preset import Preset

PRESETS = (
    Preset(
        id="litestar_cookie",
        framework="Litestar",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            ("session_type", "encrypted_cookie"),
            ("session_created", "at_first_write"),
            ("same_site", "lax"),
            ("http_only", True),
            ("csrf_defence", "none"),
            ("clear_client_on_logout", True),
            ("duplicate_cookie_policy", "last"),
            ("secure", False),
            ("cookie_lifetime", "persistent"),
            ("session_save", "every_request"),
            ("idle_timeout", "server_side"),
            ("invalidate_on_logout", False),
        ),
    ),
)
