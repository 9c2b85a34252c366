"""Modules that are always loaded together, served as one: each request costs a browser about ten milliseconds.

The modules on disk stay what is read, typed and tested; they are joined when the server starts. Of the language it
understands what they use, and nothing else: `import { a, b as c } from "./x.js";` on one line, and `export` before a
declaration.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

IMPORT = re.compile(r'^import \{ (?P<names>[^}]+) \} from "(?P<path>\.[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?P<kind>(?:async )?function|const|class) (?P<name>\w+)", re.MULTILINE)
LOADED_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)(?=[.,;)]| *\])')


def joined(files: Mapping[str, str], entry: str, apart: frozenset[str]) -> str:
    """The entry with all modules that it imports, directly or not, as one module with the entry's own exports.

    `files`: the modules by their path. `apart`: those that stay modules of their own, since others have them too and
    they remember something. Raises `ValueError` for modules that import each other in a circle.
    """
    order = _order(files, entry, apart, ())
    outside = sorted({path for one in order for path in _imported(files, one) if path in apart})
    lines = [f'import * as {_variable(path)} from "{_relative(path, entry)}";' for path in outside]
    lines += [_wrapped(files, path, entry) for path in order]
    names = ", ".join(found["name"] for found in EXPORT.finditer(files[entry]))
    return "\n".join((*lines, f"export const {{ {names} }} = {_variable(entry)};", ""))


def closure(files: Mapping[str, str], entry: str) -> frozenset[str]:
    """The entry and all modules that it imports, directly or not."""
    return frozenset(_order(files, entry, frozenset(), ()))


def _order(files: Mapping[str, str], path: str, apart: frozenset[str], above: tuple[str, ...]) -> tuple[str, ...]:
    """The module and what it imports, each after what it needs."""
    if path in above:
        raise ValueError(f"modules import each other: {' → '.join((*above, path))}")
    found: dict[str, None] = {}
    for one in _imported(files, path):
        if one not in apart:
            found |= dict.fromkeys(_order(files, one, apart, (*above, path)))
    return (*found, path)


def _imported(files: Mapping[str, str], path: str) -> list[str]:
    return [_resolved(found["path"], path) for found in IMPORT.finditer(files[path])]


def _resolved(path: str, by: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(by), path))


def _relative(path: str, to: str) -> str:
    relative = posixpath.relpath(path, posixpath.dirname(to) or ".")
    return relative if relative.startswith(".") else f"./{relative}"


def _variable(path: str) -> str:
    return "module_" + re.sub(r"\W", "_", path)


def _wrapped(files: Mapping[str, str], path: str, entry: str) -> str:
    """One module as a scope of its own that gives its exports."""
    names = ", ".join(found["name"] for found in EXPORT.finditer(files[path]))
    text = IMPORT.sub(lambda found: _taken(found, path), files[path])
    text = EXPORT.sub(lambda found: f"{found['kind']} {found['name']}", text)
    text = LOADED_LATER.sub(lambda found: f'import("{_relative(_resolved(found["path"], path), entry)}")', text)
    return f"const {_variable(path)} = (() => {{\n{text}\nreturn {{ {names} }};\n}})();"


def _taken(found: re.Match[str], path: str) -> str:
    names = found["names"].replace(" as ", ": ")
    return f"const {{ {names} }} = {_variable(_resolved(found['path'], path))};"
