"""PHP: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_type", "server_session"),
    ("session_store", "file"),
    ("store_scope", "shared"),
    ("session_created", "at_session_read"),
    ("session_write", "locked"),
    ("same_site", "unset"),
    ("secure", False),
    ("http_only", False),
    ("csrf_defence", "none"),
    ("cookie_lifetime", "browser_session"),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="php_naive_strict",
        framework="PHP, use_strict_mode",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", False),
            ("accept_unknown_session_id", False),
            ("clear_client_on_logout", False),
            ("invalidate_on_logout", True),
        ),
    ),
    Preset(
        id="php_regen_keep",
        framework="PHP, session_regenerate_id()",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", True),
            ("old_id_after_rotation", "kept_anonymous"),
            ("accept_unknown_session_id", True),
            ("clear_client_on_logout", False),
            ("invalidate_on_logout", True),
        ),
    ),
    Preset(
        id="php_regen_unset",
        framework="PHP, logout by session_unset",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
            ("accept_unknown_session_id", True),
            ("clear_client_on_logout", False),
            ("invalidate_on_logout", True),
        ),
        note="record stays but is emptied; the lock serialises the late write",
    ),
    Preset(
        id="php_naive_cookieonly",
        framework="PHP, logout deletes the cookie only",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", False),
            ("accept_unknown_session_id", True),
            ("clear_client_on_logout", True),
            ("invalidate_on_logout", False),
        ),
    ),
)
