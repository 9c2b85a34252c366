"""Spring Security: applications that were described by switches."""

from sessionlab.presets.preset import Preset

PRESETS = (
    Preset(
        id="spring_security",
        framework="Spring Security",
        source="as documented: the session id is changed at login, logout invalidates the session; not run",
        date="2026-11",
        switches=(
            ("session_type", "server_session"),
            ("session_store", "process_memory"),
            ("store_scope", "per_instance"),
            ("session_created", "at_first_write"),
            ("same_site", "unset"),
            ("secure", False),
            ("http_only", True),
            ("csrf_defence", "synchronizer_token"),
            ("rotate_after_login", True),
            ("old_id_after_rotation", "deleted"),
            ("accept_unknown_session_id", False),
            ("clear_client_on_logout", False),
            ("session_write", "update_existing"),
            ("idle_timeout", "server_side"),
            ("rotate_csrf_secret_after_login", True),
            ("invalidate_on_logout", True),
            ("csrf_protects_login", True),
        ),
        measured=False,
        note="deletes no JSESSIONID unless deleteCookies() is configured",
    ),
)
