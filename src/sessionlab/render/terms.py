"""Terms as text, and text as terms: what credentials look like on the wire and in the store.

A term says what a value *means*; its text is made here, from the lab's seed number alone, so that one number always
gives the same bytes. Nothing of this is cryptography: a signature is a word that says it is a demo.
`read(spell(term))` is the term again, as far as a text can show it.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import TOO_MANY_OCTETS, cookie_name
from sessionlab.render.fields import claims_of, fields_of_claims, fields_of_record, packed, record_of, unpacked
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    Garbled,
    Reference,
    Secret,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.value import Value
from sessionlab.world.state import START

NOBODY = "nobody"
SUFFIX = {"csprng_128": 6, "csprng_64": 4, "random_32": 2}
"""Characters behind the number of an id: fewer where the generator's ids are easier to guess."""
FIRST = 1000
"""Numbers in texts begin here, so that they are not mistaken for small counts."""
MAC, SIGNATURE, SEALED = "demo-mac-", "demo-signature-", "demo-sealed-"
HEADER = {"typ": "JWT", "alg": "demo"}
PADDING = re.compile(r"\.x{99,}$")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Spelling(Value):
    """How terms are written in one play: the seed number, and what the design has to say about it.

    `octets`: how long a credential is made that is to be too large, 0 for its natural length. `times`: the second at
    which each request was served, for ids that are made of the time.
    """

    seed: int = 1
    generator: str = "csprng_128"
    signed_ids: bool = False
    session_type: str = "server_session"
    octets: int = 0
    versioned: bool = False
    fingerprinted: bool = False
    times: tuple[tuple[int, int], ...] = ()


def spelling(design: Design, seed: int, times: tuple[tuple[int, int], ...] = ()) -> Spelling:
    """The spelling of a play under that design."""
    large = design.cookie_size == "over_4096_bytes" and design.credential_transport == "cookie"
    return Spelling(
        seed=seed,
        generator=design.session_id_generator,
        signed_ids=design.sign_session_id,
        session_type=design.session_type,
        octets=TOO_MANY_OCTETS - len(cookie_name(design)) if large else 0,
        versioned=design.token_revocation == "token_version",
        fingerprinted=design.session_auth_hash,
        times=times if design.session_id_generator == "timestamp" else (),
    )


def spell(term: Any, how: Spelling) -> str:
    """The text of a term; text stays as it is, and an absent value is empty."""
    if isinstance(term, str):
        return term
    if isinstance(term, SessionId):
        return _id(term, how)
    if isinstance(term, Secret):
        return f"{term.use}_{FIRST + term.made}_{_mark(how, term.use, term.maker, term.made, size=8)}"
    if isinstance(term, Garbled):
        return _garbled(term, how)
    if isinstance(term, Reference | StateCookie | Token):
        return _padded(_credential(term, how), term, how)
    return "" if term is None else str(term)


def _credential(term: Reference | StateCookie | Token, how: Spelling) -> str:
    if isinstance(term, Reference):
        text = _id(term.id, how)
        return f"{text}.{_mac(how, text, SERVER if term.genuine else NOBODY)}" if how.signed_ids else text
    if isinstance(term, Token):
        fields = fields_of_claims(term.claims, how.versioned, how.fingerprinted, lambda inner: spell(inner, how))
        body = f"{_encoded(HEADER)}.{_encoded(fields)}"
        return f"{body}.{SIGNATURE}{_mark(how, body, term.signed_by)}"
    return _state(term, how)


def _state(cookie: StateCookie, how: Spelling) -> str:
    fields = fields_of_record(cookie.record, lambda inner: spell(inner, how))
    if how.session_type == "unsigned_cookie":
        return "&".join(f"{name}={value}" for name, value in fields.items())
    if how.session_type == "encrypted_cookie":
        body = base64.b32encode(_scrambled(packed(fields), how)).decode().rstrip("=").lower()
        return f"{SEALED}{body}-{_mark(how, body, cookie.sealed_by)}"
    body = _encoded(fields)
    return f"{body}.{_mac(how, body, cookie.sealed_by)}"


def _id(id: SessionId, how: Spelling) -> str:
    if id.made < 0:
        return _mistyped(id, how)
    if how.generator == "timestamp":
        return f"sid_{dict(how.times).get(id.made, START) * 1000 + id.made}"
    text = f"sid_{FIRST + id.made}"
    size = SUFFIX.get(how.generator, 0)
    return f"{text}_{_mark(how, 'id', id.maker, id.made, size=size)}" if size else text


def _mistyped(id: SessionId, how: Spelling) -> str:
    """An id with one character changed: such a high number that no server of the lab comes to it."""
    made, place = divmod(-id.made, 100)
    original = _id(SessionId(made, SERVER if made else ATTACKER), how)
    further, first = divmod(place if made else place - 1, 8)
    digits = f"{first + 2}{(int(original[5]) + further) % 10}"
    return f"sid_{digits}{original[6:]}"


def _garbled(term: Garbled, how: Spelling) -> str:
    """The first characters are changed, so that nothing can mistake the value for another valid one."""
    depth, original = 1, term.original
    while isinstance(original, Garbled):
        depth, original = depth + 1, original.original
    return _shifted(spell(original, how), depth)


