"""The last sentence of a play: who can still act as the user, and what decided it."""

from __future__ import annotations

from sessionlab.engine import steps as s
from sessionlab.render import form
from sessionlab.render.http_text import clock_time
from sessionlab.render.pen import Pen
from sessionlab.render.registry import Registry
from sessionlab.render.steps import told
from sessionlab.render.terms import until
from sessionlab.tokens.terms import Token
from sessionlab.world.outcome import ENDED, NO_COPY, STANDS, Ending, Outcome, Trial
from sessionlab.world.turning import Turn

BY_STEP = {
    s.Delete: "record_deleted",
    s.DeleteAll: "all_deleted",
    s.Deny: "denied",
    s.ChangeAccount: "account_changed",
    s.Update: "identity_removed",
    s.Create: "record_replaced",
    s.RevokeFamily: "family_revoked",
    s.UseRefresh: "refresh_used",
    s.ForgetLogins: "login_forgotten",
    s.RevokeKeys: "keys_revoked",
    s.SeenBefore: "id_used",
}
"""What a server's step did to a value that stopped working."""
BY_ACT = (
    "wait",
    "restart",
    "disable_account",
    "change_role",
    "clear_store",
    "evict",
    "rotate_key",
    "denylist_outage",
    "revoke_credential",
)


def verdict(outcome: Outcome, turns: tuple[Turn, ...], pen: Pen, registry: Registry) -> form.Verdict:
    """The verdict in words and as data."""
    decisive, ending = outcome.decisive, outcome.ending
    return form.Verdict(
        text=f"{_who(outcome, pen)} {_why(outcome, pen)}",
        who=outcome.who,
        why=outcome.why,
        token=None if decisive is None else registry.name(decisive.credential),
        ground="" if decisive is None else decisive.belief.ground,
        ended_in=None if ending is None else ending.place + 1,
        ended_by=None if ending is None or ending.step is None else _code(ending, pen),
        tries=tuple(_try(trial, pen, registry) for trial in outcome.trials),
        turns=tuple(form.Turn(turn.switch, turn.value) for turn in turns),
    )


def _who(outcome: Outcome, pen: Pen) -> str:
    return pen.say(f"verdict.who.{outcome.who}")


def _why(outcome: Outcome, pen: Pen) -> str:
    decisive, ending = outcome.decisive, outcome.ending
    if decisive is None or outcome.why == NO_COPY:
        return pen.say("verdict.no_copy")
    value = pen.short(decisive.credential)
    if outcome.why == STANDS:
        return pen.say(f"verdict.stands.{_stands_by(decisive)}", value=value, time=_end(decisive))
    if outcome.why == ENDED and ending is not None:
        return pen.say(f"verdict.ended.{_ended_by(ending)}", value=value, number=ending.place + 1)
    ground = pen.say(f"ground.{decisive.belief.ground}", user="")
    return pen.say("verdict.never", value=value, ground=ground)


def _stands_by(trial: Trial) -> str:
    ground = trial.belief.ground
    if ground == "verified_claims" and _end(trial) == "":
        return "verified_claims_without_end"
    return ground


def _end(trial: Trial) -> str:
    """When the value ends by itself, as a time of day; "" if it never does."""
    if not isinstance(trial.credential, Token):
        return ""
    end = until(trial.credential.claims.exp)
    return "" if end is None else clock_time(end)


def _ended_by(ending: Ending) -> str:
    if ending.step is not None:
        return BY_STEP[type(ending.step)]
    return ending.exchange.action.verb if ending.exchange.action.verb in BY_ACT else "otherwise"


def _code(ending: Ending, pen: Pen) -> str:
    steps = tuple(pair for pair in ending.exchange.steps if pair[0] is ending.step)
    return told(steps, pen)[0].code


def _try(trial: Trial, pen: Pen, registry: Registry) -> form.Try:
    user, ground = trial.belief.user, trial.belief.ground
    how = "copy" if trial.by_copy else "browser"
    code = "known" if user is not None else "nobody"
    who = pen.say(f"who.{trial.who}")
    value = pen.short(trial.credential)
    text = pen.say(f"try.{how}.{code}", who=who, value=value, user=user or "")
    return form.Try(trial.who, trial.by_copy, registry.name(trial.credential), user, ground, text)
