"""What every answer carries, and which requests are let through."""

from __future__ import annotations

import pytest

from sessionlab.web.guard import is_meant
from tests.web.asking import ask


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/api/model", "/nothing", "/api/play"])
def test_every_answer_is_guarded(path: str):
    headers = ask("GET", path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host", ["evil.test", "evil.test:8765", "127.0.0.1.evil.test", "localhost.evil.test", "", "10.0.0.1"]
)
def test_a_name_that_was_made_to_lead_here_learns_nothing(host: str):
    answer = ask("GET", "/", headers={"host": host})
    assert answer.status == 421
    assert answer.json["code"] == "wrong_host"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:9000", "LOCALHOST", "[::1]:8765", "127.0.0.1"])
def test_this_machine_s_own_names_are_answered(host: str):
    assert ask("GET", "/", headers={"host": host}).status == 200


@pytest.mark.parametrize(
    ("asked", "listening", "meant"),
    [
        ("192.0.2.7:8765", "0.0.0.0", True),
        ("[2001:db8::7]:8765", "::", True),
        ("lab.example", "0.0.0.0", False),
        ("lab.example:8765", "lab.example", True),
        ("evil.test", "lab.example", False),
        ("localhost", "0.0.0.0", True),
    ],
)
def test_where_it_listens_further_addresses_and_its_own_name_count(asked: str, listening: str, meant: bool):
    assert is_meant(asked, listening) is meant
