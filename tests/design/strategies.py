"""Designs made up by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from sessionlab.design.design import Design
from sessionlab.design.switches import SWITCHES

designs = st.builds(Design, **{switch.id: st.sampled_from(switch.values) for switch in SWITCHES})
"""Any complete design, possible or not."""
