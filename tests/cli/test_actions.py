"""`session-lab actions`."""

from __future__ import annotations

import json

import pytest

from sessionlab.cli.main import main
from sessionlab.world.verbs import VERBS


@pytest.fixture
def lab(capsys: pytest.CaptureFixture[str]):
    """Run the command line; answers exit code, output and complaints."""

    def run(*arguments: str) -> tuple[int | str | None, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        shown = capsys.readouterr()
        return ended.value.code, shown.out, shown.err

    return run


def test_all_actions_are_listed(lab):
    code, output, _ = lab("actions")
    assert code == 0
    assert [verb.name for verb in VERBS if verb.name not in output] == []


def test_one_action_is_explained(lab):
    output = lab("actions", "login")[1]
    assert "Arguments: wrong" in output
    assert "victim, device2, attacker" in output


def test_actions_are_data_too(lab):
    told = json.loads(lab("actions", "wait", "--json")[1])
    assert told[0]["name"] == "wait"
    assert told[0]["actors"] == ["operator"]


def test_an_unknown_action_is_answered_with_the_nearest(lab):
    code, _, complaints = lab("actions", "logut")
    assert code == 2
    assert "logout" in complaints
