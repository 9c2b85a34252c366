"""The three places of an exchange: the browser, the wire, the server. Each is a list of lines."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sessionlab.render import form
from sessionlab.render.cookie_words import duration
from sessionlab.render.words import say
from sessionlab.terminal.ink import Ink
from sessionlab.terminal.lines import Line

SHOWN = ("cookie", "authorization", "x-session-token", "x-csrf-token", "x-requested-with", "set-cookie", "location")
ALSO_SHOWN = (
    "clear-site-data",
    "strict-transport-security",
    "allow",
    "cache-control",
    "content-security-policy",
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "referrer-policy",
    "upgrade",
    "user-agent",
    "dpop",
    "content-digest",
    "signature-input",
    "signature",
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "webhook-from",
    "x-client-cert",
    "accept",
)
OF_PROGRAMS = ("os_keystore", "file", "environment_variable")
"""Places where no page's script keeps anything."""
CHANGE = {"added": ("+", "bold green"), "changed": ("~", "bold yellow"), "": (" ", "")}
GONE = ("−", "bold red")
MINOR = ("now.read", "touch.done", "new_jti.made", "count_sessions.counted")
"""Steps that are no part of the argument: written, but quietly."""


def browser_side(exchange: form.Exchange, ink: Ink) -> Iterable[Line]:
    """What the browser keeps, and what changed there; then what the attacker holds."""
    browser = next(one for one in exchange.browsers if one.name == exchange.browser)
    yield heading(say(f"play.browser_of_{browser.name}"), ink)
    yield from _jar(browser, ink)
    for kept in browser.storage:
        own = "play.storage_of_program" if kept.storage in OF_PROGRAMS else "play.storage"
        code = "play.kept_refresh" if kept.use == "refresh" else own
        yield dim(say(code, storage=kept.storage), ink)
        yield _changed(kept.change, ink.write(kept.value), ink)
    for kept in browser.storage_removed:
        yield Line(ink.write(kept.value), ink.plain(GONE[0]), GONE[1])
    if browser.page_tokens:
        yield dim(say("play.page_tokens"), ink)
    for token in browser.page_tokens:
        yield Line(ink.write(token))
    if exchange.attacker_knows:
        yield Line(ink.write(""))
        yield heading(say("play.attacker_holds"), ink)
        for known in exchange.attacker_knows:
            yield _known(known, ink)


def _jar(browser: form.Browser, ink: Ink) -> Iterable[Line]:
    if not browser.jar and not browser.jar_removed:
        yield dim(say("play.jar_empty"), ink)
        return
    yield dim(say("play.jar"), ink)
    for cookie in browser.jar:
        yield _changed(cookie.change, ink.write(f"{cookie.name}={cookie.value}"), ink)
        if cookie.change:
            yield Line(ink.write(attributes(cookie), "dim"), indent=4)
    for cookie in browser.jar_removed:
        yield Line(ink.write(f"{cookie.name}={cookie.value}"), ink.plain(GONE[0]), GONE[1])
    if any(cookie.change for cookie in browser.jar) and browser.document_cookie is not None:
        seen = say("play.scripts_see", text=browser.document_cookie)
        yield dim(seen if browser.document_cookie else say("play.scripts_see_nothing"), ink)


def attributes(cookie: form.Cookie) -> str:
    """The attributes of a cookie as its Set-Cookie line has them."""
    return cookie.line.partition("; ")[2]


def _known(known: form.Known, ink: Ink) -> Line:
    """The worth of a copy is shown as soon as there is one: it is what the play is about."""
    text = ink.credential(known.token) if known.token else ink.write(known.text)
    if not known.usable:
        return _changed(known.change, text, ink)
    verdict = say("play.works_not") if known.user is None else say("play.works", user=known.user)
    return _changed(known.change, text.append(f"  {verdict}", style="dim"), ink)