def _shifted(text: str, depth: int) -> str:
    further, first = divmod(depth - 1, len(LETTERS) - 1)
    return _turned(text[:1], first + 1) + _turned(text[1:2], further) + text[2:]


def _turned(letter: str, by: int) -> str:
    return LETTERS[(LETTERS.index(letter) + by) % len(LETTERS)] if letter and letter in LETTERS else letter


def _padded(text: str, term: Any, how: Spelling) -> str:
    made_by_server = not (isinstance(term, Reference) and term.id.maker == ATTACKER)
    missing = how.octets - len(text) - 1
    return f"{text}.{'x' * missing}" if made_by_server and missing > 0 else text


def _mark(how: Spelling, *about: object, size: int = 6) -> str:
    told = "|".join(map(str, (how.seed, *about)))
    return hashlib.sha256(told.encode()).hexdigest()[:size]


def _mac(how: Spelling, text: str, key: str) -> str:
    return MAC + _mark(how, text, key)


def _encoded(fields: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(packed(fields)).decode().rstrip("=")


def _decoded(text: str) -> dict[str, Any]:
    return unpacked(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def _scrambled(octets: bytes, how: Spelling) -> bytes:
    """Legible octets made illegible, and back: enough to show that nobody without the key can read them."""
    blocks = (hashlib.sha256(f"{how.seed}|seal|{n}".encode()).digest() for n in range(len(octets) // 32 + 1))
    return bytes(octet ^ key for octet, key in zip(octets, b"".join(blocks), strict=False))


def read(text: str, how: Spelling) -> Any:
    """The term that a text spells: a credential, an id or a secret; None for text that is none of them."""
    found = _read(text, how)
    if found is not None or not text:
        return found
    # Text with no meaning may be a garbled credential.
    for depth in range(1, (len(LETTERS) - 1) * len(LETTERS) + 1):
        further, first = divmod(depth - 1, len(LETTERS) - 1)
        original = _read(_turned(text[:1], -first - 1) + _turned(text[1:2], -further) + text[2:], how)
        if original is not None and not isinstance(original, Secret):
            for _ in range(depth):
                original = Garbled(original)
            return original
    return None


def _read(text: str, how: Spelling) -> Any:
    text = PADDING.sub("", text)
    try:
        if text.startswith("csrf_"):
            return _secret(text, how)
        if text.startswith("sid_"):
            return _reference(text, how)
        if text.count(".") == 2 and SIGNATURE in text:
            return _token(text, how)
        return _state_cookie(text, how)
    except (ValueError, KeyError, TypeError):
        return None


def _secret(text: str, how: Spelling) -> Secret | None:
    use, number, _ = text.split("_")
    made = int(number) - FIRST
    candidates = (Secret(made, use, maker) for maker in (SERVER, ATTACKER))
    return next((secret for secret in candidates if spell(secret, how) == text), None)


def _reference(text: str, how: Spelling) -> Reference | None:
    plain, _, mac = text.partition(".")
    id = _session_id(plain, how)
    if id is None or bool(mac) != how.signed_ids:
        return None
    return Reference(id, genuine=mac == _mac(how, plain, SERVER) if mac else id.maker == SERVER)


def _session_id(text: str, how: Spelling) -> SessionId | None:
    if text[4:5] in "23456789":
        return _read_mistyped(text, how)
    number = int(text.split("_")[1])
    if how.generator == "timestamp":
        made = next((made for made, time in how.times if time * 1000 + made == number), number - START * 1000)
    else:
        made = number - FIRST
    id = SessionId(made, SERVER if made > 0 else ATTACKER)
    return id if _id(id, how) == text else None


def _read_mistyped(text: str, how: Spelling) -> SessionId | None:
    for further in range(10):
        original = _session_id(f"sid_1{(int(text[5]) - further) % 10}{text[6:]}", how)
        if original is not None:
            place = 8 * further + int(text[4]) - 2
            return SessionId(-100 * original.made - place - (original.made == 0), ATTACKER)
    return None


def _token(text: str, how: Spelling) -> Token | None:
    header, body, signature = text.split(".")
    if _decoded(header) != HEADER:
        return None
    claims = claims_of(_decoded(body), lambda inner: _secret(inner, how))
    genuine = signature == SIGNATURE + _mark(how, f"{header}.{body}", SERVER)
    return Token(claims, SERVER if genuine else NOBODY)


def _state_cookie(text: str, how: Spelling) -> StateCookie | None:
    if how.session_type == "unsigned_cookie":
        fields = dict(part.split("=") for part in text.split("&"))
        return StateCookie(record_of(fields, lambda inner: _secret(inner, how)))
    if how.session_type == "encrypted_cookie":
        body, _, tag = text.removeprefix(SEALED).rpartition("-")
        octets = base64.b32decode(body.upper() + "=" * (-len(body) % 8))
        fields, genuine = unpacked(_scrambled(octets, how)), tag == _mark(how, body, SERVER)
    else:
        body, _, mac = text.partition(".")
        fields, genuine = _decoded(body), mac == _mac(how, body, SERVER)
    return StateCookie(record_of(fields, lambda inner: _secret(inner, how)), SERVER if genuine else NOBODY)


def until(expiry: float) -> int | None:
    """A second that may never come, as JSON knows it."""
    return None if expiry in (math.inf, -math.inf) else int(expiry)
