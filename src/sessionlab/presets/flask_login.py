"""Flask-Login: applications that were described by switches."""

from sessionlab.presets.preset import Preset

IN_ALL = (
    ("session_type", "signed_cookie"),
    ("session_created", "at_first_write"),
    ("same_site", "unset"),
    ("secure", False),
    ("http_only", True),
    ("csrf_defence", "none"),
    ("clear_client_on_logout", True),
    ("duplicate_cookie_policy", "first"),
    ("user_data_source", "user_record"),
    ("invalidate_on_logout", False),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="flask_login_strong",
        framework="Flask-Login, session_protection=strong",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("sender_constraint", "user_agent"),
        ),
        note="session_protection binds to IP + User-Agent; the copy test used the same client, so it shows nothing",
    ),
    Preset(
        id="flask_login_remember",
        framework="Flask-Login, remember=True",
        source="measured on loopback",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("remember_me", "signed_static"),
        ),
    ),
)
