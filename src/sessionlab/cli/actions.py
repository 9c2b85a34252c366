"""`session-lab actions`: what can be done in a play."""

from __future__ import annotations

import click

from sessionlab.render.words import say
from sessionlab.value import to_json
from sessionlab.world.verbs import VERBS, verb_named
from sessionlab.world.verbs.verb import Form, Verb


def _complete_verb(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [verb.name for verb in VERBS if verb.name.startswith(incomplete)]


@click.command()
@click.argument("name", required=False, shell_complete=_complete_verb)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def actions(name: str | None, as_json: bool) -> None:
    """Show what can be done in a play, or all about one action NAME."""
    chosen = VERBS if name is None else (verb_named(name),)
    if as_json:
        click.echo(to_json([described(verb) for verb in chosen]))
        return
    from sessionlab.terminal.actions import action_card, action_list
    from sessionlab.terminal.console import console

    screen = console()
    for thing in action_list() if name is None else action_card(chosen[0]):
        screen.print(thing, crop=False)


def described(verb: Verb) -> dict[str, object]:
    """A verb as plain data."""
    return {
        "name": verb.name,
        "group": verb.group,
        "actors": verb.actors,
        "arguments": [argument for argument in verb.arguments if argument],
        **({} if verb.form is None else {"form": _form(verb.form)}),
        "key": verb.key,
        "meaning": say(f"verb.{verb.name}"),
    }


def _form(form: Form) -> dict[str, object]:
    fields = {field.name: [*field.values, *((field.takes,) if field.takes else ())] for field in form.fields}
    return {"shape": form.shape, "fields": fields} if fields else {"shape": form.shape}
