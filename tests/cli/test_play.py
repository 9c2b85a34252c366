"""`session-lab play`: what a person types, and what comes of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sessionlab.cli.main import main
from sessionlab.render.form import Trace
from sessionlab.value import from_json

STORY = ["visit", "login", "me", "copy_credential", "logout", "me", "replay"]


@pytest.fixture
def lab(capsys: pytest.CaptureFixture[str]):
    """Run the command line; answers exit code, output and complaints."""

    def run(*arguments: str) -> tuple[int | str | None, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        shown = capsys.readouterr()
        return ended.value.code, shown.out, shown.err

    return run


def played(output: str) -> Trace:
    return from_json(output, Trace)


def test_without_anything_it_tells_the_story(lab):
    code, output, _ = lab("play", "--json")
    trace = played(output)
    assert code == 0
    assert [action.partition(":")[2] for action in trace.actions] == STORY
    assert trace.design.accept_unknown_session_id


def test_the_story_ends_with_the_verdict(lab):
    code, output, complaints = lab("play")
    assert (code, complaints) == (0, "")
    assert "Nobody can act as Marko now." in output


def test_choices_change_the_first_screen_s_design(lab):
    trace = played(lab("play", "--json", "--set", "session_type=jwt", "--set", "http_only=off")[1])
    assert (trace.design.session_type, trace.design.session_store, trace.design.http_only) == ("jwt", "none", False)
    assert trace.design.accept_unknown_session_id


def test_a_design_file_starts_from_the_plain_design(lab, tmp_path: Path):
    file = tmp_path / "design.toml"
    file.write_text('session_type = "jwt"\n')
    trace = played(lab("play", "--json", "--design", str(file), "--set", "secure=false")[1])
    assert (trace.design.session_type, trace.design.secure) == ("jwt", False)
    assert not trace.design.accept_unknown_session_id


def test_settings_of_the_browser_are_chosen_like_switches(lab):
    trace = played(lab("play", "--json", "--set", "third_party_cookies=blocked", "--set", "plaintext_reachable=no")[1])
    assert trace.environment.third_party_cookies == "blocked"
    assert not trace.environment.plaintext_reachable


def test_another_browser_and_another_seed_can_be_asked_for(lab):
    trace = played(lab("play", "--json", "--policy", "rfc6265", "--seed", "7")[1])
    assert (trace.policy, trace.seed) == ("rfc6265", 7)


def test_people_and_arguments_are_read(lab):
    trace = played(lab("play", "--json", "device2:login", "wait=600", "login=wrong")[1])
    assert trace.actions == ("device2:login", "operator:wait=600", "victim:login=wrong")


def test_an_action_that_makes_no_sense_fails_nothing(lab):
    code, output, _ = lab("play", "replay", "visit")
    assert code == 0
    assert "makes no sense now" in output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["logn"], "Known: login"),
        (["login=rong"], "It takes: wrong"),
        (["wait=soon"], "whole number"),
        (["device3:login"], "It can be done by: victim"),
        (["--set", "http_onli=off"], "Most like it: http_only"),
        (["--set", "same_site=lax2"], "Perhaps lax"),
        (["--set", "session_type=signed_cookie", "--set", "credential_transport=url_query"], "cannot go together"),
        (["--policy", "chromium"], "Known: chromium-156"),
        (["--design", "missing.toml"], "cannot be read"),
        (["--design", "design.yaml"], "neither in .json nor in .toml"),
        (["--seed", "x"], "--help"),
    ],
)
def test_wrong_input_is_answered_with_what_would_be_right(lab, arguments: list[str], says: str):
    code, output, complaints = lab("play", *arguments)
    assert (code, output) == (2, "")
    assert says in complaints
    assert "Traceback" not in complaints


def test_a_design_file_that_is_no_text_is_refused(lab, tmp_path: Path):
    file = tmp_path / "design.json"
    file.write_bytes(b"\xff\xfe\x00")
    assert lab("play", "--design", str(file))[0] == 2


def test_nothing_is_sent_while_a_play_runs(lab, monkeypatch: pytest.MonkeyPatch):
    def no_network(*_: object, **__: object) -> None:
        raise AssertionError("a play opened a socket")

    monkeypatch.setattr("socket.socket", no_network)
    monkeypatch.setattr("socket.create_connection", no_network)
    assert lab("play")[0] == 0
    assert lab("compare", "--b", "session_type=jwt")[0] == 0


def test_the_same_seed_gives_the_same_bytes_in_every_process():
    def output(hash_seed: str) -> bytes:
        program = "from sessionlab.cli.main import main; main(['play', '--json', '--seed', '3'])"
        command = [sys.executable, "-c", program]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    one, other = output("1"), output("2")
    assert one == other
    assert json.loads(one)["seed"] == 3


def test_names_are_completed():
    from click.shell_completion import ShellComplete

    from sessionlab.cli.main import lab as group

    complete = ShellComplete(group, {}, "session-lab", "_COMPLETE")
    assert "login" in [item.value for item in complete.get_completions(["play"], "log")]
    assert "device2:login" in [item.value for item in complete.get_completions(["play"], "device2:log")]
    assert "same_site=" in [item.value for item in complete.get_completions(["play", "--set"], "same")]
    assert "same_site=lax" in [item.value for item in complete.get_completions(["play", "--set"], "same_site=l")]
    assert "http_only=true" in [item.value for item in complete.get_completions(["play", "--set"], "http_only=")]
    assert complete.get_completions(["play", "--set"], "nothing=") == []
    assert [item.value for item in complete.get_completions(["play", "--policy"], "rfc")] == ["rfc6265"]
