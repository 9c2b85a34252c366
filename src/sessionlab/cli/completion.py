"""`session-lab completion`: the few lines that teach a shell to complete the commands."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    r"""Print what a shell needs to complete session-lab's commands.

    \b
    bash, zsh: eval "$(session-lab completion bash)"
    fish:      session-lab completion fish | source
    """
    kind = SHELLS[shell](context.find_root().command, {}, "session-lab", "_SESSION_LAB_COMPLETE")
    click.echo(kind.source())
