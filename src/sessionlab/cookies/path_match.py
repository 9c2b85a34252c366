"""Paths and path matching (6265bis 5.1.4)."""

from __future__ import annotations


def default_path(path: str) -> str:
    """The path of a cookie that names none: the request's path up to, not including, its last "/"."""
    return path[: path.rfind("/")] or "/" if path.startswith("/") else "/"


def path_match(path: str, cookie_path: str) -> bool:
    """Whether a request path is the cookie's path or lies below it."""
    if path == cookie_path:
        return True
    if not path.startswith(cookie_path):
        return False
    return cookie_path.endswith("/") or path[len(cookie_path)] == "/"
