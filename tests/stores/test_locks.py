from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from sessionlab.stores.locks import FileLocks
from sessionlab.stores.queues import Queues

HOLD = """
import asyncio, sys
from pathlib import Path
from sessionlab.stores.locks import FileLocks
from sessionlab.stores.queues import Queues

async def hold():
    async with FileLocks(Path(sys.argv[1]), Queues()).session("a"):
        print("held", flush=True)
        sys.stdin.readline()

asyncio.run(hold())
"""


def test_a_session_that_another_process_uses_is_waited_for(tmp_path: Path):
    path = tmp_path / "locks"
    command = [sys.executable, "-c", HOLD, str(path)]
    locks = FileLocks(path, Queues())
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        told: list[str] = []

        async def use(key: str) -> None:
            async with locks.session(key):
                told.append(key)

        async def both() -> None:
            waiting = asyncio.create_task(use("a"))
            await use("b")
            assert told == ["b"]
            assert other.stdin is not None
            other.stdin.write("\n")
            other.stdin.close()
            await waiting

        asyncio.run(both())
    assert told == ["b", "a"]
    locks.close()
