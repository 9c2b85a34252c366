"""Laravel: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_created", "at_visit"),
    ("same_site", "lax"),
    ("secure", False),
    ("http_only", True),
    ("csrf_defence", "synchronizer_token"),
    ("cookie_lifetime", "persistent"),
    ("session_save", "every_request"),
    ("clear_client_on_logout", True),
    ("idle_timeout", "server_side"),
    ("user_data_source", "user_record"),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="laravel_file",
        framework="Laravel",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "file"),
            ("store_scope", "shared"),
            ("sign_session_id", True),
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
            ("session_write", "upsert"),
            ("invalidate_on_logout", True),
        ),
    ),
    Preset(
        id="laravel_database",
        framework="Laravel",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "database"),
            ("store_scope", "shared"),
            ("sign_session_id", True),
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
            ("session_write", "update_existing"),
            ("invalidate_on_logout", True),
        ),
    ),
    Preset(
        id="laravel_cookie",
        framework="Laravel",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "encrypted_cookie"),
            ("invalidate_on_logout", False),
        ),
        note=(
            "cookie driver: the session record is itself an encrypted cookie named by a random id; "
            "clear = old one deleted, new anonymous issued"
        ),
    ),
    Preset(
        id="laravel_file_logoutonly",
        framework="Laravel, Auth::logout() alone",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "file"),
            ("store_scope", "shared"),
            ("sign_session_id", True),
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
            ("session_write", "upsert"),
            ("invalidate_on_logout", True),
            ("logout_deletes", "identity_only"),
        ),
        note="Auth::logout() removes the identity and rotates; the record moves on",
    ),
)
