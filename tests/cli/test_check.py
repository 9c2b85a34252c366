"""`session-lab check FILE`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from sessionlab.cli.main import lab
from sessionlab.errors import Trouble

TRUE = {"id": "C1", "attack": "replay_after_logout", "design": {}, "outcome": "blocked", "quantifier": "with_defaults"}
WRONG = {**TRUE, "id": "C2", "design": {"invalidate_on_logout": False}}
STRANGE = {**TRUE, "id": "C3", "attack": "telepathy"}


def check(folder: Path, *rows: object, options: tuple[str, ...] = ()) -> Result:
    file = folder / "claims.json"
    file.write_text(json.dumps({"rows": rows}), encoding="utf-8")
    return CliRunner().invoke(lab, ["check", str(file), *options])


def test_claims_that_hold_are_counted_and_all_is_well(tmp_path: Path) -> None:
    result = check(tmp_path, TRUE)
    assert (result.exit_code, "1" in result.output) == (0, True)


def test_a_claim_that_fails_is_told_with_its_counterexample(tmp_path: Path) -> None:
    result = check(tmp_path, TRUE, WRONG)
    assert result.exit_code == 1
    assert "C2" in result.output
    assert "invalidate_on_logout=false" in result.output


def test_the_answers_can_be_had_as_json(tmp_path: Path) -> None:
    result = check(tmp_path, TRUE, WRONG, STRANGE, options=("--json",))
    told = json.loads(result.output)
    assert (result.exit_code, told["rows"], told["holds"]) == (1, 3, 1)
    assert [(one["id"], one["expected"], one["got"]) for one in told["fails"]] == [("C2", "blocked", "succeeds")]
    example = told["fails"][0]["counterexample"]
    assert example["differs"] == {"invalidate_on_logout": False}
    assert (len(example["design"]), example["design"]["invalidate_on_logout"]) == (108, False)
    assert "victim:logout" in example["actions"]
    assert "replay" in str(example["trace"]["exchanges"][-1]["action"])
    assert [one["id"] for one in told["undecided"]] == ["C3"]


def test_an_attack_that_nobody_knows_is_undecided(tmp_path: Path) -> None:
    result = check(tmp_path, STRANGE)
    assert (result.exit_code, "telepathy" in result.output) == (1, True)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_bytes(b"\xff{")
    for name in ("none.json", "broken.json"):
        assert isinstance(CliRunner().invoke(lab, ["check", str(tmp_path / name)]).exception, Trouble)


def test_the_switches_that_decide_a_counterexample_are_named(tmp_path: Path) -> None:
    wrong = {**TRUE, "design": {"session_type": "jwt"}}
    result = check(tmp_path, wrong, options=("--json",))
    deciding = json.loads(result.output)["fails"][0]["counterexample"]["deciding"]
    assert {"switch": "token_revocation", "value": "denylist"} in deciding
    assert all(one["switch"] != "session_type" for one in deciding)


def test_a_limit_that_a_success_has_is_checked_too(tmp_path: Path) -> None:
    """A copied token is good until it expires; a copied session id is not ended by that."""
    token = {**TRUE, "design": {"session_type": "jwt"}, "outcome": "succeeds", "until": "token_expiry"}
    session = {**token, "design": {"invalidate_on_logout": False}}
    assert check(tmp_path, token).exit_code == 0
    result = check(tmp_path, session)
    assert (result.exit_code, "succeeds after token_expiry" in result.output) == (1, True)
