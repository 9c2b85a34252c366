"""Terms as real text, and real text as terms: what a session id, a token, a cookie with state is on a real wire.

Reading judges nothing that the logic asks about later: a credential that was read carries its own text as `Proof`,
and `is_genuine` looks at that when a step asks. Text that says nothing is `Garbled`. Reading never raises.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from typing import Any

from sessionlab.crypto import jwt, sealed, signed
from sessionlab.crypto.ids import digest
from sessionlab.crypto.keys import Keys
from sessionlab.design.design import Design
from sessionlab.servers.database import Database
from sessionlab.tokens.machine import ApiKey
from sessionlab.tokens.packed import from_octets, pack, to_octets, unpack
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    Claims,
    Garbled,
    Proof,
    Record,
    Reference,
    RefreshToken,
    Secret,
    SessionId,
    StateCookie,
    Token,
)

SESSION_ID, STATE, CSRF = "session id", "session state", "csrf secret"
KEY_PREFIX = "lab_"
"""API keys begin with it, so that whoever finds one in a log or a repository knows what it is."""
OPAQUE_OCTETS = 32
PADDING = "~"
"""Stands behind a credential that the design makes too large; no credential contains it."""
_ID = re.compile(r"[!#-+\--:<-\[\]-}]{1,256}")
"""An id may be any text that can stand in a cookie (RFC 6265bis 4.1.1, cookie-octet)."""


class Credentials:
    """Reads and writes the credentials of one design with one set of keys.

    `database`: where those are found whose text says nothing.
    """

    def __init__(self, design: Design, keys: Keys, database: Database) -> None:
        self._design = design
        self._keys = keys
        self._database = database

    def write(self, credential: Any) -> str:
        """The text of a credential. One that has been read is written exactly as it came."""
        if isinstance(credential, Garbled):
            return str(credential.original)
        if isinstance(credential, Reference):
            return credential.genuine.text if isinstance(credential.genuine, Proof) else self._new_id(credential.id)
        if isinstance(credential, Secret | ApiKey):
            return str(credential.made)
        if isinstance(credential, RefreshToken):
            return self._database.texts.of(credential)
        proof = credential.sealed_by if isinstance(credential, StateCookie) else credential.signed_by
        return str(proof.text)

    def _new_id(self, id: SessionId) -> str:
        text = str(id.made)
        return signed.sign(text, self._keys.signing, SESSION_ID) if self._design.sign_session_id else text

    def read(self, text: str) -> Any:
        """The credential that a text is."""
        text = text.rstrip(PADDING)
        found = self._of_this_design(text)
        return Garbled(text) if found is None else found

    def _of_this_design(self, text: str) -> Reference | Token | StateCookie | ApiKey | None:
        kind = self._design.session_type
        if kind == "server_session":
            return self._reference(text)
        if kind == "api_key":
            return ApiKey(text) if text.startswith(KEY_PREFIX) else None
        if kind == "opaque_token":
            claims = self._database.opaque.get(text)
            return None if claims is None else Token(claims, Proof(text), spelling(text))
        return self._token(text) if kind == "jwt" else self._state(text)

    def read_refresh(self, text: str) -> Any:
        """The refresh token that a text stands for. One that nobody handed out is only a text."""
        token = self._database.texts.value_of(text)
        return token if isinstance(token, RefreshToken) else Garbled(text)

    def _reference(self, text: str) -> Reference | None:
        id = signed.without_signature(text) if self._design.sign_session_id else text
        return Reference(SessionId(id), Proof(text)) if _ID.fullmatch(id) else None

    def _token(self, text: str) -> Token | None:
        payload = jwt.payload_of(text)
        claims = None if payload is None else unpack(from_octets(payload), Claims, self.read_secret)
        return None if claims is None else Token(claims, Proof(text), spelling(text))

    def _state(self, text: str) -> StateCookie | None:
        octets = self._octets_of(text)
        record = None if octets is None else unpack(from_octets(octets), Record, self.read_secret)
        return None if record is None else StateCookie(record, Proof(text))

    def _octets_of(self, text: str) -> bytes | None:
        if self._design.session_type == "encrypted_cookie":
            return sealed.unseal(text, self._keys.sealing, STATE)
        return _decoded(signed.without_signature(text) if self._design.session_type == "signed_cookie" else text)

    def sign(self, claims: Claims) -> Token:
        """A token with these claims: signed with the server's key, or a text that only the issuer understands."""
        if self._design.session_type == "opaque_token":
            opaque = secrets.token_urlsafe(OPAQUE_OCTETS)
            self._database.opaque[opaque] = claims
            return Token(claims, Proof(opaque), spelling(opaque))
        text = jwt.sign(pack(claims), self._keys.tokens)
        return Token(claims, Proof(text), spelling(text))

    def seal(self, record: Record) -> StateCookie:
        """A cookie that holds the record: encrypted, signed, or as it is."""
        octets = to_octets(pack(record))
        if self._design.session_type == "encrypted_cookie":
            return StateCookie(record, Proof(sealed.seal(octets, self._keys.sealing, STATE)))
        text = base64.urlsafe_b64encode(octets).decode().rstrip("=")
        if self._design.session_type == "signed_cookie":
            text = signed.sign(text, self._keys.signing, STATE)
        return StateCookie(record, Proof(text))

    def is_genuine(self, credential: Any) -> bool:
        """Whether the credential's signature was made with the server's key over exactly this content."""
        text = self.write(credential)
        if isinstance(credential, Token):
            return jwt.is_signed(text, self._keys.tokens)
        if isinstance(credential, Reference):
            return signed.is_signed(text, self._keys.signing, SESSION_ID)
        if self._design.session_type == "encrypted_cookie":
            return sealed.unseal(text, self._keys.sealing, STATE) is not None
        return signed.is_signed(text, self._keys.signing, STATE)

    def new_secret(self, random: str, use: str) -> Secret:
        """A secret that the server will know again: random text with its signature."""
        return Secret(signed.sign(random, self._keys.lasting, CSRF), use)

    def read_secret(self, text: str) -> Secret:
        """The CSRF secret that a text is; whether the server made it is in its signature."""
        genuine = signed.is_signed(text, self._keys.lasting, CSRF)
        return Secret(text, maker=SERVER if genuine else ATTACKER)


def spelling(text: str) -> int:
    """Which of several spellings of the same token this is: a number for each, the digest of the text."""
    return int(digest(text), 16)


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
