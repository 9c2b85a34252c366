"""The page's own files: read once when the server starts, and served from memory with a fingerprint."""

from __future__ import annotations

import hashlib
import re
from html import escape
from importlib import resources
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response

from sessionlab.render.words import say
from sessionlab.value import Value
from sessionlab.web.joined import closure, joined

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}


_PLACE = re.compile(rb"\{\{([\w.]+)\}\}")


class File(Value):
    """A file as it is served."""

    path: str
    content: bytes
    media_type: str
    fingerprint: str


ENTRY, LAB = "main.js", "lab-page.js"
"""The page's first module, and the one that is loaded with all that the lab needs."""
LASTING = ("image/svg+xml", "font/woff2")
"""What may be kept for a day without asking: browsers look for the icon again whenever the address changes."""


def read_files() -> dict[str, File]:
    """All files of the page by their path. What has no media type, such as a licence, is not served."""
    files = {file.path: file for file in _read(resources.files(__package__) / "static", "")}
    modules = {path: file.content.decode() for path, file in files.items() if path.endswith(".js")}
    lab = joined(modules, LAB, closure(modules, ENTRY)).encode()
    return {**files, LAB: _file(LAB, lab, MEDIA_TYPES["js"])}


def _file(path: str, content: bytes, media_type: str) -> File:
    return File(path, content, media_type, f'"{hashlib.sha256(content).hexdigest()[:16]}"')


def _read(folder: Traversable, prefix: str) -> list[File]:
    found: list[File] = []
    for entry in folder.iterdir():
        path = f"{prefix}{entry.name}"
        kind = MEDIA_TYPES.get(entry.name.rpartition(".")[2])
        if entry.is_dir():
            found += _read(entry, f"{path}/")
        elif kind is not None:
            content = with_words(entry.read_bytes()) if path.endswith(".html") else entry.read_bytes()
            found.append(_file(path, content, kind))
    return found


def with_words(page: bytes) -> bytes:
    """A page with the sentences of the catalogue in the places that name them, such as `{{web.page.title}}`."""
    return _PLACE.sub(lambda found: escape(say(found[1].decode())).encode(), page)


def file_response(request: Request, file: File) -> Response:
    """A file, or the word that the browser has it already. It is asked for each time, so that no old page survives."""
    response = fresh_response(request, file.content, file.media_type, file.fingerprint)
    if file.media_type in LASTING:
        response.headers["cache-control"] = "max-age=86400"
    return response


def fresh_response(request: Request, content: bytes, media_type: str, fingerprint: str) -> Response:
    """Content with its fingerprint, or 304 where the browser named that fingerprint."""
    headers = {"etag": fingerprint, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == fingerprint:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)
