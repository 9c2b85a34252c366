"""Tomcat: applications that were described by switches."""

from sessionlab.presets.preset import Preset

PRESETS = (
    Preset(
        id="tomcat_naive",
        framework="Tomcat servlet session",
        source="measured on loopback",
        date="2026-11",
        switches=(
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("session_created", "at_session_read"),
            ("same_site", "unset"),
            ("secure", False),
            ("http_only", True),
            ("csrf_defence", "none"),
            ("rotate_after_login", False),
            ("accept_unknown_session_id", False),
            ("clear_client_on_logout", False),
            ("session_write", "update_existing"),
            ("invalidate_on_logout", True),
        ),
        note="late write: IllegalStateException, 500",
    ),
)
