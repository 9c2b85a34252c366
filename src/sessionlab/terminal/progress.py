"""A progress bar for what takes long: on standard error, and only where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def shown(things: Iterable[T], count: int, name: Callable[[T], str]) -> Iterator[T]:
    """The things one by one, with a bar of `count` parts that names the newest if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count)
        for thing in things:
            progress.update(task, description=name(thing))
            yield thing
            progress.advance(task)
