"""A pointer means what its record says; a token says it itself."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "pointer_or_meaning",
    Scene(("visit", "login", "restart", "me"), status=401),
    Scene(("visit", "login", "restart", "me"), (("session_type", "jwt"),), status=200, user=MARKO),
)
