from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from sessionlab.design.space import design_from
from sessionlab.http.raw import FORM, RawRequest, RawResponse
from sessionlab.render.app_page import SCRIPT, AppPages
from sessionlab.servers import asgi
from sessionlab.servers.asgi import Asgi, Balancer, application
from sessionlab.servers.in_process import call
from sessionlab.servers.reading import MOST_BODY_OCTETS

HOST = ("Host", "localhost:8800")
HTML = ("Accept", "text/html,application/xhtml+xml")
LOGIN = b"user=marko%40example.test&password=correct+horse"


def ask(app: Asgi, method: str, target: str, *headers: tuple[str, str], body: bytes = b"") -> RawResponse:
    return asyncio.run(call(app, RawRequest(method, "http", target, (HOST, *headers), body)))


def paged(**choices: object) -> Balancer:
    design = design_from(choices)
    return application(design, pages=AppPages(design))


def test_a_login_hands_out_a_cookie_that_is_good_for_the_next_request():
    app = application(design_from({}))
    response = ask(app, "POST", "/login", ("Content-Type", FORM), body=LOGIN)
    (line,) = response.all("Set-Cookie")
    assert line.endswith("; Path=/; HttpOnly; Secure; SameSite=Lax")
    me = ask(app, "GET", "/me", ("Cookie", line.partition(";")[0]))
    assert json.loads(me.body)["user"] == "marko@example.test"


def test_who_asks_for_html_gets_a_page_and_a_script_gets_json():
    app = paged()
    assert ask(app, "GET", "/", HTML).all("content-type") == ("text/html; charset=utf-8",)
    assert ask(app, "GET", "/").all("content-type") == ("application/json",)


def test_the_pages_files_are_served_without_asking_the_logic():
    told: list[Any] = []
    design = design_from({})
    app = application(design, pages=AppPages(design), listener=lambda *about: told.append(about))
    assert ask(app, "GET", SCRIPT).status == 200
    assert told == []
    ask(app, "GET", "/")
    assert len(told) == 1


def test_every_response_forbids_scripts_that_are_not_the_applications_own():
    for target in ("/", SCRIPT, "/nowhere"):
        (policy,) = ask(paged(), "GET", target, HTML).all("content-security-policy")
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("weak", [True, False])
def test_a_weak_design_says_so_in_every_response(weak: bool):
    app = application(design_from({}), weak=weak)
    expected = ("deliberately-weak",) if weak else ()
    assert ask(app, "GET", "/").all("x-session-lab") == expected
    assert ask(app, "GET", "/nowhere").all("x-session-lab") == expected


def test_an_unknown_path_is_not_found():
    assert ask(application(design_from({})), "GET", "/nowhere").status == 404


def test_a_body_that_is_too_large_is_not_read():
    response = ask(application(design_from({})), "POST", "/login", body=b"x" * (MOST_BODY_OCTETS + 1))
    assert response.status == 413


def test_a_request_without_a_host_is_refused():
    app = application(design_from({}))
    assert asyncio.run(call(app, RawRequest("GET", "http", "/", (("Host", "a b"),)))).status == 400


def test_a_slow_request_waits_only_a_short_time(monkeypatch):
    monkeypatch.setattr(asgi, "PAUSE_SECONDS", 0.01)
    app = application(design_from({}))
    (line,) = ask(app, "POST", "/login", ("Content-Type", FORM), body=LOGIN).all("Set-Cookie")
    assert ask(app, "POST", "/slow/write", ("Cookie", line.partition(";")[0])).status == 200


def test_the_servers_start_and_end_are_acknowledged():
    asked = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return next(asked)

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    asyncio.run(application(design_from({}))({"type": "lifespan"}, receive, send))
    assert [message["type"] for message in told] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_a_websocket_is_closed():
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    asyncio.run(application(design_from({}))({"type": "websocket"}, receive, send))
    assert told == [{"type": "websocket.close"}]
