"""starsessions: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_save", "every_request"),
    ("secure", True),
    ("session_created", "at_first_write"),
    ("same_site", "lax"),
    ("http_only", True),
    ("csrf_defence", "none"),
    ("clear_client_on_logout", True),
    ("duplicate_cookie_policy", "last"),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="starsessions_mem",
        framework="starsessions",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("session_write", "upsert"),
            ("rotate_after_login", False),
            ("accept_unknown_session_id", True),
            ("invalidate_on_logout", True),
        ),
        note="1-second rounding of max-age seen in expiry test; server does not enforce lifetime",
    ),
    Preset(
        id="starsessions_rolling",
        framework="starsessions, rolling",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("session_write", "upsert"),
            ("rotate_after_login", False),
            ("accept_unknown_session_id", True),
            ("idle_timeout", "client_side"),
            ("cookie_lifetime", "persistent"),
            ("invalidate_on_logout", True),
        ),
    ),
    Preset(
        id="starsessions_cookie",
        framework="starsessions CookieStore",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "signed_cookie"),
            ("absolute_timeout", "server_side"),
            ("invalidate_on_logout", False),
        ),
    ),
)
