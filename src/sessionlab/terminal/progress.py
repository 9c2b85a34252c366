"""A progress bar for what takes long: on standard error, and only where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def shown(things: Sequence[T], name: Callable[[T], str]) -> Iterator[T]:
    """The things one by one, with a bar that says which one is under way if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=len(things))
        for thing in things:
            progress.update(task, description=name(thing))
            yield thing
            progress.advance(task)
