"""What programs show, as text: keys, signatures over requests and deliveries, proofs, codes, tokens for other APIs.

All of it follows from the lab's seed number and says that it is a demo.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from sessionlab.http.headers import Headers
from sessionlab.http.message import Request
from sessionlab.render.spelling import Spelling, encoded, mark
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import ApiToken, Code, Token

MACHINE = (ApiKey, SigningKey, Certificate, Signed, DpopProof, Unsigned, ApiToken, Code)
FIRST = 1000
PROOF_HEADER = {"typ": "dpop+jwt", "alg": "demo"}
WEBHOOK = "webhook_signature"


def machine_text(term: Any, how: Spelling) -> str:
    """The text of a key, a signature, a proof, a code or a token for another API."""
    if isinstance(term, ApiKey):
        return f"demo_key_{_number(term.made)}_{mark(how, 'key', term.made, size=16)}"
    if isinstance(term, SigningKey):
        return f"demo-signing-key-{_number(term.made)}-{mark(how, 'signing key', term.made, size=16)}"
    if isinstance(term, Certificate):
        return f"CN={term.key}, demo-key-{mark(how, 'certificate', term.key, size=16)}"
    if isinstance(term, ApiToken):
        return f"api_{term.kind}_{_number(term.made)}_{mark(how, term.kind, term.made, term.user, size=10)}"
    if isinstance(term, Code):
        return f"code_{_number(term.made)}_{mark(how, 'code', term.made, term.user, size=8)}"
    if isinstance(term, DpopProof):
        return _proof(term, how)
    return f'keyid="{term.user}"' if isinstance(term, Unsigned) else _signature(term, how)


def _number(made: Any) -> Any:
    return FIRST + made if isinstance(made, int) else made


def opaque_text(token: Token, how: Spelling) -> str:
    """An opaque access token: a reference that says nothing (RFC 6750 2.1, RFC 7662)."""
    number = _number(token.claims.jti) if isinstance(token.claims.jti, int) else token.claims.jti
    return f"opaque_{number}_{mark(how, 'opaque', token.claims, token.signed_by, size=12)}{'=' * token.encoding}"


def _proof(proof: DpopProof, how: Spelling) -> str:
    """A DPoP proof: a signed JWT about one request (RFC 9449 4.2)."""
    claims = {"jti": _number(proof.jti), "htm": proof.method, "htu": proof.path, "iat": proof.at}
    body = f"{encoded({**PROOF_HEADER, 'jwk': proof.key})}.{encoded(claims)}"
    return f"{body}.demo-signature-{mark(how, body, proof.key)}"


def in_one_value(signed: Signed | Unsigned, how: Spelling) -> str:
    """A signature with its parameters in a single value, where there is no header of its own for it."""
    text = machine_text(signed, how)
    return f"{_parameters(signed, how)};sig={text}" if isinstance(signed, Signed) else text


def _parameters(signed: Signed, how: Spelling) -> str:
    nonce = f';nonce="{mark(how, "nonce", signed.nonce, size=12)}"' if "nonce" in how.covers else ""
    return f'created={signed.at};keyid="{signed.key.user}"{nonce}'


def _signature(signed: Signed, how: Spelling) -> str:
    """A mark over just what the signature covers: what it leaves out can change and the mark stays."""
    about = [signed.key.made, signed.at, signed.nonce]
    about += [signed.method, signed.path] if "target" in how.covers else []
    about += [body_text(signed.fields)] if "body" in how.covers else []
    return f"demo-signature-{mark(how, *about, size=16)}"


def body_text(fields: Any) -> str:
    """The fields of a body as one text, for a digest of it."""
    return "&".join(f"{name}={value}" for name, value in fields)


def signature_headers(name: str, signed: Signed | Unsigned, request: Request, how: Spelling) -> Headers:
    """A signature as header fields: RFC 9421 for requests, Standard Webhooks for deliveries."""
    if name == "Authorization":
        return ((name, f"Signature {in_one_value(signed, how)}"),)
    if how.session_type == WEBHOOK:
        return _webhook(signed, how)
    if isinstance(signed, Unsigned):
        return (("X-Session-Token", machine_text(signed, how)),)
    covered = ['"@method"', '"@path"'] if "target" in how.covers else []
    digest: Headers = ()
    if request.fields and "body" in how.covers:
        covered.append('"content-digest"')
        octets = hashlib.sha256(body_text(request.fields).encode()).digest()
        digest = (("Content-Digest", f"sha-256=:{base64.b64encode(octets).decode()}:"),)
    return (
        *digest,
        ("Signature-Input", f"sig1=({' '.join(covered)});{_parameters(signed, how)}"),
        ("Signature", f"sig1=:{_signature(signed, how)}:"),
    )


def _webhook(signed: Signed | Unsigned, how: Spelling) -> Headers:
    if isinstance(signed, Unsigned):
        return (("webhook-from", signed.user),)
    return (
        ("webhook-id", f"msg_{_number(signed.nonce)}_{mark(how, 'delivery', signed.nonce, size=8)}"),
        ("webhook-timestamp", str(signed.at)),
        ("webhook-signature", f"v1,{_signature(signed, how)}"),
    )
