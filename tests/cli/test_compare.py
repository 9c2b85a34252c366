"""`session-lab compare`."""

from __future__ import annotations

import json

import pytest

from sessionlab.cli.main import main


@pytest.fixture
def lab(capsys: pytest.CaptureFixture[str]):
    """Run the command line; answers exit code, output and complaints."""

    def run(*arguments: str) -> tuple[int | str | None, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        shown = capsys.readouterr()
        return ended.value.code, shown.out, shown.err

    return run


def test_two_designs_are_compared(lab):
    code, output, _ = lab("compare", "--a", "session_type=server_session", "--b", "session_type=jwt")
    text = " ".join(output.split())
    assert code == 0
    assert "A = Nobody can act as Marko now." in text
    assert "B !! Mallory can still act as Marko" in text


def test_a_choice_can_be_made_for_both(lab):
    output = lab("compare", "--set", "session_type=jwt", "--b", "token_revocation=denylist", "--json")[1]
    told = json.loads(output)
    assert told["switches"] == [{"switch": "token_revocation", "a": "none", "b": "denylist"}]
    assert (told["verdicts"]["a"]["who"], told["verdicts"]["b"]["who"]) == ("attacker_only", "nobody")
    assert told["a"]["design"]["session_type"] == told["b"]["design"]["session_type"] == "jwt"


def test_what_differs_is_told_as_data(lab):
    told = json.loads(lab("compare", "--b", "invalidate_on_logout=false", "--json")[1])
    assert [each["number"] for each in told["differences"]] == [5, 6, 7]
    assert "auth" in told["differences"][-1]["parts"]


def test_other_actions_can_be_compared(lab):
    code, output, _ = lab("compare", "--b", "http_only=off", "login", "run_script", "replay")
    assert code == 0
    assert "A ✗" in output


def test_wrong_input_is_answered_with_what_would_be_right(lab):
    code, _, complaints = lab("compare", "--a", "session_tipe=jwt")
    assert code == 2
    assert "session_type" in complaints
