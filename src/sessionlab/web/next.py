"""What could come next: which actions make sense, what the next request would be, and which requests carry nothing.

Everything here is tried out on the world that the play left; nothing is looked up in a table.
"""

from __future__ import annotations

from sessionlab.browser.context import script_contexts
from sessionlab.browser.device import Device
from sessionlab.cookies.jar import Cookie
from sessionlab.cookies.reasons import Reason
from sessionlab.cookies.retrieve import retrieve
from sessionlab.http.message import Request
from sessionlab.render import cookie_words, form
from sessionlab.render.http_text import request_message, url_text
from sessionlab.render.pen import Pen, pen_for
from sessionlab.render.refusals import refusal_text
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import Value
from sessionlab.web.advice import Advice, advice
from sessionlab.web.asked import NextAsked, play_asked, read_actions
from sessionlab.world.action import Action
from sessionlab.world.apply import apply, begin
from sessionlab.world.cookie_fates import Fates, fates
from sessionlab.world.events import Exchange
from sessionlab.world.own_page import held
from sessionlab.world.play import Play
from sessionlab.world.state import VICTIM
from sessionlab.world.verbs import VERBS, parse_action
from sessionlab.world.verbs.verb import Senseless

PROBES: tuple[tuple[str, str], ...] = (
    ("typed", "visit=/me"),
    ("plain_http", "force_plaintext"),
    ("cross_site_link", "cross_site_request=link:/me"),
    ("cross_site_post", "cross_site_request=form_post:/action"),
    ("cross_site_image", "cross_site_request=img:/me"),
    ("cross_site_frame", "cross_site_request=iframe:/me"),
    ("cross_site_fetch", "cross_site_request=fetch:/action"),
    ("sibling_post", "subdomain_request=form_post:/action"),
    ("other_host", "visit=sibling"),
)
"""Kinds of request that the victim's browser can be brought to make, by the code of the catalogue (`web.probe.*`)."""
SCRIPT = "script"


class Senselessness(Value):
    """An action that makes no sense now, and why."""

    action: str
    text: str


class Carrying(Value):
    """A cookie of the request to come, or one that stays behind: `reasons` is empty if it goes."""

    cookie: str
    value: str
    reasons: tuple[form.Reason, ...] = ()


class Coming(Value):
    """The first request of an action, before it is made. `text` is null where the action makes no request."""

    action: str
    method: str = ""
    url: str = ""
    text: str | None = None
    cookies: tuple[Carrying, ...] = ()


class Probe(Value):
    """One kind of request. `sent`: does it carry a login cookie? `request`: its first line and where it goes."""

    code: str
    url: str
    method: str
    sent: bool
    reasons: tuple[form.Reason, ...]


class Next(Value):
    """The answer. `holds`: how the victim's browser holds a credential: in its `jar`, in its page's `storage`, or "".

    `probes` is empty where there is no login cookie that a request could carry.
    """

    senseless: tuple[Senselessness, ...]
    coming: Coming | None
    holds: str
    probes: tuple[Probe, ...]
    advice: tuple[Advice, ...]


def what_next(asked: NextAsked) -> Next:
    """The answer to a request for what could come next."""
    done = play_asked(asked)
    pen = pen_for(done)
    coming = None
    if asked.action is not None:
        coming = _coming(read_actions((asked.action,))[0], done, pen)
    device = done.end.device(VICTIM)
    cookies = tuple(cookie for cookie in device.jar if is_credential(cookie.value))
    probes = (*_probes(done), _script(device, cookies, done)) if cookies else ()
    holds = "jar" if cookies else "storage" if held(device) is not None else ""
    return Next(_senseless(done, pen), coming, holds, probes, advice(done.design, pen))


def _senseless(done: Play, pen: Pen) -> tuple[Senselessness, ...]:
    found = []
    for verb in VERBS:
        for actor in verb.actors:
            action = parse_action(f"{actor}:{verb.name}")
            begun = begin(done.end, action, done.design)
            if isinstance(begun, Senseless):
                found.append(Senselessness(f"{actor}:{verb.name}", refusal(begun, pen)))
    return tuple(found)


def refusal(senseless: Senseless, pen: Pen) -> str:
    """Why an action makes no sense, as one sentence."""
    return refusal_text(senseless.code, senseless.about, pen)


def _coming(action: Action, done: Play, pen: Pen) -> Coming:
    exchange = _first(action, done)
    if exchange is None or exchange.request is None:
        return Coming(str(action))
    request = exchange.request
    went = fates(exchange, done.design)
    cookies = (
        *(Carrying(one.name, pen.text(one.value)) for one in went.sent),
        *(Carrying(one.cookie.name, pen.text(one.cookie.value), _reasons(one.reasons)) for one in went.withheld),
    )
    text = request_message(request, pen.how).text
    return Coming(str(action), request.method, url_text(request, pen.how), text, cookies)


def _first(action: Action, done: Play) -> Exchange | None:
    exchanges = apply(done.end, action, done.design).exchanges
    return exchanges[0] if exchanges else None


def _probes(done: Play) -> tuple[Probe, ...]:
    tried = ((code, _first(parse_action(text), done)) for code, text in PROBES)
    return tuple(
        _probe(code, exchange.request, fates(exchange, done.design))
        for code, exchange in tried
        if exchange is not None and exchange.request is not None
    )


def _probe(code: str, request: Request, went: Fates) -> Probe:
    reasons = next((one.reasons for one in went.withheld if is_credential(one.cookie.value)), ())
    sent = any(is_credential(cookie.value) for cookie in went.sent)
    return Probe(code, request.url.text, request.method, sent, () if sent else _reasons(reasons))


def _script(device: Device, cookies: tuple[Cookie, ...], done: Play) -> Probe:
    """What a script of the application's page reads: no request, but a way out all the same."""
    url = device.page.url if device.page is not None else None
    if url is None:
        return Probe(SCRIPT, "", "", False, ())
    found = retrieve(cookies, script_contexts(url, done.end.policy)[0], done.end.policy, done.end.clock)
    reasons = found.withheld[0].reasons if found.withheld else ()
    return Probe(SCRIPT, url.text, "", bool(found.sent), _reasons(reasons))


def _reasons(reasons: tuple[Reason, ...]) -> tuple[form.Reason, ...]:
    return tuple(form.Reason(one.code, cookie_words.withheld(one), one.source) for one in reasons)
