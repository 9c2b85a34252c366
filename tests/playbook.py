"""Plays as tests: under this design, these actions give these answers.

    follow(
        '''
        visit           → 200 nobody (no_credential); jar: ; store:
        login           → 200 marko (password_checked); jar: session_id; store: marko
        copy_credential → done; known: 1
        logout          → 200 nobody (logged_out); jar: ; store:
        replay          → 401 nobody (unknown_session_id)
        ''',
        session_type="server_session",
    )

What follows the arrow is compared, and nothing else; a play that goes otherwise fails with both texts side by side.
The first part is the action's last answer: `STATUS USER (GROUND)`, or `done` (no request), `waits`, `unanswered`
(nobody listens), `refused CODE`. USER is `marko`, `mallory` or `nobody`; the ground may be left out. Then, as wanted:

    jar: / device2 jar: / attacker jar:   names of the cookies in that browser
    store:                                whose the session records are, oldest first
    sends: / sets:                        cookies of the last request, of all its responses
    keeps:                                where the victim's page keeps a credential, or `nothing`
    known: / clear:                       how many values the attacker knows, the network has seen unencrypted
    deeds:                                who asked for what was done: the host of the page, or `tool`
    asks:                                 the last request's steps, notes left out
    notes:                                the codes of its notes
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from sessionlab.cookies.policy import CHROMIUM_156, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.design.switches import IMPLIED
from sessionlab.engine.steps import Note
from sessionlab.servers.fleet import Place
from sessionlab.servers.state import ATTACKER as ATTACKERS_ACCOUNT
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.servers.state import Entry, ServerState
from sessionlab.tokens.terms import Record, SessionId
from sessionlab.world.apply import apply
from sessionlab.world.events import Exchange, Transition
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World
from sessionlab.world.verbs import parse_action

PEOPLE = {VICTIMS_ACCOUNT: "marko", ATTACKERS_ACCOUNT: "mallory", None: "nobody"}
IN_STORAGE = {"client_storage": "local_storage"}


def under(**switches: Any) -> Design:
    """The plain design with these switches, and what they imply (`implied_values` of the vocabulary)."""
    brought = next((rule.values for rule in IMPLIED if rule.session_type == switches.get("session_type")), ())
    switches = {**dict(brought), **switches}
    if switches.get("credential_transport", "cookie") != "cookie":
        switches = {**IN_STORAGE, **switches}
    return Design(**switches)


def holding(*records: tuple[SessionId, Record]) -> ServerState:
    """A server with these records in its store, written long ago."""
    return ServerState(entries=tuple(Entry(id, record, Place(1, 0)) for id, record in records))


def follow(text: str, start: Any = None, policy: Any = CHROMIUM_156, **switches: Any) -> World:
    """Play the actions of the text; fail unless every action gives what the text says. Answer: the world at the end."""
    return follow_under(under(**switches), text, start, policy)


def follow_under(design: Design, text: str, start: World | None = None, policy: BrowserPolicy = CHROMIUM_156) -> World:
    """The same under a complete design."""
    world = start or World(policy=policy)
    expected, actual = [], []
    for action, parts in _lines(text):
        transition = apply(world, parse_action(action), design)
        expected.append(_line(action, parts))
        actual.append(_line(action, [_seen(part, transition) for part in parts]))
        world = transition.world
    if expected != actual:
        diff = "\n".join(difflib.ndiff(expected, actual))
        raise AssertionError(f"The play goes another way (- expected, + seen):\n{diff}")
    return world


def played(actions: str, start: Any = None, policy: Any = CHROMIUM_156, **switches: Any) -> World:
    """The world after these actions, of which nothing is expected but that they make sense."""
    world, design = start or World(policy=policy), under(**switches)
    for text in actions.split():
        transition = apply(world, parse_action(text), design)
        assert transition.refusal is None, f"{text} is refused: {transition.refusal}"
        world = transition.world
    return world


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.strip().splitlines():
        action, _, parts = line.partition("→")
        yield action.strip(), [" ".join(part.split()) for part in parts.split(";") if part.strip()]


def _line(action: str, parts: list[str]) -> str:
    return f"{action:<24} → " + "; ".join(parts)


def _seen(part: str, transition: Transition) -> str:
    """What is really to be seen where the text says `part`."""
    topic, colon, _ = part.partition(":")
    if not colon or topic.split()[0] in ("refused", "done", "waits", "unanswered"):
        return _answer(transition, with_ground="(" in part)
    return f"{topic}: {TOPICS[topic](transition)}".strip()


def _answer(transition: Transition, with_ground: bool) -> str:
    if transition.refusal is not None:
        return f"refused {transition.refusal.code}"
    last = _last(transition)
    if last is None:
        return "done"
    if not last.listening:
        return "unanswered"
    if last.response is None:
        return "waits"
    ground = f" ({last.response.ground})" if with_ground else ""
    return f"{last.response.status} {PEOPLE[last.response.user]}{ground}"


def _last(transition: Transition) -> Exchange | None:
    requests = [exchange for exchange in transition.exchanges if exchange.request is not None]
    return requests[-1] if requests else None


def _jar(device: str) -> Callable[[Transition], str]:
    return lambda transition: " ".join(cookie.name for cookie in transition.world.device(device).jar)


def _store(transition: Transition) -> str:
    return " ".join(
        PEOPLE[record.user] if record.user else "anonymous" for _, record in transition.world.server.sessions
    )


def _sends(transition: Transition) -> str:
    last = _last(transition)
    return " ".join(str(name) for name, _ in last.request.cookies) if last and last.request else ""


def _sets(transition: Transition) -> str:
    responses = [exchange.response for exchange in transition.exchanges if exchange.response is not None]
    return " ".join(f"{one.name}" for response in responses for one in response.set_cookies if one.sent)


def _keeps(transition: Transition) -> str:
    device = transition.world.device(VICTIM)
    return "nothing" if device.kept is None else str(device.kept_in)


def _deeds(transition: Transition) -> str:
    deeds = transition.world.server.deeds
    return " ".join(str(urlsplit(deed.asked_from).hostname) if deed.asked_from else "tool" for deed in deeds)


def _steps(wanted: Callable[[Any], bool], name: Callable[[Any], str]) -> Callable[[Transition], str]:
    def told(transition: Transition) -> str:
        last = _last(transition)
        return " ".join(name(step) for step, _ in last.steps if wanted(step)) if last else ""

    return told


TOPICS: dict[str, Callable[[Transition], str]] = {
    "jar": _jar(VICTIM),
    "device2 jar": _jar(DEVICE2),
    "attacker jar": _jar(ATTACKER),
    "store": _store,
    "sends": _sends,
    "sets": _sets,
    "keeps": _keeps,
    "known": lambda transition: str(len(transition.world.known)),
    "clear": lambda transition: str(len(transition.world.in_clear)),
    "deeds": _deeds,
    "asks": _steps(lambda step: not isinstance(step, Note), lambda step: type(step).__name__),
    "notes": _steps(lambda step: isinstance(step, Note), lambda step: str(step.code)),
}
