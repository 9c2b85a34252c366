"""`session-lab doctor`: what this machine has for the lab, and what is missing."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import re
import shutil
import sys

import click

from sessionlab import __version__
from sessionlab.render.words import say
from sessionlab.value import Value, to_json

OLDEST_PYTHON = (3, 11)


class Check(Value):
    """One thing that was looked for. `needed` says whether the lab works at all without it."""

    code: str
    name: str
    found: str | None
    needed: bool


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Say what this machine has for the lab, and what is missing.

    Exits with 1 if the lab cannot work here.
    """
    checks = examine()
    if as_json:
        click.echo(to_json(checks))
    else:
        for check in checks:
            click.echo(line(check))
    missing = [check.name for check in checks if check.found is None and check.needed]
    if not as_json:
        click.echo(say("doctor.missing", names=", ".join(missing)) if missing else say("doctor.well"))
    context.exit(1 if missing else 0)


def examine() -> tuple[Check, ...]:
    """Look for everything the lab can use."""
    new_enough = sys.version_info >= OLDEST_PYTHON
    return (
        Check("lab", "session-lab", __version__, True),
        Check("python", "Python", platform.python_version() if new_enough else None, True),
        *(Check("package", name, _version(name), True) for name in requirements()),
        *(Check("app", name, _version(name), False) for name in requirements("app")),
        Check("browser", "Chromium", shutil.which("chromium") or shutil.which("chromium-browser"), False),
        Check("driver", "playwright", _version("playwright"), False),
    )


def line(check: Check) -> str:
    """One check as a line of text."""
    mark = "ok" if check.found else ("--" if check.needed else "  ")
    found = check.found or say("doctor.absent")
    return f"{mark}  {check.name:<18} {found:<24} {say(f'doctor.use.{check.code}')}".rstrip()


def requirements(extra: str | None = None) -> tuple[str, ...]:
    """The packages that the installed project says it depends on, plainly or for one of its extras."""
    wanted = f'extra == "{extra}"' if extra else None
    names = []
    for text in importlib.metadata.requires("sessionlab") or ():
        requirement, _, marker = (part.strip() for part in text.partition(";"))
        if marker.replace("'", '"') == (wanted or ""):
            names.append(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])
    return tuple(names)


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None