def wire_side(exchange: form.Exchange, ink: Ink) -> Iterable[Line]:
    """What crosses the wire, and what the browser kept back or did not take."""
    yield heading(say("play.column_wire"), ink)
    if exchange.request is None:
        yield dim(say("play.nothing_on_wire"), ink)
    else:
        yield from _request(exchange.request, ink)
    for withheld in exchange.withheld:
        yield from _against("withheld", withheld.cookie, withheld.reasons, ink)
    if exchange.response is not None:
        yield Line(ink.write(""))
        yield from _response(exchange.response, ink)
    elif exchange.request is not None:
        yield dim(say("play.waits" if exchange.listening else "play.nobody_listens"), ink)
    for refused in exchange.refused:
        yield from _against("refused", refused.cookie, refused.reasons, ink)


def _request(request: form.Request, ink: Ink) -> Iterable[Line]:
    parts = urlsplit(request.url)
    target = request.url.removeprefix(f"{parts.scheme}://{parts.netloc}")
    yield Line(ink.write(f"{request.method} {target}", "bold"), ink.plain("→"), "bold")
    yield Line(ink.write(f"{parts.scheme}://{parts.netloc}", "dim" if request.encrypted else "red"), indent=2)
    yield from _headers(request.headers, ink)
    if request.body:
        yield Line(ink.write(request.body, "dim"), indent=2)
    if request.tls_key:
        yield Line(ink.write(say("play.tls_key", name=request.tls_key), "dim"), indent=2)
    if request.kind == "program":
        yield Line(ink.write(say("play.by_program"), "dim italic"), indent=2)
    elif request.by_tool:
        yield Line(ink.write(say("play.by_tool"), "dim italic"), indent=2)
    elif request.initiator is not None and urlsplit(request.initiator).netloc != parts.netloc:
        host = urlsplit(request.initiator).netloc
        yield Line(ink.write(say("play.caused_by", origin=host), "italic"), indent=2)
    if not ink.has_credential(request.text) and parts.path != "/login":
        yield Line(ink.write(say("play.no_credential"), "dim italic"), indent=2)


def _response(response: form.Response, ink: Ink) -> Iterable[Line]:
    yield Line(ink.write(f"{response.status} {response.reason}", "bold"), ink.plain("←"), "bold")
    yield from _headers(response.headers, ink)
    if response.body.startswith("{"):
        yield Line(ink.write(response.body), indent=2)


def _headers(headers: tuple[tuple[str, str], ...], ink: Ink) -> Iterable[Line]:
    for name, value in headers:
        if name.lower() in (*SHOWN, *ALSO_SHOWN):
            yield Line(ink.write(f"{name}: {value}"), indent=2)


def _against(what: str, cookie: str, reasons: tuple[form.Reason, ...], ink: Ink) -> Iterable[Line]:
    for reason in reasons:
        text = ink.write(say(f"play.{what}", cookie=cookie, why=reason.text))
        yield Line(text.append(" " + say("play.source", source=reason.source), style="dim"), ink.plain("✗"), "bold red")


def server_side(exchange: form.Exchange, ink: Ink, decisive: str | None = None) -> Iterable[Line]:
    """What the server asks and decides. `decisive`: the step that decided the play, if it is one of these."""
    yield heading(say("play.column_server"), ink)
    for step in exchange.steps:
        yield _step(step, step.code == decisive, ink)
    if exchange.request is not None and exchange.listening:
        yield _answered(exchange, ink)


def _step(step: form.Step, decided: bool, ink: Ink) -> Line:
    if decided:
        return Line(ink.write(step.text, "bold"), ink.plain("▶"), "bold red")
    return Line(ink.write(step.text, "dim" if step.code in MINOR else ""), ink.plain("·"), "dim")


def store_side(exchange: form.Exchange, ink: Ink, keeps_sessions: bool) -> Iterable[Line]:
    """What the server keeps."""
    if exchange.request is not None:
        yield Line(ink.write(""))
    yield from _store(exchange, ink, keeps_sessions)
    yield from _other_tables(exchange, ink)
    for account in exchange.accounts:
        if account.change:
            yield _changed(account.change, ink.write(_account(account)), ink)


def _answered(exchange: form.Exchange, ink: Ink) -> Line:
    auth = exchange.auth
    text = ink.write(auth.word, "bold green" if auth.user else "bold")
    text.append_text(ink.write(f"  {auth.text} "))
    code = "one_look_up" if exchange.look_ups == 1 else "look_ups"
    return Line(text.append(say(f"play.{code}", count=exchange.look_ups), style="dim"), "=", "bold")


