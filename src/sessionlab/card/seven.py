"""The seven questions of a learner, each answered from the card's results alone."""

from __future__ import annotations

from sessionlab.card.experiments.in_flight import REVIVED
from sessionlab.card.experiments.page_script import SEEN
from sessionlab.card.result import Card, Result
from sessionlab.card.run import ALIVE, DEAD_AT_LIMIT
from sessionlab.card.summary import Part, Sentence, places

STORED, SENT, CHECKED, LOGOUT, COPIED, FLAGS, ROTATED = (
    "stored",
    "sent",
    "checked",
    "logout",
    "copied",
    "flags",
    "rotated",
)
SIDES = {
    (False, False): "browser_out_copy_dead",
    (False, True): "browser_out_copy_alive",
    (True, False): "browser_kept_copy_dead",
    (True, True): "browser_kept_copy_alive",
}
"""What is left after a logout: whether the browser is still logged in, and whether a copy is."""
FLAG_OF = (("B1", "http_only"), ("B3", "secure"), ("B4", "same_site"), ("B5", "host_only"))
"""The experiment in which a flag of the cookie can be seen to protect: without it, something else is seen."""


def seven(card: Card) -> tuple[Sentence, ...]:
    """The questions in their order, each with its answer."""
    if not card.results[0].answer.startswith("known"):
        lost = (Part("login_does_not_stick", ("A0_control",)),)
        return tuple(Sentence(code, lost) for code in (STORED, SENT, CHECKED, LOGOUT, COPIED, FLAGS, ROTATED))
    return (
        Sentence(STORED, _stored(card)),
        Sentence(SENT, _sent(card)),
        Sentence(CHECKED, _checked(card)),
        Sentence(LOGOUT, _logout(card)),
        Sentence(COPIED, _copied(card)),
        Sentence(FLAGS, _flags(card)),
        Sentence(ROTATED, _rotated(card)),
    )


def _part(card: Card, code: str, *numbers: str, names: tuple[str, ...] = ()) -> Part:
    return Part(code, tuple(card.result(number).id for number in numbers), names)


def _stored(card: Card) -> tuple[Part, ...]:
    """The first place where the meaning was found is where the identity is: a key alone identifies only as a key."""
    found = places(card)
    return found[:1] or (_part(card, "none_found", "A3", "A6", "A7"),)


def _sent(card: Card) -> tuple[Part, ...]:
    """Which value goes where, with each request."""
    carried = card.result("A0").read("carried") or "nothing"
    names = tuple(one.about for one in card.result("A2").readings if one.value != "no_part")
    return (_part(card, carried, "A0", "A2", names=names),)


def _checked(card: Card) -> tuple[Part, ...]:
    """The steps that the server was seen to take; from outside, only what follows from other experiments."""
    asked = tuple(one.value for one in card.result("A0").readings if one.about == "asked")
    if not asked:
        return (_part(card, "unseen", "A0"),)
    if asked == ("nothing",):
        return (_part(card, "nothing", "A0"),)
    return (_part(card, "steps", "A0", names=tuple(dict.fromkeys(asked))),)


def _logout(card: Card) -> tuple[Part, ...]:
    """What the logout does in the own browser, to a copy, and to other devices."""
    own, copy = card.result("C1"), card.result("C2")
    if not (own.tested and copy.tested):
        return (_part(card, "not_tested", "C1", "C2"),)
    parts = [_part(card, SIDES[own.answer == ALIVE, copy.answer == ALIVE], "C1", "C2")]
    if any(card.result(number).answer == REVIVED for number in ("C4", "C5")):
        parts.append(_part(card, "revived", "C4", "C5"))
    if card.result("C6").answer == "all_sessions":
        parts.append(_part(card, "everywhere", "C6"))
    return tuple(parts)


def _copied(card: Card) -> tuple[Part, ...]:
    """Whether a copied value works at all, after the logout, and for how long."""
    second, logout, time = card.result("B9"), card.result("C2"), card.result("C9")
    if second.answer == "bound":
        return (_part(card, "bound", "B9", names=tuple(second.limit.split(","))),)
    parts = [_part(card, "not_tested" if not second.tested else "works", "B9")]
    if logout.tested:
        parts.append(_part(card, "outlives_logout" if logout.answer == ALIVE else "until_logout", "C2"))
    return (*parts, *_lifetime(card, time)) if time.tested else tuple(parts)


def _lifetime(card: Card, polled: Result) -> tuple[Part, ...]:
    """When a copied value ends by itself."""
    unused = card.result("C8")
    if polled.answer == DEAD_AT_LIMIT:
        return (_part(card, "until_limit", "C9", names=(polled.limit,)),)
    if unused.answer == DEAD_AT_LIMIT:
        return (_part(card, "until_unused", "C8", "C9", names=(unused.limit,)),)
    return (_part(card, "without_end", "C8", "C9"),)


def _flags(card: Card) -> tuple[Part, ...]:
    """Each flag without which the experiment showed more, and each that was not there to help."""
    if card.result("A0").read("carried") != "cookies":
        return (_part(card, "no_cookie", "A0"),)
    protecting = tuple((number, flag) for number, flag in FLAG_OF if _protects(card, number, flag))
    missing = tuple(
        (number, flag) for number, flag in FLAG_OF if _missing(card, number) and (number, flag) not in protecting
    )
    parts = [_of_flags(card, "protect", protecting)] if protecting else []
    parts += [_of_flags(card, "missing", missing)] if missing else []
    return tuple(parts) or (_part(card, "none_needed", "B1", "B3", "B4", "B5"),)


def _of_flags(card: Card, code: str, found: tuple[tuple[str, str], ...]) -> Part:
    return _part(card, code, *(number for number, _ in found), names=tuple(flag for _, flag in found))


def _protects(card: Card, number: str, flag: str) -> bool:
    without = [one.value for one in card.result(number).readings if one.about.endswith(f"without_{flag}")]
    return any(value in (SEEN, "attached", "state_changed") for value in without)


def _missing(card: Card, number: str) -> bool:
    return card.result(number).answer in ("can_copy", "state_changed")


def _rotated(card: Card) -> tuple[Part, ...]:
    """What becomes of the value that the browser had before the login."""
    return (_part(card, card.result("B6").read("value_at_login") or "not_tested", "B6"),)
