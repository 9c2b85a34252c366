"""cookie-session: applications that were described by switches."""

from sessionlab.presets.preset import Preset

PRESETS = (
    Preset(
        id="express_cookie",
        framework="cookie-session",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            ("session_type", "signed_cookie"),
            ("session_created", "at_first_write"),
            ("same_site", "unset"),
            ("secure", False),
            ("http_only", True),
            ("clear_client_on_logout", True),
            ("csrf_defence", "none"),
            ("session_save", "on_change"),
            ("idle_timeout", "client_side"),
            ("invalidate_on_logout", False),
        ),
    ),
)
