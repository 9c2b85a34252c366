"""What became of each cookie in an exchange: sent or withheld, stored or refused, with all reasons.

Nothing of this is recorded while a play runs: it follows from the recorded worlds, by the same cookie algorithms, and
is worked out when somebody looks.
"""

from __future__ import annotations

from typing import Any

from sessionlab.browser.user_agent import candidate, context_of, is_too_large
from sessionlab.cookies.canonical import nameless_reasons
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.jar import Cookie, Jar, touch
from sessionlab.cookies.reasons import Reason, reason
from sessionlab.cookies.retrieve import Retrieved, Withheld, retrieve
from sessionlab.cookies.store import Stored, store
from sessionlab.design.design import Design
from sessionlab.http.message import SetCookie
from sessionlab.http.url import Url
from sessionlab.value import Value
from sessionlab.world.apply import begin
from sessionlab.world.events import Exchange
from sessionlab.world.state import VICTIM, World
from sessionlab.world.verbs.planting import nameless_text, planted

ADDED, REPLACED, DELETED, NOTHING_TO_DELETE = "added", "replaced", "deleted", "nothing_to_delete"


class Taken(Value):
    """A cookie that the browser took, and what that did to the jar."""

    cookie: Cookie
    effect: str


class TurnedAway(Value):
    """A cookie that the browser did not take, and all the reasons."""

    cookie: Cookie
    reasons: tuple[Reason, ...]


class Fates(Value):
    """What became of the cookies of one exchange."""

    sent: Jar = ()
    withheld: tuple[Withheld, ...] = ()
    stored: tuple[Taken, ...] = ()
    refused: tuple[TurnedAway, ...] = ()


def fates(exchange: Exchange, design: Design) -> Fates:
    """Explain the cookies of an exchange."""
    send = exchange.send
    if send is None or exchange.request is None:
        return _planting(exchange, design)
    if send.bare:
        return Fates()
    world = _when_it_left(exchange, design)
    jar, gone = world.device(send.device).jar, Retrieved((), ())
    # A request that had waited left long ago; only its response arrives in this exchange.
    if jar and not had_waited(exchange):
        gone = retrieve(jar, context_of(send, world.policy).retrieve, world.policy, world.clock)
        jar = touch(jar, gone.sent, world.clock)
    taken, turned_away = _taken_in(jar, exchange)
    return Fates(gone.sent, gone.withheld, taken, turned_away)


def _when_it_left(exchange: Exchange, design: Design) -> World:
    """The world in which the request left: an action may let time pass or plant a cookie before its first one does."""
    if exchange.before.busy:
        return exchange.before
    begun = begin(exchange.before, exchange.action, design)
    return begun if isinstance(begun, World) else exchange.before


def had_waited(exchange: Exchange) -> bool:
    """Did the request leave in an earlier exchange, so that only its response arrives in this one?"""
    return exchange.request is not None and len(exchange.after.flights) < len(exchange.before.flights)


def _taken_in(jar: Jar, exchange: Exchange) -> tuple[tuple[Taken, ...], tuple[TurnedAway, ...]]:
    response, send, world = exchange.response, exchange.send, exchange.after
    taken: list[Taken] = []
    turned_away: list[TurnedAway] = []
    if response is None or send is None or not response.set_cookies:
        return (), ()
    context = context_of(send, world.policy).store
    for header in response.set_cookies:
        if not header.sent:
            continue
        result = _store(jar, header, send.url, context, world)
        if isinstance(result, TurnedAway):
            turned_away.append(result)
        else:
            jar = result.jar
            taken.append(Taken(result.cookie, _effect(result)))
    return tuple(taken), tuple(turned_away)


def _store(
    jar: Jar, header: SetCookie, url: Url, context: StoreContext, world: World, already: tuple[Reason, ...] = ()
) -> Stored | TurnedAway:
    most = world.policy.most_octets
    cookie = candidate(header, url, world.clock)
    if is_too_large(header.octets, most):
        already = (reason("too_long", "6265bis 5.6 step 5", octets=header.octets, most=most),)
    result = store(jar, cookie, context, world.policy, world.clock, already=already)
    return result if isinstance(result, Stored) else TurnedAway(cookie, result.reasons)


def _effect(stored: Stored) -> str:
    if any(cookie is stored.cookie for cookie in stored.evicted):
        return DELETED if stored.replaced is not None else NOTHING_TO_DELETE
    return ADDED if stored.replaced is None else REPLACED


def _planting(exchange: Exchange, design: Design) -> Fates:
    """A cookie that the attacker wanted to put into the victim's browser."""
    way = _way_of_planting(exchange)
    if way in (None, "flood") or not exchange.after.known:
        return Fates()
    world, value = exchange.before, exchange.after.known[-1]
    planting = planted(value, way, world, design)
    hidden = nameless_text(planting.header)
    already = () if hidden is None else nameless_reasons(hidden, world.policy)
    result = _store(world.device(VICTIM).jar, planting.header, planting.url, planting.context, world, already)
    if isinstance(result, TurnedAway):
        return Fates(refused=(result,))
    return Fates(stored=(Taken(result.cookie, _effect(result)),))


def _way_of_planting(exchange: Exchange) -> Any:
    action = exchange.action
    if action.verb == "plant_cookie":
        return action.argument or "subdomain"
    return "script" if (action.verb, action.argument) == ("run_script", "set_cookie") else None
