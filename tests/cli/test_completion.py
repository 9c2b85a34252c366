"""Shell completion."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sessionlab.cli.main import lab

PROGRAM = str(Path(sys.executable).with_name("session-lab"))


def completed(*words: str) -> list[str]:
    """What bash would be offered for the last of the words."""
    environment = {
        **os.environ,
        "_SESSION_LAB_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("session-lab", *words)),
        "COMP_CWORD": str(len(words)),
    }
    output = subprocess.run([PROGRAM], capture_output=True, text=True, env=environment, check=True).stdout
    return [line.removeprefix("plain,") for line in output.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_taught_about_the_program(shell: str):
    outcome = CliRunner().invoke(lab, ["completion", shell])
    assert outcome.exit_code == 0
    assert "_SESSION_LAB_COMPLETE" in outcome.output


def test_a_command_is_completed():
    assert completed("doc") == ["doctor"]


def test_a_switch_is_completed():
    assert completed("switches", "same_") == ["same_site"]


def test_a_policy_is_completed():
    assert completed("policies", "chr") == ["chromium-156"]
