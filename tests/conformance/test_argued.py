"""docs/claims.md: it argues exactly the doubted rows, and each command shows what it says."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from sessionlab.cli.main import lab
from tests.conformance.known_doubts import DOUBTS

PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")
ARGUED = PAGE[PAGE.index("<!-- argued: begin -->") : PAGE.index("<!-- argued: end -->")]
ROWS = {row["id"]: row for row in json.loads((Path(__file__).parent / "ground_truth/rows.json").read_text())["rows"]}
COMMANDS = dict(re.findall(r"### (R\d+).*?```\nsession-lab ([^\n]*)\n```", ARGUED, re.DOTALL))


def test_each_doubted_row_is_argued_and_no_other() -> None:
    assert re.findall(r"### (\w+):", ARGUED) == sorted(DOUBTS)
    assert list(COMMANDS) == sorted(DOUBTS)


@pytest.mark.parametrize("row", COMMANDS)
def test_the_command_under_an_argued_row_shows_its_counterexample(row: str) -> None:
    """Its design is one that the row speaks of, and what happens there is not what the row says."""
    said = ROWS[row]
    words = shlex.split(COMMANDS[row])
    result = CliRunner().invoke(lab, [*words, "--json"])
    told = json.loads(result.output)
    assert words[:2] == ["attack", said["attack"]]
    assert (said["outcome"], told["reached"]) == ("blocked", True)
    chosen = dict(choice.split("=") for choice in words if "=" in choice)
    base = {"session_type": "server_session", "credential_transport": "cookie", "invalidate_on_logout": "true"}
    usual = {**base, "session_write": "update_existing", "same_site": "lax", "denylist_key": "jti"}
    for name, value in said["design"].items():
        assert {**usual, **chosen}[name] == (str(value).lower() if isinstance(value, bool) else value), name


def test_the_example_is_a_file_of_claims_that_hold(tmp_path: Path) -> None:
    file = tmp_path / "claims.json"
    file.write_text(PAGE.split("```json\n")[1].split("```")[0], encoding="utf-8")
    result = CliRunner().invoke(lab, ["check", str(file)])
    assert (result.exit_code, result.output[:8]) == (0, "2 rows: ")
