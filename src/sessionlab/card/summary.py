"""The three questions of the card, each answered in one sentence; every part of it follows from results alone.

The sentence itself is made at the edge: here stand its parts, as codes with what they name, and the experiments behind.
"""

from __future__ import annotations

from collections.abc import Iterable

from sessionlab.card.experiments.account import WHOLE_ACCOUNT
from sessionlab.card.experiments.in_flight import REVIVED
from sessionlab.card.experiments.page_script import CAN_COPY
from sessionlab.card.experiments.places import BY_STEP
from sessionlab.card.result import ACCESS, MEANING, STOP, Card
from sessionlab.card.run import ALIVE, DEAD, DEAD_AT_LIMIT
from sessionlab.value import Value


class Part(Value):
    """One part of a sentence: what it says (a code), what it names, and the experiments that show it."""

    code: str
    behind: tuple[str, ...]
    names: tuple[str, ...] = ()


class Sentence(Value):
    """The answer to a question, in parts. `behind`: all experiments that it rests on, as the parts name them."""

    question: str
    parts: tuple[Part, ...]

    @property
    def behind(self) -> tuple[str, ...]:
        """The ids of the experiments behind it, each once."""
        return tuple(dict.fromkeys(id for part in self.parts for id in part.behind))


def summary(card: Card) -> tuple[Sentence, Sentence, Sentence]:
    """Where the meaning lives, who can copy or read it, what makes it stop working."""
    if not card.results[0].answer.startswith("known"):
        lost = (Part("login_does_not_stick", ("A0_control",)),)
        return Sentence(MEANING, lost), Sentence(ACCESS, lost), Sentence(STOP, lost)
    return Sentence(MEANING, meaning(card)), Sentence(ACCESS, access(card)), Sentence(STOP, stop(card))


def _ids(card: Card, *numbers: str) -> tuple[str, ...]:
    return tuple(card.result(number).id for number in numbers)


def _answering(card: Card, numbers: Iterable[str], *answers: str) -> tuple[str, ...]:
    """Those of the experiments that gave one of these answers."""
    return tuple(number for number in numbers if card.result(number).answer in answers)


# Where does the meaning live?


def places(card: Card) -> tuple[Part, ...]:
    """The places where the meaning was found, in the words of the card's vocabulary."""
    found = (
        ("server_record", (*_answering(card, ("A3", "A6", "A9"), "server_record"), *_asked(card, "server_record"))),
        ("inside_the_value", (*_answering(card, ("A6", "A9"), "inside_the_value"), *_legible(card))),
        ("identity_provider", (*_answering(card, ("A6",), "identity_provider"), *_after_a_click(card))),
        ("user_record", _answering(card, ("A10",), "user_record")),
        ("client_key", _key_of_client(card)),
        ("signing_key", _answering(card, ("A5",), "signing_key")),
    )
    return tuple(Part(code, _ids(card, *numbers)) for code, numbers in found if numbers)


def _asked(card: Card, place: str) -> tuple[str, ...]:
    """The control, where the server was seen to ask that place for the session."""
    steps = {reading.value for reading in card.result("A0").readings if reading.about == "asked"}
    return ("A0",) if any(step in steps for step, where in BY_STEP if where == place) else ()


def _legible(card: Card) -> tuple[str, ...]:
    return _answering(card, ("A7",), "readable")


def _after_a_click(card: Card) -> tuple[str, ...]:
    return ("C1",) if card.result("C1").read("after_a_click") not in (None, "anonymous") else ()


def _key_of_client(card: Card) -> tuple[str, ...]:
    """What is bound to a key of the client's, and what never travels at all."""
    bound = tuple(number for number in ("B9", "C16") if "key" in card.result(number).limit.split(","))
    return ("A0", *bound) if bound and card.result("A0").read("carried") == "nothing" else bound


