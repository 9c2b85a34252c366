"""`session-lab serve`: the lab as a web page on this machine."""

from __future__ import annotations

import click

from sessionlab.render.words import say


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="The first port to try.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def serve(port: int, host: str, no_open: bool) -> None:
    """Open the lab as a web page: http://127.0.0.1:8765/, or the next free port.

    Everything is simulated on this machine: nothing is sent anywhere. Ctrl-C ends it.
    """
    from sessionlab.web.serve import is_loopback
    from sessionlab.web.serve import serve as run

    if not is_loopback(host):
        click.echo(say("serve.open_to_others", host=host), err=True)
    run(host, port, announce=_announce, show=not no_open)


def _announce(url: str) -> None:
    click.echo(say("serve.at", url=url))
