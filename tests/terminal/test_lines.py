"""Lines that hang below their own beginning."""

from __future__ import annotations

from rich.text import Text

from sessionlab.terminal.lines import Line
from tests.terminal.screen import shown


def drawn(line: Line, width: int = 30) -> list[str]:
    return shown(lambda console: console.print(line), width).splitlines()


def test_a_long_text_goes_on_below_its_beginning():
    lines = drawn(Line(Text("one two three four five six seven eight"), "·"))
    assert lines[0].startswith("· one")
    assert all(line.startswith("  ") for line in lines[1:])


def test_nothing_stands_behind_the_end_of_a_line():
    assert all(line == line.rstrip() for line in drawn(Line(Text("one two three four five six seven"), indent=4)))


def test_an_empty_text_is_an_empty_line():
    assert drawn(Line(Text())) == [""]
