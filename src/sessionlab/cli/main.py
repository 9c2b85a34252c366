"""`session-lab`: the way in, and the one place that turns whatever goes wrong into a sentence and an exit code.

Nothing heavy is imported here: the commands, and what they draw with, come when they are called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from sessionlab import __version__
from sessionlab.cli.commands import LazyGroup
from sessionlab.errors import Trouble

BAD_INPUT = 2
BROKEN = 70
"""For a mistake of the lab's own (EX_SOFTWARE)."""
INTERRUPTED = 130


@click.group(
    name="session-lab",
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "--version", prog_name="session-lab", message="%(prog)s %(version)s")
@click.pass_context
def lab(context: click.Context) -> None:
    """See how login state survives between HTTP requests.

    A teaching model: everything happens inside this program, and nothing is sent anywhere. Without a command it opens
    the lab as a web page; `session-lab play` tells the story in the terminal.
    """
    if context.invoked_subcommand is None:
        from sessionlab.cli.serve import serve

        context.invoke(serve)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that knows ASCII only still works
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = lab.main(args=arguments, prog_name="session-lab", standalone_mode=False)
        sys.stdout.flush()
    except Trouble as trouble:
        return _complain(trouble)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        return _complain(_usage_trouble(error))
    except BrokenPipeError:
        return _reader_is_gone()
    except Exception as error:
        if os.environ.get("SESSIONLAB_TRACEBACK"):
            raise
        _complain(Trouble("own_mistake", kind=type(error).__name__, detail=str(error)))
        return BROKEN
    return result if isinstance(result, int) else 0


def _complain(trouble: Trouble) -> int:
    from sessionlab.render.trouble import sentences

    click.echo(sentences(trouble), err=True)
    return BAD_INPUT


def _usage_trouble(error: click.ClickException) -> Trouble:
    """What click says about wrong arguments, with the nearest options if it knows some and the way to the help."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "session-lab"
    message = error.format_message()
    return Trouble("usage", detail=message if message.endswith(("?", ".")) else f"{message}.", command=command)


def _reader_is_gone() -> int:
    """Whoever read the output (`| head`) has enough: be quiet, also when Python closes the stream at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
