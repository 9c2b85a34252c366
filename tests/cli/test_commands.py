"""The group of lazy commands."""

from __future__ import annotations

import click
import pytest

from sessionlab.cli.commands import COMMANDS, LazyGroup
from sessionlab.errors import Trouble

GROUP = LazyGroup("lab")


def test_commands_are_listed_in_the_order_of_the_list():
    assert GROUP.list_commands(click.Context(GROUP)) == [name for name, _ in COMMANDS]


def test_a_command_is_found_by_name():
    command = GROUP.get_command(click.Context(GROUP), "doctor")
    assert command is not None
    assert command.name == "doctor"


def test_there_is_no_command_of_another_name():
    assert GROUP.get_command(click.Context(GROUP), "main") is None
    with pytest.raises(Trouble):
        GROUP.resolve_command(click.Context(GROUP), ["main"])
