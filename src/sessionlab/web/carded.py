"""The session card of the design that a page shows."""

from __future__ import annotations

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.render.card import card_form
from sessionlab.render.form.card import CardForm
from sessionlab.web.asked import DesignAsked, design_asked, policy_asked
from sessionlab.world.start import rules_in


def carded(asked: DesignAsked) -> CardForm:
    """All experiments on the design, in the browser that is asked for."""
    design, environment = design_asked(asked)
    rules = rules_in(environment, policy_asked(asked))
    return card_form(card_of(simulated(design, rules)), design)
