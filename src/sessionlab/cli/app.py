"""`session-lab app`: a design as a real application on this machine."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessionlab.cli.play import complete_choice, from_file
from sessionlab.design.choices import read_choices
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.validity import check
from sessionlab.engine.steps import Note, Step
from sessionlab.errors import Trouble
from sessionlab.http.message import Request, Response
from sessionlab.render.words import say
from sessionlab.servers.served import check_served
from sessionlab.servers.state import PASSWORDS

if TYPE_CHECKING:
    from sessionlab.rules.rule import Finding

HOST, PORT = "127.0.0.1", 8800
APP_NAME = "app.example.test"
PACKAGES = ("cryptography", "itsdangerous", "joserfc", "trustme", "uvicorn")


@click.command()
@click.option(
    "--set", "choices", multiple=True, metavar="SWITCH=VALUE", shell_complete=complete_choice, help="Choose otherwise."
)
@click.option("--design", "design_file", type=click.Path(path_type=Path), help="A design file, JSON or TOML.")
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="The first port to try.")
@click.option(
    "--data",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the records of stores of files, and the keys, in this folder for the next start.",
)
@click.option("--https", is_flag=True, help="With TLS, and a throw-away certificate.")
def app(choices: tuple[str, ...], design_file: Path | None, port: int, folder: Path | None, https: bool) -> None:
    """Serve a design as a real application on this machine: real cookies, a real store, real cryptography.

    It starts from the plain design (`seed_lab`). Deliberately a demo: it shows its users' passwords, and listens on
    127.0.0.1 only. Ctrl-C ends it.
    """
    chosen = {**(from_file(design_file) if design_file else {}), **read_choices(choices)}
    design = design_from(chosen, SEED_LAB)
    check(design)
    check_served(design)
    _check_packages()
    _serve(design, port, folder, https)


def _check_packages() -> None:
    missing = tuple(name for name in PACKAGES if importlib.util.find_spec(name) is None)
    if missing:
        raise Trouble("missing_packages", names=missing)


def _serve(design: Design, port: int, folder: Path | None, https: bool) -> None:
    from sessionlab.render.app_page import AppPages
    from sessionlab.servers.asgi import application
    from sessionlab.servers.loopback import serve
    from sessionlab.web.serve import listen

    serious = serious_findings(design)
    pages = AppPages(design, len(serious))
    try:
        served = application(design, pages=pages, weak=bool(serious), listener=_tell, folder=folder)
    except (OSError, ValueError, sqlite3.Error) as problem:
        raise Trouble("unusable_folder", folder=str(folder), problem=str(problem)) from problem
    listening = listen(HOST, port)
    for line in (*start_lines(design, serious, listening.getsockname()[1], https), *about_store(design, folder)):
        click.echo(line)
    serve(served, listening, https)


def serious_findings(design: Design) -> tuple[Finding, ...]:
    """The findings of high severity that a design has before anything happens."""
    from sessionlab.rules import findings_of_design
    from sessionlab.rules.rule import HIGH

    return tuple(finding for finding in findings_of_design(design) if finding.severity == HIGH)


def start_lines(design: Design, serious: tuple[Finding, ...], port: int, https: bool) -> Iterable[str]:
    """What a person should know before the first request."""
    scheme = "https" if https else "http"
    yield say("app.at", url=f"{scheme}://localhost:{port}/")
    for name, password in PASSWORDS:
        yield say("app.user", name=name, password=password)
    yield say("app.look")
    if https:
        yield say("app.certificate")
    yield from _about_transport(design, https, f"{scheme}://{APP_NAME}:{port}/")
    if serious:
        yield say("app.weak")
        for finding in serious:
            yield say("app.finding", text=say(f"finding.{finding.code}"), source=finding.source)
    yield say("app.log")


def about_store(design: Design, folder: Path | None) -> Iterable[str]:
    """Where the sessions are, as far as a person will notice it."""
    if design.app_instances == "two":
        yield say("app.two", sticky=say("app.sticky") if design.load_balancing == "sticky" else "")
    if folder is not None:
        yield say("app.kept", folder=folder)
    elif design.session_store not in ("process_memory", "none"):
        yield say("app.passing")


def _about_transport(design: Design, https: bool, url: str) -> Iterable[str]:
    by_cookie = design.credential_transport == "cookie"
    if not https and design.tls != "http_only":
        yield say("app.secure_over_http") if by_cookie and design.secure else say("app.no_tls")
    if https and design.tls == "http_only":
        yield say("app.only_http")
    if by_cookie and design.cookie_domain == "parent_domain":
        yield say("app.domain", url=url)


def _tell(instance: str, request: Request, response: Response, steps: tuple[Step, ...]) -> None:
    """One line for each request: what was asked, what was answered, and the steps in between."""
    names = " ".join(type(step).__name__ for step in steps if not isinstance(step, Note))
    click.echo(f"{instance} {request.method} {request.url.path} {response.status} {names}".rstrip())
