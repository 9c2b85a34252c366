"""`session-lab check FILE.json`: decide claims about attacks and designs, exactly."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.cli.play import played
from sessionlab.cookies.policy import DEFAULT_POLICY
from sessionlab.design.space import SEED_LAB, design_from
from sessionlab.design.switch import SwitchValue, written
from sessionlab.errors import Trouble
from sessionlab.explore.claims import Judge, Verdict, read_claims
from sessionlab.render.words import say
from sessionlab.terminal.progress import shown
from sessionlab.value import to_builtins, to_json


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def check(context: click.Context, file: Path, as_json: bool) -> None:
    """Decide every claim in FILE: it holds, it fails with a counterexample, or it cannot be decided."""
    claims = read_claims(_text_of(file))
    judge = Judge()
    verdicts: list[Verdict] = []
    undecided: list[dict[str, str]] = []
    for claim in shown(claims.rows, len(claims.rows), lambda claim: f"{claim.id} {claim.attack}"):
        try:
            verdicts.append(judge.decide(claim, claims))
        except Trouble:
            undecided.append({"id": claim.id, "why": say("claims.no_such_attack", attack=claim.attack)})
        judge.tidy()
    failed = [verdict for verdict in verdicts if not verdict.holds]
    if as_json:
        click.echo(to_json(_summary(len(claims.rows), verdicts, failed, undecided)))
    else:
        for verdict in failed:
            click.echo(_told(verdict))
        for row in undecided:
            click.echo(f"{row['id']}  {row['why']}")
        counts = {"rows": len(claims.rows), "holds": len(verdicts) - len(failed), "fails": len(failed)}
        click.echo(say("claims.sum", **counts, undecided=len(undecided)))
    context.exit(1 if failed or undecided else 0)


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(
            "unreadable_claims", file=str(file), problem=getattr(error, "strerror", None) or "no text"
        ) from None


def _told(verdict: Verdict) -> str:
    design = "  ".join(map(_chosen, verdict.counterexample)) or say(f"claims.why.{verdict.why}")
    told = say("claims.fails", id=verdict.id, expected=verdict.expected, got=verdict.got or "-", design=design)
    if not verdict.deciding:
        return told
    return told + "\n" + say("claims.deciding", changes="  ".join(map(_chosen, verdict.deciding)))


def _chosen(choice: tuple[str, SwitchValue]) -> str:
    name, value = choice
    return f"{name}={written(value)}"


def _summary(
    rows: int, verdicts: list[Verdict], failed: list[Verdict], undecided: list[dict[str, str]]
) -> dict[str, object]:
    fails = [
        {
            "id": verdict.id,
            "expected": verdict.expected,
            "got": verdict.got,
            "counterexample": _counterexample(verdict) if verdict.got else None,
            "why": say(f"claims.why.{verdict.why}"),
        }
        for verdict in failed
    ]
    return {"rows": rows, "holds": len(verdicts) - len(failed), "fails": fails, "undecided": undecided}


def _counterexample(verdict: Verdict) -> dict[str, object]:
    """A complete design, what is done there and what comes of it, and the switches that decide."""
    from sessionlab.render.trace import trace

    differs = dict(verdict.counterexample)
    done = played(verdict.actions, differs, DEFAULT_POLICY.name, 1, SEED_LAB) if verdict.actions else None
    return {
        "differs": differs,
        "design": to_builtins(design_from(differs)),
        "deciding": [{"switch": switch, "value": value} for switch, value in verdict.deciding],
        "actions": verdict.actions,
        "trace": None if done is None else trace(done),
    }
