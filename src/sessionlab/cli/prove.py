"""`session-lab prove`: ask attacks of every design at once."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack

import click

from sessionlab.attacks import ATTACKS, attack_named
from sessionlab.cli.attacks import complete_attack
from sessionlab.cli.play import complete_choice
from sessionlab.cli.proof_cache import ProofCache, default_folder
from sessionlab.design.choices import read_choices
from sessionlab.design.environment import SETTINGS
from sessionlab.design.space import environment_from
from sessionlab.design.switch import SwitchValue
from sessionlab.errors import Trouble
from sessionlab.explore.prove import Given, Proof, Question, prove_all
from sessionlab.explore.universe import design_sets, universe
from sessionlab.render.words import say
from sessionlab.terminal.progress import shown
from sessionlab.value import to_json


@click.command()
@click.argument("attacks", nargs=-1, shell_complete=complete_attack)
@click.option(
    "--given",
    multiple=True,
    metavar="SWITCH=VALUE[,VALUE…]",
    shell_complete=complete_choice,
    help="Ask only about designs with one of these values.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in.")
@click.option("--no-cache", is_flag=True, help="Ask everything anew, and keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON (docs/proving.md).")
@click.option("--markdown", "as_markdown", is_flag=True, help="As Markdown.")
def prove(
    attacks: tuple[str, ...], given: tuple[str, ...], jobs: int, no_cache: bool, as_json: bool, as_markdown: bool
) -> None:
    """For which designs do ATTACKS succeed? Of all designs there are, exactly; without ATTACKS, all of them are asked.

    What was proven once is kept, as long as the engine stays the same.
    """
    names = tuple(attack_named(name).id for name in attacks) or tuple(attack.id for attack in ATTACKS)
    asked, environment = read_given(given)
    questions = tuple(Question(name, asked, environment_from(environment)) for name in dict.fromkeys(names))
    proofs = answered(questions, jobs, None if no_cache else ProofCache(default_folder()))
    if as_json:
        from sessionlab.render.proof import proof_data

        click.echo(to_json({"attacks": {proof.question.attack: proof_data(proof) for proof in proofs}}))
    elif as_markdown:
        from sessionlab.render.proof import markdown

        click.echo("\n".join(markdown(proofs)))
    else:
        _draw(proofs)


def _draw(proofs: tuple[Proof, ...]) -> None:
    from sessionlab.terminal.console import console
    from sessionlab.terminal.prove import proof_lines, proof_overview

    screen = console()
    if len(proofs) > SOME:
        for line in proof_overview(proofs):
            screen.print(line, crop=False)
        return
    for proof in proofs:
        for line in proof_lines(proof):
            screen.print(line, crop=False)


SOME = 8
"""More attacks than these are drawn as a table, one a line."""


def read_given(texts: Iterable[str]) -> tuple[Given, dict[str, SwitchValue]]:
    """Conditions written as `switch=value,value`: those of designs, and the settings of the browser.

    Raises `Trouble` for unknown names and values, and where no design is like that.
    """
    conditions: dict[str, list[SwitchValue]] = {}
    for text in texts:
        name, equals, values = text.partition("=")
        for value in values.split(",") if equals else ("",):
            read = read_choices([f"{name}{equals}{value}"])
            for switch, choice in read.items():
                conditions.setdefault(switch, []).append(choice)
    settings = {setting.id for setting in SETTINGS}
    environment = {name: values[-1] for name, values in conditions.items() if name in settings}
    given = tuple((name, tuple(dict.fromkeys(v))) for name, v in sorted(conditions.items()) if name not in settings)
    sets = design_sets()
    if not universe(sets, dict(given)):
        raise Trouble("no_such_designs", given=" ".join(texts))
    return given, environment


def answered(questions: tuple[Question, ...], jobs: int, cache: ProofCache | None) -> tuple[Proof, ...]:
    """The proofs, in the order of the questions: from the cache, or found now. Each is kept as soon as it is there."""
    known = {question: proof for question in questions if cache and (proof := cache.find(question))}
    open_questions = tuple(question for question in questions if question not in known)
    if cache is not None and cache.stale:
        click.echo(say("prove.stale", count=cache.stale), err=True)
    with ExitStack() as stack:
        executor: Executor | None = None
        if jobs > 1 and len(open_questions) > 1:
            executor = stack.enter_context(ProcessPoolExecutor(jobs))
        found = prove_all(open_questions, executor)
        for proof in shown(found, len(open_questions), lambda proof: proof.question.attack):
            known[proof.question] = proof
            if cache is not None:
                cache.keep(proof)
    return tuple(known[question] for question in questions)
