"""`session-lab play`: actions one after the other, and everything that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from sessionlab.cli.policy import POLICY
from sessionlab.cookies.policy import policy_named
from sessionlab.design.choices import KNOWN, Choices, read_choices
from sessionlab.design.design import Design
from sessionlab.design.file import Format, read_design
from sessionlab.design.space import FIRST_SCREEN, SEED_LAB, design_from, environment_from
from sessionlab.design.validity import check
from sessionlab.errors import Trouble
from sessionlab.value import to_json
from sessionlab.world.play import STORY, Play
from sessionlab.world.play import play as play_out
from sessionlab.world.verbs import VERBS, parse_action

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
FORMATS: dict[str, Format] = {".json": "json", ".toml": "toml"}


def _complete_action(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    who, colon, start = incomplete.rpartition(":")
    return [f"{who}{colon}{verb.name}" for verb in VERBS if verb.name.startswith(start)]


def complete_choice(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The switches, and after the equals sign the values of one."""
    name, equals, start = incomplete.partition("=")
    if not equals:
        return [CompletionItem(f"{each}=", help=KNOWN[each].meaning) for each in KNOWN if each.startswith(name)]
    values = (
        str(value).lower() if isinstance(value, bool) else value for value in getattr(KNOWN.get(name), "values", ())
    )
    return [CompletionItem(f"{name}={value}") for value in values if value.startswith(start)]


ACTIONS: Decorator = click.argument("actions", nargs=-1, metavar="[ACTION]...", shell_complete=_complete_action)
SEED: Decorator = click.option(
    "--seed", type=click.IntRange(0, 2**31), default=1, show_default=True, help="Makes the texts of ids."
)
AS_JSON: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="As JSON: the trace, as docs/trace.md describes it."
)


@click.command()
@ACTIONS
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@POLICY
@SEED
@AS_JSON
def play(
    actions: tuple[str, ...], choices: tuple[str, ...], design_file: Path | None, policy: str, seed: int, as_json: bool
) -> None:
    """Play actions and see what the browser, the wire and the server make of them.

    An ACTION is [WHO:]VERB[=ARGUMENT], such as login, device2:login or wait=600; `session-lab actions` lists them.
    Without any: a visit, a login, a copy of the credential, a logout, and the copy tried afterwards.
    """
    done = _played(actions, read_choices(choices), design_file, policy, seed)
    from sessionlab.render.trace import trace

    written = trace(done, with_turns=True)
    if as_json:
        click.echo(to_json(written))
        return
    from sessionlab.terminal.console import console
    from sessionlab.terminal.play import draw_play

    draw_play(written, console())


def _played(actions: tuple[str, ...], chosen: Choices, design_file: Path | None, policy: str, seed: int) -> Play:
    if design_file is None:
        return played(actions, chosen, policy, seed)
    return played(actions, {**from_file(design_file), **chosen}, policy, seed, SEED_LAB)


def played(actions: tuple[str, ...], choices: Choices, policy: str, seed: int, base: Design = FIRST_SCREEN) -> Play:
    """The play of these actions (the story, if none) under the design that the choices make. Raises `Trouble`."""
    design = design_from(choices, base)
    check(design)
    doing = tuple(map(parse_action, actions or STORY))
    return play_out(design, doing, policy_named(policy), seed, environment_from(choices))


def from_file(path: Path) -> Choices:
    """The choices in a design file, JSON or TOML by its name. Raises `Trouble`."""
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        raise Trouble("design_format", file=str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble("unreadable_design", file=str(path), problem=error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise Trouble("design_format", file=str(path)) from None
    return read_design(text, format)
