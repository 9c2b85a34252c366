"""`session-lab cookie`: explain a Set-Cookie line, and replay recorded cookie cases."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionlab.cli.policy import POLICY
from sessionlab.cookies.policy import policy_named
from sessionlab.errors import Trouble
from sessionlab.value import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

_FIELD = re.compile(r"(?i)set-cookie:[ \t]*")


_as_json = click.option("--json", "as_json", is_flag=True, help="As JSON.")


@click.group()
def cookie() -> None:
    """Explain a Set-Cookie line, or replay recorded cookie cases."""


@cookie.command()
@click.argument("line", required=False)
@click.option("--url", required=True, help="The URL whose response sets the cookie.")
@click.option("--from", "page", help="The page that causes the later requests (default: its own, and a foreign one).")
@POLICY
@_as_json
def explain(line: str | None, url: str, page: str | None, policy: str, as_json: bool) -> None:
    """Show what LINE ('Set-Cookie: sid=1; Path=/') does: each part, stored or refused, and which requests carry it.

    Without LINE, a header dump (such as `curl -i` prints) is read from standard input.
    """
    import time

    from sessionlab.browser.explain import explain as explained
    from sessionlab.http.url import parse_url
    from sessionlab.render.cookie_words import explanation_data

    browser, place = policy_named(policy), parse_url(url)
    asking = None if page is None else parse_url(page)
    lines = _dumped() if line is None else (_FIELD.sub("", os.fsencode(line).decode("latin-1").strip(), count=1),)
    found = [explained(text, place, browser, time.time(), asking) for text in lines]
    if as_json:
        data = [explanation_data(one) for one in found]
        click.echo(to_json(data[0] if line is not None else data))
        return
    from sessionlab.terminal.cookie import explanation_card

    for one in found:
        _draw(explanation_card(one))


@cookie.command()
@click.argument("file", type=click.Path(path_type=Path))
@POLICY
@_as_json
@click.pass_context
def replay(context: click.Context, file: Path, policy: str, as_json: bool) -> None:
    """Run a FILE of recorded cookie cases and show every answer that differs (exit code 1 if one does)."""
    from sessionlab.browser.cases import read_cases
    from sessionlab.browser.replay import replay as replayed
    from sessionlab.render.cookie_words import replay_data

    browser = policy_named(policy)
    outcome = replayed(read_cases(_content(file), str(file)), browser)
    if as_json:
        click.echo(to_json(replay_data(outcome)))
    else:
        from sessionlab.terminal.cookie import replay_card

        _draw(replay_card(outcome))
    context.exit(1 if outcome.failed else 0)


def _dumped() -> tuple[str, ...]:
    """The Set-Cookie lines on standard input. Raises `Trouble` if there is none, or nobody to type one."""
    from sessionlab.http.headers import all_values, read_dump

    text = "" if sys.stdin.isatty() else sys.stdin.buffer.read().decode("latin-1")
    lines = all_values(read_dump(text), "Set-Cookie")
    if not lines:
        raise Trouble("no_set_cookie")
    return lines


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise Trouble("unreadable_file", file=str(file), problem=problem.strerror or str(problem)) from problem


def _draw(things: Iterable[RenderableType]) -> None:
    from sessionlab.terminal.console import console

    screen = console()
    for thing in things:
        screen.print(thing, crop=False)
