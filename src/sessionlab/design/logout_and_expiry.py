"""How a session ends: by logout, by time, by a change of the account."""

from __future__ import annotations

from sessionlab.design.rule import Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "logout_and_expiry",
    Switch(
        id="invalidate_on_logout",
        tier=1,
        safe=True,
        seed_lab=True,
        meaning=(
            "The server's half of logout: the session's record is deleted; for a token, its revocation, if "
            "there is any, is put to work."
        ),
        source="ASVS 7.4.1; WSTG-SESS-06",
    ),
    Switch(
        id="logout_deletes",
        tier=3,
        values=("record", "identity_only"),
        safe="record",
        seed_lab="record",
        meaning=(
            "Logout deletes the whole record, or only the identity in it: then a late write of an older copy "
            "brings the identity back."
        ),
        source="measured Express, Django, Flask, Rails",
    ),
    Switch(
        id="clear_client_on_logout",
        tier=2,
        safe=True,
        seed_lab=True,
        meaning="The browser's half of logout: the cookie or stored token is removed there.",
        source="OWASP SMCS; WSTG-SESS-06",
    ),
    Switch(
        id="logout_scope",
        tier=2,
        values=("this_session", "all_sessions"),
        safe="this_session",
        seed_lab="this_session",
        meaning="Logout ends this session, or every session of the account.",
        source="ASVS 7.4.5, 7.5.2",
    ),
    Switch(
        id="logout_method",
        tier=3,
        values=("POST", "GET"),
        safe="POST",
        seed_lab="POST",
        meaning="The method that the logout endpoint takes.",
        source="OIDC RP-Initiated Logout; ASVS 3.5.3",
    ),
    Switch(
        id="clear_site_data_on_logout",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The logout response carries Clear-Site-Data.",
        source="OWASP SMCS; ASVS 14.3.1",
    ),
    Switch(
        id="logout_revokes_refresh_token",
        tier=2,
        safe=True,
        seed_lab=False,
        meaning="Logout also ends the refresh token.",
        source="RFC 7009; RFC 9700 4.14.2; ASVS 10.4.9",
    ),
    Switch(
        id="idle_timeout",
        tier=2,
        values=("none", "client_side", "server_side"),
        safe="server_side",
        seed_lab="none",
        meaning="Whether a session ends after a time without use, and who sees to it.",
        source="ASVS 7.3.1; WSTG-SESS-07",
    ),
    Switch(
        id="absolute_timeout",
        tier=2,
        values=("none", "client_side", "server_side"),
        safe="server_side",
        seed_lab="none",
        meaning="Whether a session ends after a time however much it is used, and who sees to it.",
        source="ASVS 7.3.2; OWASP SMCS",
    ),
    Switch(
        id="password_change_revokes",
        tier=2,
        values=("none", "other_sessions", "all_sessions"),
        safe="other_sessions",
        seed_lab="none",
        meaning="Which sessions a change of password ends.",
        source="ASVS 7.4.3",
    ),
    Switch(
        id="rotate_after_password_change",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="The session that changed the password gets a new id; otherwise a copy of it lives on.",
        source="ASVS 7.2.4; measured Django, Laravel",
    ),
    Switch(
        id="account_disable_revokes",
        tier=3,
        safe=True,
        seed_lab=False,
        meaning="Disabling an account ends its sessions.",
        source="ASVS 7.4.2",
    ),
    Switch(
        id="remember_me",
        tier=3,
        values=("none", "signed_static", "stored_token"),
        safe="none",
        seed_lab="none",
        meaning=(
            "A second, persistent login cookie: self-contained and always the same, or a record that can be revoked."
        ),
        source="measured Flask-Login; ASVS 7.4.3",
    ),
)

IRRELEVANT = (
    Irrelevant(
        ("logout_revokes_refresh_token",),
        unless=one_of(refresh_tokens=("static", "rotating", "rotating_with_reuse_detection")),
    ),
)
