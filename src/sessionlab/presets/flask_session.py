"""Flask-Session: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_type", "server_session"),
    ("session_store", "file"),
    ("store_scope", "shared"),
    ("session_write", "upsert"),
    ("session_save", "every_request"),
    ("accept_unknown_session_id", False),
    ("cookie_lifetime", "persistent"),
    ("session_created", "at_first_write"),
    ("same_site", "unset"),
    ("secure", False),
    ("http_only", True),
    ("csrf_defence", "none"),
    ("clear_client_on_logout", True),
    ("duplicate_cookie_policy", "first"),
    ("invalidate_on_logout", True),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="flask_fs_pop",
        framework="Flask-Session, logout by pop",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", False),
            ("logout_deletes", "identity_only"),
        ),
        note="record stays after logout",
    ),
    Preset(
        id="flask_fs_regen",
        framework="Flask-Session with regenerate()",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
        ),
    ),
)
