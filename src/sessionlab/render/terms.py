"""Terms as text, and text as terms: what credentials look like on the wire and in the store.

A term says what a value *means*; its text is made here, from the lab's seed number alone, so that one number always
gives the same bytes. Nothing of this is cryptography: a signature is a word that says it is a demo.
`read(spell(term))` is the term again, as far as a text can show it.
"""

from __future__ import annotations

import functools
import math
import re
from typing import Any

from sessionlab.render.machine_terms import MACHINE, machine_text, opaque_text
from sessionlab.render.self_described import looks_like_token, state_of, state_text, token_of, token_text
from sessionlab.render.spelling import Spelling, mac, mark, spelling
from sessionlab.servers.state import PASSWORDS
from sessionlab.tokens.forgery import NOBODY
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    Fact,
    Garbled,
    Imitation,
    Reference,
    RefreshToken,
    RememberToken,
    Secret,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.world.state import START

__all__ = ["PADDING", "Spelling", "read", "spell", "spelling", "store_key", "until"]

SUFFIX = {"csprng_128": 6, "csprng_64": 4, "random_32": 2}
"""Characters behind the number of an id: fewer where the generator's ids are easier to guess."""
FIRST = 1000
"""Numbers in texts begin here, so that they are not mistaken for small counts."""
PADDING = re.compile(r"\.x{99,}$")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def spell(term: Any, how: Spelling) -> str:
    """The text of a term; text stays as it is, and an absent value is empty."""
    if isinstance(term, str):
        return term
    if isinstance(term, SessionId):
        return _id(term, how)
    if isinstance(term, Secret):
        return _secret_text(term, how)
    if isinstance(term, Garbled):
        return _garbled(term, how)
    if isinstance(term, Reference | StateCookie | Token):
        return _padded(_credential(term, how), term, how)
    if isinstance(term, RememberToken | RefreshToken):
        return _lasting(term, how)
    if isinstance(term, Imitation):
        return f"{term.name}={spell(term.value, how)}"
    if isinstance(term, MACHINE):
        return machine_text(term, how)
    if isinstance(term, Fact):
        return f"{term.about or 'nobody'}, role {term.role}"
    return "" if term is None else str(term)


def _secret_text(term: Secret, how: Spelling) -> str:
    if isinstance(term.made, str):
        return term.made
    return f"{term.use}_{FIRST + term.made}_{mark(how, term.use, term.maker, term.made, size=8)}"


def _lasting(term: RememberToken | RefreshToken, how: Spelling) -> str:
    """A lasting login cookie or a refresh token: text that points to what the server knows, or is made of its key."""
    use = "remember" if isinstance(term, RememberToken) else "refresh"
    return f"{use}_{FIRST + term.made}_{mark(how, use, term.user, term.made, size=8)}"


def _credential(term: Reference | StateCookie | Token, how: Spelling) -> str:
    if isinstance(term, Reference):
        text = _id(term.id, how)
        if isinstance(term.id.made, str):
            # Typed by hand, and so without whatever a server would have put behind it.
            return text
        key = f"{SERVER}{how.key_of(term.id.made)}" if term.genuine else NOBODY
        return f"{text}.{mac(how, text, key)}" if how.signed_ids else text
    if isinstance(term, Token):
        if how.session_type == "opaque_token":
            return opaque_text(term, how)
        return token_text(term, how, lambda inner: spell(inner, how))
    return state_text(term, how, lambda inner: spell(inner, how))


@functools.lru_cache(maxsize=1024)
def _id(id: SessionId, how: Spelling) -> str:
    if isinstance(id.made, str):
        return id.made
    if id.made < 0:
        return _mistyped(id, how)
    if how.generator == "timestamp":
        return f"sid_{dict(how.times).get(id.made, START) * 1000 + id.made}"
    text = f"sid_{FIRST + id.made}"
    size = SUFFIX.get(how.generator, 0)
    return f"{text}_{mark(how, 'id', id.maker, id.made, size=size)}" if size else text


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
    if isinstance(original, str):
        return original
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
        if text.startswith("remember_"):
            return _remember_token(text, how)
        if looks_like_token(text):
            return token_of(text, how, lambda inner: _secret(inner, how))
        return state_of(text, how, lambda inner: _secret(inner, how))
    except (ValueError, KeyError, TypeError):
        return None


def _secret(text: str, how: Spelling) -> Secret | None:
    use, number, _ = text.split("_")
    made = int(number) - FIRST
    candidates = (Secret(made, use, maker) for maker in (SERVER, ATTACKER))
    return next((secret for secret in candidates if spell(secret, how) == text), None)


def _reference(text: str, how: Spelling) -> Reference | None:
    plain, _, tag = text.partition(".")
    id = _session_id(plain, how)
    if id is None or bool(tag) != how.signed_ids:
        return None
    genuine = tag == mac(how, plain, f"{SERVER}{how.key_of(id.made)}") if tag else id.maker == SERVER
    return Reference(id, genuine)


def _remember_token(text: str, how: Spelling) -> RememberToken | None:
    made = int(text.split("_")[1]) - FIRST
    candidates = (RememberToken(name, made) for name, _ in PASSWORDS)
    return next((token for token in candidates if spell(token, how) == text), None)


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


def store_key(id: SessionId, how: Spelling) -> str:
    """The key of a record in the store: the id, or a digest of it."""
    text = spell(id, how)
    return f"demo-digest-{mark(how, 'digest', text, size=12)}" if how.hashed_keys else text


def until(expiry: float) -> int | None:
    """A second that may never come, as JSON knows it."""
    return None if expiry in (math.inf, -math.inf) else int(expiry)
