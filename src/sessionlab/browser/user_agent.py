"""The user agent: what it sends for a request, and what it makes of a response."""

from __future__ import annotations

import functools
import math
from typing import Any

from sessionlab.browser.context import RequestContext, request_context
from sessionlab.browser.device import Device, Page
from sessionlab.browser.outgoing import Send, with_value
from sessionlab.cookies.context import RetrieveContext, StoreContext
from sessionlab.cookies.jar import Cookie, Jar, touch
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.retrieve import withheld_because
from sessionlab.cookies.store import first_refusal, insert
from sessionlab.deferred import applied
from sessionlab.design.design import Design
from sessionlab.http.message import USUAL_OCTETS, Client, Pairs, Request, Response, SetCookie
from sessionlab.http.site import same_origin
from sessionlab.http.url import Url
from sessionlab.tokens.terms import Imitation
from sessionlab.value import replace

REDIRECTS = (301, 302, 303, 307, 308)


def context_of(send: Send, policy: BrowserPolicy) -> RequestContext:
    """The context in which this request is made."""
    return request_context(
        send.url,
        send.kind,
        policy,
        initiator=send.initiator,
        via=send.via,
        method=send.method,
        ancestors=send.around or None,
    )


def leave(device: Device, send: Send, policy: BrowserPolicy, now: int, design: Design) -> tuple[Device, Request]:
    """The request as it leaves the browser, and the browser with the cookies noted as used."""
    if send.bare:
        fields = with_value(send.fields)
        tool = Client(device.name, send.agent or device.name, send.key or device.name)
        return device, Request(send.method, send.url, send.cookies, send.headers, fields, send.query, tool)
    context = context_of(send, policy)
    sent = cookies_for(device.jar, context.retrieve, policy, now, design) if device.jar else ()
    request = Request(
        method=send.method,
        url=send.url,
        cookies=tuple([_as_read(cookie) for cookie in sent]),
        headers=_headers(send, context),
        fields=with_value(send.fields),
        query=send.query,
        client=Client(device.name, device.name, device.name),
    )
    return (replace(device, jar=touch(device.jar, sent, now)) if sent else device), request


def _as_read(cookie: Cookie) -> tuple[Any, Any]:
    """Name and value as a server reads them; a nameless cookie is sent as its bare value (6265bis 5.8.3)."""
    if isinstance(cookie.value, Imitation):
        return cookie.value.name, cookie.value.value
    return cookie.name, cookie.value


def cookies_for(jar: Jar, context: RetrieveContext, policy: BrowserPolicy, now: int, design: Design) -> Jar:
    """The cookies that go, in the order of the Cookie header. Each verdict is asked of the design as a whole."""
    sent = tuple([cookie for cookie in jar if design.outcome(is_sent, cookie, context, policy, now)])
    if len(sent) < 2:
        return sent
    return tuple(sent[place] for place in design.outcome(_order, sent))


def is_sent(cookie: Cookie, context: RetrieveContext, policy: BrowserPolicy, now: int) -> bool:
    """The verdict on one cookie."""
    return next(withheld_because(cookie, context, policy, now), None) is None


def _order(sent: Jar) -> tuple[int, ...]:
    places = range(len(sent))
    return tuple(sorted(places, key=lambda place: (-sent[place].path_length, sent[place].creation)))


def _headers(send: Send, context: RequestContext) -> Pairs:
    own: Pairs = () if context.origin is None else (("Origin", context.origin),)
    if send.initiator is not None:
        referer = applied(send.referrer_policy, _referer, send.initiator, send.url)
        own = own if referer is None else (*own, ("Referer", referer))
    return own + context.fetch_metadata + with_value(send.headers)


@functools.lru_cache(maxsize=4096)
def _referer(policy: str, page: Url, url: Url) -> str | None:
    """What the Referer reveals (Referrer Policy 3); the default is strict-origin-when-cross-origin."""
    if policy == "no_referrer":
        return None
    if policy == "unsafe_url":
        return page.text
    if page.encrypted and not url.encrypted:
        return None
    return page.text if same_origin(page, url) else page.origin + "/"


def take_cookies(
    device: Device, send: Send, response: Response, policy: BrowserPolicy, now: int, design: Design
) -> Device:
    """The browser after it stored, or refused, the cookies of a response."""
    if send.bare or not response.set_cookies:
        return device
    context = context_of(send, policy).store
    jar = device.jar
    for header in response.set_cookies:
        cookie = candidate(header, send.url, now)
        if is_there(cookie, jar) or not design.settle(header.sent):
            continue
        if not design.outcome(is_refused, header.octets, cookie, jar, context, policy, now):
            jar = insert(jar, cookie, policy, now, design.view).jar
    return device if jar is device.jar else replace(device, jar=jar)


def is_there(cookie: Cookie, jar: Jar) -> bool:
    """Whether the jar has exactly this cookie, so that storing it again changes nothing."""
    return any(known.name == cookie.name and replace(known, creation=cookie.creation) == cookie for known in jar)


def is_refused(octets: int, cookie: Cookie, jar: Jar, context: StoreContext, policy: BrowserPolicy, now: int) -> bool:
    """The verdict on a cookie that a response wants to store."""
    return is_too_large(octets, policy.most_octets) or first_refusal(cookie, jar, context, policy, now) is not None


def is_too_large(octets: int, most: int | None) -> bool:
    """Whether name and value together exceed the browser's limit (6265bis 5.6 step 5)."""
    return most is not None and octets > most


def candidate(header: SetCookie, url: Url, now: int) -> Cookie:
    """The cookie that a `Set-Cookie` term asks for, at that URL (RFC 6265bis 5.7, for a well-formed header)."""
    return Cookie(
        name=header.name,
        value=header.value,
        domain=applied(header.domain, _domain_or, url.host),
        host_only=applied(header.domain, _is_absent),
        path=header.path,
        secure=header.secure,
        http_only=header.http_only,
        same_site=header.same_site,
        creation=now,
        last_access=now,
        expiry=applied(header.max_age, _expiry, now),
        octets=USUAL_OCTETS,
    )


def _domain_or(domain: str | None, host: str) -> str:
    return host if domain is None else domain


def _is_absent(domain: str | None) -> bool:
    return domain is None


def _expiry(max_age: int | None, now: int) -> float:
    if max_age is None:
        return math.inf
    return now + max_age if max_age > 0 else -math.inf


def shown_page(device: Device, send: Send, response: Response) -> Device:
    """The browser with the answer as its page, where the request was a navigation of the window."""
    if not send.replaces_page:
        return device
    return replace(device, page=Page(send.url, send.initiator, response.form_token, response.content, send.query))


def redirected(send: Send, response: Response, target: Url) -> Send:
    """The request that follows a redirect (Fetch 4.4): 303, and 302 or 301 after POST, turn it into GET."""
    to_get = response.status == 303 or (response.status in (301, 302) and send.method == "POST")
    return replace(
        send,
        url=target,
        method="GET" if to_get else send.method,
        fields=() if to_get else send.fields,
        query=tuple(pair for pair in response.onward if pair[0] not in send.drops),
        via=(*send.via, send.url),
    )
