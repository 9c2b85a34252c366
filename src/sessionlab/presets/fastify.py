"""Fastify: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("secure", False),
    ("http_only", True),
    ("csrf_defence", "none"),
    ("clear_client_on_logout", True),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="vuln_fastify_passport_2.2.0",
        framework="@fastify/passport 2.2.0",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("sign_session_id", True),
            ("session_created", "at_visit"),
            ("same_site", "unset"),
            ("session_save", "every_request"),
            ("session_write", "upsert"),
            ("accept_unknown_session_id", False),
            ("rotate_after_login", False),
            ("invalidate_on_logout", True),
            ("logout_deletes", "identity_only"),
        ),
    ),
    Preset(
        id="fixed_fastify_passport_2.4.0",
        framework="@fastify/passport 2.4.0",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("sign_session_id", True),
            ("session_created", "at_visit"),
            ("same_site", "unset"),
            ("session_save", "every_request"),
            ("session_write", "upsert"),
            ("accept_unknown_session_id", False),
            ("rotate_after_login", True),
            ("old_id_after_rotation", "kept_authenticated"),
            ("invalidate_on_logout", False),
        ),
        note="logout regenerates without deleting the old record",
    ),
    Preset(
        id="now_fastify_secure_session_8.4.0",
        framework="@fastify/secure-session",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "encrypted_cookie"),
            ("session_created", "at_first_write"),
            ("same_site", "lax"),
            ("absolute_timeout", "server_side"),
            ("session_save", "on_change"),
            ("invalidate_on_logout", False),
        ),
    ),
    Preset(
        id="vuln_fastify_secure_session_7.1.0",
        framework="@fastify/secure-session 7.1.0",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("session_type", "encrypted_cookie"),
            ("session_created", "at_first_write"),
            ("same_site", "unset"),
            ("idle_timeout", "none"),
            ("session_save", "on_change"),
            ("invalidate_on_logout", False),
        ),
    ),
)
