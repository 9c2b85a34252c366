"""What carries a session: its type, its client, how the credential travels and where it is kept."""

from __future__ import annotations

from sessionlab.design.rule import Implied, Impossible, Irrelevant, one_of
from sessionlab.design.switch import Switch, of_component

SWITCHES = of_component(
    "session_model",
    Switch(
        id="session_type",
        tier=1,
        values=(
            "server_session",
            "jwt",
            "signed_cookie",
            "encrypted_cookie",
            "unsigned_cookie",
            "opaque_token",
            "api_key",
            "signed_request",
            "client_certificate",
            "webhook_signature",
            "jwt_assertion",
        ),
        safe="server_session",
        seed_lab="server_session",
        meaning="What proves continuity, and where its meaning lives: at the server, in the credential, or in a key.",
        source="OWASP SMCS; RFC 7519",
    ),
    Switch(
        id="client_type",
        tier=2,
        values=(
            "browser",
            "single_page_app",
            "mobile_app",
            "desktop_app",
            "cli",
            "api_client",
            "server",
            "webhook_sender",
        ),
        safe="browser",
        seed_lab="browser",
        meaning="Who sends the requests. It decides whether cookie rules, CORS and page scripts exist at all.",
        source="OWASP SMCS; oauth-browser-based-apps",
    ),
    Switch(
        id="credential_transport",
        tier=2,
        values=("cookie", "authorization_header", "custom_header", "url_query", "request_body", "tls_handshake"),
        safe="cookie",
        seed_lab="cookie",
        meaning=(
            "How the credential travels with a request. Browsers attach cookies and TLS client keys by "
            "themselves, all else is attached by code."
        ),
        source="RFC 6750 2; RFC 9700 4.3; ASVS 14.2.1",
    ),
    Switch(
        id="client_storage",
        tier=2,
        values=(
            "cookie_jar",
            "local_storage",
            "session_storage",
            "js_memory",
            "web_worker",
            "os_keystore",
            "file",
            "environment_variable",
        ),
        safe="cookie_jar",
        seed_lab="cookie_jar",
        meaning="Where the client keeps its copy of the credential, and so who else can read it there.",
        source="OWASP HTML5 CS; oauth-browser-based-apps",
    ),
    Switch(
        id="oauth_client_pattern",
        tier=3,
        values=("none", "bff", "token_mediating_backend", "browser_client"),
        safe="none",
        seed_lab="none",
        meaning="Who holds the OAuth tokens of a browser application: its backend, half of them each, or the page.",
        source="oauth-browser-based-apps 6.1-6.3; ASVS 10.1.1",
    ),
)

COOKIE_HELD = ("signed_cookie", "encrypted_cookie", "unsigned_cookie")

IMPLIED = (
    Implied("jwt", (("session_store", "none"),)),
    Implied("signed_cookie", (("session_store", "none"),)),
    Implied("encrypted_cookie", (("session_store", "none"),)),
    Implied("unsigned_cookie", (("session_store", "none"),)),
    Implied(
        "api_key",
        (
            ("client_type", "api_client"),
            ("credential_transport", "custom_header"),
            ("client_storage", "environment_variable"),
        ),
    ),
    Implied(
        "signed_request",
        (("client_type", "api_client"), ("credential_transport", "custom_header"), ("client_storage", "file")),
    ),
    Implied(
        "client_certificate",
        (("client_type", "server"), ("credential_transport", "tls_handshake"), ("client_storage", "file")),
    ),
    Implied(
        "webhook_signature",
        (
            ("client_type", "webhook_sender"),
            ("credential_transport", "custom_header"),
            ("client_storage", "environment_variable"),
        ),
    ),
    Implied(
        "jwt_assertion",
        (("client_type", "server"), ("credential_transport", "request_body"), ("client_storage", "file")),
    ),
    Implied(
        "opaque_token",
        (
            ("token_revocation", "introspection"),
            ("credential_transport", "authorization_header"),
            ("client_storage", "js_memory"),
        ),
    ),
)

IMPOSSIBLE = (
    Impossible(
        when=one_of(session_type=COOKIE_HELD),
        then=one_of(session_store=("none",), credential_transport=("cookie",), client_storage=("cookie_jar",)),
        why="the session is the cookie itself",
    ),
    Impossible(
        when=one_of(session_type=("server_session",)),
        then=one_of(session_store=("process_memory", "redis", "database", "memcached", "distributed_cache", "file")),
        why="a session at the server needs a place for its record",
    ),
    Impossible(
        when=one_of(credential_transport=("cookie",)),
        then=one_of(client_storage=("cookie_jar",)),
        why="cookies live in the cookie jar",
    ),
    Impossible(
        when=one_of(client_storage=("cookie_jar",)),
        then=one_of(credential_transport=("cookie",)),
        why="only the browser itself sends what is in the cookie jar, and sends it as cookies",
    ),
    Impossible(
        when=one_of(session_type=("client_certificate",)),
        then=one_of(credential_transport=("tls_handshake",)),
        why="the certificate's key proves itself in the TLS handshake",
    ),
    Impossible(
        when=one_of(client_type=("server", "webhook_sender", "cli", "api_client")),
        then=one_of(client_storage=("file", "environment_variable", "os_keystore", "js_memory")),
        why="without a browser there is no cookie jar and no web storage",
    ),
    Impossible(
        when=one_of(session_type=("webhook_signature",)),
        then=one_of(client_type=("webhook_sender",)),
        why="webhooks are sent by webhook senders",
    ),
    Impossible(
        when=one_of(session_type=("jwt_assertion",)),
        then=one_of(credential_transport=("request_body",), client_type=("server", "api_client")),
        why="an assertion is posted by a program to the token endpoint (RFC 7523 2.1)",
    ),
    Impossible(
        when=one_of(session_type=("opaque_token",)),
        then=one_of(token_revocation=("introspection",)),
        why="an opaque token means nothing until its issuer is asked",
    ),
)

IRRELEVANT = (Irrelevant(("oauth_client_pattern",), unless=one_of(identity_provider=("oidc_code_flow",))),)
