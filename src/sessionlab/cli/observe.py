"""`session-lab observe`: what one would measure on an application of a design."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.cli.play import complete_choice, from_file
from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.environment import Environment
from sessionlab.design.space import SEED_LAB, design_from, environment_from
from sessionlab.design.validity import check
from sessionlab.value import to_json


def complete_preset(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The names of the presets."""
    from sessionlab.presets.presets import PRESETS

    return [preset.id for preset in PRESETS if preset.id.startswith(incomplete)]


@click.command()
@click.option(
    "--preset", shell_complete=complete_preset, help="Start from a framework; `session-lab presets` lists them."
)
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys and values of docs/presets.md.")
def observe(preset: str | None, design_file: Path | None, choices: tuple[str, ...], as_json: bool) -> None:
    """Run the experiments of docs/presets.md on a design, and tell what they show.

    They are those that were run on real applications; here they are run in the simulation.
    """
    from sessionlab.observe.experiments import observe as observed

    seen = observed(chosen_design(preset, design_file, choices))
    if as_json:
        click.echo(to_json(seen))
        return
    from sessionlab.terminal.console import console
    from sessionlab.terminal.presets import observations

    screen = console()
    for line in observations(seen):
        screen.print(line, crop=False)


def chosen_environment(design_file: Path | None, choices: tuple[str, ...]) -> Environment:
    """The settings of the browser in a design file, with these choices over them. Raises `Trouble`."""
    return environment_from({**(from_file(design_file) if design_file else {}), **read_choices(choices)})


def chosen_design(preset: str | None, design_file: Path | None, choices: tuple[str, ...]) -> Design:
    """The design of a preset or of a file, with these choices. Raises `Trouble`."""
    base = SEED_LAB
    if preset is not None:
        from sessionlab.presets.presets import design_of, preset_named

        base = design_of(preset_named(preset))
    written = from_file(design_file) if design_file else {}
    design = design_from({**written, **read_choices(choices)}, base)
    check(design)
    return design
