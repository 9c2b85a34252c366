"""The pages docs/components/*.md: one for each component of the design space, made from its switches.

What a value changes is computed: the play that `tests/world/test_switches_matter.py` has for it is played under two
designs, and the first exchange in which they differ is told.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

FOLDER = "docs/components"
ANSWER = ("status", "user")
PARTS = ("status", "user", "request", "response", "browsers", "store", "memory", "attacker")
"""What is compared, in the order in which a difference is told."""


def component_pages() -> tuple[tuple[str, Callable[[], str]], ...]:
    """The path of each page, and what makes its text."""
    from sessionlab.design.switches import SWITCHES

    names = tuple(dict.fromkeys(each.component for each in SWITCHES))
    pages = tuple((f"{FOLDER}/{name}.md", functools.partial(component_page, name)) for name in names)
    return (*pages, (f"{FOLDER}/README.md", functools.partial(overview, names)))


def overview(names: tuple[str, ...]) -> str:
    """The list of all components."""
    from sessionlab.design.switches import SWITCHES
    from sessionlab.render.words import say

    rows = [
        f"| [{name}]({name}.md) | {say(f'vocabulary.component.{name}')} | "
        f"{sum(each.component == name for each in SWITCHES)} |"
        for name in names
    ]
    head = (
        "# The components of a design",
        "",
        f"{len(SWITCHES)} switches in {len(names)} components. Each page tells what its switches mean, where that is",
        "written, and what each value changes in a play. These files are made by `scripts/generate`.",
        "",
        "| component | what it is about | switches |",
        "|---|---|---|",
    )
    return "\n".join((*head, *rows)) + "\n"


def component_page(name: str) -> str:
    """One component: all of its switches."""
    from sessionlab.design.switches import SWITCHES
    from sessionlab.render.words import say

    lines = [
        f"# {name}",
        "",
        f"What it is about: {say(f'vocabulary.component.{name}')}. `*` is where the lab starts, `+` what a browser",
        "application is advised. The plays are those of `session-lab play`; what is different is computed.",
        "This file is made by `scripts/generate`.",
    ]
    for switch in SWITCHES:
        if switch.component == name:
            lines += ["", *_section(switch)]
    return "\n".join(lines) + "\n"


def _section(switch: Any) -> list[str]:
    from sessionlab.render.design import rules_about
    from sessionlab.render.words import say

    tier = say(f"vocabulary.tier.{switch.tier}")
    lines = [f"## `{switch.id}`", "", f"{switch.meaning} ({tier}; {switch.source})", ""]
    rules = [f"- {rule}" for rule in rules_about(switch.id)]
    lines += [*rules, ""] if rules else []
    lines += ["| value | a play that shows it | what is different |", "|---|---|---|"]
    return [*lines, *(_row(switch, value) for value in switch.values)]


def _row(switch: Any, value: Any) -> str:
    from sessionlab.design.switch import written
    from tests.world.test_switches_matter import PLAYS

    mark = ("*" if value == switch.seed_lab else "") + ("+" if value == switch.safe else "")
    case = PLAYS.get(switch.id, {}).get(written(value))
    if case is None:
        return f"| `{written(value)}`{mark} | | |"
    against = case.against or written(switch.seed_lab)
    under = f" with {' '.join(f'`{one}`' for one in case.base.split())}" if case.base else ""
    play = f"`{case.actions}`{under}"
    return f"| `{written(value)}`{mark} | {play} | {_difference(switch.id, against, written(value), case)} |"


def _difference(name: str, against: str, value: str, case: Any) -> str:
    """Who is answered as whom, where that differs anywhere; else the first difference that there is."""
    before, after = (_told(name, each, case.base, case.actions) for each in (against, value))
    between = f"(`{against}` ↔ `{value}`)"
    for parts in (ANSWER, PARTS):
        for number, (one, other) in enumerate(zip(before, after, strict=False), 1):
            for part in parts:
                if one[part] != other[part]:
                    return f"exchange {number}, {_words(part, one, other)} {between}"
    return f"{len(before)} exchanges ↔ {len(after)} {between}"


def _words(part: str, one: dict[str, Any], other: dict[str, Any]) -> str:
    if part in ("status", "user"):
        return f"{_answer(one)} ↔ {_answer(other)}"
    names = {
        "request": "the request",
        "response": "the response",
        "browsers": "what the browser keeps",
        "store": "the session store",
        "memory": "what else the server remembers",
        "attacker": "what the attacker knows",
    }
    return names[part]


def _answer(seen: dict[str, Any]) -> str:
    return f"{seen['status'] or 'no answer'} {'as ' + seen['user'].split('@')[0] if seen['user'] else 'as nobody'}"


@functools.cache
def _told(name: str, value: str, base: str, actions: str) -> tuple[dict[str, Any], ...]:
    from sessionlab.render.trace import trace
    from sessionlab.world.play import play
    from sessionlab.world.verbs import parse_action
    from tests.world.test_switches_matter import design

    done = trace(play(design(name, value, base), map(parse_action, actions.split())))
    return tuple(_parts(exchange) for exchange in done.exchanges)


def _parts(exchange: Any) -> dict[str, Any]:
    request, response = exchange.request, exchange.response
    return {
        "status": response and response.status,
        "user": exchange.auth.user,
        "request": request and (request.text, request.tls_key),
        "response": response and response.text,
        "browsers": [(one.jar, one.storage, one.page_tokens) for one in exchange.browsers],
        "store": exchange.store,
        "memory": (exchange.denied, exchange.refresh, exchange.keys, exchange.used_ids, exchange.provider),
        "attacker": exchange.attacker_knows,
    }
