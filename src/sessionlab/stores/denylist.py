"""Refused token ids in this process's memory, for one instance or for all."""

from __future__ import annotations

from sessionlab.stores.port import Clock, Unreachable


class MemoryDenylist:
    """Refused token ids in a dictionary. `reachable`: False while it cannot be asked."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[str, tuple[float, float]] = {}
        self.reachable = True

    async def deny(self, jti: str, until: float, listed: float) -> None:
        """Put an id on the list, and forget those whose time has passed."""
        now = self._clock()
        self._until = {known: (end, last) for known, (end, last) in self._until.items() if last >= now}
        self._until[jti] = (until, listed)

    async def denied_until(self, jti: str) -> float | None:
        """The second until which this id is refused, or None."""
        if not self.reachable:
            raise Unreachable
        until, listed = self._until.get(jti, (0.0, 0.0))
        return until if listed >= self._clock() and jti in self._until else None

    def entries(self) -> tuple[tuple[str, float], ...]:
        """All ids with their ends, oldest first."""
        return tuple((jti, until) for jti, (until, _) in self._until.items())

    def drop(self, jti: str) -> None:
        """Forget an entry, whether or not its time has passed."""
        self._until.pop(jti, None)
