"""`session-lab check FILE.json`: decide claims about attacks and designs, exactly."""

from __future__ import annotations

from pathlib import Path

import click

from sessionlab.errors import Trouble
from sessionlab.explore.claims import Judge, Verdict, read_claims
from sessionlab.render.words import say
from sessionlab.value import to_json


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
    for claim in claims.rows:
        try:
            verdicts.append(judge.decide(claim, claims))
        except Trouble:
            undecided.append({"id": claim.id, "why": say("claims.no_such_attack", attack=claim.attack)})
            continue
        if not as_json and not verdicts[-1].holds:
            click.echo(_told(verdicts[-1]))
    failed = [verdict for verdict in verdicts if not verdict.holds]
    if as_json:
        click.echo(to_json(_summary(len(claims.rows), verdicts, failed, undecided)))
    else:
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
    design = "  ".join(f"{name}={str(value).lower()}" for name, value in verdict.counterexample)
    return say("claims.fails", id=verdict.id, expected=verdict.expected, got=verdict.got or "-", design=design)


def _summary(
    rows: int, verdicts: list[Verdict], failed: list[Verdict], undecided: list[dict[str, str]]
) -> dict[str, object]:
    fails = [
        {
            "id": verdict.id,
            "expected": verdict.expected,
            "got": verdict.got,
            "counterexample": dict(verdict.counterexample),
            "why": verdict.why,
        }
        for verdict in failed
    ]
    return {"rows": rows, "holds": len(verdicts) - len(failed), "fails": fails, "undecided": undecided}
