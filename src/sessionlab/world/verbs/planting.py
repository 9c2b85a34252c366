"""Getting a cookie of the attacker's choice into the victim's browser."""

from __future__ import annotations

from typing import Any

from sessionlab.browser.context import request_context, script_contexts
from sessionlab.browser.user_agent import candidate, is_refused
from sessionlab.cookies.canonical import nameless_reasons
from sessionlab.cookies.context import StoreContext
from sessionlab.cookies.evict import remove_excess
from sessionlab.cookies.jar import Jar, View
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.store import insert
from sessionlab.deferred import applied
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import SITE_DOMAIN, cookie_name
from sessionlab.http.message import USUAL_OCTETS, SetCookie
from sessionlab.http.url import Url
from sessionlab.tokens.terms import ATTACKER as BY_ATTACKER
from sessionlab.tokens.terms import Imitation, Reference, SessionId
from sessionlab.value import Value, replace
from sessionlab.world.action import Action
from sessionlab.world.own_page import held
from sessionlab.world.places import SIBLING_HOST, app, sibling
from sessionlab.world.state import ATTACKER, VICTIM, World
from sessionlab.world.verbs.verb import ADVERSARY, Senseless, Verb

INVENTED = Reference(SessionId(0, BY_ATTACKER), genuine=False)
"""An id that no server issued, in the shape of the server's own."""
WAYS = ("subdomain", "invented", "script", "network", "by_hand", "nameless", "flood")
FLOOD = 200
"""More cookies than a browser keeps for a site (6265bis 6.1: at least 50; Chromium: 180)."""
LONGER_PATH = "/login"
FLOOD_PATH = "/elsewhere"
IN_CLEAR = ("network", "flood")


class Planting(Value):
    """One attempt to plant a cookie: what was tried, from where. The record of it is worked out from this."""

    header: SetCookie
    url: Url
    context: StoreContext


def plant_cookie(world: World, action: Action, design: Design) -> World | Senseless:
    """Set a cookie with the application's own name and a known value in the victim's browser.

    Without an argument, as `subdomain`, with a made-up value if the attacker has none.
    `subdomain`: by a sibling host over https. `network`: by somebody who answers for a plain-http name of the site.
    `script`: by a script in the application's page. `invented`: as `subdomain`, with a value nobody issued.
    `by_hand`: straight into the jar, with the design's own attributes, as in DevTools.
    `nameless`: as `subdomain`, without a name, the value looking like the application's cookie when it is sent.
    `flood`: 200 cookies by a plain-http name of the site, so that others have to go.
    """
    if design.credential_transport != "cookie":
        return Senseless("no_cookie_in_use")
    way = action.argument or WAYS[0]
    if way in IN_CLEAR and not (world.plaintext_reachable and design.hsts != "include_subdomains"):
        return Senseless("no_plaintext_to_answer")
    if way == "flood":
        return _flooded(world, design)
    value = _value(world, action.argument)
    if value is None:
        return Senseless("nothing_known")
    world = world.learns(value)
    planting = planted(value, way, world, design)
    if _is_refused(planting, world, design):
        return world
    device = world.device(VICTIM)
    cookie = candidate(planting.header, planting.url, world.clock)
    stored = insert(device.jar, cookie, world.policy, world.clock, design.view)
    return world.with_device(replace(device, jar=stored.jar))


def _is_refused(planting: Planting, world: World, design: Design) -> bool:
    jar = world.device(VICTIM).jar
    cookie = candidate(planting.header, planting.url, world.clock)
    hidden = nameless_text(planting.header)
    if hidden is not None and design.outcome(is_refused_without_name, hidden, world.policy):
        return True
    return design.outcome(is_refused, USUAL_OCTETS, cookie, jar, planting.context, world.policy, world.clock)


def nameless_text(header: SetCookie) -> Any:
    """What the value of a nameless cookie begins with, as far as it imitates a name; None for one with a name."""
    return applied(header.value.name, _with_sign) if isinstance(header.value, Imitation) else None


def _with_sign(name: str) -> str:
    return f"{name}="


def is_refused_without_name(value: str, policy: BrowserPolicy) -> bool:
    """Does a browser refuse a nameless cookie whose value begins like that?"""
    return bool(nameless_reasons(value, policy))


def _flooded(world: World, design: Design) -> World:
    """The world after a plain-http sibling set so many cookies that the browser let others of the site go."""
    device = world.device(VICTIM)
    jar: Jar = device.jar
    url = Url("http", SIBLING_HOST, 80, "/")
    for number in range(FLOOD):
        header = SetCookie(f"flood{number}", "x", SITE_DOMAIN, FLOOD_PATH, octets=USUAL_OCTETS)
        cookie = candidate(header, url, world.clock)
        # None of these is in the jar yet, and all are plain: only the others have attributes that designs differ in.
        jar = remove_excess((*jar, cookie), cookie, world.policy, world.clock, _only_others(design))[0]
    return world.with_device(replace(device, jar=jar))


def _only_others(design: Design) -> View:
    return lambda cookie: cookie if cookie.path == FLOOD_PATH else design.view(cookie)


def _value(world: World, argument: str) -> Any:
    """An id that the attacker's own browser holds, or a known one. Unless a way is named, one is made up if need be."""
    if argument == "invented":
        return INVENTED
    own = held(world.device(ATTACKER))
    if own is not None:
        return own
    if world.usable is not None:
        return world.usable
    return INVENTED if not argument else None


def planted(value: Any, way: str, world: World, design: Design) -> Planting:
    """The `Set-Cookie`, the URL and the context of an attempt.

    A script that must not overwrite an HttpOnly cookie puts one with a longer path beside it, which is sent first
    (Cookie Crumbles 4.1.2: HttpOnly gives no integrity).
    """
    usual = _attempt(value, way, world, design)
    if way != "script" or not _is_refused(usual, world, design):
        return usual
    beside = replace(usual, header=replace(usual.header, path=LONGER_PATH))
    return usual if _is_refused(beside, world, design) else beside


def _attempt(value: Any, way: str, world: World, design: Design) -> Planting:
    header = SetCookie(cookie_name(design), value, octets=USUAL_OCTETS)
    if way == "nameless":
        header = replace(header, name="", value=Imitation(header.name, value))
    if way in ("script", "by_hand"):
        url = app("/", design)
        by_script = way == "script"
        context = script_contexts(url, world.policy)[1] if by_script else _own(url, world)
        return Planting(replace(header, secure=url.encrypted, http_only=not by_script), url, context)
    url = Url("http", SIBLING_HOST, 80, "/") if way == "network" else sibling(design)
    # A prefix asks for Secure; without one, a cookie that is not Secure reaches the application over either scheme.
    secure = design.later("cookie_prefix", _wants_secure) if way != "network" else False
    return Planting(replace(header, domain=SITE_DOMAIN, secure=secure), url, _own(url, world))


def _own(url: Url, world: World) -> StoreContext:
    return request_context(url, "visit", world.policy).store


def _wants_secure(prefix: str) -> bool:
    return prefix != "none"


VERBS = (Verb("plant_cookie", ADVERSARY, (ATTACKER,), plant_cookie, ("", *WAYS), "p"),)
