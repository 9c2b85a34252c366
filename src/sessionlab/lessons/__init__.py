"""The stories, one a file, in the order in which a learner meets them; a test compares the list with the folder."""

from __future__ import annotations

from sessionlab.lessons import (
    absence,
    copied_token,
    fixation_and_rotation,
    http_only,
    login_creates_state,
    logout_has_two_sides,
    out_of_sync,
    pointer_or_meaning,
    same_site,
    secure,
    tokens_need_a_strategy,
)
from sessionlab.lessons.story import Story

STORIES: tuple[Story, ...] = (
    absence.STORY,
    login_creates_state.STORY,
    pointer_or_meaning.STORY,
    logout_has_two_sides.STORY,
    copied_token.STORY,
    fixation_and_rotation.STORY,
    http_only.STORY,
    secure.STORY,
    same_site.STORY,
    out_of_sync.STORY,
    tokens_need_a_strategy.STORY,
)
