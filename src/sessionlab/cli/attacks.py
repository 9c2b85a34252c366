"""`session-lab attacks` and `session-lab attack NAME`: what can go wrong, and whether it does under a design."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.attacks.attack import Attack
from sessionlab.cli.observe import chosen_design, chosen_environment, complete_preset
from sessionlab.cli.play import AS_JSON, SEED, complete_choice
from sessionlab.cli.policy import POLICY
from sessionlab.cookies.policy import policy_named
from sessionlab.explore.own_steps import way_of
from sessionlab.render.words import say
from sessionlab.value import to_builtins, to_json
from sessionlab.world.play import play
from sessionlab.world.start import start_in


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
@click.option("--preset", shell_complete=complete_preset, help="A framework; `session-lab presets` lists them.")
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@POLICY
@SEED
@AS_JSON
def attack(
    name: str,
    choices: tuple[str, ...],
    preset: str | None,
    design_file: Path | None,
    policy: str,
    seed: int,
    as_json: bool,
) -> None:
    """Play the attack NAME against a design, step by step, and say whether it reached its goal.

    The user's own steps are tried again where they are refused, and of the balancer's choices the best one is taken.
    """
    tried = attack_named(name)
    design = chosen_design(preset, design_file, choices)
    environment = chosen_environment(design_file, choices)
    rules = policy_named(policy)
    way = way_of(tried, design, start_in(environment, rules))
    done = play(design, way.actions or tried.actions, rules, seed, environment)
    from sessionlab.render.trace import trace

    written = trace(done)
    if as_json:
        click.echo(
            to_json(
                {
                    "attack": described(tried),
                    "reached": bool(way.reached),
                    "outside": way.reached is None,
                    "trace": written,
                }
            )
        )
        return
    from sessionlab.terminal.attacks import attack_end, decided_in
    from sessionlab.terminal.console import console
    from sessionlab.terminal.play import draw_play

    screen = console()
    draw_play(written, screen)
    screen.print(decided_in(written), crop=False)
    screen.print(attack_end(tried, way.reached), crop=False)


def described(attack: Attack) -> dict[str, object]:
    """An attack as plain data."""
    data = {field: to_builtins(getattr(attack, field)) for field in _SHOWN}
    return {**data, "actions": [str(action) for action in attack.actions], "outcome": say(f"attack.kind.{attack.kind}")}


_SHOWN = ("id", "name", "kind", "family", "capability", "success", "weakness", "test_guide", "source")
