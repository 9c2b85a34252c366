"""Asking the server who it takes somebody for, without changing anything."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.routes import answer
from sessionlab.http.message import Client, Request
from sessionlab.servers.simulated import run
from sessionlab.servers.state import ServerState
from sessionlab.tokens.machine import Signed
from sessionlab.tokens.terms import RefreshToken
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.state import ATTACKER, DEVICE2, VICTIM, World
from sessionlab.world.verbs.copies import bare, observed


class Belief(Value):
    """Whom the server believes a request to come from, and on what ground (a code of the catalogue, `ground.*`)."""

    user: str | None
    ground: str


NOBODY_ASKED = Belief(None, "no_credential")


class Beliefs:
    """What the server of one design would say to credentials, for whoever asks of one play again and again.

    A question that was asked before is answered from memory: nothing but the server, the second, the credential and
    who shows it goes into the answer.
    """

    def __init__(self, design: Design) -> None:
        self.design = design
        self._known: dict[tuple[Any, str, ServerState, int], Belief] = {}

    def about(self, credential: Any, world: World, who: str = ATTACKER) -> Belief:
        """As `belief_about`."""
        question = (credential, who, world.server, world.clock)
        belief = self._known.get(question)
        if belief is None:
            belief = self._known[question] = belief_about(credential, world, self.design, who)
        return belief

    def best_about(self, credential: Any, world: World) -> Belief:
        """What the server would say to this credential from the client that it likes best: is it good for anybody?"""
        anywhere = self.about(credential, world)
        design = self.design
        if anywhere.user is not None or (design.sender_constraint, design.risk_based_invalidation) == ("none", "none"):
            return anywhere
        others = (self.about(credential, world, who) for who in (VICTIM, DEVICE2))
        return next((belief for belief in others if belief.user is not None), anywhere)


def belief_about(credential: Any, world: World, design: Design, who: str = ATTACKER) -> Belief:
    """What the server would say to this credential now, in the place where the design carries it.

    `who`: whose network address and key the request comes with; a User-Agent anybody can copy.
    """
    if credential is None:
        return NOBODY_ASKED
    signed = isinstance(credential, Signed)
    send = observed(credential, "", design) if signed else bare(credential, "/me", design, world, who)
    client = Client(who, VICTIM if who == ATTACKER else who, send.key or who)
    request = Request(send.method, send.url, send.cookies, send.headers, send.fields, send.query, client)
    response = run(answer(request, design), world.server, world.server.requests + 1, world.clock, design).response
    return NOBODY_ASKED if response is None else Belief(response.user, response.ground)


def answered_to_copy(credential: Any, world: World, design: Design) -> Belief:
    """The same, asked by a real replay of the value: the network and the listening server count too.

    A refresh token is exchanged first, and what it brings is replayed.
    """
    if isinstance(credential, RefreshToken):
        only = replace(world, known=(credential,))
        done = apply(only, Action("refresh", ATTACKER), design)
        if done.world.usable is None:
            response = done.exchanges[-1].response if done.exchanges else None
            return NOBODY_ASKED if response is None else Belief(None, response.ground)
        return _last(done.world, Action("replay", ATTACKER), design)
    return _last(world.learns(credential), Action("replay", ATTACKER), design)


def answered_to_browser(device: str, world: World, design: Design) -> Belief:
    """What the server says when this browser asks `/me` by itself, with what it then sends."""
    return _last(world, Action("me", device), design)


def _last(world: World, action: Action, design: Design) -> Belief:
    exchange = apply(world, action, design).exchanges[-1]
    if not exchange.listening:
        return Belief(None, "nobody_listens")
    response = exchange.response
    return NOBODY_ASKED if response is None else Belief(response.user, response.ground)
