"""Where a real server keeps its sessions: one store a file, all behind the same small port."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sessionlab.stores import file, memory, sqlite
from sessionlab.stores.port import Clock, Store

Open = Callable[[Path, Clock], Store]

STORES: Mapping[str, Open] = {
    "process_memory": memory.open_store,
    "file": file.open_store,
    "database": sqlite.open_store,
    # Sessions that the client holds need no store; what asks for one all the same gets the simplest.
    "none": memory.open_store,
}
"""How a store is opened in a folder of its own, by the value of `session_store`."""
