"""What an experiment needs of the application that it is done on: the port of the card.

A subject is one fresh application with its clients: the user's two browsers, the attacker's, and whoever operates it.
The simulation is one (`card.simulated`), an application behind its public HTTP alone is another (`card.closed_box`).
What a subject cannot do raises `NotDone`, and the experiment that needed it was not tested.
"""

from __future__ import annotations

from typing import Any, Protocol

from sessionlab.http.message import Request
from sessionlab.value import Value

VICTIM, DEVICE2, ATTACKER = "victim", "device2", "attacker"
COOKIE, KEPT = "cookie", "kept"


class NotDone(Exception):
    """Something could not be done. `code`: why, a code of the catalogue (`card.why.*`, `refusal.*`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


NOT_OFFERED, NO_SERVER_SIDE = "not_offered", "no_server_side"


class NotOffered(NotDone):
    """A subject has no such thing: nobody could try it, whatever the application is like."""


class Setting(Value):
    """What may be arranged before an application starts.

    `third_party_cookies`: how the browsers treat them, "" for as they usually do. `second_instance`: another process of
    the same application takes turns with the first.
    """

    third_party_cookies: str = ""
    second_instance: bool = False


USUAL = Setting()


class Piece(Value):
    """One value that a client holds: in its cookie jar (`COOKIE`), or where its script or program keeps it (`KEPT`)."""

    name: str
    value: Any
    where: str = COOKIE


Copy = tuple[Piece, ...]
"""Everything that a client holds, as somebody has it who copied it."""


class Place(Value):
    """From where a copy is used: whose network address, whose User-Agent, whose key."""

    address: str = VICTIM
    agent: str = VICTIM
    key: str = VICTIM


HOME = Place()
ELSEWHERE = Place(ATTACKER, ATTACKER, ATTACKER)


class Told(Value):
    """What a client was told when it asked who it is: the first answer, and one more from each further instance.

    `users`, `roles`: None where the answer knew nobody. `asked`: the names of the steps that the server took, None if
    they cannot be seen. `request`: how the client asked.
    """

    users: tuple[str | None, ...]
    roles: tuple[str | None, ...] = ()
    asked: tuple[str, ...] | None = None
    request: Request | None = None


class Heard(Value):
    """One request of an action. `status`: None while it waits, or where nobody listens."""

    request: Request
    status: int | None = None


class Subject(Protocol):
    """One fresh application with its clients; an experiment uses it up."""

    user: str
    """The name of the user whose session it is all about."""
    other: str
    """The name of the attacker's own account."""
    limits: tuple[tuple[str, int], ...]
    """After how many seconds something may end, by the name of what ends it, the shortest first."""
    instances: int
    """How many take turns in answering; `other_instance=same` has the next request meet the one that answered last."""

    @property
    def actions(self) -> tuple[str, ...]:
        """What was done so far, in the lab's own words, so that it can be done again."""

    @property
    def heard(self) -> tuple[Heard, ...]:
        """The requests of the last action."""

    @property
    def learned(self) -> tuple[Any, ...]:
        """The values that the attacker came to know."""

    def log_in(self, who: str = VICTIM, lasting: bool = True) -> None:
        """Log in as this person does it; `lasting`: with all that the application offers for staying logged in."""

    def do(self, action: str) -> None:
        """Do one of the lab's actions. Raises `NotDone` where it makes no sense or cannot be done."""

    def copy(self, who: str = VICTIM) -> Copy:
        """A copy of everything that this client holds."""

    def put(self, copy: Copy, who: str = VICTIM) -> None:
        """Have the client hold these values, and no others: nothing, what it held before, or what somebody plants."""

    def loosen(self, flag: str) -> bool:
        """Take a flag (`http_only`, `secure`, `same_site`, `host_only`) from the user's cookies; had any of them it?"""

    def me(self, who: str = VICTIM) -> Told:
        """Ask who this client is, as it asks by itself; nothing of the answer is stored."""

    def me_with(self, copy: Copy, place: Place = HOME) -> Told:
        """Ask who somebody is who has only this copy, from that place; nothing is stored."""

    def kept_for(self, copy: Copy | None = None) -> int:
        """How many things the session keeps, as the user's browser is told, or whoever has only this copy.

        Where several instances answer, the most that one of them says.
        """

    def plain_request(self, host: str, learned: bool) -> Request | None:
        """What leaves the user's browser when it is sent to `http://HOST` ("app" or "sub"); None if nothing does.

        `learned`: whether it knows what the application said about HSTS.
        """

    def legible(self, copy: Copy) -> bool:
        """Can the user's name be read in these values without any key?"""

    def altered(self, copy: Copy) -> tuple[tuple[str, bool, Copy], ...]:
        """The copy with a little changed in many ways: which, whether it changes what the value says, the copy."""

    def invented(self, copy: Copy) -> Copy | None:
        """A copy of the same shape that nobody issued; None where its shape cannot be made up."""

    def neighbours(self, copy: Copy) -> tuple[Copy, ...]:
        """The values next to these, as somebody guesses who has seen some."""

    def with_value(self, copy: Copy, value: Any) -> Copy:
        """The copy with its login credential replaced by a value that somebody found."""

    def sample(self, count: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """The texts of the values of these names after so many logins."""


class Fresh(Protocol):
    """Starts the application anew."""

    def __call__(self, setting: Setting = USUAL) -> Subject:
        """A fresh subject. Raises `NotDone` where that cannot be arranged."""


def carries(request: Request, copy: Copy) -> bool:
    """Does a request carry one of these values?"""
    values = [piece.value for piece in copy]
    shown = (*request.cookies, *request.headers, *request.fields, *request.query)
    return any(value in values for _, value in shown)
