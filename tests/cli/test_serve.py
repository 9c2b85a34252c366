"""`session-lab serve`, and `session-lab` alone: the lab as a web page."""

from __future__ import annotations

import os
import re
import signal
import sys
import urllib.request
from typing import Any

import pytest

from sessionlab.cli.main import main
from tests.running import running


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, bool]]:
    """What would have been served."""
    asked: list[tuple[str, int, bool]] = []

    def note(host: str, port: int, *, announce: Any, show: bool) -> None:
        asked.append((host, port, show))
        announce("http://127.0.0.1:8765/")

    monkeypatch.setattr("sessionlab.web.serve.serve", note)
    return asked


def run(*arguments: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return ended.value.code


def test_the_bare_command_opens_the_page(served: list[tuple[str, int, bool]], capsys: pytest.CaptureFixture[str]):
    assert run() == 0
    assert served == [("127.0.0.1", 8765, True)]
    assert capsys.readouterr().out == "Session Lab is at http://127.0.0.1:8765/ (Ctrl-C ends it).\n"


def test_port_and_host_can_be_said(served: list[tuple[str, int, bool]], capsys: pytest.CaptureFixture[str]):
    assert run("serve", "--port", "9000", "--host", "0.0.0.0", "--no-open") == 0
    assert served == [("0.0.0.0", 9000, False)]
    assert "Everybody who can reach 0.0.0.0" in capsys.readouterr().err


def test_on_this_machine_alone_there_is_nothing_to_warn_of(
    served: list[tuple[str, int, bool]], capsys: pytest.CaptureFixture[str]
):
    assert run("serve", "--host", "localhost") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_it_serves_until_it_is_interrupted():
    program = "from sessionlab.cli.main import main; main(['serve', '--port', '0', '--no-open'])"
    start = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with running(start, environment) as lab:
        assert lab.stdout is not None
        assert lab.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", lab.stdout.readline())
        assert found is not None
        with urllib.request.urlopen(found[0], timeout=5) as answer:
            assert b"Session Lab" in answer.read()
        lab.send_signal(signal.SIGINT)
        assert lab.wait(10) in (0, 130)
        assert "Traceback" not in lab.stderr.read()
