"""One simulated exchange against the same exchange of an equivalent Flask application through its test client.

python bench/exchange.py      the same play in both, turn by turn in one run; the best of several rounds

The play is `visit, login, me, me, action, logout, me`, each time from the very beginning: nothing is kept from one
play to the next. The simulated exchange is `world.apply` alone, without drawing anything.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, Request, Response, render_template, request, session
from flask.sessions import SessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from jinja2 import DictLoader

from sessionlab.design.space import SEED_LAB
from sessionlab.servers.state import PASSWORDS
from sessionlab.world.action import Action
from sessionlab.world.apply import apply
from sessionlab.world.state import VICTIM, World

PLAY = ("visit", "login", "me", "me", "action", "logout", "me")
ROUNDS = 7
PLAYS_A_ROUND = 60
TARGET = 20

TEMPLATES = {
    "page.html": """<!doctype html><title>Session Lab</title><main>{% if user %}<p>You are {{ user }}.</p>
<form method=post action=/logout><button>Log out</button></form>{% else %}<form method=post action=/login>
<input name=user><input name=password type=password><button>Log in</button></form>{% endif %}</main>""",
    "told.html": """<!doctype html><title>Session Lab</title><main>
<p>{{ content }}{% if user %}: {{ user }}{% endif %}</p></main>""",
}


class Record(dict[str, Any], SessionMixin):
    """A session as Flask hands it to the views. `id`: what the cookie says, None for a fresh one."""

    id: str | None = None


class ServerSessions(SessionInterface):
    """Server-side sessions in memory, in the way that Flask provides for."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}

    def open_session(self, app: Flask, request: Request) -> Record:
        """The session that the request's cookie names, with its time of use noted; else an empty one."""
        id = request.cookies.get("session_id")
        found = self.records.get(id) if id else None
        if found is None:
            return Record()
        found["seen"] = time.time()
        record = Record(found)
        record.id = id
        return record

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write a session under a fresh id at login, delete it at logout."""
        assert isinstance(session, Record)
        if session.id is not None and not session:
            self.records.pop(session.id, None)
            response.delete_cookie("session_id", httponly=True, secure=True, samesite="Lax")
        elif session and session.get("fresh"):
            del session["fresh"]
            self.records.pop(session.id or "", None)
            id = secrets.token_hex(16)
            self.records[id] = {**session, "created": time.time(), "seen": time.time()}
            response.set_cookie("session_id", id, httponly=True, secure=True, samesite="Lax")


def flask_app() -> Flask:
    """A Flask application that does what the plain design does: server-side sessions, a fresh id at login."""
    app = Flask(__name__)
    app.jinja_loader = DictLoader(TEMPLATES)
    app.session_interface = ServerSessions()
    users = dict(PASSWORDS)

    def told(content: str, status: int = 200) -> ResponseReturnValue:
        return render_template("told.html", content=content, user=session.get("user")), status

    @app.get("/")
    def page() -> ResponseReturnValue:
        return render_template("page.html", user=session.get("user"))

    @app.post("/login")
    def login() -> ResponseReturnValue:
        name = request.form["user"]
        if users.get(name) != request.form["password"]:
            return told("login_failed", 401)
        session.update(user=name, fresh=True)
        return told("logged_in")

    @app.get("/me")
    def me() -> ResponseReturnValue:
        return told("me", 200 if "user" in session else 401)

    @app.post("/action")
    def action() -> ResponseReturnValue:
        return told("action_done") if "user" in session else told("action_refused", 401)

    @app.post("/logout")
    def logout() -> ResponseReturnValue:
        session.clear()
        return told("logged_out")

    return app


APP = flask_app()
REQUESTS = {
    "visit": ("GET", "/", None),
    "login": ("POST", "/login", {"user": PASSWORDS[0][0], "password": PASSWORDS[0][1]}),
    "me": ("GET", "/me", None),
    "action": ("POST", "/action", {}),
    "logout": ("POST", "/logout", {}),
}
STATUSES = (200, 200, 200, 200, 200, 200, 401)
ACTIONS = tuple(Action(verb, VICTIM) for verb in PLAY)


def play_with_flask() -> None:
    """The play in a fresh client."""
    client = APP.test_client()
    statuses = []
    for verb in PLAY:
        method, path, data = REQUESTS[verb]
        statuses.append(client.open(path, method=method, data=data, base_url="https://app.example.test").status_code)
    assert tuple(statuses) == STATUSES


def play_simulated() -> None:
    """The play in a fresh world."""
    world = World()
    statuses = []
    for action in ACTIONS:
        transition = apply(world, action, SEED_LAB)
        world = transition.world
        statuses += [exchange.response.status for exchange in transition.exchanges if exchange.response]
    assert tuple(statuses) == STATUSES


def seconds_an_exchange(play: Callable[[], None]) -> float:
    """How long one exchange of a play takes, over many plays."""
    begun = time.perf_counter()
    for _ in range(PLAYS_A_ROUND):
        play()
    return (time.perf_counter() - begun) / (PLAYS_A_ROUND * len(PLAY))


def main() -> None:
    """Measure both turn by turn and print the ratio."""
    flask, simulated = [], []
    for _ in range(ROUNDS):
        flask.append(seconds_an_exchange(play_with_flask))
        simulated.append(seconds_an_exchange(play_simulated))
    print(f"Flask, test client   {min(flask) * 1e6:8.1f} µs an exchange")
    print(f"simulated, apply     {min(simulated) * 1e6:8.1f} µs an exchange")
    print(f"ratio                {min(flask) / min(simulated):8.1f}   (aimed at: {TARGET} or more)")


if __name__ == "__main__":
    main()
