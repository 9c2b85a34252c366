"""Write the files that are made from others: `scripts/generate`. A test checks that they are fresh.

Each row of GENERATED is a path inside the project and the function that makes its text.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent

DESIGN = "src/sessionlab/design/design.py"
BEGIN, END = "    # begin of the generated fields\n", "    # end of the generated fields\n"

SCHEMA = "docs/trace.schema.json"
PRESETS = "docs/presets.md"
WEB_TYPES = "src/sessionlab/web/static/types.d.ts"
STATES = "docs/states.md"

COOKIES = "docs/cookies.md"
CARD = "docs/card.md"
TABLE_BEGIN, TABLE_END = "<!-- begin of the generated table -->\n", "<!-- end of the generated table -->\n"


def design_module() -> str:
    """The module `sessionlab/design/design.py`, with the fields that the switches ask for between its two marks."""
    from sessionlab.design.switches import SWITCHES

    lines = []
    component = ""
    for switch in SWITCHES:
        if switch.component != component:
            component = switch.component
            lines.append(f"    # {component}\n")
        kind = "bool" if switch.is_yes_no else f"Literal[{', '.join(map(repr, switch.values))}]"
        lines.append(f"    {switch.id}: {kind} = {switch.seed_lab!r}\n")
    old = (PROJECT / DESIGN).read_text(encoding="utf-8")
    before, after = old[: old.index(BEGIN)], old[old.index(END) :]
    return formatted(before + BEGIN + "".join(lines) + after)


def cookie_document() -> str:
    """The document `docs/cookies.md`, with the counts of the recorded cases between its two marks."""
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    from sessionlab.browser.cases import read_cases
    from sessionlab.browser.replay import replay
    from sessionlab.cookies.policy import policy_named
    from tests.conformance.known_differences import KNOWN_DIFFERENCES, PAIRS

    rows = ["| file | policy | cases | pass | known differences | skipped |", "|---|---|---|---|---|---|"]
    for name, policy in PAIRS:
        text = (PROJECT / "tests" / "conformance" / "cookies" / f"{name}.json").read_bytes()
        outcome = replay(read_cases(text, name), policy_named(policy))
        counts = (outcome.cases, outcome.passed, len(KNOWN_DIFFERENCES.get((name, policy), {})), len(outcome.skipped))
        rows.append(f"| `{name}.json` | `{policy}` | {' | '.join(map(str, counts))} |")
    return with_table(COOKIES, rows)


def with_table(path: str, rows: list[str]) -> str:
    """A document with these rows between its two marks."""
    old = (PROJECT / path).read_text(encoding="utf-8")
    before, after = old[: old.index(TABLE_BEGIN)], old[old.index(TABLE_END) :]
    return before + TABLE_BEGIN + "\n".join(rows) + "\n" + after


def card_document() -> str:
    """The document `docs/card.md`, with the table of the experiments between its two marks."""
    from sessionlab.card.experiments import EXPERIMENTS
    from sessionlab.render.words import say

    rows = ["| experiment | what is done | needs | answers |", "|---|---|---|---|"]
    for one in EXPERIMENTS:
        answers = "; ".join(f"{'▲ ' if each in one.worrying else ''}`{each}`" for each in one.answers)
        done = " ".join((one.run.__doc__ or "").split())
        needs = "server" if one.server_side else "public"
        rows.append(f"| `{one.id}`<br>{say(f'card.experiment.{one.id}')} | {done} | {needs} | {answers} |")
    return with_table(CARD, rows)


def trace_schema() -> str:
    """The JSON Schema of a trace, made from its values."""
    import json

    import msgspec

    from sessionlab.render.form import Trace

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Trace)}
    return json.dumps(schema, indent=1) + "\n"


def states_document() -> str:
    """The table of all ways in which the victim's browser and the server can stand to each other."""
    from sessionlab.design.space import FIRST_SCREEN
    from sessionlab.render.pen import Pen
    from sessionlab.render.terms import Spelling
    from sessionlab.render.trace_exchange import state
    from sessionlab.world.standing import STANDINGS

    pen = Pen(Spelling(), FIRST_SCREEN)
    shown = [state(each, pen) for each in STANDINGS]
    rows = [f"| `{each.code}` | {each.name} | {each.text} |" for each in shown]
    head = (
        "# How browser and server can stand to each other",
        "",
        "After every exchange exactly one of these is true of the victim's browser; a trace has it under `state` and",
        "`standing`. The first half of a name says what the browser holds, and what the server makes of it; `+copied`",
        "and `+other_device` say that somebody else holds a value that is answered as the victim. It is found out by",
        "asking the server's own logic (`sessionlab.world.standing`). This file is made by `scripts/generate`.",
        "",
        "| state | name | what it means |",
        "|---|---|---|",
    )
    return "\n".join((*head, *rows)) + "\n"


