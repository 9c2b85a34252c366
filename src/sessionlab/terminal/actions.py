"""Drawing what can be done in a play."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from sessionlab.render.words import say
from sessionlab.terminal.lines import Line
from sessionlab.world.verbs import VERBS
from sessionlab.world.verbs.verb import GROUPS, Verb

if TYPE_CHECKING:
    from rich.console import RenderableType


def action_list() -> Iterable[RenderableType]:
    """All actions, under the headings of who acts."""
    from rich.text import Text

    yield Line(Text(say("actions.syntax"), style="dim"))
    for group, members in groupby(sorted(VERBS, key=lambda verb: GROUPS.index(verb.group)), lambda verb: verb.group):
        yield Line(Text())
        yield Line(Text(say(f"actions.group.{group}"), style="bold underline"))
        for verb in members:
            yield Line(Text(verb.name, style="bold cyan"), indent=2)
            yield Line(Text(say(f"verb.{verb.name}")), indent=6)


def action_card(verb: Verb) -> Iterable[RenderableType]:
    """Everything about one action."""
    from rich.text import Text

    yield Line(Text(verb.name, style="bold cyan"))
    yield Line(Text(say(f"verb.{verb.name}")))
    yield Line(Text())
    yield Line(Text(say("actions.who", who=", ".join(verb.actors), usual=verb.actors[0])))
    arguments = tuple(argument for argument in verb.arguments if argument)
    if arguments:
        yield Line(Text(say("actions.arguments", arguments=", ".join(arguments))))
    yield from _form(verb)
    yield Line(Text())
    for example in _examples(verb, arguments):
        yield Line(Text(f"session-lab play … {example}", style="dim"), indent=2)


def _form(verb: Verb) -> Iterable[RenderableType]:
    """How further arguments are written, and what each part can become."""
    from rich.text import Text

    if verb.form is None:
        return
    yield Line(Text(say("actions.shape", shape=verb.form.shape)))
    for field in verb.form.fields:
        takes = ", ".join((*field.values, *((field.takes,) if field.takes else ())))
        yield Line(Text(say("actions.field", field=field.name, takes=takes)), indent=2)


def _examples(verb: Verb, arguments: tuple[str, ...]) -> Iterable[str]:
    yield verb.name
    if arguments:
        yield f"{verb.name}={'600' if arguments == ('NUMBER',) else arguments[-1]}"
    if len(verb.actors) > 1:
        yield f"{verb.actors[-1]}:{verb.name}"
