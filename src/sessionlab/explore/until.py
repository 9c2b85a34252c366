"""What ends a success by itself: the attack once more, tried only after that limit."""

from __future__ import annotations

from sessionlab.attacks.attack import Attack, recipe
from sessionlab.engine.durations import REFRESH_GRACE, REFRESH_LIFETIME, SIGNATURE_WINDOW
from sessionlab.servers.revocations import CACHE
from sessionlab.value import Value
from sessionlab.world.action import Action


class Limit(Value):
    """A limit: what has to happen for it to pass, and the switches without which there is no such limit."""

    actions: tuple[Action, ...]
    exists: tuple[tuple[str, tuple[object, ...]], ...] = ()


_TOKENS_END = (("check_exp", (True,)), ("access_token_lifetime", ("minutes_5", "hour_1")))
_TOKEN = Limit(recipe("wait_past=token_end"), _TOKENS_END)

LIMITS: dict[str, Limit] = {
    "token_expiry": _TOKEN,
    "clock_leeway": _TOKEN,
    "clock_skew": _TOKEN,
    "assertion_expiry": Limit(recipe("wait_past=token_end"), (("check_exp", (True,)),)),
    "signature_window": Limit(recipe(f"wait={SIGNATURE_WINDOW + 1}")),
    "revocation_cache": Limit(recipe(f"wait={CACHE + 1}")),
    "refresh_absolute_lifetime": Limit(recipe(f"wait={REFRESH_LIFETIME}")),
    # It comes when no grace covers it any more; the access token that was got before lives on until it ends by itself.
    "next_refresh_of_victim": Limit(
        recipe(f"wait={REFRESH_GRACE + 1}", "refresh", "wait_past=token_end", "attacker:refresh"), _TOKENS_END
    ),
}
"""By the names that claims give them."""


def after(limit: Limit, attack: Attack) -> Attack:
    """The attack with its last action tried only once the limit has passed."""
    first = attack.actions.index(attack.actions[-1])
    return attack.with_actions(*attack.actions[:first], *limit.actions, *attack.actions[first:])
