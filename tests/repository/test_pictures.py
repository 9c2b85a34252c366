"""The pictures of the documents show what the program shows."""

from __future__ import annotations

from scripts.pictures import PICTURES, picture, stale
from tests.repository.project import PROJECT


def test_the_pictures_are_fresh():
    assert stale() == [], "run scripts/pictures"


def test_a_picture_fetches_nothing():
    for _, title, width, draw in PICTURES:
        text = picture(title, width, draw).replace("http://www.w3.org/2000/svg", "")
        assert "url(http" not in text
        assert "cdn" not in text


def test_the_readme_shows_the_story():
    assert "docs/pictures/story.svg" in (PROJECT / "README.md").read_text()
