"""Are two worlds the same, but for the names of what was made in them? One has terms, the other real texts."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.device import Device
from sessionlab.cookies.jar import Cookie
from sessionlab.design.design import Design
from sessionlab.servers.fleet import History, instance_name, key_name
from sessionlab.servers.state import Denial, ServerState
from sessionlab.tokens.credentials import is_credential
from sessionlab.tokens.terms import (
    Claims,
    Garbled,
    Record,
    Reference,
    RefreshToken,
    Secret,
    SessionId,
    StateCookie,
    Token,
)
from sessionlab.value import replace
from sessionlab.world.state import World
from tests.agreement.reader import Reader

COMPARED: dict[type, tuple[str, ...]] = {
    World: ("clock", "devices", "server", "known", "in_clear", "last", "plaintext_reachable"),
    # How long a cookie's text is differs, as the simulation's is never written down.
    Cookie: tuple(name for name in Cookie.__struct_fields__ if name != "octets"),
    ServerState: ("sessions", "accounts", "deeds", "keys", "refresh"),
    Device: Device.__struct_fields__,
    # No served design looks at where a client is, and a real one is at the same place as all others.
    Record: tuple(name for name in Record.__struct_fields__ if name != "client"),
    # The family is named by its first token's id, which is compared with the access token's.
    RefreshToken: ("user", "family", "began"),
    Claims: tuple(name for name in Claims.__struct_fields__ if name not in ("client", "family")),
}
INNER: dict[type, str] = {Reference: "id", Token: "claims", StateCookie: "record"}
NAMED: dict[type, str] = {Record: "started", Claims: "jti", RefreshToken: "family"}


class Names:
    """A growing bijection between what the simulation calls things and what they are called on the real wire."""

    def __init__(self, reader: Reader, design: Design) -> None:
        self._reader = reader
        self._design = design
        self.history: History = ()
        self._there: dict[Any, str] = {}
        self._back: dict[tuple[str, str], Any] = {}

    def differences(self, simulated: Any, real: Any, where: str = "") -> list[str]:
        """Where the two differ; nothing if they are the same."""
        if is_credential(simulated) or is_credential(real):
            return self._credential(simulated, real, where)
        if isinstance(simulated, SessionId | Secret) and type(simulated) is type(real):
            return self._paired(simulated, type(simulated).__name__, str(real.made), where)
        if isinstance(simulated, RefreshToken) and isinstance(real, RefreshToken):
            text = self._reader.write(real)
            return [*self._paired(simulated, "refresh", text, where), *self._fields(simulated, real, where)]
        if isinstance(simulated, tuple) and isinstance(real, tuple):
            return self._sequence(simulated, real, where)
        if hasattr(simulated, "__struct_fields__") and type(simulated) is type(real):
            return self._fields(simulated, real, where)
        return [] if simulated == real else [f"{where}: {simulated!r} is really {real!r}"]

    def _credential(self, simulated: Any, real: Any, where: str) -> list[str]:
        if not (is_credential(simulated) and is_credential(real)):
            return [f"{where}: {simulated!r} is really {real!r}"]
        name = self._as_text(simulated)
        found = self._paired(name, "credential", self._reader.write(real), where)
        if type(simulated) is not type(real):
            # What says nothing under this design is garbled to a real server, whatever it was meant to be.
            meant = isinstance(real, Garbled) and not isinstance(simulated, Token | StateCookie)
            return found if meant else [*found, f"{where}: {simulated!r} is really {real!r}"]
        inner = INNER.get(type(simulated))
        if inner is None:
            return found
        return [*found, *self.differences(getattr(simulated, inner), getattr(real, inner), f"{where}.{inner}")]

    def _as_text(self, simulated: Any) -> Any:
        """The term without what its text cannot tell."""
        if isinstance(simulated, Reference) and not self._design.sign_session_id:
            return replace(simulated, genuine=True)
        if not isinstance(simulated, StateCookie):
            return simulated
        # Which request sealed a cookie is told by its key alone.
        key = "" if simulated.made is None else key_name(simulated.made, self.history, self._design)
        return replace(simulated, made=key)

    def _sequence(self, simulated: tuple[Any, ...], real: tuple[Any, ...], where: str) -> list[str]:
        if len(simulated) != len(real):
            return [f"{where}: {len(simulated)} of {simulated!r} are really {len(real)} of {real!r}"]
        pairs = enumerate(zip(simulated, real, strict=True))
        return [text for n, (one, other) in pairs for text in self.differences(one, other, f"{where}[{n}]")]

    def _fields(self, simulated: Any, real: Any, where: str) -> list[str]:
        kind = type(simulated)
        found = []
        for name in COMPARED.get(kind, kind.__struct_fields__):
            one, other, place = getattr(simulated, name), getattr(real, name), f"{where}.{name}"
            if NAMED.get(kind) == name:
                found += self._paired(one, name, str(other), place)
            else:
                found += self.differences(one, other, place)
        return found

    def each_once(self, denials: tuple[Denial, ...]) -> tuple[Denial, ...]:
        """The entries as a list holds them that has each only once; where instances have lists, each has its own."""
        own = self._design.denylist_scope == "per_instance"
        found: dict[Any, Denial] = {}
        for denial in denials:
            where = instance_name(denial.number, self.history, self._design) if own else ""
            found.setdefault((denial.jti, denial.encoding, where), denial)
        return tuple(found.values())

    def denied(self, simulated: Denial, real: Denial) -> list[str]:
        """Differences of two entries of a denylist: what is listed, and the second until which it is refused."""
        by_text = self._design.denylist_key == "raw_token_hash" and isinstance(simulated.jti, int)
        name, kind = ((simulated.jti, simulated.encoding), "spelling") if by_text else (simulated.jti, "jti")
        return [
            *self._paired(name, kind, str(real.jti), "denied"),
            *self.differences(simulated.until, real.until, "denied until"),
        ]

    def _paired(self, name: Any, kind: str, text: str, where: str) -> list[str]:
        known = self._there.setdefault((kind, name), text)
        back = self._back.setdefault((kind, text), name)
        if known == text and back == name:
            return []
        return [f"{where}: {name!r} is called {text!r}, and {known!r} and {back!r} elsewhere"]
