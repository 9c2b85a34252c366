"""Rows of the ground truth that the lab does not find true of every design they speak of; docs/claims.md argues each.

A test keeps the list exact: a row that holds again must leave it.
"""

from __future__ import annotations

LAGGING = "what one place has deleted or denied, another place may still believe for a while"

DOUBTS: dict[str, str] = {
    "R159": "over http a browser sends no Sec-Fetch-Site, so a defence that looks at nothing else has nothing to say",
    "R176": "Clear-Site-Data is obeyed in any response, so an image that logs out can still empty the jar",
    "R292": LAGGING,
    "R368": LAGGING,
    "R370": LAGGING,
}
