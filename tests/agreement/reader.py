"""What a client, or a test that looks on, takes the texts of a design's wire for."""

from __future__ import annotations

from typing import Any

from sessionlab.crypto.keys import Keys
from sessionlab.servers.cluster import Cluster
from sessionlab.servers.credentials import Credentials
from sessionlab.servers.fleet import INSTANCES
from sessionlab.tokens.terms import Claims, Garbled, Secret, Token


class Reader:
    """Reads with every key that the cluster ever had, and writes what was read. Makes texts as an instance would."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._known: dict[Keys, Credentials] = {}
        self._first = tuple(self._of(instance.keys) for instance in cluster.instances)

    def _of(self, keys: Keys) -> Credentials:
        return self._known.setdefault(keys, Credentials(self._cluster.design, keys, self._cluster.database))

    def _all(self) -> tuple[Credentials, ...]:
        for instance in self._cluster.instances:
            self._of(instance.keys)
        return tuple(self._known.values())

    def read(self, text: str) -> Any:
        """The credential that a text is; where it is encrypted, by the key that opens it."""
        found = [one.read(text) for one in self._all()]
        return next((one for one in found if not isinstance(one, Garbled)), found[0])

    def read_secret(self, text: str) -> Secret:
        """The CSRF secret that a text is."""
        return self._all()[0].read_secret(text)

    def read_refresh(self, text: str) -> Any:
        """The refresh token that a text stands for."""
        return self._all()[0].read_refresh(text)

    def write(self, credential: Any) -> str:
        """The text of what was read."""
        return self._all()[0].write(credential)

    def signed_at_first(self, claims: Claims) -> Token:
        """A token that was issued before the first request of all, by the instance whose turn that was."""
        two_by_turns = len(self._first) == len(INSTANCES) and self._cluster.design.load_balancing == "round_robin"
        self._cluster.database.issued.add(claims.jti)
        return self._first[1 if two_by_turns else 0].sign(claims)

    def signed_like(self, token: Token, claims: Claims) -> Token:
        """Other claims under the key that signed a token; without one, under any."""
        return next((one for one in self._all() if one.is_genuine(token)), self._all()[0]).sign(claims)
