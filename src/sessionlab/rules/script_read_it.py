"""A script in the page read the credential."""

from __future__ import annotations

from sessionlab.rules.moments import is_act, learned
from sessionlab.rules.rule import HIGH, Details, Moment, Rule


def _happened(moment: Moment) -> Details | None:
    read = learned(moment) if is_act(moment, "run_script") else ()
    return (("value", read[0]),) if read else None


RULE = Rule("script_read_it", HIGH, "OWASP HTML5 CS; 6265bis 8.3", of_moment=_happened)
