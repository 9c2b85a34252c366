"""A play in a real Chromium: each request that the simulated browsers make, made by the real one, and what came of it.

Chromium finds the names of the simulation on this machine, so URLs, origins and sites are the same in both.
"""

from __future__ import annotations

import html
import json
import time
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect

from sessionlab.browser.outgoing import Send
from sessionlab.design.design import Design
from sessionlab.engine.cookie_out import CSRF_COOKIE, SITE_DOMAIN
from sessionlab.engine.credential import TOKEN_PARAMETER
from sessionlab.engine.csrf import TOKEN_FIELD
from sessionlab.engine.steps import Step
from sessionlab.http.message import Request as Message
from sessionlab.http.message import Response as Answer
from sessionlab.render.app_page import AppPages
from sessionlab.servers.asgi import application
from sessionlab.servers.writing import set_cookie_line
from sessionlab.tokens.credentials import is_credential
from sessionlab.value import Value
from sessionlab.world.action import Action
from sessionlab.world.events import Transition
from sessionlab.world.own_page import held
from sessionlab.world.places import SIBLING_PAGE
from sessionlab.world.state import VICTIM, World
from sessionlab.world.verbs.planting import WAYS, planted
from tests.agreement.in_page import EMBED, FETCH, FOLLOW, SUBMIT
from tests.agreement.on_loopback import PLANT, Loopback
from tests.agreement.wire import decoded, encoded, text_of

KEPT = "session_lab_token"
CLOCK_TOLERANCE = 10
PATIENCE = 8000
"""Milliseconds to wait for what must happen at once."""
TO_ITSELF = ("fetch-post", "fetch-same-origin")

SHORT = 40
"""Milliseconds in which Chromium takes the cookies of an answer that no page reads."""


class Told(Value):
    """What came back for one request: None for who was answered, where the answer cannot be read."""

    status: int
    content: str | None = None
    user: str | None = None


