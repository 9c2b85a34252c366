"""`session-lab cookie` as a person or a script calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sessionlab.cli.main import main

DATA = Path(__file__).parent.parent / "conformance" / "cookies"
URL = ("--url", "https://app.example.test/login")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(("cookie", *arguments))
    output = capsys.readouterr()
    return int(left.value.code or 0), output.out, output.err


def written(folder: Path, content: object) -> str:
    file = folder / "cases.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(file)


def case(expected: str, **more) -> dict:
    steps = [
        {"op": "response", "url": "https://a.test/", "set_cookie": ["a=1", "b=2; SameSite=None"]},
        {"op": "request", "url": "https://a.test/", "expect_cookie": expected},
    ]
    return {"cases": [{"id": "one", "steps": steps, **more}]}


def typed(monkeypatch: pytest.MonkeyPatch, octets: bytes, terminal: bool = False) -> None:
    class Input:
        class buffer:  # noqa: N801 (the name that sys.stdin has)
            read = staticmethod(lambda: octets)

        isatty = staticmethod(lambda: terminal)

    monkeypatch.setattr("sys.stdin", Input)


def test_a_line_is_explained_with_or_without_the_name_of_the_field(capsys):
    for line in ("Set-Cookie: sid=1; HttpOnly", "set-cookie:sid=1; HttpOnly", "sid=1; HttpOnly"):
        code, out, err = run(capsys, "explain", line, *URL)
        assert (code, err) == (0, "")
        assert out.startswith("sid=1; HttpOnly\n")
        assert "Scripts cannot read it." in out
        assert "Stored." in out


def test_a_refused_line_says_why_with_the_source(capsys):
    out = " ".join(run(capsys, "explain", "sid=1; Domain=other.test", *URL)[1].split())
    assert "app.example.test may not set cookies for other.test" in out
    assert "[6265bis 5.7 step 10]" in out


def test_an_explanation_can_be_had_as_json_for_a_page_and_a_browser(capsys):
    arguments = ("explain", "sid=1; SameSite=Lax", *URL, "--from", "https://evil.test/", "--json")
    data = json.loads(run(capsys, *arguments)[1])
    assert (data["stored"], data["policy"], data["cookie"]["same_site"]) == (True, "chromium-156", "lax")
    image = next(row for row in data["requests"] if row["kind"] == "img")
    assert image["sent"] is False
    assert image["reasons"][0]["source"] == "6265bis 5.8.3 step 3"
    old = json.loads(run(capsys, *arguments, "--policy", "rfc6265")[1])
    assert next(row for row in old["requests"] if row["kind"] == "img")["sent"] is True


def test_a_header_dump_on_standard_input_may_hold_several_lines(capsys, monkeypatch):
    typed(monkeypatch, b"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2; Secure\r\n\r\nSet-Cookie: c=3")
    data = json.loads(run(capsys, "explain", *URL, "--json")[1])
    assert [one["line"] for one in data] == ["a=1", "b=2; Secure"]


@pytest.mark.parametrize(("octets", "terminal"), [(b"nothing\n", False), (b"\xff\x00", False), (b"", True)])
def test_without_any_line_one_is_asked_for(capsys, monkeypatch, octets, terminal):
    typed(monkeypatch, octets, terminal)
    code, _, err = run(capsys, "explain", *URL)
    assert code == 2
    assert "no Set-Cookie line" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "a=1"),
        ("explain", "a=1", "--url", "nowhere"),
        ("explain", "a=1", *URL, "--from", "nowhere"),
        ("explain", "a=1", *URL, "--policy", "chromium-165"),
        ("replay", "no-such-file.json"),
        ("replay", "."),
        ("replay", str(DATA / "wpt.json"), "--policy", "netscape"),
        ("eat",),
    ],
)
def test_a_mistake_is_answered_with_a_sentence_and_exit_code_2(capsys, arguments):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_file_that_passes_exits_with_0(capsys):
    code, out, _ = run(capsys, "replay", str(DATA / "http_state.json"), "--json")
    assert code == 0
    assert json.loads(out) == {"policy": "chromium-156", "cases": 222, "passed": 222, "failed": [], "skipped": []}


def test_a_difference_exits_with_1_and_says_why(capsys, tmp_path):
    file = written(tmp_path, case("a=1; b=2"))
    code, out, _ = run(capsys, "replay", file, "--json")
    assert code == 1
    (failed,) = json.loads(out)["failed"]
    assert (failed["id"], failed["step"], failed["expected"], failed["got"]) == ("one", 1, "a=1; b=2", "a=1")
    assert failed["why"] == "SameSite=None counts only together with Secure."


def test_the_outcome_can_be_read_without_json(capsys, tmp_path):
    code, out, _ = run(capsys, "replay", written(tmp_path, case("a=1; b=2")), "--policy", "strict-spec")
    assert code == 1
    assert "one, step 1: expected a=1; b=2, got a=1." in out
    assert "strict-spec: 0 of 1 cases pass, 1 fail, 0 skipped." in out


def test_an_unreliable_case_is_skipped_and_counted(capsys, tmp_path):
    code, out, _ = run(capsys, "replay", written(tmp_path, case("x=1", note="label unreliable")), "--json")
    data = json.loads(out)
    assert (code, data["cases"], data["passed"]) == (0, 1, 0)
    assert data["skipped"] == [{"id": "one", "why": "label unreliable"}]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"cases": 1}', {"cases": [{"id": "a", "steps": [{"op": "jump"}]}]}]
)
def test_a_bad_file_is_answered_with_what_would_be_right(capsys, tmp_path, content):
    code, out, err = run(capsys, "replay", written(tmp_path, content))
    assert (code, out) == (2, "")
    assert "docs/cookies.md" in err
