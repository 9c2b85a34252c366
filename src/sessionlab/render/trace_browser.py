"""The browsers' side of a trace: jars, storage, what scripts see, and what became of each cookie."""

from __future__ import annotations

from sessionlab.browser.context import script_contexts
from sessionlab.browser.device import Device
from sessionlab.cookies.jar import Cookie, Jar
from sessionlab.cookies.parse import compose
from sessionlab.cookies.parse import render as set_cookie_line
from sessionlab.cookies.reasons import Reason
from sessionlab.cookies.retrieve import sent_only
from sessionlab.render import cookie_words, form
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.terms import until
from sessionlab.value import replace
from sessionlab.world.cookie_fates import Fates, Taken, TurnedAway
from sessionlab.world.state import World

PLACE = ("name", "domain", "host_only", "path", "partition_key")
"""What makes two cookies the same one, with another value."""


class BrowserSide:
    """Writes browsers of one play."""

    def __init__(self, pen: Pen, registry: Registry) -> None:
        self.pen = pen
        self.registry = registry
        self._cookies: dict[Cookie, form.Cookie] = {}
        self._at_rest: dict[tuple[Device, int], form.Browser] = {}

    def browser(self, before: World, after: World, name: str) -> form.Browser:
        """One browser with what changed in it."""
        was, now = before.device(name), after.device(name)
        if was != now:
            return self._browser(was, now, after)
        shown = self._at_rest.get((now, after.clock))
        if shown is None:
            shown = self._at_rest[now, after.clock] = self._browser(now, now, after)
        return shown

    def _browser(self, was: Device, now: Device, after: World) -> form.Browser:
        jar, jar_removed = self._jar(was.jar, now.jar)
        kept, kept_removed = self._kept(now, was)
        return form.Browser(
            name=now.name,
            jar=jar,
            jar_removed=jar_removed,
            storage=kept,
            storage_removed=kept_removed,
            document_cookie=self._document_cookie(now, after),
            page=None if now.page is None else now.page.url.text,
            content=None if now.page is None else now.page.content,
            page_tokens=tuple(map(self.pen.text, now.page_tokens)),
        )

    def _jar(self, was: Jar, now: Jar) -> tuple[tuple[form.Cookie, ...], tuple[form.Cookie, ...]]:
        if was == now:
            return tuple(map(self.cookie, now)), ()
        old = {_place(cookie): cookie for cookie in was}
        shown = tuple(self._marked(cookie, old.get(_place(cookie))) for cookie in now)
        places = {_place(cookie) for cookie in now}
        return shown, tuple(self.cookie(cookie) for cookie in was if _place(cookie) not in places)

    def _marked(self, cookie: Cookie, old: Cookie | None) -> form.Cookie:
        change = "added" if old is None else "changed" if _differs(old, cookie) else ""
        plain = self.cookie(cookie)
        return replace(plain, change=change) if change else plain

    def cookie(self, cookie: Cookie) -> form.Cookie:
        """A cookie with all its attributes."""
        known = self._cookies.get(cookie)
        if known is None:
            known = self._cookies[cookie] = self._cookie(cookie)
        return known

    def _cookie(self, cookie: Cookie) -> form.Cookie:
        value = self.pen.text(cookie.value)
        return form.Cookie(
            name=cookie.name,
            value=value,
            token=self.registry.name(cookie.value),
            domain=cookie.domain,
            host_only=cookie.host_only,
            path=cookie.path,
            secure=cookie.secure,
            http_only=cookie.http_only,
            same_site=cookie.same_site,
            expires=until(cookie.expiry),
            created=int(cookie.creation),
            last_access=int(cookie.last_access),
            octets=len(cookie.name) + len(value),
            line=_line(cookie, value),
        )

    def _kept(self, now: Device, was: Device) -> tuple[tuple[form.Kept, ...], tuple[form.Kept, ...]]:
        kept = self._kept_in(now)
        if (now.kept, now.kept_refresh) == (was.kept, was.kept_refresh):
            return kept, ()
        old = {one.use: one for one in self._kept_in(was)}
        gone = tuple(one for use, one in old.items() if use not in {new.use for new in kept})
        return tuple(replace(one, change=_change(old.get(one.use), one)) for one in kept), gone

    def _kept_in(self, device: Device) -> tuple[form.Kept, ...]:
        """The credential, and the refresh token beside it, as the page's script keeps them."""
        values = (("credential", device.kept), ("refresh", device.kept_refresh))
        return tuple(
            form.Kept(device.kept_in or "", self.pen.text(value), self.registry.name(value), use=use)
            for use, value in values
            if value is not None
        )

    def _document_cookie(self, device: Device, world: World) -> str | None:
        if device.page is None:
            return None
        if not device.jar:
            return ""
        context = script_contexts(device.page.url, world.policy)[0]
        seen = sent_only(device.jar, context, world.policy, world.clock)
        return "; ".join(f"{cookie.name}={self.pen.text(cookie.value)}" for cookie in seen)

    def sent(self, fates: Fates) -> tuple[form.Sent, ...]:
        """The cookies that went."""
        return tuple(
            form.Sent(cookie.name, self.pen.text(cookie.value), self.registry.name(cookie.value))
            for cookie in fates.sent
        )

    def withheld(self, fates: Fates) -> tuple[form.Withheld, ...]:
        """The cookies that did not go."""
        return tuple(
            form.Withheld(
                one.cookie.name,
                self.pen.text(one.cookie.value),
                self.registry.name(one.cookie.value),
                tuple(self._withheld_because(reason) for reason in one.reasons),
            )
            for one in fates.withheld
        )

    def _withheld_because(self, reason: Reason) -> form.Reason:
        return form.Reason(reason.code, cookie_words.withheld(reason, self.pen.language), reason.source)

    def stored(self, taken: Taken) -> form.Stored:
        """A cookie that was taken."""
        cookie = self.cookie(taken.cookie)
        text = self.pen.say(f"jar.{taken.effect}", name=cookie.name)
        return form.Stored(cookie.name, cookie.value, cookie.token, taken.effect, text, cookie)

    def refused(self, turned_away: TurnedAway) -> form.Refused:
        """A cookie that was not taken."""
        cookie = self.cookie(turned_away.cookie)
        reasons = tuple(
            form.Reason(reason.code, cookie_words.refused(reason, self.pen.language), reason.source)
            for reason in turned_away.reasons
        )
        return form.Refused(cookie.name, cookie.value, cookie.token, reasons, cookie)


def _change(old: form.Kept | None, new: form.Kept) -> str:
    if old is None:
        return "added"
    return "" if old == new else "changed"


def _place(cookie: Cookie) -> tuple[object, ...]:
    return tuple(getattr(cookie, field) for field in PLACE)


def _differs(one: Cookie, other: Cookie) -> bool:
    """Whether more differs than the time of the last use."""
    return replace(one, last_access=0, creation=0) != replace(other, last_access=0, creation=0)


def _line(cookie: Cookie, value: str) -> str:
    """The cookie as a Set-Cookie line would say it."""
    end = until(cookie.expiry)
    parsed = compose(
        cookie.name,
        value,
        path=cookie.path,
        domain=None if cookie.host_only else cookie.domain,
        max_age=None if end is None else max(0, end - int(cookie.creation)),
        http_only=cookie.http_only,
        secure=cookie.secure,
        same_site=cookie.same_site,
        partitioned=cookie.partitioned,
    )
    return set_cookie_line(parsed)
