"""One exchange of a trace."""

from __future__ import annotations

from sessionlab.render.form.browser import Browser, Cookie, Refused, Sent, Stored, Withheld
from sessionlab.render.form.server import (
    Account,
    Auth,
    Deed,
    Denied,
    Entry,
    Key,
    Provider,
    Refresh,
    Remembered,
    Step,
    UsedId,
)
from sessionlab.value import Value


class Request(Value):
    """A request as it was written. `kind`: how it came about (visit, link, fetch, ...). `by_tool`: not by a browser.

    `tls_key`: whose key was proven in the TLS handshake, where the design asks for one.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    text: str
    kind: str
    initiator: str | None
    by_tool: bool
    encrypted: bool
    tls_key: str = ""


class Response(Value):
    """A response as it was written."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: str
    text: str
    content: str


class Known(Value):
    """A value that the attacker knows. `change`: "added" in the exchange in which it became known.

    `user`: as whom the server would now answer her for it. `usable`: whether it could be shown to a server at all.
    """

    token: str
    text: str
    change: str = ""
    user: str | None = None
    usable: bool = True


class Live(Value):
    """A credential that the server would answer as `user` at this moment."""

    id: str
    user: str


class State(Value):
    """How the victim's browser and the server stand to each other."""

    code: str
    name: str
    text: str
    here: str
    elsewhere: str


class Finding(Value):
    """Something to be warned of."""

    code: str
    severity: str
    text: str
    source: str


class Exchange(Value):
    """One request and everything that came of it; or an act without a request (`request` is null).

    `jar` is that of the browser which this is about, `browser`; all three are in `browsers`. `action_number`: which of
    the trace's actions this belongs to; `part`, `parts`: which of its requests it is. `clock`: seconds since 1970.
    `waits`: the server has not answered yet. `listening`: somebody was there to answer. `instance`: which one
    served it, where there are two. `slow`: by how many seconds the server's clock is behind; `outage`: the list of
    refused tokens cannot be asked. `logged_addresses`, `logged_headers`, `cached`: credentials that logs and a
    shared cache may hold. `served_by`: the instance, `application` where there is one, `provider` or `attackers_host`.
    `keys`, `used_ids`: what the server keeps of programs; `provider`: the identity provider's memory.
    """

    number: int
    action_number: int
    action: str
    actor: str
    verb: str
    title: str
    part: int
    parts: int
    browser: str
    clock: int
    time: str
    request: Request | None
    steps: tuple[Step, ...]
    look_ups: int
    response: Response | None
    listening: bool
    waits: bool
    sent: tuple[Sent, ...]
    withheld: tuple[Withheld, ...]
    stored: tuple[Stored, ...]
    refused: tuple[Refused, ...]
    jar: tuple[Cookie, ...]
    jar_removed: tuple[Cookie, ...]
    store: tuple[Entry, ...]
    store_removed: tuple[Entry, ...]
    denied: tuple[Denied, ...]
    accounts: tuple[Account, ...]
    deeds: tuple[Deed, ...]
    browsers: tuple[Browser, ...]
    attacker_knows: tuple[Known, ...]
    live: tuple[Live, ...]
    auth: Auth
    state: str
    standing: State
    findings: tuple[Finding, ...]
    instance: str = ""
    refresh: tuple[Refresh, ...] = ()
    remembered: tuple[Remembered, ...] = ()
    slow: int = 0
    outage: bool = False
    logged_addresses: tuple[str, ...] = ()
    logged_headers: tuple[str, ...] = ()
    cached: tuple[str, ...] = ()
    served_by: str = ""
    keys: tuple[Key, ...] = ()
    used_ids: tuple[UsedId, ...] = ()
    provider: Provider = Provider()
