"""The list of the commands. Each lives in a module that is imported only when the command is called."""

from __future__ import annotations

import importlib
from typing import cast

import click

from sessionlab.errors import Trouble, nearest

COMMANDS: tuple[tuple[str, str], ...] = (
    ("play", "play"),
    ("compare", "compare"),
    ("actions", "actions"),
    ("attacks", "attacks"),
    ("attack", "attacks"),
    ("prove", "prove"),
    ("fix", "fix"),
    ("check", "check"),
    ("serve", "serve"),
    ("app", "app"),
    ("cookie", "cookie"),
    ("switches", "vocabulary"),
    ("policies", "vocabulary"),
    ("presets", "presets"),
    ("observe", "observe"),
    ("card", "card"),
    ("doctor", "doctor"),
    ("completion", "completion"),
)
"""Each command with the module of this package that holds it, as a function of the command's name."""


class LazyGroup(click.Group):
    """A group whose commands are looked up in `COMMANDS` and imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the list."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        module = dict(COMMANDS).get(cmd_name)
        if module is None:
            return None
        return cast("click.Command", getattr(importlib.import_module(f"sessionlab.cli.{module}"), cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or `Trouble` with the commands most like it."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and name not in dict(COMMANDS):
            known = self.list_commands(ctx)
            raise Trouble("unknown_command", name=name, known=nearest(name, known) or known)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help text, made without importing any of them."""
        from sessionlab.render.words import say

        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, say(f"cli.command.{name}")) for name, _ in COMMANDS])
