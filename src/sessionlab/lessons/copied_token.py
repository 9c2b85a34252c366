"""A copy works exactly as long as the original means something to the server."""

from sessionlab.lessons.story import MARKO, Scene, Story

ACTIONS = ("visit", "login", "copy_credential", "logout", "replay")

STORY = Story(
    "copied_token",
    Scene(ACTIONS, status=401),
    Scene(ACTIONS, (("session_type", "jwt"),), status=200, user=MARKO),
)
