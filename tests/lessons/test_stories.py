"""Every story plays as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

import sessionlab.lessons
from sessionlab.design.space import FIRST_SCREEN, design_from
from sessionlab.design.validity import check
from sessionlab.lessons import STORIES
from sessionlab.lessons.story import Scene, Story
from sessionlab.render.words import say
from sessionlab.world.play import play
from sessionlab.world.verbs import parse_action

SCENES = [
    pytest.param(scene, id=f"{story.id}-{part}")
    for story in STORIES
    for part, scene in (("scene", story.scene), ("answer", story.answer))
]


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_ends_as_it_says(scene: Scene):
    design = design_from(dict(scene.design), FIRST_SCREEN)
    check(design)
    done = play(design, [parse_action(action) for action in scene.actions])
    last = done.exchanges[-1].response
    assert [one.refusal for one in done.transitions if one.refusal] == []
    assert (last and last.status, last and last.user) == (scene.status, scene.user)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_is_told_in_two_sentences(story: Story):
    text = say(f"story.{story.id}.text")
    assert text.count(". ") == 1
    assert say(f"story.{story.id}.question").endswith("?")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_the_answer_is_another_play(story: Story):
    assert story.scene != story.answer


def test_every_story_in_the_folder_is_in_the_list():
    folder = Path(next(iter(sessionlab.lessons.__path__)))
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "story"}
    assert {story.id for story in STORIES} == files
