"""What the logic asks about sessions: ids, records, seals, remembered logins; and what it only says."""

from __future__ import annotations

from typing import Any

from sessionlab.tokens.terms import Record, SessionId
from sessionlab.value import Value


class Now(Value):
    """The server's clock. Answer: seconds (int)."""


class NewId(Value):
    """A fresh unguessable id. Answer: `SessionId`."""


class NewSecret(Value):
    """A fresh unguessable secret. Answer: `Secret`."""

    use: str


class LookUp(Value):
    """Read a session record (and hold its lock until the answer, where writes are locked). Answer: Record | None."""

    id: SessionId


class Create(Value):
    """Write a session record, whether or not there is one under this id. Answer: None."""

    id: SessionId
    record: Record


class Update(Value):
    """Write a session record only if there is one under this id. Answer: bool, was there one?"""

    id: SessionId
    record: Record


class Touch(Value):
    """Note the time of use in a session record, if it is there. Answer: bool."""

    id: SessionId


class Delete(Value):
    """Delete a session record. Answer: bool, was there one?"""

    id: SessionId


class CountSessions(Value):
    """How many session records a user has, this one left out. Answer: int."""

    user: str
    without: SessionId | None = None


class DeleteAll(Value):
    """Delete all session records of a user, except perhaps one. Answer: int, how many there were."""

    user: str
    keep: SessionId | None = None


class Seal(Value):
    """Make a client-side session cookie of a record, as the design's kind of cookie says. Answer: the credential."""

    record: Record


class CheckSeal(Value):
    """Check signature or encryption of a client-side session cookie with the server's key. Answer: bool."""

    cookie: Any


class CheckMac(Value):
    """Check the MAC of a signed session id. Answer: bool."""

    reference: Any


class KeepLogin(Value):
    """Note a remembered login in the store. Answer: None."""

    token: Any


class KnowsLogin(Value):
    """Is this remembered login in the store? Answer: bool."""

    token: Any


class ForgetLogins(Value):
    """Delete remembered logins: one, or all of a user. Answer: None."""

    user: str
    token: Any = None


class Pause(Value):
    """A slow handler waits here for something else; another request may come in between. Answer: None."""


class Note(Value):
    """Explains a decision, under a code of the catalogue. No answer."""

    code: str
    about: tuple[Any, ...] = ()
