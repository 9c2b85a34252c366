"""`session-lab attacks` and `session-lab attack NAME`: what can go wrong, and whether it does under a design."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import Attack
from sessionlab.cli.play import AS_JSON, SEED, complete_choice, from_file, played
from sessionlab.cli.policy import POLICY
from sessionlab.design.choices import read_choices
from sessionlab.design.space import SEED_LAB
from sessionlab.render.words import say
from sessionlab.value import to_builtins, to_json
from sessionlab.world.play import Play


def complete_attack(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The names of the attacks."""
    return [attack.id for attack in ATTACKS if attack.id.startswith(incomplete)]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def attacks(as_json: bool) -> None:
    """List the attacks, and what must keep working, by family."""
    if as_json:
        click.echo(to_json([described(attack) for attack in ATTACKS]))
        return
    from sessionlab.terminal.attacks import attack_list
    from sessionlab.terminal.console import console

    screen = console()
    for thing in attack_list(ATTACKS):
        screen.print(thing, crop=False)


@click.command()
@click.argument("name", shell_complete=complete_attack)
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@POLICY
@SEED
@AS_JSON
def attack(
    name: str, choices: tuple[str, ...], design_file: Path | None, policy: str, seed: int, as_json: bool
) -> None:
    """Play the attack NAME against a design, step by step, and say whether it reached its goal."""
    tried = attack_named(name)
    chosen = {**({} if design_file is None else from_file(design_file)), **read_choices(choices)}
    done = played(tuple(map(str, tried.actions)), chosen, policy, seed, SEED_LAB)
    from sessionlab.render.trace import trace

    written = trace(done)
    if as_json:
        click.echo(to_json({"attack": described(tried), "reached": reached(tried, done), "trace": written}))
        return
    from sessionlab.terminal.attacks import attack_end
    from sessionlab.terminal.console import console
    from sessionlab.terminal.play import draw_play

    screen = console()
    draw_play(written, screen)
    screen.print(attack_end(tried, reached(tried, done)), crop=False)


def reached(attack: Attack, play: Play) -> bool:
    """Did the attack reach its goal in this play?"""
    return attack.goal(play.end)


def described(attack: Attack) -> dict[str, object]:
    """An attack as plain data."""
    data = {field: to_builtins(getattr(attack, field)) for field in _SHOWN}
    return {**data, "actions": [str(action) for action in attack.actions], "outcome": say(f"attack.kind.{attack.kind}")}


_SHOWN = ("id", "name", "kind", "family", "capability", "success", "weakness", "test_guide", "source")
