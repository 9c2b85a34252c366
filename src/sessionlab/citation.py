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
)


def document(source: str) -> Document | None:
    """The document that a source text such as `"6265bis 5.8.3"` starts with, or None if it names none."""
    for known in sorted(DOCUMENTS, key=lambda d: -len(d.key)):
        if source == known.key or source.startswith(known.key + " "):
            return known
    return None
