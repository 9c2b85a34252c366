"""Where a rule comes from. Every reason, finding and switch carries a citation; a test resolves them all."""

from __future__ import annotations

from sessionlab.value import Value


class Document(Value):
    """A standard, draft or guide that rules are taken from."""

    key: str
    title: str
    url: str


DOCUMENTS: tuple[Document, ...] = (
    Document(
        "6265bis",
        "Cookies: HTTP State Management Mechanism (draft-ietf-httpbis-rfc6265bis)",
        "https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/",
    ),
    Document(
        "layered-cookies",
        "Cookies: HTTP State Management Mechanism (draft-ietf-httpbis-layered-cookies)",
        "https://datatracker.ietf.org/doc/draft-ietf-httpbis-layered-cookies/",
    ),
    Document("RFC 6265", "HTTP State Management Mechanism", "https://www.rfc-editor.org/rfc/rfc6265"),
    Document("CHIPS", "Cookies Having Independent Partitioned State", "https://github.com/privacycg/CHIPS"),
    Document(
        "Chromium",
        "Observed in Chromium 156 (the lab's own recorded answers)",
        "https://chromium.googlesource.com/chromium/src/+/main/net/cookies/README.md",
    ),
    Document("RFC 9110", "HTTP Semantics", "https://www.rfc-editor.org/rfc/rfc9110"),
    Document("RFC 9112", "HTTP/1.1", "https://www.rfc-editor.org/rfc/rfc9112"),
    Document("Fetch", "Fetch Standard", "https://fetch.spec.whatwg.org/"),
    Document("HTML", "HTML Standard", "https://html.spec.whatwg.org/multipage/"),
    Document("Secure Contexts", "Secure Contexts", "https://www.w3.org/TR/secure-contexts/"),
    Document("RFC 6797", "HTTP Strict Transport Security (HSTS)", "https://www.rfc-editor.org/rfc/rfc6797"),
    Document("RFC 7519", "JSON Web Token (JWT)", "https://www.rfc-editor.org/rfc/rfc7519"),
    Document("RFC 8725", "JSON Web Token Best Current Practices", "https://www.rfc-editor.org/rfc/rfc8725"),
    Document(
        "RFC 6750",
        "The OAuth 2.0 Authorization Framework: Bearer Token Usage",
        "https://www.rfc-editor.org/rfc/rfc6750",
    ),
    Document(
        "OWASP SMCS",
        "OWASP Session Management Cheat Sheet",
        "https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html",
    ),
    Document(
        "OWASP CSRF CS",
        "OWASP Cross-Site Request Forgery Prevention Cheat Sheet",
        "https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html",
    ),
    Document(
        "OWASP JWT CS",
        "OWASP JSON Web Token Cheat Sheet",
        "https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html",
    ),
    Document("ASVS", "OWASP Application Security Verification Standard 5.0", "https://github.com/OWASP/ASVS"),
    Document("WSTG", "OWASP Web Security Testing Guide", "https://owasp.org/www-project-web-security-testing-guide/"),
    Document("RFC 6455", "The WebSocket Protocol", "https://www.rfc-editor.org/rfc/rfc6455"),
    Document("RFC 7009", "OAuth 2.0 Token Revocation", "https://www.rfc-editor.org/rfc/rfc7009"),
    Document("RFC 7518", "JSON Web Algorithms (JWA)", "https://www.rfc-editor.org/rfc/rfc7518"),
    Document(
        "RFC 7523",
        "JWT Profile for OAuth 2.0 Client Authentication and Authorization Grants",
        "https://www.rfc-editor.org/rfc/rfc7523",
    ),
    Document("RFC 7662", "OAuth 2.0 Token Introspection", "https://www.rfc-editor.org/rfc/rfc7662"),
    Document(
        "RFC 8705",
        "OAuth 2.0 Mutual-TLS Client Authentication and Certificate-Bound Access Tokens",
        "https://www.rfc-editor.org/rfc/rfc8705",
    ),
    Document("RFC 9421", "HTTP Message Signatures", "https://www.rfc-editor.org/rfc/rfc9421"),
    Document(
        "RFC 9449", "OAuth 2.0 Demonstrating Proof of Possession (DPoP)", "https://www.rfc-editor.org/rfc/rfc9449"
    ),
    Document("RFC 9700", "Best Current Practice for OAuth 2.0 Security", "https://www.rfc-editor.org/rfc/rfc9700"),
    Document(
        "oauth-browser-based-apps",
        "OAuth 2.0 for Browser-Based Applications",
        "https://datatracker.ietf.org/doc/draft-ietf-oauth-browser-based-apps/",
    ),
    Document(
        "Token Status List",
        "Token Status List (draft-ietf-oauth-status-list)",
        "https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/",
    ),
    Document(
        "OAuth Form Post",
        "OAuth 2.0 Form Post Response Mode",
        "https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html",
    ),
    Document("OIDC Core", "OpenID Connect Core 1.0", "https://openid.net/specs/openid-connect-core-1_0.html"),
    Document(
        "OIDC RP-Initiated Logout",
        "OpenID Connect RP-Initiated Logout 1.0",
        "https://openid.net/specs/openid-connect-rpinitiated-1_0.html",
    ),
    Document(
        "OIDC Back-Channel Logout",
        "OpenID Connect Back-Channel Logout 1.0",
        "https://openid.net/specs/openid-connect-backchannel-1_0.html",
    ),
    Document("DBSC", "Device Bound Session Credentials", "https://github.com/w3c/webappsec-dbsc"),
    Document("WebAuthn", "Web Authentication", "https://www.w3.org/TR/webauthn-3/"),
    Document(
        "Standard Webhooks",
        "The Standard Webhooks specification",
        "https://github.com/standard-webhooks/standard-webhooks",
    ),
    Document(
        "NIST 800-63B-4",
        "NIST SP 800-63B-4: Authentication and Authenticator Management",
        "https://pages.nist.gov/800-63-4/sp800-63b.html",
    ),
    Document(
        "Cookie Crumbles",
        "Cookie Crumbles: Breaking and Fixing Web Session Integrity (USENIX Security 2023)",
        "https://www.usenix.org/conference/usenixsecurity23/presentation/squarcina",
    ),
    Document(
        "CVE-2018-0114",
        "A token verified with the key in its own header",
        "https://nvd.nist.gov/vuln/detail/CVE-2018-0114",
    ),
    Document(
        "OWASP HTML5 CS",
        "OWASP HTML5 Security Cheat Sheet",
        "https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html",
    ),
)


OWN_GROUNDS = ("definition", "measured")
"""What a citation may start with instead of a document: our own definition, or frameworks that were run and watched."""


def citations(source: str) -> tuple[str, ...]:
    """The single citations in a source text such as `"RFC 6750 2; ASVS 14.2.1"`."""
    return tuple(part.strip() for part in source.split(";"))


def document(citation: str) -> Document | None:
    """The document that a citation such as `"6265bis 5.8.3"` or `"WSTG-SESS-03"` starts with, or None."""
    for known in sorted(DOCUMENTS, key=lambda each: -len(each.key)):
        if _starts_with(citation, known.key):
            return known
    return None


def resolves(source: str) -> bool:
    """Whether every citation in a source text names a document, or says honestly that it stands on our own ground."""
    return all(
        document(part) is not None or any(_starts_with(part, ground) for ground in OWN_GROUNDS)
        for part in citations(source)
    )


def _starts_with(citation: str, key: str) -> bool:
    return citation == key or (citation.startswith(key) and citation[len(key)] in " -,.")
