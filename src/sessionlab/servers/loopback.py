"""Serving an application to this machine, with or without TLS."""

from __future__ import annotations

import contextlib
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sessionlab.servers.asgi import Asgi

NAMES = ("localhost", "127.0.0.1", "app.example.test", "sibling.example.test")
PATIENCE = 1
"""Seconds that requests under way get when the server is ended."""


def serve(app: Asgi, listening: socket.socket, https: bool) -> None:
    """Serve on a socket that listens until somebody interrupts."""
    import uvicorn

    with contextlib.ExitStack() as stack:
        certificate = stack.enter_context(throw_away_certificate()) if https else None
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=PATIENCE,
            ssl_certfile=certificate,
        )
        uvicorn.Server(config).run(sockets=[listening])


@contextlib.contextmanager
def throw_away_certificate(names: tuple[str, ...] = NAMES) -> Iterator[Path]:
    """A file with a fresh key and a certificate for these names, which nobody trusts; gone afterwards."""
    import trustme

    with tempfile.TemporaryDirectory(prefix="session-lab-") as folder:
        path = Path(folder) / "certificate.pem"
        trustme.CA().issue_cert(*names).private_key_and_cert_chain_pem.write_to_path(str(path))
        path.chmod(0o600)
        yield path
