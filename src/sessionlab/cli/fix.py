"""`session-lab fix`: the least change of a design that stops attacks, and how little is missing for them."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import WORKS, Attack
from sessionlab.cli.attacks import complete_attack
from sessionlab.cli.observe import chosen_design, chosen_environment, complete_preset
from sessionlab.cli.play import complete_choice
from sessionlab.design.design import Design
from sessionlab.errors import Trouble
from sessionlab.explore.advice import KEPT, Advice, Adviser
from sessionlab.explore.own_steps import play_out
from sessionlab.value import to_json
from sessionlab.world.start import start_in


@click.command()
@click.argument("attacks", nargs=-1, shell_complete=complete_attack)
@click.option("--keep", multiple=True, metavar="WORKS", shell_complete=complete_attack, help="What must keep working.")
@click.option("--preset", shell_complete=complete_preset, help="Start from a framework.")
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def fix(
    attacks: tuple[str, ...],
    keep: tuple[str, ...],
    preset: str | None,
    design_file: Path | None,
    choices: tuple[str, ...],
    as_json: bool,
) -> None:
    """The cheapest changes of a design after which none of ATTACKS succeeds.

    Without ATTACKS, each attack that succeeds now gets its own. For one that fails now, it is told how little is
    missing for it to succeed.
    """
    design = chosen_design(preset, design_file, choices)
    start = start_in(chosen_environment(design_file, choices))
    adviser = Adviser(start)
    kept = [_named(name, works=True) for name in keep or KEPT]
    named = [_named(name, works=False) for name in dict.fromkeys(attacks)]
    succeeding = [one for one in named or ATTACKS if one.kind != WORKS and play_out(one, design, start)]
    together = [tuple(named)] if named and succeeding else [] if named else [(one,) for one in succeeding]
    told: list[tuple[str, tuple[Attack, ...], Advice]] = [
        *(("fix", some, adviser.least_fix(design, some, kept)) for some in together),
        *(("break", (one,), adviser.least_break(design, one)) for one in named if one not in succeeding),
    ]
    _tell(design, told, as_json)


def _named(name: str, *, works: bool) -> Attack:
    attack = attack_named(name)
    if works and attack.kind != WORKS:
        raise Trouble("not_to_be_kept", name=name)
    if not works and attack.kind == WORKS:
        raise Trouble("not_an_attack", name=name)
    return attack


def _tell(design: Design, told: list[tuple[str, tuple[Attack, ...], Advice]], as_json: bool) -> None:
    if as_json:
        from sessionlab.render.advice import advice_data

        click.echo(to_json({"advice": [advice_data(*one) for one in told]}))
        return
    from sessionlab.terminal.advice import advice_lines
    from sessionlab.terminal.console import console

    screen = console()
    for line in advice_lines(told):
        screen.print(line, crop=False)
