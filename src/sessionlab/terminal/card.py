"""The session card in the terminal: three sentences, seven answers, and every experiment in a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sessionlab.card.result import NOT_TESTED, QUESTIONS
from sessionlab.render.form.card import CardExperiment, CardForm, CardSentence
from sessionlab.render.words import say
from sessionlab.terminal.ink import PLAIN
from sessionlab.terminal.lines import Line
from sessionlab.value import Value

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDE = 110
"""Columns from which the three questions stand beside each other."""
NARROW = 72
"""Columns below which a question and its answer do not stand in one line."""
LONGEST_QUESTION = 40
TONES = {
    "worrying": ("▲", "bold red"),
    "reassuring": ("●", "green"),
    "plain": ("·", "bold"),
    NOT_TESTED: ("–", "dim"),
}
MARKS = {**PLAIN, "▲": "!", "●": "+", "–": "-", "│": "|", "╭": "+", "╮": "+", "╰": "+", "╯": "+"}
NAMES = ("A", "B")
COLOURS = {"meaning": "deep_sky_blue1", "access": "dark_orange", "stop": "medium_orchid"}


class Sheet(Value):
    """What a card is drawn on. `differing`: the experiments in which two cards differ, None for a single card."""

    ascii: bool
    wide: bool
    narrow: bool
    differing: tuple[str, ...] | None = None

    def plain(self, text: str) -> str:
        """The text in the characters that the terminal knows."""
        for character, instead in MARKS.items() if self.ascii else ():
            text = text.replace(character, instead)
        return text


def draw_card(card: CardForm, console: Console, name: str = "") -> None:
    """Draw one card."""
    sheet = _sheet(console)
    for thing in (*_head(name), *_body(card, sheet), *_foot(card, sheet)):
        console.print(thing, crop=False, overflow="ignore")


def draw_both(one: CardForm, other: CardForm, names: tuple[str, str], console: Console) -> None:
    """Draw two cards; of the experiments only those that differ, and those with both answers."""
    sheet = _sheet(console, _differing(one, other))
    for thing in _both(one, other, names, sheet):
        console.print(thing, crop=False, overflow="ignore")


def _sheet(console: Console, differing: tuple[str, ...] | None = None) -> Sheet:
    ascii = not (console.encoding or "").lower().startswith("utf")
    return Sheet(ascii, console.is_terminal and console.width >= WIDE, console.width < NARROW, differing)


def _head(name: str) -> Iterable[RenderableType]:
    from rich.text import Text

    yield Line(Text(say("card.head"), style="bold").append(f"  {name}" if name else "", style="not bold cyan"))
    yield Line(Text(say("card.controls"), style="dim"))
    yield Line(Text())


def _body(card: CardForm, sheet: Sheet) -> Iterable[RenderableType]:
    from rich.text import Text

    yield from _questions(card.questions, sheet)
    yield Line(Text())
    yield from _learner(card.learner, sheet)
    yield Line(Text())
    yield from _beside(tuple(_column(card, question, sheet) for question in QUESTIONS), sheet)


def _questions(sentences: tuple[CardSentence, ...], sheet: Sheet) -> Iterable[RenderableType]:
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    if not sheet.wide:
        for sentence in sentences:
            colour = COLOURS[sentence.question]
            yield Line(Text(sentence.title, style=f"bold {colour}"))
            yield Line(Text(sentence.answer), indent=2)
        return
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    for _ in sentences:
        table.add_column(ratio=1)
    panels = (
        Panel(
            Text(one.answer),
            title=Text(one.title, style="bold"),
            title_align="left",
            border_style=COLOURS[one.question],
        )
        for one in sentences
    )
    table.add_row(*panels)
    yield table


def _learner(sentences: tuple[CardSentence, ...], sheet: Sheet) -> Iterable[RenderableType]:
    """Questions before their answers, or above them where there is no room."""
    from rich.text import Text

    for sentence in sentences:
        if sheet.narrow:
            yield Line(Text(sentence.title, style="dim"))
            yield Line(Text(sentence.answer), indent=2)
        else:
            yield Line(Text(sentence.answer), f"{sentence.title:<{LONGEST_QUESTION}}", "dim")


def _column(card: CardForm, question: str, sheet: Sheet) -> list[Line]:
    from rich.text import Text

    title = say(f"card.question.{question}")
    lines = [] if sheet.wide else [Line(Text(title, style=f"bold {COLOURS[question]}"))]
    return lines + [_experiment(one, sheet) for one in card.experiments if one.question == question]


def _experiment(one: CardExperiment, sheet: Sheet) -> Line:
    from rich.text import Text

    mark, style = TONES[one.tone]
    text = Text().append(f"{_number(one.id)} ", style="dim").append(f"{one.title}  ").append(one.text, style=style)
    return Line(text, sheet.plain(mark), style)


def _number(id: str) -> str:
    return f"{id.partition('_')[0]:<3}"


def _beside(columns: tuple[list[Line], ...], sheet: Sheet) -> Iterable[RenderableType]:
    from rich.console import Group
    from rich.table import Table

    if not sheet.wide:
        for column in columns:
            yield from column
        return
    table = Table.grid(expand=True, padding=(0, 2, 0, 0))
    for _ in columns:
        table.add_column(ratio=1)
    table.add_row(*(Group(*column) for column in columns))
    yield table


def _foot(card: CardForm, sheet: Sheet) -> Iterable[RenderableType]:
    from rich.text import Text

    untested = tuple(_number(one.id).strip() for one in card.experiments if one.tone == NOT_TESTED)
    if untested:
        told = say("card.not_tested", count=len(untested), all=len(card.experiments), names=", ".join(untested))
        yield Line(Text(told, style="dim"))


def _differing(one: CardForm, other: CardForm) -> tuple[str, ...]:
    pairs = zip(one.experiments, other.experiments, strict=True)
    return tuple(left.id for left, right in pairs if left.answer != right.answer)


def _both(one: CardForm, other: CardForm, names: tuple[str, str], sheet: Sheet) -> Iterable[RenderableType]:
    from rich.text import Text

    yield Line(Text(say("card.compared"), style="bold"))
    for letter, name in zip(NAMES, names, strict=True):
        yield Line(Text(name, style="cyan"), letter, "bold reverse")
    differing = sheet.differing or ()
    told = say("card.differ", count=len(differing), all=len(one.experiments)) if differing else say("card.same")
    yield Line(Text(told, style="dim"))
    yield Line(Text())
    yield from _sentences(zip((*one.questions, *one.learner), (*other.questions, *other.learner), strict=True))
    if differing:
        yield Line(Text())
        yield _pairs(one, other, sheet)


def _sentences(pairs: Iterable[tuple[CardSentence, CardSentence]]) -> Iterable[RenderableType]:
    """Each question: its answer once where both say the same, else both, lit."""
    from rich.text import Text

    for left, right in pairs:
        same = left.answer == right.answer
        yield Line(Text(left.title, style="dim" if same else f"bold {COLOURS.get(left.question, 'default')}"))
        if same:
            yield Line(Text(left.answer, style="dim"), indent=2)
            continue
        for letter, sentence in zip(NAMES, (left, right), strict=True):
            yield Line(Text(sentence.answer), letter, "bold", indent=2)


def _pairs(one: CardForm, other: CardForm, sheet: Sheet) -> RenderableType:
    """The experiments that differ, in a table of both answers."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(Text(), *(Text(letter, style="bold") for letter in NAMES))
    for left, right in zip(one.experiments, other.experiments, strict=True):
        if left.id in (sheet.differing or ()):
            title = Text().append(f"{_number(left.id)} ", style="dim").append(left.title)
            table.add_row(title, *(_cell(each, sheet) for each in (left, right)))
    return table


def _cell(one: CardExperiment, sheet: Sheet) -> Text:
    from rich.text import Text

    mark, style = TONES[one.tone]
    return Text(f"{sheet.plain(mark)} {one.text}", style=style)
