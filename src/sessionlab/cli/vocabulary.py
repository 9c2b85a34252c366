"""`session-lab switches` and `session-lab policies`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sessionlab.cli.policy import complete_policy
from sessionlab.cookies.policy import POLICIES, policy_named
from sessionlab.design.choices import KNOWN, known
from sessionlab.design.environment import SETTINGS
from sessionlab.design.switch import Switch
from sessionlab.design.switches import SWITCHES
from sessionlab.value import to_json

if TYPE_CHECKING:
    from rich.console import RenderableType


def _complete_switch(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name, help=each.meaning) for name, each in KNOWN.items() if name.startswith(incomplete)]


@click.command()
@click.argument("name", required=False, shell_complete=_complete_switch)
@click.option("--tier", type=click.IntRange(1, 3), help="Only those of a tier: 1 first screen, 2 more, 3 special.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def switches(name: str | None, tier: int | None, as_json: bool) -> None:
    """Show what a design can decide, or all about one switch or component NAME."""
    chosen = _chosen(name, tier)
    if as_json:
        click.echo(to_json(chosen))
        return
    from sessionlab.terminal.vocabulary import switch_card, switch_list

    _draw(switch_card(chosen[0]) if len(chosen) == 1 and chosen[0].id == name else switch_list(chosen))


@click.command()
@click.argument("name", required=False, shell_complete=complete_policy)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def policies(name: str | None, as_json: bool) -> None:
    """Show the browsers that the lab can be, or all that one of them, NAME, decides about cookies."""
    chosen = POLICIES if name is None else (policy_named(name),)
    if as_json:
        click.echo(to_json(chosen))
        return
    from sessionlab.terminal.vocabulary import policy_card, policy_list

    _draw(policy_list(chosen) if name is None else policy_card(chosen[0]))


def _chosen(name: str | None, tier: int | None) -> tuple[Switch, ...]:
    everything = (*SWITCHES, *SETTINGS)
    if name is None:
        chosen = everything
    else:
        chosen = tuple(each for each in everything if each.component == name) or (known(name),)
    return tuple(each for each in chosen if tier is None or each.tier == tier)


def _draw(things: Iterable[RenderableType]) -> None:
    from sessionlab.terminal.console import console

    screen = console()
    for thing in things:
        screen.print(thing, crop=False)
