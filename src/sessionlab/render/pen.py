"""The pen that one play is written with: terms as text, in full for the wire and short for sentences."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.render.fields import client_text
from sessionlab.render.terms import PADDING, Spelling, spell, spelling, store_key
from sessionlab.render.words import DEFAULT_LANGUAGE, catalogue
from sessionlab.servers.fleet import key_name
from sessionlab.tokens.forgery import FORGERIES
from sessionlab.tokens.machine import ApiKey, Certificate, DpopProof, Signed, SigningKey, Unsigned
from sessionlab.tokens.terms import (
    ATTACKER,
    SERVER,
    ApiToken,
    Code,
    Fact,
    Garbled,
    Record,
    Reference,
    RefreshToken,
    RememberToken,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.world.play import Play

OTHERS = (
    (RememberToken, "remember_token"),
    (RefreshToken, "refresh_token"),
    (Fact, "fact"),
    (ApiKey, "api_key"),
    (SigningKey, "signing_key"),
    (Certificate, "certificate"),
    (Signed, "signature"),
    (Unsigned, "bare_claim"),
    (DpopProof, "proof"),
    (ApiToken, "api_token"),
    (Code, "code"),
)
LONGEST = 40
HEAD, TAIL = 10, 8


class Pen:
    """Writes the terms of one play, each of them once."""

    def __init__(self, how: Spelling, design: Design, language: str = DEFAULT_LANGUAGE) -> None:
        self.how = how
        self.design = design
        self.language = language
        self._sentences = catalogue(language)
        self._texts: dict[Any, str] = {}

    def text(self, term: Any) -> str:
        """The whole text of a term."""
        if isinstance(term, str):
            return term
        known = self._texts.get(term)
        if known is None:
            known = self._texts[term] = spell(term, self.how)
        return known

    def short(self, term: Any) -> str:
        """The text of a term as a sentence has room for it."""
        return shortened(self.text(term))

    def key_name(self, key: Any) -> str:
        """A registered key as the server speaks of it: a key that signs is never shown, so it has only a name."""
        return f"number {key.made}" if isinstance(key, SigningKey) else self.short(key)

    def say(self, name: str, /, **details: object) -> str:
        """A sentence of the catalogue."""
        sentence = self._sentences[name]
        return sentence.format(**details) if details else sentence.format()

    def record(self, record: Record) -> str:
        """A session record as one line: who, and whether logged in."""
        parts = [f"user={record.user or 'none'}", f"authenticated={'false' if record.user is None else 'true'}"]
        if record.user is not None and record.role != "user":
            parts.append(f"role={record.role}")
        if not record.enabled:
            parts.append("enabled=false")
        if record.items:
            parts.append(f"items={record.items}")
        if self.how.placed and record.user is not None:
            parts.append(f"from={client_text(record.client)}")
        return ", ".join(parts)

    def entry(self, id: SessionId, record: Record) -> str:
        """A record with its id, as the session store has it."""
        return f"{store_key(id, self.how)} → {self.record(record)}"

    def kind(self, credential: Any) -> str:
        """What sort of credential this is (a code of the catalogue, `credential.*`)."""
        if isinstance(credential, Garbled):
            return "typed" if isinstance(credential.original, str) else "garbled"
        if isinstance(credential, Reference):
            if credential.id.maker != ATTACKER:
                return "session_id"
            if isinstance(credential.id.made, str):
                return "typed_session_id"
            return "garbled" if credential.id.made < 0 else "invented_session_id"
        if isinstance(credential, Token):
            opaque = self.design.session_type == "opaque_token" and credential.signed_by == SERVER
            return "opaque_token" if opaque else _kind_of_token(credential)
        if isinstance(credential, StateCookie):
            return self.design.session_type if credential.sealed_by == SERVER else "altered_cookie"
        return next((kind for type, kind in OTHERS if isinstance(credential, type)), "text")


def _kind_of_token(token: Token) -> str:
    if token.signed_by in FORGERIES:
        return "forged_token"
    if token.signed_by != SERVER:
        return "altered_token"
    return "respelled_token" if token.encoding else "token"


def shortened(text: str) -> str:
    """A text with its middle left out if it is long; the end stays, since that is where credentials differ."""
    text = PADDING.sub(".xxxxxx…", text)
    return text if len(text) <= LONGEST else f"{text[:HEAD]}…{text[-TAIL:]}"


def pen_for(play: Play, language: str = DEFAULT_LANGUAGE) -> Pen:
    """The pen of a play, which knows when each of its requests was served."""
    times = tuple(
        (exchange.after.server.requests, exchange.after.clock)
        for exchange in play.exchanges
        if exchange.after.server.requests > exchange.before.server.requests
    )
    return Pen(spelling(play.design, play.seed, times, _keys(play)), play.design, language)


def _keys(play: Play) -> tuple[tuple[int, str], ...]:
    """With which key each request of a play signed, as far as it was not with the first one."""
    server = play.end.server
    names = ((number, key_name(number, server.history, play.design)) for number in range(server.requests + 1))
    return tuple((number, name) for number, name in names if name)
