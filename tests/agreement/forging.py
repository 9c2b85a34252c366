"""What an attacker does to real text: the terms that the simulation's attacker knows, made into bytes."""

from __future__ import annotations

import base64
import string
from typing import Any

from sessionlab.design.design import Design
from sessionlab.servers.credentials import Credentials
from sessionlab.tokens.packed import pack, to_octets
from sessionlab.tokens.terms import SERVER, Garbled, Proof, Reference, SessionId, StateCookie, Token

LETTERS = string.ascii_lowercase + string.ascii_uppercase
DIGITS = string.digits + "-_"
INVENTED_TEXT = "0123456789abcdef0123456789abcdef"
HEADER = b'{"alg":"HS256","typ":"JWT"}'
NO_SIGNATURE = "A" * 43
PROVEN_BY: dict[type, str] = {Reference: "genuine", Token: "signed_by", StateCookie: "sealed_by"}


def realised(term: Any, design: Design, credentials: Credentials) -> Any:
    """The term as it would be read from a wire: named by its own text."""
    if isinstance(term, Garbled):
        return term
    if isinstance(getattr(term, PROVEN_BY[type(term)]), Proof):
        return term
    return read(_text(term, design, credentials), credentials)


def _text(term: Any, design: Design, credentials: Credentials) -> str:
    if isinstance(term, Reference) and isinstance(term.id.made, str):
        return term.id.made
    if isinstance(term, Reference):
        # The one id that the attacker makes up; with a signature, where ids have one, that nobody made.
        return f"{INVENTED_TEXT}.{NO_SIGNATURE}" if design.sign_session_id else INVENTED_TEXT
    if isinstance(term, Token):
        if term.signed_by == SERVER:
            return credentials.write(credentials.sign(term.claims))
        return f"{_base64(HEADER)}.{_base64(to_octets(pack(term.claims)))}.{NO_SIGNATURE}"
    text = _base64(to_octets(pack(term.record)))
    return f"{text}.{NO_SIGNATURE}" if design.session_type == "signed_cookie" else text


def read(text: str, credentials: Credentials) -> Any:
    """What a client takes a text for: as a server would, but the attacker's own inventions are ids to their maker."""
    id, _, _ = text.partition(".")
    invented = id[1:] == INVENTED_TEXT[1:]
    return Reference(SessionId(id), Proof(text)) if invented else credentials.read(text)


def with_one_character_changed(term: Any, credentials: Credentials) -> Any:
    """The first character, so that no part of the text keeps its meaning by chance."""
    text = credentials.write(term)
    first = text[0]
    # Always another letter, so that a counted id never becomes a number that is counted too.
    place = LETTERS.index(first) + 1 if first in LETTERS else DIGITS.index(first)
    return read(LETTERS[place % len(LETTERS)] + text[1:], credentials)


def neighbour(reference: Reference, ids: tuple[str, ...], design: Design, credentials: Credentials) -> Any:
    """The counted id below this one, else above, without a good signature; None where there is none."""
    others = sorted(int(id) for id in ids if id.isdigit() and id != reference.id.made)
    if not others or design.session_id_generator != "counter":
        return None
    own = int(reference.id.made) if reference.id.made.isdigit() else 0
    nearest = max((id for id in others if id < own), default=others[0])
    return read(f"{nearest}.{NO_SIGNATURE}" if design.sign_session_id else str(nearest), credentials)


def _base64(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")
