"""HttpOnly hides the cookie from scripts; the browser sends it all the same."""

from sessionlab.lessons.story import MARKO, Scene, Story

STORY = Story(
    "http_only",
    Scene(("visit", "login", "run_script", "me"), status=200, user=MARKO),
    Scene(("visit", "login", "run_script", "replay"), (("http_only", False),), status=200, user=MARKO),
)
