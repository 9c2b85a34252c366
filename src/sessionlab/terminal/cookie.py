"""Drawing what a Set-Cookie line means, and how a file of recorded cases went."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from sessionlab.browser.explain import SCRIPT, Carried, Explanation
from sessionlab.render.cookie_words import effect, refused, replay_data, withheld
from sessionlab.render.words import say
from sessionlab.terminal.console import Indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sessionlab.browser.replay import Replay


def explanation_card(explanation: Explanation) -> Iterable[RenderableType]:
    """One line explained: its parts, whether it is stored and why not, and which requests carry the cookie."""
    from rich.text import Text

    yield Text(_shown(explanation.line), style="bold")
    yield Text(say("cookie.explain.at", url=explanation.url, policy=explanation.policy) + "\n", style="dim")
    for part in explanation.effects:
        yield Text(_shown(part.written) or say(f"cookie.absent.{part.about}"), style="cyan" if part.written else "dim")
        yield Indented(Text(_shown(effect(part))), 4)
    yield Text("\n" + _verdict(explanation), style="bold green" if explanation.stored else "bold red")
    for reason in explanation.refused:
        yield Indented(Text(_shown(refused(reason))).append(f"  [{reason.source}]", style="dim"), 4)
    if explanation.requests:
        yield Text("\n" + say("cookie.explain.requests"), style="bold")
        yield from _requests(explanation.requests)


def _verdict(explanation: Explanation) -> str:
    if explanation.stored:
        return say("cookie.explain.stored")
    if explanation.cookie is None and not explanation.refused:
        return say("cookie.explain.invalid_response")
    return say("cookie.explain.not_stored") if explanation.refused else say("cookie.explain.deletes")


def _requests(rows: tuple[Carried, ...]) -> Iterable[RenderableType]:
    """Requests of one page with one outcome stand together, so that one sees the rule and not a list."""
    from rich.text import Text

    for place, members in groupby(rows, key=_place):
        yield Indented(Text(place, style="cyan"), 2)
        outcomes: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for row in members:
            outcomes.setdefault(_outcome(row), []).append(row.kind)
        for (verdict, reasons), kinds in outcomes.items():
            yield Indented(Text(verdict, style="bold").append(f"  {', '.join(kinds)}", style="not bold"), 4)
            yield from (Indented(Text(reason, style="dim"), 8) for reason in reasons)


def _place(row: Carried) -> str:
    """Who asks for what."""
    if row.initiator is not None:
        return say("cookie.explain.by_page", page=row.initiator, url=row.url)
    if row.kind == SCRIPT:
        return say("cookie.explain.by_script", url=row.url)
    return say("cookie.explain.by_hand", url=row.url)


def _outcome(row: Carried) -> tuple[str, tuple[str, ...]]:
    if row.sent and not row.sent_later:
        return say("cookie.explain.young"), (say("cookie.explain.only_young"),)
    if row.sent:
        return say("cookie.explain.sent"), ()
    return say("cookie.explain.withheld"), tuple(f"{_shown(withheld(one))} [{one.source}]" for one in row.reasons)


def _shown(text: str) -> str:
    """Text with octets in it as a person can read it: UTF-8 decoded, and nothing that a terminal would obey."""
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def replay_card(outcome: Replay) -> Iterable[RenderableType]:
    """How a file of recorded cases went, with every difference."""
    from rich.text import Text

    data = replay_data(outcome)
    for one in data["failed"]:
        answers = {"step": one["step"], "expected": one["expected"], "got": one["got"]}
        yield Text(_shown(say("cookie.replay.failure", case=one["id"], **answers)))
        yield Indented(Text(_shown(one["why"]), style="dim"), 4)
    for one in data["skipped"]:
        yield Text(_shown(say("cookie.replay.skipped", case=one["id"], why=one["why"])), style="dim")
    failed = len({one["id"] for one in data["failed"]})
    counts = {"passed": data["passed"], "cases": data["cases"], "failed": failed, "skipped": len(data["skipped"])}
    yield Text(say("cookie.replay.summary", policy=data["policy"], **counts), style="bold")
