"""The way in: what it answers to mistakes, and with which exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sessionlab import __version__
from sessionlab.cli import main as way_in
from sessionlab.errors import Trouble
from tests.running import running

PROGRAM = str(Path(sys.executable).with_name("session-lab"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        way_in.main(arguments)
    output = capsys.readouterr()
    return int(left.value.code or 0), output.out, output.err


def test_the_installed_program_tells_its_version():
    outcome = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert outcome.stdout == f"session-lab {__version__}\n"


def test_it_explains_itself(capsys):
    code, out, err = run(capsys, "--help")
    assert (code, err) == (0, "")
    assert "switches" in out
    assert "nothing is sent" in " ".join(out.split())


def test_a_mistyped_command_is_answered_with_the_nearest_one(capsys):
    code, out, err = run(capsys, "swiches")
    assert (code, out) == (2, "")
    assert err.startswith("There is no command called 'swiches'. Known: switches")


def test_a_command_like_none_is_answered_with_all(capsys):
    code, _, err = run(capsys, "%%%")
    assert code == 2
    assert "doctor" in err


def test_a_mistyped_option_is_answered_with_the_nearest_one(capsys):
    code, _, err = run(capsys, "doctor", "--jsn")
    assert code == 2
    assert "Did you mean '--json'?" in err
    assert "`session-lab doctor --help`" in err


def test_a_wrong_value_of_an_option_is_answered_in_two_sentences(capsys):
    code, _, err = run(capsys, "switches", "--tier", "9")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert "9 is not in the range" in err


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(way_in.lab, "main", fail)


def test_trouble_becomes_two_sentences_and_exit_code_2(capsys, monkeypatch):
    failing(monkeypatch, Trouble("unlike_any_switch", name="x"))
    code, out, err = run(capsys)
    assert (code, out) == (2, "")
    assert err.count(".") >= 2


def test_a_mistake_of_the_lab_itself_shows_no_traceback(capsys, monkeypatch):
    monkeypatch.delenv("SESSIONLAB_TRACEBACK", raising=False)
    failing(monkeypatch, ZeroDivisionError("by zero"))
    code, _, err = run(capsys)
    assert code == way_in.BROKEN
    assert "Traceback" not in err
    assert "ZeroDivisionError" in err


def test_a_mistake_of_the_lab_itself_shows_where_if_one_asks(monkeypatch):
    monkeypatch.setenv("SESSIONLAB_TRACEBACK", "1")
    failing(monkeypatch, ZeroDivisionError("by zero"))
    with pytest.raises(ZeroDivisionError):
        way_in.main([])


def test_an_interruption_is_quiet(capsys, monkeypatch):
    failing(monkeypatch, click.Abort())
    assert run(capsys) == (130, "", "")


def test_the_running_program_can_be_interrupted():
    waiting = (
        "import time\n"
        "from sessionlab.cli import main as way_in\n"
        "way_in.lab.invoke = lambda context: (print('go', flush=True), time.sleep(30))\n"
        "way_in.main([])\n"
    )
    with running([sys.executable, "-c", waiting]) as process:
        assert process.stdout
        assert process.stdout.readline() == "go\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.strip() == ""


def test_a_reader_that_has_enough_ends_the_output_quietly():
    with running([PROGRAM, "switches"]) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == ""
        process.wait(timeout=10)


def test_a_terminal_that_knows_only_ascii_is_no_obstacle():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    outcome = subprocess.run([PROGRAM, "switches", "same_site"], capture_output=True, text=True, env=environment)
    assert (outcome.returncode, outcome.stderr) == (0, "")
