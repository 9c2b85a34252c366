"""What rules ask about an exchange."""

from __future__ import annotations

from typing import Any

from sessionlab.design.design import Design
from sessionlab.engine.proofs import HEADER as PROOF
from sessionlab.engine.provider import CALLBACK
from sessionlab.engine.routes.logout import FORGET
from sessionlab.rules.rule import Moment
from sessionlab.servers.state import VICTIM as VICTIMS_ACCOUNT
from sessionlab.tokens.credentials import is_credential
from sessionlab.world.asking import belief_about
from sessionlab.world.observing import credentials_in, shown_in
from sessionlab.world.places import APP_HOST
from sessionlab.world.state import ATTACKER, World

CLIENT_SIDE = ("signed_cookie", "encrypted_cookie", "unsigned_cookie")
WEB_STORAGE = ("local_storage", "session_storage")


def hands_out_credential(moment: Moment) -> bool:
    """Does the response give the client a credential?"""
    return bool(handed_out(moment))


def handed_out(moment: Moment) -> tuple[Any, ...]:
    """The credentials that the response gives to the client."""
    response = moment.exchange.response
    if response is None:
        return ()
    values = (*(cookie.value for cookie in response.set_cookies if cookie.sent), response.token)
    return tuple(value for value in values if value != FORGET and is_credential(value))


def carried(moment: Moment) -> tuple[Any, ...]:
    """The credentials that the request carries."""
    request = moment.exchange.request
    return () if request is None else credentials_in(request)


def presents(moment: Moment) -> bool:
    """Does the request show something that is to say who sends it, be it no more than a claim?"""
    request = moment.exchange.request
    return request is not None and bool(shown_in(request))


def proves(moment: Moment) -> bool:
    """Does the request carry a proof of a key?"""
    request = moment.exchange.request
    return request is not None and request.header(PROOF) is not None


def reaches(moment: Moment) -> bool:
    """Does a request come to the application?"""
    request = moment.exchange.request
    return request is not None and request.url.host == APP_HOST and moment.exchange.response is not None


def comes_back(moment: Moment) -> bool:
    """Does a browser come back from the identity provider?"""
    return asks_for(moment, CALLBACK)


def logs_in(moment: Moment) -> bool:
    """Is this a login that succeeds?"""
    return _content(moment) == "logged_in"


def logs_out(moment: Moment) -> bool:
    """Is this a logout of somebody who was logged in?"""
    response = moment.exchange.response
    return response is not None and response.ground == "logged_out"


def asks_for(moment: Moment, path: str) -> bool:
    """Does the request ask for that path?"""
    request = moment.exchange.request
    return request is not None and request.url.path == path


def is_act(moment: Moment, verb: str) -> bool:
    """Is this the act of that name?"""
    return moment.exchange.action.verb == verb


def _content(moment: Moment) -> str:
    return "" if moment.exchange.response is None else moment.exchange.response.content


def is_cross_site(moment: Moment) -> bool:
    """Did a page that is not the application's cause the request?"""
    send, request = moment.exchange.send, moment.exchange.request
    foreign = send is not None and send.initiator is not None and not send.bare
    return foreign and request is not None and send is not None and send.initiator.host != request.url.host  # type: ignore[union-attr]


def notes(moment: Moment, code: str) -> tuple[Any, ...] | None:
    """What the first note of that code in the server's logic is about, or None if there is none."""
    for step, _ in moment.exchange.steps:
        if getattr(step, "code", None) == code:
            about: tuple[Any, ...] = getattr(step, "about", ())
            return about
    return None


def by_attackers_tool(moment: Moment) -> bool:
    """Did the attacker send this herself, with a tool or with her own browser?"""
    send = moment.exchange.send
    return send is not None and send.device == ATTACKER


def answered_as_victim(moment: Moment) -> bool:
    """Did the server take the request for the victim's?"""
    response = moment.exchange.response
    return response is not None and response.user == VICTIMS_ACCOUNT


def learned(moment: Moment) -> tuple[Any, ...]:
    """What the attacker came to know in this exchange."""
    known = moment.exchange.before.known
    return tuple(value for value in moment.exchange.after.known if value not in known)


def names_victim(value: Any, world: World, design: Design) -> bool:
    """Would the server answer this value as the victim?"""
    return belief_about(value, world, design).user == VICTIMS_ACCOUNT
