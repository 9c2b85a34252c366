"""`session-lab compare`: the same actions under two designs, and only what differs."""

from __future__ import annotations

import click

from sessionlab.cli.play import ACTIONS, AS_JSON, SEED, Decorator, complete_choice, played
from sessionlab.cli.policy import POLICY
from sessionlab.design.choices import read_choices
from sessionlab.render.form import Trace
from sessionlab.render.trace import trace
from sessionlab.value import to_json


def _side(name: str, help: str) -> Decorator:
    return click.option(f"--{name}", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help=help)


@click.command()
@ACTIONS
@_side("a", "A choice of the one design.")
@_side("b", "A choice of the other design.")
@_side("set", "A choice of both.")
@POLICY
@SEED
@AS_JSON
def compare(
    actions: tuple[str, ...],
    a: tuple[str, ...],
    b: tuple[str, ...],
    set: tuple[str, ...],
    policy: str,
    seed: int,
    as_json: bool,
) -> None:
    """Play the same actions under two designs, A and B, and show only what differs.

    The question behind the lab: session-lab compare --a session_type=server_session --b session_type=jwt
    """
    one, other = (trace(played(actions, read_choices((*set, *side)), policy, seed)) for side in (a, b))
    if as_json:
        click.echo(to_json(_compared(one, other)))
        return
    from sessionlab.terminal.compare import draw_comparison
    from sessionlab.terminal.console import console

    draw_comparison(one, other, console())


def _compared(one: Trace, other: Trace) -> dict[str, object]:
    from sessionlab.design.change import difference
    from sessionlab.web.changes import differences

    switches, found = difference(one.design, other.design), differences(one, other)
    return {
        "switches": [{"switch": each.switch, "a": each.old, "b": each.new} for each in switches],
        "differences": found.differences,
        "gone": found.gone,
        "verdicts": {"a": one.verdict, "b": other.verdict},
        "a": one,
        "b": other,
    }
