"""The console that everything is drawn on."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from sessionlab.terminal.console import Indented, console


def drawn(thing, width: int = 40, **options) -> str:
    output = io.StringIO()
    Console(file=output, width=width, **options).print(thing, crop=False)
    return output.getvalue()


def test_markup_and_emoji_codes_in_a_text_are_just_text():
    screen = console()
    with screen.capture() as captured:
        screen.print("[bold]:smile:[/bold] 42")
    assert captured.get() == "[bold]:smile:[/bold] 42\n"


def test_no_colour_is_used_where_none_is_wanted(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = console()
    with screen.capture() as captured:
        screen.print(Text("red", style="red"))
    assert "31m" not in captured.get()


def test_an_text_moved_to_the_right_breaks_its_lines_and_leaves_nothing_after_them():
    text = Text("one two three four five six seven eight nine ten")
    lines = drawn(Indented(text, 4)).splitlines()
    assert [line[:4] for line in lines] == ["    "] * len(lines)
    assert all(len(line) <= 40 and line == line.rstrip() for line in lines)
    assert " ".join(" ".join(lines).split()) == text.plain


def test_an_address_is_never_broken():
    address = "https://example.test/" + "a" * 60
    assert drawn(Indented(Text(address, no_wrap=True, overflow="ignore"), 2)) == f"  {address}\n"
