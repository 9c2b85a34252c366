"""`session-lab presets`: real frameworks as designs, and how each behaves out of the box."""

from __future__ import annotations

import click

from sessionlab.cli.observe import complete_preset
from sessionlab.value import to_json


@click.command()
@click.argument("name", required=False, shell_complete=complete_preset)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def presets(name: str | None, as_json: bool) -> None:
    """List the frameworks, or tell how one application NAME behaves, and what about that surprises people."""
    from sessionlab.presets.presets import PRESETS, preset_named

    chosen = PRESETS if name is None else (preset_named(name),)
    if as_json:
        click.echo(to_json(chosen))
        return
    from sessionlab.terminal.console import console
    from sessionlab.terminal.presets import preset_card, preset_list

    screen = console()
    for thing in preset_list(chosen) if name is None else preset_card(chosen[0]):
        screen.print(thing, crop=False)
