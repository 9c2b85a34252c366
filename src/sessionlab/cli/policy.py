"""The option that says which browser to be, and how a shell completes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sessionlab.cookies.policy import DEFAULT_POLICY, POLICIES


def complete_policy(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The names of policies that begin like this."""
    return [policy.name for policy in POLICIES if policy.name.startswith(incomplete)]


POLICY: Callable[[Any], Any] = click.option(
    "--policy",
    default=DEFAULT_POLICY.name,
    show_default=True,
    shell_complete=complete_policy,
    help="The browser to be; `session-lab policies` lists them.",
)
