"""The browsers' side of a trace: cookies, what became of them, and what each browser holds."""

from __future__ import annotations

from sessionlab.value import Value


class Reason(Value):
    """One reason against storing or sending a cookie."""

    code: str
    text: str
    source: str


class Cookie(Value):
    """A cookie with all its attributes. `line`: as a Set-Cookie line would say it.

    `change`: "", "added" or "changed" in this exchange. `expires`: null with the browser session. `octets`: of name and
    value. `token`: the id of the credential that it carries.
    """

    name: str
    value: str
    token: str | None
    domain: str
    host_only: bool
    path: str
    secure: bool
    http_only: bool
    same_site: str
    expires: int | None
    created: int
    last_access: int
    octets: int
    line: str
    change: str = ""


class Sent(Value):
    """A cookie that went with the request."""

    cookie: str
    value: str
    token: str | None


class Withheld(Value):
    """A cookie that the browser has and did not send, with every reason."""

    cookie: str
    value: str
    token: str | None
    reasons: tuple[Reason, ...]


class Stored(Value):
    """A cookie that the browser took. `effect`: added, replaced, deleted or nothing_to_delete."""

    cookie: str
    value: str
    token: str | None
    effect: str
    effect_text: str
    attributes: Cookie


class Refused(Value):
    """A cookie that the browser did not take, with every reason."""

    cookie: str
    value: str
    token: str | None
    reasons: tuple[Reason, ...]
    attributes: Cookie


class Kept(Value):
    """What the page's script keeps: in which storage. `use`: credential, or refresh."""

    storage: str
    value: str
    token: str | None
    change: str = ""
    use: str = "credential"


class Browser(Value):
    """One browser. `document_cookie`: what a script in its page reads there; null without a page.

    `page_tokens`: tokens for another API that its page holds.
    """

    name: str
    jar: tuple[Cookie, ...]
    jar_removed: tuple[Cookie, ...]
    storage: tuple[Kept, ...]
    storage_removed: tuple[Kept, ...]
    document_cookie: str | None
    page: str | None
    content: str | None
    page_tokens: tuple[str, ...] = ()
