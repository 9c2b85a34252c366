"""An experiment under way: how it begins, what is noted, and the controls without which an answer is void."""

from __future__ import annotations

from sessionlab.card.result import Reading
from sessionlab.card.subject import HOME, USUAL, VICTIM, Copy, Fresh, NotDone, NotOffered, Place, Setting, Subject, Told
from sessionlab.servers.fleet import REPLICATION_DELAY
from sessionlab.servers.revocations import CACHE
from sessionlab.value import Value

LOGIN_DOES_NOT_STICK, NO_LIVING_CONTROL = "login_does_not_stick", "no_living_control"
LATER = "later"
SETTLED = REPLICATION_DELAY + 1
"""Seconds after which the copies of a store have followed."""
LATE = (("replication", SETTLED), ("revocation_cache", CACHE + 1))
"""What may keep a value alive for a while that was ended already, and the seconds after which that must be over."""
ALIVE, DEAD, DEAD_AT_LIMIT = "alive", "dead_at_once", "dead_at_limit"


class Answer(Value):
    """What an experiment's rule makes of what was seen; `limit` names the limit, or what a value is bound to."""

    code: str
    limit: str = ""


class Run:
    """One experiment under way. Not a value: it is used once and thrown away.

    `turn`: so many turns of the instances pass after the login, so that another one meets what follows.
    """

    def __init__(self, fresh: Fresh, turn: int = 0) -> None:
        self._fresh = fresh
        self.turn = turn
        self.readings: list[Reading] = []
        self._carriers: tuple[str, ...] | None = None

    def at(self, turn: int) -> Run:
        """Another run of the same application, after so many turns."""
        return Run(self._fresh, turn)

    def fresh(self, setting: Setting = USUAL) -> Subject:
        """A fresh application, before anything was done."""
        return self._fresh(setting)

    def logged_in(self, *others: str, setting: Setting = USUAL, lasting: bool = True) -> Subject:
        """A fresh application with the user logged in there, on further devices too, and the control asked of each.

        `lasting`: with all that the application offers for staying logged in, not by its session alone.
        Raises `NotDone` where the control knows nobody: then everything that follows would be void.
        """
        subject = self._fresh(setting)
        for who in (VICTIM, *others):
            subject.log_in(who, lasting)
        told = [(who, subject.me(who)) for who in (VICTIM, *others)]
        if not all(knows(subject, one, who) for who, one in told):
            raise NotDone(LOGIN_DOES_NOT_STICK)
        if any(len(set(one.users)) > 1 for _, one in told):
            wait(subject, SETTLED)
        for _ in range(self.turn):
            subject.do("other_instance=same")
        return subject

    def living(self, subject: Subject, who: str = VICTIM) -> Copy:
        """A copy of what a client holds that works by itself: the living control of everything "dead" that follows."""
        copy = subject.copy(who)
        if not knows(subject, subject.me_with(copy)):
            raise NotDone(NO_LIVING_CONTROL)
        return copy

    def carrying(self, subject: Subject) -> Copy:
        """Those values of the user's client that carry the login; a CSRF cookie, for example, is none of them."""
        names = self.carriers()
        return tuple(piece for piece in subject.copy() if piece.name in names)

    def carriers(self) -> tuple[str, ...]:
        """The names of the values that are enough alone, or without which nobody is known."""
        if self._carriers is None:
            names = tuple(piece.name for piece in self.logged_in().copy())
            self._carriers = names if len(names) < 2 else tuple(name for name in names if self._carries(name))
        return self._carriers

    def _carries(self, name: str) -> bool:
        return self.known_with(name, alone=True) or not self.known_with(name, alone=False)

    def known_with(self, name: str, alone: bool) -> bool:
        """Is somebody known who has this value alone, or all but this one? Fresh each time: use may exchange it."""
        subject = self.logged_in()
        shown = tuple(piece for piece in subject.copy() if (piece.name == name) == alone)
        return knows(subject, subject.me_with(shown))

    def note(self, about: str, value: str, subject: Subject, told: Told | None = None) -> str:
        """Note what was seen; answers with it."""
        request = told.request if told is not None else next((one.request for one in subject.heard), None)
        self.readings.append(Reading(about, value, request, subject.actions))
        return value

    def read(self, about: str) -> str | None:
        """What was noted of something so far."""
        return next((reading.value for reading in self.readings if reading.about == about), None)

    def known(self, about: str, subject: Subject, told: Told, who: str = VICTIM) -> bool:
        """Note whether a client is known as the user; at some instance is enough, since a thief tries them all."""
        known = knows(subject, told, who)
        everywhere = all(user == told.users[0] for user in told.users)
        self.note(about, ("known" if everywhere else "sometimes_known") if known else "anonymous", subject, told)
        return known

    def stopped(self, about: str, subject: Subject, copy: Copy, place: Place = HOME) -> Answer:
        """Whether a copy that lived is dead now; if not, whether it is after what may only delay that."""
        if not self.known(about, subject, subject.me_with(copy, place)):
            return Answer(DEAD)
        for name, seconds in LATE:
            if not wait(subject, seconds):
                break
            if not knows(subject, subject.me_with(copy, place)):
                self.note(f"{about},{LATER}", "anonymous", subject)
                return Answer(DEAD_AT_LIMIT, name)
        return Answer(ALIVE)


def knows(subject: Subject, told: Told, who: str = VICTIM) -> bool:
    """Was the client, at any instance, taken for the person who it belongs to?"""
    return (subject.other if who == "attacker" else subject.user) in told.users


def tried(subject: Subject, action: str) -> bool:
    """Do an action that may make no sense here; whether it was done. Raises `NotOffered` where nobody could try it."""
    try:
        subject.do(action)
    except NotOffered:
        raise
    except NotDone:
        return False
    return True


def wait(subject: Subject, seconds: int) -> bool:
    """Let time pass, where the subject has a clock that can be moved."""
    try:
        subject.do(f"wait={seconds}")
    except NotOffered:
        return False
    return True
