"""Login creates state on both sides, and one side alone is not enough."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "login_creates_state",
    Scene(("visit", "login", "me"), status=200, user=MARKO),
    Scene(("visit", "login", "me", "delete_cookie", "me"), status=401),
)
