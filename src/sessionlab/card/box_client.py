"""Three browsers before a closed box: jars, pages and what scripts keep; requests out, responses in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sessionlab.browser.device import Device, Page
from sessionlab.browser.outgoing import Send
from sessionlab.browser.user_agent import context_of, leave
from sessionlab.card.box import Box, Profile, Said, said
from sessionlab.card.subject import ATTACKER, DEVICE2, NOT_OFFERED, VICTIM, NotOffered
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.cookies.receive import receive
from sessionlab.cookies.store import Stored
from sessionlab.design.space import SEED_LAB
from sessionlab.engine.csrf import OWN_HEADER, OWN_HEADER_VALUE, TOKEN_FIELD
from sessionlab.http.message import Pairs, Request
from sessionlab.http.raw import RawResponse, raw_request
from sessionlab.http.site import same_origin
from sessionlab.http.url import Url
from sessionlab.value import replace
from sessionlab.world.presenting import place

AGENTS = {VICTIM: "first-client/1.0", DEVICE2: "first-client/1.0", ATTACKER: "second-client/1.0"}


class BoxClient:
    """The clients of one box. `hsts`: what the box said about it, as far as a browser learned it."""

    def __init__(self, box: Box, profile: Profile, policy: BrowserPolicy) -> None:
        self.box = box
        self.profile = profile
        self.policy = policy
        self.devices = {name: Device(name) for name in (VICTIM, DEVICE2, ATTACKER)}
        self.hsts = ""

    def now(self) -> int:
        """The second on the box's clock."""
        return int(self.box.now())

    def ability(self, name: str) -> Callable[..., Any]:
        """Something that not every box can do. Raises `NotOffered`."""
        found: Callable[..., Any] | None = getattr(self.box, name, None)
        if found is None:
            raise NotOffered(NOT_OFFERED)
        return found

    def url(self, path: str) -> Url:
        """An address of the application."""
        return replace(self.profile.origin, path=path)

    def typed(self, who: str, path: str) -> Send:
        """The user types the address; a token that travels in addresses stands in it."""
        kept = self.devices[who].kept if self.profile.transport == "url_query" else None
        query = () if kept is None else place(self.profile.transport, kept).query
        return Send(who, "GET", self.url(path), "visit", query=query, replaces_page=True)

    def asked(self, who: str, path: str) -> Send:
        """The page's script asks, or the user types the address if no page is open."""
        device = self.devices[who]
        if device.page is None:
            return self.typed(who, path)
        carried = place(self.profile.transport, device.kept)
        method, kind = ("POST", "fetch-post") if self._fields(device) else ("GET", "fetch-same-origin")
        send = Send(who, method, self.url(path), kind, device.page.url, query=self._query(device))
        return replace(send, headers=carried.headers if device.kept else (), fields=self._fields(device))

    def posted(self, who: str, path: str, fields: Pairs) -> Send:
        """The page's script sends a form, with the token and the header that such a page adds."""
        device = self.devices[who]
        page = device.page
        headers = place(self.profile.transport, device.kept).headers if device.kept else ()
        token = () if page is None or page.form_token is None else ((TOKEN_FIELD, page.form_token),)
        return Send(
            who,
            "POST",
            self.url(path),
            "fetch-post",
            None if page is None else page.url,
            headers=(*headers, (OWN_HEADER, OWN_HEADER_VALUE)),
            fields=(*fields, *token, *self._fields(device)),
            query=self._query(device),
        )

    def _fields(self, device: Device) -> Pairs:
        return place(self.profile.transport, device.kept).fields if device.kept else ()

    def _query(self, device: Device) -> Pairs:
        return place(self.profile.transport, device.kept).query if device.kept else ()

    def left(self, send: Send) -> Request:
        """The request as it leaves, its cookies noted as used."""
        # Nothing about a running application is still to be decided, so any design will do.
        device, request = leave(self.devices[send.device], send, self.policy, self.now(), SEED_LAB)
        self.devices[send.device] = device
        agent = ("User-Agent", AGENTS[request.client.agent])
        return replace(request, headers=(*request.headers, agent))

    def exchange(self, send: Send, stores: bool = True) -> tuple[Request, RawResponse]:
        """Send a request; `stores`: whether the client takes anything of the answer in."""
        before = self.devices
        request = self.left(send)
        raw = self.box.exchange(raw_request(request))
        if stores:
            self.take_in(send, raw)
        else:
            self.devices = before
        return request, raw

    def take_in(self, send: Send, raw: RawResponse) -> None:
        """What a browser makes of a response: cookies stored or refused, a page shown, a token kept."""
        self._learn_hsts(send, raw)
        device = self.devices[send.device]
        jar = device.jar
        context = context_of(send, self.policy).store
        for line in raw.all("Set-Cookie"):
            stored = receive(jar, line, context, self.policy, self.now())
            jar = stored.jar if isinstance(stored, Stored) else jar
        if raw.all("Clear-Site-Data") and send.url.encrypted:
            jar, device = (), device.without_kept()
        self.devices = {**self.devices, send.device: _shown(replace(device, jar=jar), send, said(raw), self.profile)}

    def _learn_hsts(self, send: Send, raw: RawResponse) -> None:
        for value in raw.all("Strict-Transport-Security") if send.url.encrypted else ():
            self.hsts = "include_subdomains" if "includesubdomains" in value.lower() else "host"


def _shown(device: Device, send: Send, told: Said, profile: Profile) -> Device:
    """The browser with the page that it now shows, and with what its script keeps."""
    own = send.replaces_page or (send.initiator is not None and same_origin(send.initiator, send.url))
    if not own:
        return device
    if send.replaces_page:
        memory = profile.storage == "js_memory" and told.token is None
        device = replace(
            device.without_kept() if memory else device, page=Page(send.url, send.initiator, told.form_token)
        )
    if told.token is not None:
        device = replace(device, kept=told.token, kept_in=profile.storage) if told.token else device.without_kept()
    if told.form_token is not None and device.page is not None:
        device = replace(device, page=replace(device.page, form_token=told.form_token))
    return device
