"""The credentials of a play, numbered in the order in which they appear: one name for one value, wherever it is."""

from __future__ import annotations

import json
from typing import Any

from sessionlab.render import form
from sessionlab.render.fields import fields_of_claims, fields_of_record
from sessionlab.render.pen import Pen, shortened
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.machine import DpopProof, Unsigned
from sessionlab.tokens.terms import (
    ATTACKER,
    ApiToken,
    Garbled,
    Reference,
    RefreshToken,
    RememberToken,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.world.asking import Beliefs
from sessionlab.world.state import World

LASTING = (RememberToken, RefreshToken, ApiToken, DpopProof, Unsigned)
"""What is good for getting a credential, and is told like one."""

ILLEGIBLE = ("encrypted_cookie", "opaque_token")
UNSHOWN = (RefreshToken, ApiToken, DpopProof)
"""What is good for something else than being answered as somebody here."""


class Registry:
    """Gives every credential its name (`t1`, `t2`, ...) at its first appearance."""

    def __init__(self, pen: Pen, beliefs: Beliefs | None = None) -> None:
        self._pen = pen
        self._beliefs = beliefs or Beliefs(pen.design)
        self._names: dict[str, str] = {}
        self._known: dict[Any, str | None] = {}
        self._terms: list[tuple[Any, int]] = []
        self.exchange = 1

    def name(self, value: Any) -> str | None:
        """The name of a credential, given now if it has none yet; None for what is no credential."""
        if value in self._known:
            return self._known[value]
        name = self._new(value)
        self._known[value] = name
        return name

    def _new(self, value: Any) -> str | None:
        if isinstance(value, SessionId):
            value = Reference(value, genuine=value.maker != ATTACKER)
        if not (is_credential(value) or isinstance(value, LASTING)):
            return None
        # A store's key and the value of the cookie that points to it are one thing to the eye.
        text = self._pen.text(value.id if isinstance(value, Reference) else value)
        if text not in self._names:
            self._names[text] = f"t{len(self._names) + 1}"
            self._terms.append((value, self.exchange))
        return self._names[text]

    def live(self, world: World) -> tuple[form.Live, ...]:
        """The credentials known so far that the server would answer as somebody, as things stand in this world."""
        asked = (term for term, _ in self._terms if not isinstance(term, UNSHOWN))
        beliefs = ((term, self._beliefs.best_about(term, world)) for term in asked)
        return tuple(
            form.Live(self._known_name(term), belief.user) for term, belief in beliefs if belief.user is not None
        )

    def _known_name(self, term: Any) -> str:
        return self.name(term) or ""

    def credentials(self, world: World) -> tuple[form.Credential, ...]:
        """All credentials of the play, with what the server makes of them at its end."""
        live = {one.id: one.user for one in self.live(world)}
        return tuple(self._credential(term, seen, live) for term, seen in self._terms)

    def _credential(self, term: Any, seen: int, live: dict[str, str]) -> form.Credential:
        name, kind, text = self._known_name(term), self._pen.kind(term), self._pen.text(term)
        return form.Credential(
            id=name,
            text=text,
            short=shortened(text),
            kind=kind,
            kind_text=self._pen.say(f"credential.{kind}"),
            live=name in live,
            user=live.get(name),
            first_seen=seen,
            holds=self._inside(term),
        )

    def _inside(self, term: Any) -> str | None:
        """What anybody who holds the credential can read in it; None where there is nothing, or no way to read it."""
        if isinstance(term, Garbled) or self._pen.design.session_type in ILLEGIBLE:
            return None
        if isinstance(term, Token):
            how = self._pen.how
            return json.dumps(
                fields_of_claims(term.claims, how.versioned, how.fingerprinted, self._pen.text, how.placed)
            )
        return (
            json.dumps(fields_of_record(term.record, self._pen.text, self._pen.how.placed))
            if isinstance(term, StateCookie)
            else None
        )
