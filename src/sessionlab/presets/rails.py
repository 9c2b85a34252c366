"""Ruby on Rails: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_created", "at_first_write"),
    ("same_site", "lax"),
    ("secure", False),
    ("http_only", True),
    ("csrf_defence", "synchronizer_token"),
    ("cookie_lifetime", "browser_session"),
    ("session_save", "every_request"),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="rails_cookie",
        framework="Rails",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "encrypted_cookie"),
            ("clear_client_on_logout", True),
            ("invalidate_on_logout", False),
        ),
    ),
    Preset(
        id="rails_cookie_reset",
        framework="Rails, reset_session",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "encrypted_cookie"),
            ("clear_client_on_logout", True),
            ("invalidate_on_logout", False),
        ),
    ),
    Preset(
        id="rails_cache",
        framework="Rails cache store",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "file"),
            ("store_scope", "shared"),
            ("rotate_after_login", False),
            ("accept_unknown_session_id", False),
            ("session_write", "upsert"),
            ("clear_client_on_logout", False),
            ("invalidate_on_logout", True),
            ("logout_deletes", "identity_only"),
        ),
        note="record stays after logout",
    ),
)