class RealBrowser:
    """A play under a design, in Chromium: three browser contexts that know nothing of each other."""

    def __init__(self, design: Design, browser: Browser, machine: Loopback) -> None:
        self.design = design
        self.known: list[str] = []
        self._machine = machine
        self._answers: list[Told] = []
        self._app = machine.hosts.app = application(design, pages=AppPages(design), listener=self._note)
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._pages: dict[str, Page] = {}

    def _note(self, instance: str, request: Message, response: Answer, steps: tuple[Step, ...]) -> None:
        """Called by the server: what it answers, also where the browser lets nobody read it."""
        self._answers.append(Told(response.status, response.content, response.user))

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()

    def _context(self, device: str) -> BrowserContext:
        if device not in self._contexts:
            self._contexts[device] = self._browser.new_context(ignore_https_errors=True)
            self._contexts[device].set_default_timeout(PATIENCE)
        return self._contexts[device]

    def _page(self, device: str) -> Page:
        if device not in self._pages:
            self._pages[device] = self._context(device).new_page()
        return self._pages[device]

    # What is done without a request of the play's own

    def do_at_once(self, action: Action, before: World) -> None:
        """The part of an action that causes no exchange in the simulation."""
        if action.verb == "copy_credential":
            self._learn(self.held(action.argument or VICTIM))
        elif action.verb == "plant_cookie":
            self._plant(action.argument or WAYS[0], before)
        elif action.verb == "run_script" and action.argument in ("", "read"):
            self._read_by_script()
        elif action.verb == "delete_cookie":
            context = self._context(action.actor)
            for cookie in before.device(action.actor).jar:
                if is_credential(cookie.value):
                    context.clear_cookies(name=cookie.name)

    def _learn(self, text: str | None) -> None:
        if text:
            self.known = [*(known for known in self.known if known != text), text]

    def held(self, device: str) -> str | None:
        """The text of the credential that a browser holds."""
        cookies = [one for one in self._context(device).cookies() if one["name"].endswith("session_id")]
        return cookies[-1]["value"] if cookies else self._kept(self._page(device))

    def _kept(self, page: Page) -> str | None:
        if page.url.startswith("about:"):
            return None
        kept = page.evaluate(f"localStorage.getItem('{KEPT}') ?? sessionStorage.getItem('{KEPT}') ?? null")
        return str(kept) if kept is not None else None

    def _plant(self, way: str, before: World) -> None:
        assert way == "subdomain"
        own = self.held("attacker")
        self._learn(own)
        # Only the value is the real browsers' own; the rest of the line is what the simulation tries.
        line = set_cookie_line(
            planted(self._app.cluster.instances[0].credentials.read(self.known[-1]), way, before, self.design).header,
            self._app.cluster.instances[0].credentials,
        )
        page = self._context(VICTIM).new_page()
        page.goto(SIBLING_PAGE.origin + PLANT + f"?line={quote(line)}")
        page.close()

    def _read_by_script(self) -> None:
        page = self._page(VICTIM)
        for part in page.evaluate("document.cookie").split("; "):
            name, _, value = part.partition("=")
            if name.endswith("session_id"):
                self._learn(value)
        self._learn(self._kept(page))

    # Requests

    def make(self, send: Send) -> tuple[Told, ...]:
        """Cause the request, and give the answers to it and to where it was redirected."""
        if send.bare:
            return (self._bare(send),)
        page = self._page(send.device)
        if send.kind == "visit":
            return _chain(page.goto(_address(send)))
        if send.kind == "reload":
            return _chain(page.reload())
        if send.kind in TO_ITSELF and send.initiator is not None and send.initiator.origin == send.url.origin:
            return self._by_own_page(page, send)
        return self._by_foreign_page(page, send)

    def _bare(self, send: Send) -> Told:
        credentials = self._app.cluster.instances[0].credentials
        term = credentials.read(self.known[-1])

        def real(pairs: Any) -> Any:
            return tuple((name, term if is_credential(value) else value) for name, value in pairs)

        request = Message(
            send.method, send.url, real(send.cookies), real(send.headers), real(send.fields), real(send.query)
        )
        response = decoded(self._machine.exchange(encoded(request, credentials)), credentials)
        return Told(response.status, response.content, response.user)

    def _by_own_page(self, page: Page, send: Send) -> tuple[Told, ...]:
        path = send.url.path
        form = page.locator(f'form[action="{path}"]').first
        for name, value in send.fields:
            if value is not None and name not in (TOKEN_FIELD, TOKEN_PARAMETER) and not is_credential(value):
                form.locator(f'[name="{name}"]').fill(str(value))
        with page.expect_response(lambda response: response.url.partition("?")[0].endswith(path)) as found:
            form.locator("button").click()
        expect(page.locator("#told")).not_to_contain_text("…")
        return _chain(found.value)

    def _by_foreign_page(self, page: Page, send: Send) -> tuple[Told, ...]:
        assert send.initiator is not None
        token = dict(send.fields).get(TOKEN_FIELD)
        if token is not None:
            # A sibling host brings the cookie that is equal to the token in its form.
            line = f"{CSRF_COOKIE}={token.made}; Domain={SITE_DOMAIN}; Path={send.url.path}; SameSite=Lax"
            page.goto(send.initiator.origin + PLANT + f"?line={quote(line)}")
        page.goto(send.initiator.text)
        url = send.url.text
        fields = [[name, text_of(value, self._app.cluster.instances[0].credentials)] for name, value in send.fields]
        if not send.replaces_page:
            return self._embedded(page, send, fields)
        with page.expect_response(lambda response: _is_final(response, send)) as found:
            if send.kind == "link":
                page.evaluate(FOLLOW, [url])
            else:
                page.evaluate(SUBMIT, [send.method, url, fields])
        page.wait_for_load_state()
        return _chain(found.value)

    def _embedded(self, page: Page, send: Send, fields: list[list[str]]) -> tuple[Told, ...]:
        """What a foreign page embeds or fetches it cannot read; the server says what it answered."""
        before = len(self._answers)
        if send.kind in ("img", "iframe"):
            page.evaluate(EMBED, [send.kind, send.url.text])
        else:
            page.evaluate(FETCH, [send.method, send.url.text, fields])
        deadline = time.monotonic() + PATIENCE / 1000
        while len(self._answers) == before and time.monotonic() < deadline:
            page.wait_for_timeout(SHORT)
        if send.kind == "iframe":
            page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SHORT)
        return tuple(self._answers[before:])

    # What the browsers hold

    def jar(self, device: str) -> set[tuple[Any, ...]]:
        """The cookies of a browser, without their values, in a form that the simulation's can be brought to."""
        return {
            (
                one["name"],
                one["domain"],
                one["path"],
                one["httpOnly"],
                one["secure"],
                one["sameSite"],
                one["expires"] > 0,
            )
            for one in self._context(device).cookies()
        }

    def expiries(self, device: str) -> dict[str, float]:
        """In how many seconds each persistent cookie of a browser expires."""
        cookies = self._context(device).cookies()
        return {one["name"]: one["expires"] - time.time() for one in cookies if one["expires"] > 0}


def told_by(transition: Transition) -> list[tuple[Send, Told]]:
    """The requests of an action in the simulation, and what came back; a redirect's answer follows it."""
    return [
        (each.send, Told(each.response.status, each.response.content, each.response.user))
        for each in transition.exchanges
        if each.send is not None and each.response is not None
    ]


def _address(send: Send) -> str:
    assert not any(is_credential(value) for _, value in send.query)
    return send.url.text


def _is_final(response: Response, send: Send) -> bool:
    return response.url.startswith(send.url.origin) and response.status not in (301, 302, 303, 307, 308)


def _chain(response: Response | None) -> tuple[Told, ...]:
    """The last answer, after those of the redirects that led to it."""
    assert response is not None
    hops: list[Told] = []
    request: Request | None = response.request.redirected_from
    while request is not None:
        hop = request.response()
        assert hop is not None
        hops.insert(0, Told(hop.status, "redirect"))
        request = request.redirected_from
    return (*hops, _read(response))


def _read(response: Response) -> Told:
    """What the answer says: JSON as it is, or the JSON that a page shows; nothing where the page may not read it."""
    if "json" in response.headers.get("content-type", ""):
        told = response.json()
    elif "/html" in response.headers.get("content-type", "") and 'id="told"' in response.text():
        shown = html.unescape(response.text().partition('id="told"')[2].partition(">")[2].partition("</pre>")[0])
        told = json.loads(shown[shown.index("{") :])
    else:
        return Told(response.status)
    return Told(response.status, told["content"], told["user"])


def holds_the_same(design: Design, world: World, browser: RealBrowser, device: str) -> bool:
    """Whether both hold a credential, or neither does; what is in a page's memory nobody can look at."""
    if design.client_storage == "js_memory":
        return True
    return (held(world.device(device)) is not None) == (browser.held(device) is not None)
