"""express-session: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_type", "server_session"),
    ("session_store", "process_memory"),
    ("store_scope", "per_instance"),
    ("sign_session_id", True),
    ("same_site", "unset"),
    ("secure", False),
    ("http_only", True),
    ("clear_client_on_logout", False),
    ("csrf_defence", "none"),
    ("accept_unknown_session_id", False),
    ("session_write", "upsert"),
    ("cookie_lifetime", "browser_session"),
    ("rotate_after_login", False),
    ("invalidate_on_logout", True),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="express_session",
        framework="express-session",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_created", "at_visit"),
            ("session_save", "every_request"),
            ("idle_timeout", "server_side"),
            ("logout_deletes", "identity_only"),
        ),
        note="logout = delete req.session.user: record stays",
    ),
    Preset(
        id="express_session_quiet",
        framework="express-session, resave:false saveUninitialized:false",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_created", "at_first_write"),
            ("session_save", "on_change"),
            ("logout_deletes", "identity_only"),
        ),
        note="as express_session",
    ),
    Preset(
        id="express_session_destroy",
        framework="express-session, destroy()",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_created", "at_first_write"),
            ("session_save", "on_change"),
        ),
    ),
    Preset(
        id="express_session_destroy_resave",
        framework="express-session, destroy() with resave",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_created", "at_visit"),
            ("session_save", "every_request"),
        ),
    ),
)
