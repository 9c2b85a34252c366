"""The session card of the design that a page shows."""

from __future__ import annotations

from sessionlab.card.draw_up import card_of
from sessionlab.card.simulated import simulated
from sessionlab.cookies.policy import with_settings
from sessionlab.render.card import card_form
from sessionlab.render.form.card import CardForm
from sessionlab.web.asked import DesignAsked, design_asked, policy_asked


def carded(asked: DesignAsked) -> CardForm:
    """All experiments on the design, in the browser that is asked for."""
    design, environment = design_asked(asked)
    policy = with_settings(
        policy_asked(asked),
        third_party_cookies=environment.third_party_cookies,
        default_same_site=environment.default_same_site,
    )
    return card_form(card_of(simulated(design, policy)), design)
