"""Credentials as terms.

In the simulation a credential is what it *means*; its text is made at the edge. A term names the request that made
it, so that two designs give the same name to the same thing. Behind a real wire it is named by its own text, and a
`Proof` stands where the simulation knows at once who made it.
"""

from __future__ import annotations

from typing import Any

from sessionlab.http.message import Client
from sessionlab.value import Value

SERVER, ATTACKER = "server", "attacker"

Name = Any
"""What tells two of a kind apart: the number of the request that made it (int), or its own text behind a real wire."""


class Proof(Value):
    """A credential's real text, not judged yet. Whether it is genuine is found out when the logic asks."""

    text: str


class SessionId(Value):
    """An opaque reference token (RFC 6265bis 8.4, "session identifier"): made by request `made` of `maker`."""

    made: Name
    maker: str = SERVER


class Secret(Value):
    """An unguessable value of another use: the CSRF secret of a session, a form token."""

    made: Name
    use: str = "csrf"
    maker: str = SERVER


class Record(Value):
    """The state of one session: kept in the session store, or carried in a client-side session cookie.

    `user`: None while anonymous. `role` and `enabled`: the account as it was at login. `password`: which password
    the account had then (the fingerprint behind `session_auth_hash`). `created`, `seen`: seconds on the lab's clock.
    `started`: number of the request that began it. `items`: what an anonymous visitor put in (a cart). `client`: from
    where the user logged in.
    """

    user: str | None
    created: int
    seen: int
    started: Name
    csrf: Any = None
    role: str = "user"
    enabled: bool = True
    password: int = 0
    items: int = 0
    client: Client = Client()


class Claims(Value):
    """The claims of a self-contained token (RFC 7519 section 4.1), with user id, role and the account's version."""

    sub: str
    uid: int
    role: str
    iat: int
    exp: Any
    iss: str
    aud: str
    jti: Name
    version: int = 0
    password: int = 0
    enabled: bool = True
    csrf: Any = None
    client: Client = Client()
    typ: str = "access"
    family: Name = 0


class Reference(Value):
    """A session id as it is presented. `genuine`: it comes with the server's MAC (used if ids are signed)."""

    id: SessionId
    genuine: Any = True


class StateCookie(Value):
    """A client-side session: the record itself, `sealed_by` the server's key or by nobody ("nobody" = altered).

    `made`: the request that sealed it, and so with which key.
    """

    record: Record
    sealed_by: Any = SERVER
    made: Name = 0


class Imitation(Value):
    """The value of a nameless cookie: sent, it looks like a cookie of that name (Cookie Crumbles 4.2.1).

    `name` may be deferred. `value`: the credential that the attacker wants to be taken for the named cookie's.
    """

    name: Any
    value: Any


class Token(Value):
    """A signed token. `signed_by`: whose key made the signature over exactly these claims, or how it was forged.

    `encoding`: another spelling of the same signature (RFC 8725 does not forbid it; ECDSA and base64url allow it).
    """

    claims: Claims
    signed_by: Any = SERVER
    encoding: int = 0


class Fact(Value):
    """Something that the attacker read out of a value: whose it is, with which role."""

    about: str | None
    role: str


class ApiToken(Value):
    """A token of an OAuth client for somebody else's API: `kind` is "access" or "refresh"."""

    made: Name
    user: str
    kind: str = "access"


class Code(Value):
    """An authorization code (RFC 6749 1.3.1): good once, for whoever brings it back."""

    made: Name
    user: str


class RememberToken(Value):
    """A second, lasting login cookie. `made` is 0 for a self-contained one, which is the same for every login."""

    user: str
    made: Name = 0


class RefreshToken(Value):
    """A token that is only good for getting access tokens (RFC 6749 1.5). `family`: the login that it descends from."""

    made: Name
    user: str
    family: Name
    began: int
    client: Client = Client()


class Garbled(Value):
    """A credential with one character changed: it has the shape of `original` and no meaning."""

    original: Any


def subject(credential: Any) -> str | None:
    """The user that a self-describing credential names; None for a reference, which names nobody by itself."""
    if isinstance(credential, StateCookie):
        return credential.record.user
    if isinstance(credential, Token):
        return credential.claims.sub
    return None
