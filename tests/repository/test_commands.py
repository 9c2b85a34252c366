"""The list of commands and the files that hold them agree, and starting the program loads little."""

from __future__ import annotations

import subprocess
import sys

import click

from sessionlab.cli.commands import COMMANDS
from sessionlab.cli.main import lab
from tests.repository.project import SOURCE

NOT_COMMANDS = {"__init__", "main", "commands", "policy", "proof_cache"}
HEAVY = {
    "rich",
    "joserfc",
    "uvicorn",
    "starlette",
    "cryptography",
    "itsdangerous",
    "trustme",
    "publicsuffixlist",
    "idna",
    "asyncio",
}


def test_every_module_of_the_command_line_is_in_the_list():
    modules = {path.stem for path in (SOURCE / "cli").glob("*.py")} - NOT_COMMANDS
    assert {module for _, module in COMMANDS} == modules


def test_every_command_in_the_list_can_be_loaded():
    context = click.Context(lab)
    commands = {name: lab.get_command(context, name) for name, _ in COMMANDS}
    assert {name: command.name for name, command in commands.items() if command} == {name: name for name, _ in COMMANDS}


def test_every_command_explains_itself():
    context = click.Context(lab)
    assert [name for name, _ in COMMANDS if not (lab.get_command(context, name) or lab).help] == []


def test_asking_for_the_version_loads_nothing_heavy():
    program = (
        "import sys\n"
        "from sessionlab.cli.main import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: print(*sys.modules)\n"
    )
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    loaded = set(output.splitlines()[-1].split())
    assert "sessionlab.cli.main" in loaded
    assert loaded & HEAVY == set()
