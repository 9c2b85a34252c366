"""Serving the page on this machine: a free port, the URL, and a browser where somebody sits in front of one."""

from __future__ import annotations

import errno
import os
import socket
import sys
import webbrowser
from collections.abc import Callable

import uvicorn

from sessionlab.errors import Trouble
from sessionlab.web.app import make_app
from sessionlab.web.guard import LOOPBACK

PORT = 8765
MOST_TRIES = 50


def serve(host: str, port: int, *, announce: Callable[[str], None], show: bool = True) -> None:
    """Serve until somebody interrupts. `announce` is told the URL once connections are accepted."""
    listening = listen(host, port)
    url = url_of(host, listening.getsockname()[1])
    announce(url)
    if show and has_desktop():
        webbrowser.open(url)
    config = uvicorn.Config(
        make_app(host), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the first free port from `port` on. Raises `Trouble` if there is none near."""
    for candidate in range(port, min(port + MOST_TRIES, 65_536)):
        try:
            return _listening(host, candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise Trouble("cannot_listen", host=host, detail=error.strerror or str(error)) from error
    raise Trouble("port_taken", port=port)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio switches Nagle's delay off (40 ms an answer) only where it is.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Without this a restart within a minute would find its own port taken.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError:
        listening.close()
        raise
    return listening


def url_of(host: str, port: int) -> str:
    """The address to type."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the lab there."""
    return host in LOOPBACK or host.startswith("127.")


def has_desktop() -> bool:
    """Whether a browser that is opened would be seen by anybody."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
