"""What anybody can do with the text of a value: decode it, change it, make up another like it."""

from __future__ import annotations

import base64
import binascii
import re
import string
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from sessionlab.card.subject import Copy, Piece
from sessionlab.value import replace

DEEPEST = 4
MOST_OCTETS = 1 << 20
ALPHABETS = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
PARTS = re.compile(r"[A-Za-z0-9+/_-]{4,}={0,2}")
NEAR = (1, -1, 2, -2)


def legible(copy: Copy, marker: str) -> bool:
    """Does the marker stand in one of the values, as it is or under encodings that need no key?"""
    return any(marker in text for piece in copy for text in layers(str(piece.value)))


def layers(text: str, depth: int = DEEPEST) -> Iterator[str]:
    """The text, and all texts that it encodes: percent-encoding, base64 of both alphabets, zlib, nested."""
    yield text
    if depth == 0:
        return
    plain = unquote(text)
    if plain != text:
        yield from layers(plain, depth - 1)
    for part in dict.fromkeys(PARTS.findall(plain)):
        octets = decoded(part)
        if octets is not None:
            yield from layers(_inflated(octets).decode("utf-8", "replace"), depth - 1)


def decoded(part: str) -> bytes | None:
    """The octets behind base64 in either alphabet, padded or not; None if it is none."""
    text = part.rstrip("=").replace("+", "-").replace("/", "_")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None


def _inflated(octets: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(octets, MOST_OCTETS)
    except zlib.error:
        return octets


def altered(copy: Copy) -> tuple[tuple[str, bool, Copy], ...]:
    """Each value with one character changed, at each place; it then stands alone, so that no other value helps."""
    return tuple(
        ("character", _says(text) != _says(str(piece.value)), (replace(piece, value=text),))
        for piece in copy
        for text in _changed(str(piece.value))
    )


def _changed(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        alphabet = next((one for one in ALPHABETS if character in one), None)
        if alphabet is not None:
            other = alphabet[(alphabet.index(character) + 1) % len(alphabet)]
            yield text[:place] + other + text[place + 1 :]


def _says(text: str) -> tuple[object, ...]:
    """What a text says, whatever its spelling: the spare bits at the end of base64 say nothing."""
    return tuple(octets if (octets := decoded(part)) is not None else part for part in text.split("."))


def invented(copy: Copy) -> Copy | None:
    """The cookies with every letter and digit made up; None if there are none."""
    return tuple(replace(piece, value=_made_up(str(piece.value))) for piece in copy) or None


def _made_up(text: str) -> str:
    return re.sub(r"[0-9]", "0", re.sub(r"[A-Za-z]", "a", text))


def neighbours(copy: Copy) -> tuple[Copy, ...]:
    """The copy with a value that is a plain number replaced by the numbers next to it."""
    return tuple(
        tuple(_next_to(each, by) if each is piece else each for each in copy)
        for piece in copy
        if str(piece.value).isdigit()
        for by in NEAR
    )


def _next_to(piece: Piece, by: int) -> Piece:
    return replace(piece, value=str(int(piece.value) + by))
