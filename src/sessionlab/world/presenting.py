"""How a client shows what it holds: a bearer value as it is, a key by what it signs for this very request."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.credential import TOKEN_HEADER, TOKEN_PARAMETER
from sessionlab.engine.durations import ASSERTION_LIFETIME
from sessionlab.engine.machine.assertion import TYPE
from sessionlab.engine.proofs import HEADER as PROOF_HEADER
from sessionlab.engine.proofs import proof_if_used
from sessionlab.engine.self_contained import AUDIENCE, ISSUER
from sessionlab.http.message import Pairs
from sessionlab.tokens.machine import Certificate, DpopProof, Signed, SigningKey
from sessionlab.tokens.terms import Claims, RememberToken, Token
from sessionlab.value import Value


class Carried(Value):
    """Where a client puts its credential. `key`: the key that it proves in the handshake, if it is not its own."""

    headers: Pairs = ()
    fields: Pairs = ()
    query: Pairs = ()
    key: str = ""


class About(Value):
    """The request that a credential is shown with: what it asks, when, and the number that makes it unique."""

    method: str
    path: str
    fields: Pairs
    clock: int
    number: int
    device: str = ""


def present(credential: Any, about: About, design: Design) -> Carried:
    """The credential in the place where a client that is no cookie jar puts it."""
    if isinstance(credential, Certificate):
        return Carried(key=credential.key)
    if isinstance(credential, SigningKey):
        credential = design.decide("session_type", _made_with_key, credential, about)
    carried: Carried = design.decide("credential_transport", place, credential)
    if not isinstance(credential, Token):
        return carried
    proof = DpopProof(about.number, about.method, about.path, about.clock, about.device)
    wanted = design.later("sender_constraint", proof_if_used, proof)
    headers = carried.headers if wanted is None else (*carried.headers, (PROOF_HEADER, wanted))
    return Carried(headers, carried.fields, carried.query)


def _made_with_key(session_type: str, key: SigningKey, about: About) -> Any:
    if session_type == "jwt_assertion":
        return assertion(key, about)
    return Signed(session_type, key, about.method, about.path, about.fields, about.clock, about.number)


def assertion(key: SigningKey, about: About) -> Token:
    """A fresh assertion of the client's own (RFC 7523 3)."""
    return Token(
        Claims(
            sub=key.user,
            uid=1,
            role="user",
            iat=about.clock,
            exp=about.clock + ASSERTION_LIFETIME,
            iss=ISSUER,
            aud=AUDIENCE,
            jti=about.number,
            typ=TYPE,
        )
    )


def place(transport: str, credential: Any) -> Carried:
    """The place in a request where a transport carries a value (RFC 6750 2)."""
    if isinstance(credential, RememberToken):
        return Carried()
    if transport == "authorization_header":
        return Carried(headers=(("Authorization", credential),))
    if transport == "custom_header":
        return Carried(headers=((TOKEN_HEADER, credential),))
    if transport == "url_query":
        return Carried(query=((TOKEN_PARAMETER, credential),))
    if transport == "request_body":
        return Carried(fields=((TOKEN_PARAMETER, credential),))
    return Carried()
