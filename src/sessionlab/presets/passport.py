"""Passport: applications that were described by switches."""

from sessionlab.presets.preset import Preset

PRESETS = (
    Preset(
        id="vuln_passport_0.5.3",
        framework="passport 0.5.3",
        source="measured on loopback",
        date="2026-11",
        switches=(
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("session_created", "at_first_write"),
            ("session_save", "on_change"),
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
            ("user_data_source", "user_record"),
            ("invalidate_on_logout", True),
            ("logout_deletes", "identity_only"),
        ),
    ),
)
