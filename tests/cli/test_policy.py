"""Which browser to be, and its completion."""

from __future__ import annotations

import click

from sessionlab.cli.policy import POLICY, complete_policy
from sessionlab.cookies.policy import DEFAULT_POLICY


@click.command()
@POLICY
def command(policy: str) -> None:
    """A command with the option."""


def test_the_names_that_begin_like_this_are_offered():
    context, option = click.Context(command), command.params[0]
    assert complete_policy(context, option, "rfc") == ["rfc6265"]
    assert DEFAULT_POLICY.name in complete_policy(context, option, "")
    assert complete_policy(context, option, "netscape") == []


def test_without_the_option_it_is_todays_browser():
    assert command.params[0].default == DEFAULT_POLICY.name
