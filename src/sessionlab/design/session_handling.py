"""How the server makes, renews, saves and believes sessions."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "session_handling",
    Switch(
        id="session_created",
        tier=2,
        values=("at_visit", "at_session_read", "at_first_write", "at_login"),
        safe="at_login",
        seed_lab="at_login",
        meaning="When a visitor first gets a session: on any visit, when code reads or writes it, or only at login.",
        source="measured Express, Django, PHP, Servlet containers",
    ),
    Switch(
        id="session_id_generator",
        tier=2,
        values=("csprng_128", "csprng_64", "random_32", "counter", "timestamp"),
        safe="csprng_128",
        seed_lab="csprng_128",
        meaning="How hard the session id is to guess.",
        source="ASVS 7.2.3; OWASP SMCS",
    ),
    Switch(
        id="rotate_after_login",
        tier=1,
        safe=True,
        seed_lab=True,
        meaning="Logging in gives the session a new id, so that an id known before is worth nothing after.",
        source="ASVS 7.2.4; WSTG-SESS-03",
    ),
    Switch(
        id="old_id_after_rotation",
        tier=3,
        values=("deleted", "kept_anonymous", "kept_authenticated"),
        safe="deleted",
        seed_lab="deleted",
        meaning="What the id from before the login still means after rotation.",
        source="OWASP SMCS; measured PHP, Fastify",
    ),
    Switch(
        id="accept_unknown_session_id",
        tier=2,
        safe=False,
        seed_lab=False,
        meaning="Permissive session management: an id that the server never issued is adopted.",
        source="OWASP SMCS; measured PHP, Starsessions, Litestar",
    ),
    Switch(
        id="accept_session_id_in_url",
        tier=3,
        safe=False,
        seed_lab=False,
        meaning="The server also takes the session id from the URL.",
        source="OWASP SMCS; ASVS 14.2.1",
    ),
    Switch(
        id="sign_session_id",
        tier=3,
        safe=False,
        seed_lab=False,
        meaning="The cookie carries the id together with a MAC over it.",
        source="measured Express, Fastify",
    ),
    Switch(
        id="session_save",
        tier=3,
        values=("on_change", "every_request"),
        safe="on_change",
        seed_lab="on_change",
        meaning="When the record is written back: only if it changed, or at the end of every request.",
        source="measured Express, Flask-Session, Laravel",
    ),
    Switch(
        id="session_write",
        tier=2,
        values=("update_existing", "upsert", "locked"),
        safe="update_existing",
        seed_lab="update_existing",
        meaning=(
            "What a late write does to a record deleted meanwhile: it is refused, brings it back, or a lock "
            "keeps the two apart."
        ),
        source="measured Django, Express, PHP",
    ),
    Switch(
        id="session_auth_hash",
        tier=2,
        safe=False,
        seed_lab=False,
        meaning="The session keeps a fingerprint of the password hash and is compared with it on each request.",
        source="measured Django, Laravel, Devise",
    ),
    Switch(
        id="user_data_source",
        tier=2,
        values=("user_record", "session_snapshot"),
        safe="user_record",
        seed_lab="session_snapshot",
        meaning="Role and account state are read anew on each request, or believed as they were at login.",
        source="ASVS 7.4.2",
    ),
    Switch(
        id="reauthenticate_sensitive_actions",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="Sensitive actions ask for a factor again.",
        source="ASVS 7.5.1, 7.5.3",
    ),
    Switch(
        id="concurrent_sessions",
        tier=3,
        values=("unlimited", "one"),
        safe="unlimited",
        seed_lab="unlimited",
        meaning="How many sessions an account may have at once.",
        source="ASVS 7.1.2; WSTG-SESS-11",
    ),
)

IRRELEVANT = (
    Irrelevant(
        (
            "rotate_after_login",
            "old_id_after_rotation",
            "session_id_generator",
            "accept_unknown_session_id",
            "accept_session_id_in_url",
            "sign_session_id",
            "session_save",
            "session_write",
        ),
        unless=one_of(session_type=("server_session",)),
    ),
    Irrelevant(
        ("session_created",),
        unless=one_of(session_type=("server_session",)),
        # A session held by the cookie exists before login too: it carries the CSRF secret.
        also=one_of(session_type=("signed_cookie", "encrypted_cookie", "unsigned_cookie")),
    ),
    Irrelevant(("old_id_after_rotation",), unless=one_of(rotate_after_login=(True,))),
)
