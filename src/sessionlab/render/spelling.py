"""How terms are written in one play: the seed number, what the design has to say about it, and the marks it gives.

A mark is a few letters that follow from the seed number and what it is about. It stands where real values have
randomness, a signature or a MAC, and is none of these.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import TOO_MANY_OCTETS, cookie_name
from sessionlab.render.fields import packed, unpacked
from sessionlab.value import Value

MAC = "demo-mac-"


class Spelling(Value):
    """How terms are written in one play: the seed number, and what the design has to say about it.

    `octets`: how long a credential is made that is to be too large, 0 for its natural length. `times`: the second at
    which each request was served, for ids that are made of the time. `keys`: with which key each request signed, where
    there was more than one. `placed`: whether credentials say to which client they were given. `hashed_keys`: whether
    the store keeps digests of ids.
    """

    seed: int = 1
    generator: str = "csprng_128"
    signed_ids: bool = False
    session_type: str = "server_session"
    octets: int = 0
    versioned: bool = False
    fingerprinted: bool = False
    times: tuple[tuple[int, int], ...] = ()
    keys: tuple[tuple[int, str], ...] = ()
    placed: bool = False
    constraint: str = "none"
    hashed_keys: bool = False
    client_type: str = "browser"
    covers: tuple[str, ...] = ()

    def key_of(self, made: Any) -> str:
        """The name of the server's key with which a request signed; "" for the first one."""
        return dict(self.keys).get(made, "") if self.keys else ""


def spelling(
    design: Design, seed: int, times: tuple[tuple[int, int], ...] = (), keys: tuple[tuple[int, str], ...] = ()
) -> Spelling:
    """The spelling of a play under that design."""
    large = design.cookie_size == "over_4096_bytes" and design.credential_transport == "cookie"
    return Spelling(
        seed=seed,
        generator=design.session_id_generator,
        signed_ids=design.sign_session_id,
        session_type=design.session_type,
        octets=TOO_MANY_OCTETS - len(cookie_name(design)) if large else 0,
        versioned=design.token_revocation in ("token_version", "per_user_key"),
        fingerprinted=design.session_auth_hash,
        times=times if design.session_id_generator == "timestamp" else (),
        keys=keys,
        placed=design.sender_constraint != "none" or design.risk_based_invalidation != "none",
        constraint=design.sender_constraint,
        hashed_keys=design.store_key_form == "hashed",
        client_type=design.client_type,
        covers=_covered(design),
    )


def _covered(design: Design) -> tuple[str, ...]:
    """What a signature of this design covers beside its time (RFC 9421 7.2.1, 7.2.8; Standard Webhooks)."""
    if design.session_type == "webhook_signature":
        return ("body", "nonce")
    parts = (
        ("body", design.signature_covers_body),
        ("target", design.signature_covers_target),
        ("nonce", design.signature_nonce_memory != "none"),
    )
    return tuple(name for name, covered in parts if covered)


def mark(how: Spelling, *about: object, size: int = 6) -> str:
    """Some letters that follow from the seed number and these things."""
    told = "|".join(map(str, (how.seed, *about)))
    return hashlib.sha256(told.encode()).hexdigest()[:size]


def mac(how: Spelling, text: str, key: str) -> str:
    """What stands where a MAC over the text, made with that key, would be."""
    return MAC + mark(how, text, key)


def encoded(fields: dict[str, Any]) -> str:
    """Fields as base64url, legible to everybody."""
    return base64.urlsafe_b64encode(packed(fields)).decode().rstrip("=")


def decoded(text: str) -> dict[str, Any]:
    """The fields again. Raises `ValueError` for anything else."""
    return unpacked(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def scrambled(octets: bytes, how: Spelling) -> bytes:
    """Legible octets made illegible, and back: enough to show that nobody without the key can read them."""
    blocks = (hashlib.sha256(f"{how.seed}|seal|{n}".encode()).digest() for n in range(len(octets) // 32 + 1))
    return bytes(octet ^ key for octet, key in zip(octets, b"".join(blocks), strict=False))
