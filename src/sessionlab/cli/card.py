"""`session-lab card`: three questions about a design, answered only by experiment."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.cli.observe import chosen_design, chosen_environment, complete_preset
from sessionlab.cli.play import complete_choice
from sessionlab.cli.policy import POLICY
from sessionlab.cookies.policy import BrowserPolicy, policy_named
from sessionlab.design.change import difference
from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switch import written
from sessionlab.design.validity import check
from sessionlab.errors import Trouble
from sessionlab.render.card import card_form
from sessionlab.render.form.card import CardForm
from sessionlab.value import to_json
from sessionlab.world.start import rules_in

FILES = (".json", ".toml")
WAYS = ("json", "markdown", "html")


@click.command()
@click.option(
    "--preset", shell_complete=complete_preset, help="Start from a framework; `session-lab presets` lists them."
)
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option(
    "--against",
    multiple=True,
    metavar="PRESET|FILE|SWITCH=VALUE",
    help="Compare with a second design: a preset, a design file, or the first one with other choices.",
)
@POLICY
@click.option("--json", "way", flag_value="json", help="As JSON, with the keys of docs/card.md.")
@click.option("--markdown", "way", flag_value="markdown", help="As Markdown.")
@click.option("--html", "way", flag_value="html", help="As a page of its own.")
def card(
    preset: str | None,
    design_file: Path | None,
    choices: tuple[str, ...],
    against: tuple[str, ...],
    policy: str,
    way: str | None,
) -> None:
    """Draw up the session card of a design: where the meaning lives, who can copy it, what makes it stop working.

    Everything on it is the result of an experiment in the simulation; docs/card.md tells which.
    """
    design = chosen_design(preset, design_file, choices)
    rules = rules_in(chosen_environment(design_file, choices), policy_named(policy))
    form = _form(design, rules)
    if not against:
        _show(way, form, _name(preset, design))
        return
    second = _second(against, design)
    names = _name(preset, design), _name(next((one for one in against if "=" not in one), None), second)
    _show_both(way, (form, _form(second, rules)), names)


def _form(design: Design, policy: BrowserPolicy) -> CardForm:
    return card_form(card_of(simulated(design, policy)), design)


def _second(against: tuple[str, ...], first: Design) -> Design:
    """The second design. A preset or a file begins anew; choices alone change the first design."""
    bases = [text for text in against if "=" not in text]
    if len(bases) > 1:
        raise Trouble("several_designs", names=tuple(bases))
    choices = tuple(text for text in against if "=" in text)
    if not bases:
        design = design_from(read_choices(choices), first)
        check(design)
        return design
    is_file = Path(bases[0]).suffix.lower() in FILES
    return chosen_design(None if is_file else bases[0], Path(bases[0]) if is_file else None, choices)


def _name(preset: str | None, design: Design) -> str:
    """What a design is called on its card: its preset, or what it changes."""
    changes = "  ".join(f"{one.switch}={written(one.new)}" for one in difference(SEED_LAB, design))
    return preset or changes


def _show(way: str | None, form: CardForm, name: str) -> None:
    if way == "json":
        click.echo(to_json(form))
    elif way == "markdown":
        from sessionlab.render.card_markdown import markdown

        click.echo(markdown(form, name), nl=False)
    elif way == "html":
        from sessionlab.render.card_html import page

        click.echo(page(form, name), nl=False)
    else:
        from sessionlab.terminal.card import draw_card
        from sessionlab.terminal.console import console

        draw_card(form, console(), name)


def _show_both(way: str | None, forms: tuple[CardForm, CardForm], names: tuple[str, str]) -> None:
    if way == "json":
        one, other = forms
        pairs = zip(one.experiments, other.experiments, strict=True)
        different = [left.id for left, right in pairs if left.answer != right.answer]
        click.echo(to_json({"a": one, "b": other, "differences": different}))
    elif way == "markdown":
        from sessionlab.render.card_markdown import markdown_of_both

        click.echo(markdown_of_both(*forms, names), nl=False)
    elif way == "html":
        from sessionlab.render.card_html import page_of_both

        click.echo(page_of_both(*forms, names), nl=False)
    else:
        from sessionlab.terminal.card import draw_both
        from sessionlab.terminal.console import console

        draw_both(*forms, names, console())
