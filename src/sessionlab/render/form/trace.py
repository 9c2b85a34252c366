"""A whole trace."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.design.environment import Environment
from sessionlab.design.switch import SwitchValue
from sessionlab.render.form.exchange import Exchange, Finding
from sessionlab.value import Value

VERSION = 1
"""Of the format: it grows when a field changes its meaning."""


class Credential(Value):
    """A login credential: the same `id` wherever it appears, so that it can be coloured and marked alike.

    `short` is the text as sentences have it. `holds` is what stands inside, where it can be read. `live`: does the
    server answer it as somebody at the end of the play? `user`: as whom.
    """

    id: str
    text: str
    short: str
    kind: str
    kind_text: str
    live: bool
    user: str | None
    first_seen: int
    holds: str | None = None


class RefusedAction(Value):
    """An action that made no sense then, before exchange number `before` (counted from 1). It changed nothing."""

    action_number: int
    action: str
    actor: str
    before: int
    code: str
    text: str


class Try(Value):
    """Somebody tried to be answered as the user: a browser by itself, or the attacker with a value he knows."""

    who: str
    by_copy: bool
    token: str | None
    user: str | None
    ground: str
    text: str


class Turn(Value):
    """A single other choice after which the attacker would fare differently."""

    switch: str
    value: SwitchValue


class Verdict(Value):
    """Who can still act as the user, and what decided it.

    `who`: user_only, both, attacker_only or nobody. `why`: the attacker's value stands, was ended, never worked, or
    there is no_copy. `ended_in`: number of the exchange that ended it, `ended_by`: the step that did. `turns`: filled
    where they were asked for.
    """

    text: str
    who: str
    why: str
    token: str | None
    ground: str
    ended_in: int | None
    ended_by: str | None
    tries: tuple[Try, ...]
    turns: tuple[Turn, ...]


class Duration(Value):
    """A length of time that the lab's server and cookies use, in seconds."""

    name: str
    seconds: int
    text: str


class Continuity(Value):
    """How login state continues: what proves it, who the client is, how it travels, and where the client keeps it.

    Each is a sentence; the last two say who else could read it there.
    """

    proof: str
    client: str
    travels: str
    kept: str


class Trace(Value):
    """A whole play."""

    version: int
    lab: str
    design: Design
    environment: Environment
    policy: str
    seed: int
    actions: tuple[str, ...]
    credentials: tuple[Credential, ...]
    exchanges: tuple[Exchange, ...]
    refused_actions: tuple[RefusedAction, ...]
    findings: tuple[Finding, ...]
    durations: tuple[Duration, ...]
    verdict: Verdict
    continuity: Continuity | None = None
