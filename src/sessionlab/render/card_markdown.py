"""A card as Markdown."""

from __future__ import annotations

from sessionlab.render.form.card import CardExperiment, CardForm
from sessionlab.render.words import say


def markdown(card: CardForm, name: str) -> str:
    """One card: its sentences, and a table of its experiments."""
    sentences = [f"**{one.title}** {one.answer}" for one in card.questions]
    learner = [f"- {one.title} {one.answer}" for one in card.learner]
    rows = [_row(one) for one in card.experiments]
    head = "| | " + " | ".join(say(f"card.column.{column}") for column in ("experiment", "answer", "seen")) + " |"
    table = [head, "|---|---|---|---|", *rows]
    return "\n\n".join((f"# {_title(name)}", *sentences, "\n".join(learner), "\n".join(table))) + "\n"


def markdown_of_both(one: CardForm, other: CardForm, names: tuple[str, str]) -> str:
    """Two cards: their sentences beside each other, and the experiments that differ."""
    pairs = zip((*one.questions, *one.learner), (*other.questions, *other.learner), strict=True)
    sentences = [f"| {_cell(a.title)} | {_cell(a.answer)} | {_cell(b.answer)} |" for a, b in pairs]
    rows = [
        f"| {_number(a.id)} {_cell(a.title)} | {_cell(a.text)} | {_cell(b.text)} |"
        for a, b in zip(one.experiments, other.experiments, strict=True)
        if a.answer != b.answer
    ]
    head = f"| | {_cell(names[0])} | {_cell(names[1])} |"
    return "\n".join((f"# {say('card.compared')}", "", head, "|---|---|---|", *sentences, *rows)) + "\n"


def _title(name: str) -> str:
    return say("card.head") + (f": {name}" if name else "")


def _number(id: str) -> str:
    return id.partition("_")[0]


def _row(one: CardExperiment) -> str:
    seen = one.why or "; ".join(reading.text for reading in one.readings)
    return f"| {_number(one.id)} | {_cell(one.title)} | {_cell(one.text)} | {_cell(seen)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
