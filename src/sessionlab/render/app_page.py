"""The pages of the real application: plain HTML that a person uses with the browser's developer tools open.

Everything that stands in a page is escaped; there is no script in it but the one file that is served beside it.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from importlib import resources

from sessionlab.design.change import difference
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB
from sessionlab.design.switch import written
from sessionlab.engine.csrf import TOKEN_FIELD, header_if_used
from sessionlab.engine.durations import ABSOLUTE_LIMIT, IDLE_LIMIT
from sessionlab.http.message import Request, Response
from sessionlab.render.words import say
from sessionlab.servers.state import PASSWORDS
from sessionlab.world.own_page import PAGES

SCRIPT, STYLE = "/session-lab.js", "/session-lab.css"
BUTTONS = (
    ("get", "/me", "me", ()),
    ("post", "/action", "action", ()),
    ("post", "/action", "admin", (("kind", "admin"),)),
    ("get", "/cart", "cart", ()),
    ("post", "/slow/write", "slow", ()),
    ("post", "/logout", "logout", ()),
)
"""What can be done at the press of a button: method, path, name of the sentence on it, fields."""


class AppPages:
    """The pages of one design. `findings`: how many serious findings it has."""

    def __init__(self, design: Design, findings: int = 0) -> None:
        self._design = design
        self._findings = findings
        self._files = {
            SCRIPT: ("text/javascript; charset=utf-8", _file("session-lab.js")),
            STYLE: ("text/css; charset=utf-8", _file("session-lab.css")),
        }

    @property
    def files(self) -> Mapping[str, tuple[str, bytes]]:
        """Script and style, by path."""
        return self._files

    def html(self, request: Request, response: Response, content: bytes) -> str:
        """The page for a response, with the JSON that says the same."""
        told = json.loads(content)
        usable = response.content in PAGES
        parts = [
            _who(told["user"]),
            *(self._controls(told) if usable else (_line("app_page.back", "/"),)),
            f"<h2>{_say('app_page.told')}</h2>",
            f'<pre id="told" aria-live="polite">{_written(request, response, content)}</pre>',
            *(self._about() if usable else ()),
        ]
        script = f'<script src="{SCRIPT}" defer></script>' if usable else ""
        return (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{_say("app_page.title")}</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
            f'<link rel="stylesheet" href="{STYLE}">{script}</head>\n<body{self._data(told, response)}>\n'
            f"<h1>{_say('app_page.title')}</h1>\n" + "\n".join(parts) + "\n</body></html>\n"
        )

    def _data(self, told: Mapping[str, object], response: Response) -> str:
        """What the page's script must know of the design, and the credential that the page brings it."""
        design = self._design
        data = {
            "content": response.content,
            "transport": design.credential_transport,
            "storage": design.client_storage,
            "own-header": header_if_used(design.csrf_defence),
            "idle": IDLE_LIMIT if design.idle_timeout == "client_side" else None,
            "absolute": ABSOLUTE_LIMIT if design.absolute_timeout == "client_side" else None,
            "form-token": told["form_token"],
            "token": told["token"],
        }
        return "".join(f' data-{name}="{_safe(value)}"' for name, value in data.items() if value is not None)

    def _controls(self, told: Mapping[str, object]) -> tuple[str, ...]:
        token = told["form_token"]
        hidden = f'<input type="hidden" name="{TOKEN_FIELD}" value="{_safe(token)}">' if token is not None else ""
        buttons = [
            f'<form method="{method}" action="{path}">{hidden if method == "post" else ""}{_hidden(fields)}'
            f"<button>{_say(f'app_page.button.{name}')}</button></form>"
            for method, path, name, fields in BUTTONS
        ]
        return (
            f"<h2>{_say('app_page.login')}</h2>",
            _login_form(hidden),
            _users(),
            f"<h2>{_say('app_page.do')}</h2>",
            *buttons,
            _password_form(hidden),
        )

    def _about(self) -> tuple[str, ...]:
        changes = difference(SEED_LAB, self._design)
        rows = "".join(f"<li><code>{_safe(each.switch)}={_safe(written(each.new))}</code></li>" for each in changes)
        weak = f'<p class="weak">{_say("app_page.weak", count=self._findings)}</p>' if self._findings else ""
        looks = "".join(
            f"<li>{_say(f'app_page.look_at.{name}')}</li>" for name in ("network", "application", "console")
        )
        return (
            weak,
            f"<h2>{_say('app_page.look')}</h2><ul>{looks}</ul>",
            f"<h2>{_say('app_page.design')}</h2>"
            + (f"<ul>{rows}</ul>" if rows else f"<p>{_say('app_page.design_plain')}</p>"),
        )


def _file(name: str) -> bytes:
    return resources.files("sessionlab.render").joinpath("app", name).read_bytes()


def _safe(value: object) -> str:
    return html.escape(str(value))


def _say(name: str, **details: object) -> str:
    return _safe(say(name, **details))


def _who(user: object) -> str:
    return f"<p>{_say('app_page.nobody') if user is None else _say('app_page.somebody', user=user)}</p>"


def _line(name: str, path: str) -> str:
    return f'<p><a href="{path}">{_say(name)}</a></p>'


def _login_form(hidden: str) -> str:
    name, word = PASSWORDS[0]
    return (
        f'<form class="wide" method="post" action="/login">{hidden}'
        f'<label>{_say("app_page.user")} <input name="user" autocomplete="username" value="{_safe(name)}"></label>'
        f'<label>{_say("app_page.password")} <input name="password" autocomplete="off" value="{_safe(word)}"></label>'
        f"<button>{_say('app_page.button.login')}</button></form>"
    )


def _password_form(hidden: str) -> str:
    return (
        f'<form class="wide" method="post" action="/password">{hidden}<label>{_say("app_page.new_password")} '
        f'<input name="new_password" autocomplete="off" required></label>'
        f"<button>{_say('app_page.button.password')}</button></form>"
    )


def _users() -> str:
    rows = "".join(f"<tr><td>{_safe(name)}</td><td>{_safe(word)}</td></tr>" for name, word in PASSWORDS)
    return f"<table><tr><th>{_say('app_page.user')}</th><th>{_say('app_page.password')}</th></tr>{rows}</table>"


def _hidden(fields: tuple[tuple[str, str], ...]) -> str:
    return "".join(f'<input type="hidden" name="{_safe(name)}" value="{_safe(value)}">' for name, value in fields)


def _written(request: Request, response: Response, content: bytes) -> str:
    told = json.dumps(json.loads(content), indent=2, ensure_ascii=False)
    return _safe(f"{request.method} {request.url.path}\n{response.status} {told}")