def web_types() -> str:
    """The types of the page's modules."""
    sys.path.insert(0, str(PROJECT))
    from scripts.typescript import declarations
    from sessionlab.render.form import Trace
    from sessionlab.render.form.card import CardForm
    from sessionlab.web.attacked import Attacked
    from sessionlab.web.fixed import Fixed
    from sessionlab.web.model import Model
    from sessionlab.web.next import Next
    from sessionlab.web.played import Played
    from sessionlab.web.presets import Presets
    from sessionlab.web.problem import ProblemDetails

    return declarations(Model, Played, Trace, Next, Presets, CardForm, Attacked, Fixed, ProblemDetails)


def presets_document() -> str:
    """How each framework behaves: the experiments, run on the design that describes it."""
    from sessionlab.design.switch import written
    from sessionlab.observe.experiments import EXPERIMENTS, observe
    from sessionlab.observe.surprises import SURPRISES, surprises
    from sessionlab.presets.presets import PRESETS, design_of
    from sessionlab.render.words import say

    def told(value: Any) -> str:
        return "/".join(map(str, value.values())) if isinstance(value, dict) else written(value)

    seen = {preset.id: observe(design_of(preset)) for preset in PRESETS}
    keys = [experiment.__name__ for experiment in EXPERIMENTS]
    rows = [(f"`{one.id}`", one.framework, *(told(seen[one.id][key]) for key in keys)) for one in PRESETS]
    surprising = [
        " ".join(("-", say(f"surprise.{code}"), ", ".join(f"`{id}`" for id in seen if code in surprises(seen[id]))))
        for code, _ in SURPRISES
    ]
    lines = [
        "# Real frameworks",
        "",
        "`session-lab presets` lists them, `session-lab presets NAME` tells how one behaves, and",
        "`session-lab observe --preset NAME` runs the experiments on its design. All but Spring",
        "Security were run and measured; `tests/observe` holds the experiments to the measurements, and lists where",
        "they differ.",
        "This file is made by `scripts/generate`.",
        "",
        "## The experiments",
        "",
        *(f"- `{each.__name__}`: {(each.__doc__ or '').strip()}" for each in EXPERIMENTS),
        "",
        "## What surprises people",
        "",
        *surprising,
        "",
        "## What they show",
        "",
        "| application | framework | " + " | ".join(f"`{key}`" for key in keys) + " |",
        "|---|---|" + "---|" * len(keys),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def formatted(source: str) -> str:
    """Python source in the project's format."""
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "generated.py", "-"]
    return subprocess.run(ruff, input=source, capture_output=True, text=True, check=True, cwd=PROJECT).stdout


GENERATED: tuple[tuple[str, Callable[[], str]], ...] = (
    (DESIGN, design_module),
    (COOKIES, cookie_document),
    (CARD, card_document),
    (SCHEMA, trace_schema),
    (WEB_TYPES, web_types),
    (STATES, states_document),
    (PRESETS, presets_document),
)


def generated() -> tuple[tuple[str, Callable[[], str]], ...]:
    """All generated files: those listed above, and a page for each component of the design space."""
    if str(PROJECT) not in sys.path:
        sys.path.insert(0, str(PROJECT))
    from scripts.components import component_pages

    return (*GENERATED, *component_pages())


def stale() -> list[str]:
    """The generated files whose text is not what it would be made to be now."""
    return [path for path, make in generated() if not _says(PROJECT / path, make())]


def _says(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    for generated_path, make_text in generated():
        (PROJECT / generated_path).parent.mkdir(exist_ok=True)
        (PROJECT / generated_path).write_text(make_text(), encoding="utf-8")
        print(generated_path)
