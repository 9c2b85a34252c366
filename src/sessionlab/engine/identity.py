"""Who is this request? The one question behind every route; each kind of session answers it in a file of its own."""

from __future__ import annotations

from typing import Any

from sessionlab.http.message import Response
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import Value


class Identity(Value):
    """What the server believes about a request, and on what ground (a code of the catalogue, `ground.*`).

    `id` and `record`: the server-side session, if there is one. `record` is also set for client-side sessions and,
    for tokens, made of the claims: the state that this request stands on. `handed_out`: the response that begins a
    session which this very request brought about.
    """

    user: str | None
    ground: str
    credential: Any = None
    id: SessionId | None = None
    record: Record | None = None
    handed_out: Response | None = None

    @property
    def csrf(self) -> Any:
        """The CSRF secret that belongs to this session, or None."""
        return self.record.csrf if self.record is not None else None


def anonymous(
    ground: str, credential: Any = None, id: SessionId | None = None, record: Record | None = None
) -> Identity:
    """Nobody, for that reason."""
    return Identity(None, ground, credential, id, record)