def _store(exchange: form.Exchange, ink: Ink, keeps_sessions: bool) -> Iterable[Line]:
    if exchange.store or exchange.store_removed:
        yield dim(say("play.store"), ink)
    else:
        yield dim(say("play.store_empty" if keeps_sessions else "play.no_store"), ink)
    for entry in exchange.store:
        yield _changed(entry.change, ink.write(entry.text), ink)
        if entry.known_on or entry.unknown_on:
            yield Line(ink.write(_whereabouts(entry), "dim"), indent=4)
    for entry in exchange.store_removed:
        yield Line(ink.write(entry.text), ink.plain(GONE[0]), GONE[1])
    for denied in exchange.denied:
        yield _changed(denied.change, ink.write(say("play.denylist", jti=denied.jti)), ink)


def _whereabouts(entry: form.Entry) -> str:
    """Which instances know a record, and which do not."""
    known, unknown = ", ".join(entry.known_on), ", ".join(entry.unknown_on)
    if entry.late:
        return say("play.late_replica", known=known)
    if not unknown:
        return say("play.known_on_all", known=known)
    return say("play.known_on", known=known, unknown=unknown) if known else say("play.known_nowhere")


def _other_tables(exchange: form.Exchange, ink: Ink) -> Iterable[Line]:
    """What else the server keeps, and what is wrong with it; then what others keep of its messages."""
    if exchange.refresh:
        yield dim(say("play.refresh_tokens"), ink)
    for token in exchange.refresh:
        state = say(f"play.refresh_state_of.{token.state}")
        text = say("play.refresh_state", value=token.text, user=token.user, state=state)
        yield _changed(token.change, ink.write(text), ink)
    if exchange.remembered:
        yield dim(say("play.remembered_logins"), ink)
    for login in exchange.remembered:
        yield _changed(login.change, ink.write(f"{login.text} → {login.user}"), ink)
    yield from _of_programs(exchange, ink)
    if exchange.outage:
        yield Line(ink.write(say("play.outage")), "!", "bold yellow")
    if exchange.slow:
        yield Line(ink.write(say("play.own_clock", time=duration(exchange.slow))), "!", "bold yellow")
    if exchange.logged_addresses or exchange.logged_headers:
        counts = {"count": len(exchange.logged_addresses), "raw": len(exchange.logged_headers)}
        yield dim(say("play.logs", **counts), ink)
    if exchange.cached:
        yield dim(say("play.cached", count=len(exchange.cached)), ink)


def _of_programs(exchange: form.Exchange, ink: Ink) -> Iterable[Line]:
    """Keys and used ids that the server keeps, and what the identity provider keeps."""
    if exchange.keys:
        yield dim(say("play.keys"), ink)
    for key in exchange.keys:
        yield _changed(key.change, ink.write(f"{key.text} → {key.user}"), ink)
    if exchange.used_ids:
        yield dim(say("play.used_ids"), ink)
    for used in exchange.used_ids:
        yield _changed(used.change, ink.write(f"{used.purpose} {used.id}"), ink)
    if exchange.provider.kept_tokens:
        yield dim(say("play.kept_tokens"), ink)
    for token in exchange.provider.kept_tokens:
        yield Line(ink.write(token))
    if exchange.provider.sessions:
        yield dim(say("play.provider_sessions"), ink)
    for session in exchange.provider.sessions:
        yield _changed(session.change, ink.write(f"{session.text} → {session.user}"), ink)


def _account(account: form.Account) -> str:
    enabled = "" if account.enabled else ", enabled=false"
    return f"{account.name}: role={account.role}, version={account.version}{enabled}"


def _changed(change: str, text: object, ink: Ink) -> Line:
    mark, style = CHANGE[change]
    return Line(text, ink.plain(mark), style)  # type: ignore[arg-type]


def heading(text: str, ink: Ink) -> Line:
    """The name of a place."""
    return Line(ink.write(text, "bold dim underline"))


def dim(text: str, ink: Ink) -> Line:
    """A line that only says what stands below it, or that nothing does."""
    return Line(ink.write(text, "dim"))
