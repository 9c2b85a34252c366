"""A session begins as absence: nothing is sent, so nobody is known."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "absence",
    Scene(("visit", "me"), status=401),
    Scene(("visit", "me", "login", "me"), status=200, user=MARKO),
)