def meaning(card: Card) -> tuple[Part, ...]:
    """Each place, and how the value itself is protected."""
    found = list(places(card)) or [Part("none_found", _ids(card, "A3", "A6", "A7"))]
    kept = {part.code for part in found}
    if "inside_the_value" in kept and card.result("A7").tested:
        found.append(Part(card.result("A7").answer, _ids(card, "A7")))
    if card.result("A8").answer == "not_protected":
        found.append(Part("not_protected", _ids(card, "A8")))
    if "server_record" in kept and card.result("A4").answer == "process_memory":
        found.append(Part("process_memory", _ids(card, "A4")))
    return tuple(found)


# Who can copy or read it?

COPIERS = ("B1", "B3", "B5", "B7", "B8")
USERS = ("B2", "B4")


def access(card: Card) -> tuple[Part, ...]:
    """Who can copy it, use it, read it, put another one in its place; and what a copy is worth."""
    copiers = _answering(card, COPIERS, CAN_COPY)
    users = tuple(number for number in _answering(card, USERS, "can_use", "state_changed") if number not in copiers)
    users = tuple(number for number in users if not (number == "B2" and "B1" in copiers))
    planters = _answering(card, ("B5",), "can_replace")
    parts = [_named("copied_by", card, copiers) if copiers else Part("copied_by_nobody", _tested(card, COPIERS))]
    parts += [_named("used_by", card, users)] if users else []
    parts += [_named("planted_by", card, planters)] if planters else []
    parts += [Part("fixed", _ids(card, "B6"))] if card.result("B6").answer == "fixation" else []
    parts += [Part("guessed", _ids(card, "B10"))] if card.result("B10").answer == "weakness_seen" else []
    parts += [Part("read_by_holder", _ids(card, "A7"))] if card.result("A7").answer == "readable" else []
    return (*parts, *_worth(card))


def _named(code: str, card: Card, numbers: tuple[str, ...]) -> Part:
    return Part(code, _ids(card, *numbers), numbers)


def _tested(card: Card, numbers: tuple[str, ...]) -> tuple[str, ...]:
    return _ids(card, *(number for number in numbers if card.result(number).tested))


def _worth(card: Card) -> tuple[Part, ...]:
    """What somebody has who has a copy."""
    second = card.result("B9")
    if not second.tested:
        return ()
    return (Part(second.answer, (second.id,), tuple(filter(None, second.limit.split(",")))),)


# What makes it stop working?

EVENTS = ("C2", "C7a", "C7b", "C14", "C10", "C11", "C12", "C13")


def stop(card: Card) -> tuple[Part, ...]:
    """After what a copy is dead, what brings it back, how long it lives at most, what it outlives."""
    dead = _answering(card, EVENTS, DEAD, WHOLE_ACCOUNT)
    late = _answering(card, EVENTS, DEAD_AT_LIMIT)
    revived = _answering(card, ("C4", "C5"), REVIVED)
    alive = _answering(card, EVENTS, ALIVE)
    parts = [_named("dead_after", card, dead)] if dead else []
    parts += [_named("dead_later", card, late)] if late else []
    parts += [Part("revived", _ids(card, *revived))] if revived else []
    parts += _time(card)
    parts += [_named("alive_after", card, alive)] if alive else []
    return tuple(parts)


def _time(card: Card) -> list[Part]:
    """What time does: to a copy that nobody uses, and to one that is used again and again."""
    untouched, polled = card.result("C8"), card.result("C9")
    parts = [Part("ends_unused", (untouched.id,), (untouched.limit,))] if untouched.answer == DEAD_AT_LIMIT else []
    if polled.answer == DEAD_AT_LIMIT:
        if polled.limit == untouched.limit:
            return [Part("ends_anyway", (untouched.id, polled.id), (polled.limit,))]
        return [*parts, Part("ends_used", (polled.id,), (polled.limit,))]
    if polled.answer == ALIVE:
        return [*parts, Part("kept_alive" if parts else "no_end", (untouched.id, polled.id))]
    return parts
