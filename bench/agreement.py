"""Many made-up plays under many designs, in the simulation and with a real server: do they ever part?

python bench/agreement.py 20000 [SEED]      exits with 1 and shows the smallest play found if they do
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sessionlab.cookies.policy import POLICIES, BrowserPolicy
from sessionlab.design.design import Design
from sessionlab.design.space import SEED_LAB
from sessionlab.design.switches import SWITCHES
from sessionlab.world.action import Action
from tests.agreement.agreement import disagreements
from tests.agreement.plays import plays

USUAL_PLAYS = 2000


def play_in_short(design: Design, actions: tuple[Action, ...]) -> str:
    """The play as one would type it."""
    chosen = [f"--set {each}" for each in written_difference(design)]
    return " ".join(("session-lab play", *chosen, *map(str, actions)))


def written_difference(design: Design) -> list[str]:
    """The switches that differ from the plain starting point, as choices."""
    names = (switch.id for switch in SWITCHES)
    return [f"{name}={getattr(design, name)}" for name in names if getattr(design, name) != getattr(SEED_LAB, name)]


def main(count: int, number: int) -> int:
    """Play `count` plays from this seed number."""
    loop = asyncio.new_event_loop()
    tally: Counter[str] = Counter()

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(made_up=plays(served=True), policy=st.sampled_from(POLICIES))
    def play(made_up: tuple[Design, tuple[Action, ...]], policy: BrowserPolicy) -> None:
        design, actions = made_up
        tally["plays"] += 1
        tally["actions"] += len(actions)
        found = disagreements(design, actions, loop, policy)
        assert found == [], "\n".join((play_in_short(design, actions), *found))

    begun = time.perf_counter()
    try:
        play()
    except AssertionError as parted:
        print(parted)
        return 1
    finally:
        seconds = time.perf_counter() - begun
        print(f"{tally['plays']} plays, {tally['actions']} actions, {seconds:.1f} s")
        loop.close()
    return 0


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else USUAL_PLAYS, numbers[1] if len(numbers) > 1 else 1))
