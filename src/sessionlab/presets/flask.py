"""Flask: applications that were described by switches."""

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
    ("cookie_lifetime", "persistent"),
    ("session_save", "every_request"),
    ("invalidate_on_logout", False),
)
"""What describes every application of this file."""

PRESETS = (
    Preset(
        id="flask_permanent",
        framework="Flask, session.permanent",
        source="measured on loopback, expiry included",
        date="2026-11",
        switches=(
            *IN_ALL,
            ("idle_timeout", "server_side"),
        ),
    ),
    Preset(
        id="old_flask_2.2.2_permanent",
        framework="Flask 2.2.2, permanent",
        source="measured on loopback",
        date="2026-11",
        switches=(*IN_ALL,),
    ),
)
