"""Draw the pictures of the documents: `scripts/pictures`. A test checks that they show what the program shows now.

Each is what a terminal of that width would show, exported by rich; nothing in it is drawn by hand.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.presets.presets import design_of, preset_named
from sessionlab.render.card import card_form
from sessionlab.render.form import Trace
from sessionlab.render.trace import trace
from sessionlab.terminal.card import draw_card
from sessionlab.terminal.compare import draw_comparison
from sessionlab.terminal.play import draw_play
from sessionlab.world.play import STORY, play
from sessionlab.world.verbs import parse_action

PROJECT = Path(__file__).resolve().parent.parent
CALM = TerminalTheme(
    (14, 18, 23),
    (233, 238, 244),
    [
        (22, 28, 36),
        (255, 154, 164),
        (127, 214, 162),
        (240, 201, 107),
        (124, 200, 245),
        (195, 155, 255),
        (124, 214, 214),
        (233, 238, 244),
    ],
)


def _story(**choices: object) -> Trace:
    design = design_from(choices, FIRST_SCREEN)
    return trace(play(design, map(parse_action, STORY)), with_turns=True)


def _the_end_of_the_story(console: Console) -> None:
    draw_play(_story(), console, since=5)


def _the_question(console: Console) -> None:
    # The steps before the logout differ too; the picture shows those from the logout on.
    draw_comparison(_story(), _story(session_type="jwt"), console, since=5)


def _the_card(console: Console) -> None:
    design = design_of(preset_named("flask_permanent"))
    draw_card(card_form(card_of(simulated(design)), design), console, "flask_permanent")


PICTURES: tuple[tuple[str, str, int, Callable[[Console], None]], ...] = (
    ("docs/pictures/story.svg", "session-lab", 124, _the_end_of_the_story),
    (
        "docs/pictures/compare.svg",
        "session-lab compare --a session_type=server_session --b session_type=jwt",
        124,
        _the_question,
    ),
    ("docs/pictures/card.svg", "session-lab card --preset flask_permanent", 150, _the_card),
)
"""Each with its path, its title, its width in columns, and who draws it."""


def picture(title: str, width: int, draw: Callable[[Console], None]) -> str:
    """The picture as SVG, without the fonts that rich would fetch from elsewhere."""
    nowhere = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    console = Console(
        file=nowhere, width=width, record=True, force_terminal=True, color_system="truecolor", highlight=False
    )
    draw(console)
    svg = console.export_svg(title=title, theme=CALM, unique_id="lab")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", "monospace")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def stale() -> list[str]:
    """The pictures that do not show what the program shows now."""
    return [
        path
        for path, title, width, draw in PICTURES
        if not (PROJECT / path).exists() or (PROJECT / path).read_text(encoding="utf-8") != picture(title, width, draw)
    ]


if __name__ == "__main__":
    for drawn_path, drawn_title, drawn_width, drawn_by in PICTURES:
        (PROJECT / drawn_path).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / drawn_path).write_text(picture(drawn_title, drawn_width, drawn_by), encoding="utf-8")
        print(drawn_path)
