"""What all instances of an application share beside its sessions: users, keys, refresh tokens, what was done so far.

It is this process's memory, whatever the design's session store is.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from sessionlab.crypto.ids import Ids
from sessionlab.engine.steps import KeyState, RefreshState
from sessionlab.servers.accounts import Accounts
from sessionlab.servers.state import Deed
from sessionlab.stores.port import Clock
from sessionlab.tokens.terms import Claims, RefreshToken, RememberToken
from sessionlab.value import replace


class Texts:
    """What stands for values whose text says nothing: a random text for each, and the way back."""

    def __init__(self) -> None:
        self._texts: dict[Any, str] = {}
        self._values: dict[str, Any] = {}

    def of(self, value: Any) -> str:
        """The text of a value, always the same."""
        if value not in self._texts:
            text = secrets.token_urlsafe(24)
            self._texts[value], self._values[text] = text, value
        return self._texts[value]

    def value_of(self, text: str) -> Any:
        """The value that a text stands for, or None."""
        return self._values.get(text)


class UsedIds:
    """Which ids were used, and when last."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], float] = {}

    def use(self, purpose: str, id: str, now: float) -> float | None:
        """Note that an id is used now. How many seconds ago was it used before? None for the first time."""
        before = self._last.get((purpose, id))
        self._last[purpose, id] = now
        return None if before is None else now - before


@dataclass
class Database:
    """One for all instances.

    `issued`: the ids of all tokens ever signed. `opaque`: the claims of opaque access tokens, by their texts.
    """

    clock: Clock
    accounts: Accounts = field(default_factory=Accounts)
    deeds: list[Deed] = field(default_factory=list)
    refresh: dict[RefreshToken, RefreshState] = field(default_factory=dict)
    logins: set[RememberToken] = field(default_factory=set)
    keys: dict[Any, KeyState] = field(default_factory=dict)
    issued: set[Any] = field(default_factory=set)
    used: UsedIds = field(default_factory=UsedIds)
    texts: Texts = field(default_factory=Texts)
    opaque: dict[str, Claims] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Instances that each counted for themselves would give out the same number twice.
        self.ids = Ids(self.clock)

    def use_refresh(self, token: RefreshToken) -> None:
        """Note that a refresh token is used, if it is for the first time."""
        known = self.refresh[token]
        if known.used is None:
            self.refresh[token] = replace(known, used=int(self.clock()))

    def revoke_family(self, family: Any) -> None:
        """Revoke all refresh tokens that descend from one login."""
        for token, known in self.refresh.items():
            if token.family == family:
                self.refresh[token] = replace(known, revoked=True)

    def forget_logins(self, user: str, token: RememberToken | None) -> None:
        """Delete remembered logins: one, or all of a user."""
        self.logins -= {one for one in self.logins if one.user == user and token in (None, one)}

    def keep_key(self, key: Any, user: str) -> None:
        """Register a key."""
        self.keys.pop(key, None)
        self.keys[key] = KeyState(key, user, int(self.clock()))

    def revoke_keys(self, user: str) -> None:
        """Delete all registered keys of a user."""
        self.keys = {key: known for key, known in self.keys.items() if known.user != user}
