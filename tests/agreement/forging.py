"""What an attacker does to real text: the terms that the simulation's attacker knows, made into bytes."""

from __future__ import annotations

import base64
import string
from typing import Any

from sessionlab.design.design import Design
from sessionlab.tokens.packed import pack, to_octets
from sessionlab.tokens.terms import ATTACKER, SERVER, Garbled, Proof, Reference, SessionId, StateCookie, Token
from tests.agreement.reader import Reader

LETTERS = string.ascii_lowercase + string.ascii_uppercase
DIGITS = string.digits + "-_"
INVENTED = 0
"""The number of the id that the simulation's attacker makes up."""
INVENTED_TEXT = "0123456789abcdef0123456789abcdef"
HEADER = b'{"alg":"HS256","typ":"JWT"}'
NO_SIGNATURE = "A" * 43
PROVEN_BY: dict[type, str] = {Reference: "genuine", Token: "signed_by", StateCookie: "sealed_by"}


def realised(term: Any, design: Design, reader: Reader) -> Any:
    """The term as it would be read from a wire: named by its own text."""
    proof = None if isinstance(term, Garbled) else getattr(term, PROVEN_BY.get(type(term), ""), None)
    if isinstance(term, Token) and isinstance(proof, Proof):
        return _changed(term, proof.text, reader)
    if isinstance(term, Reference | Token | StateCookie) and not isinstance(proof, Proof):
        return read(_text(term, design, reader), reader)
    return term


def _changed(token: Token, text: str, reader: Reader) -> Token:
    """A token that was read, as it is, or with other claims under the same key."""
    was = reader.read(text)
    return token if was.claims == token.claims else reader.signed_like(was, token.claims)


def _text(term: Any, design: Design, reader: Reader) -> str:
    if isinstance(term, Reference) and term.id.maker == ATTACKER and isinstance(term.id.made, str):
        return term.id.made
    if isinstance(term, Reference) and term.id.made != INVENTED:
        # Read in the store, where ids stand without their signatures.
        return f"{term.id.made}.{NO_SIGNATURE}" if design.sign_session_id else str(term.id.made)
    if isinstance(term, Reference):
        # The one id that the attacker makes up; with a signature, where ids have one, that nobody made.
        return f"{INVENTED_TEXT}.{NO_SIGNATURE}" if design.sign_session_id else INVENTED_TEXT
    if isinstance(term, Token):
        if term.signed_by == SERVER:
            return reader.write(reader.signed_at_first(term.claims))
        return f"{_base64(HEADER)}.{_base64(to_octets(pack(term.claims)))}.{NO_SIGNATURE}"
    text = _base64(to_octets(pack(term.record)))
    return f"{text}.{NO_SIGNATURE}" if design.session_type == "signed_cookie" else text


def read(text: str, reader: Reader) -> Any:
    """What a client takes a text for: as a server would, but the attacker's own inventions are ids to their maker."""
    id, _, _ = text.partition(".")
    invented = id[1:] == INVENTED_TEXT[1:]
    return Reference(SessionId(id), Proof(text)) if invented else reader.read(text)


def with_one_character_changed(term: Any, reader: Reader) -> Any:
    """The first character, so that no part of the text keeps its meaning by chance."""
    text = reader.write(term)
    first = text[0]
    # Always another letter, so that a counted id never becomes a number that is counted too.
    place = LETTERS.index(first) + 1 if first in LETTERS else DIGITS.index(first)
    return read(LETTERS[place % len(LETTERS)] + text[1:], reader)


def neighbour(reference: Reference, ids: tuple[str, ...], design: Design, reader: Reader) -> Any:
    """The counted id below this one, else above, without a good signature; None where there is none."""
    others = sorted(int(id) for id in ids if id.isdigit() and id != reference.id.made)
    if not others or design.session_id_generator != "counter":
        return None
    own = int(reference.id.made) if reference.id.made.isdigit() else 0
    nearest = max((id for id in others if id < own), default=others[0])
    return read(f"{nearest}.{NO_SIGNATURE}" if design.sign_session_id else str(nearest), reader)


def _base64(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")
