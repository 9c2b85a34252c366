"""`session-lab attacks` and `session-lab attack NAME`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from sessionlab.attacks import ATTACKS
from sessionlab.cli.main import lab
from sessionlab.errors import Trouble


def run(*arguments: str) -> Result:
    return CliRunner().invoke(lab, arguments)


def test_all_attacks_are_listed() -> None:
    listed = run("attacks").output
    assert [attack.id for attack in ATTACKS if attack.id not in listed] == []
    assert [one["id"] for one in json.loads(run("attacks", "--json").output)] == [attack.id for attack in ATTACKS]


def test_an_attack_is_played_and_its_end_is_told() -> None:
    failed = run("attack", "replay_after_logout")
    assert (failed.exit_code, "The attack fails" in failed.output) == (0, True)
    assert "The attack succeeds" in run("attack", "replay_after_logout", "--set", "invalidate_on_logout=false").output


def test_a_play_can_be_had_as_json() -> None:
    told = json.loads(run("attack", "replay_after_logout", "--set", "session_type=jwt", "--json").output)
    assert (told["attack"]["id"], told["reached"]) == ("replay_after_logout", True)
    assert told["trace"]["design"]["session_type"] == "jwt"


def test_a_design_file_is_attacked(tmp_path: Path) -> None:
    file = tmp_path / "design.toml"
    file.write_text("invalidate_on_logout = false\n", encoding="utf-8")
    assert json.loads(run("attack", "replay_after_logout", "--design", str(file), "--json").output)["reached"]


def test_an_unknown_attack_is_refused_with_the_nearest() -> None:
    trouble = run("attack", "replay_after_logot").exception
    assert isinstance(trouble, Trouble)
    assert "replay_after_logout" in str(trouble.details["known"])


def test_an_attack_can_be_played_against_a_framework() -> None:
    told = json.loads(run("attack", "replay_after_logout", "--preset", "django_signed_naive", "--json").output)
    assert told["reached"]


def test_of_the_balancers_choices_the_one_that_lets_it_succeed_is_played() -> None:
    apart = ("session_type=jwt", "token_revocation=denylist", "denylist_scope=per_instance", "app_instances=two")
    told = run("attack", "replay_after_logout", *(word for one in apart for word in ("--set", one))).output
    assert "The attack succeeds" in told
    assert "second instance" in told


def test_where_the_user_cannot_log_in_the_question_does_not_arise() -> None:
    told = run("attack", "replay_after_logout", "--set", "tls=http_only", "--set", "secure=true")
    assert "does not arise" in told.output
