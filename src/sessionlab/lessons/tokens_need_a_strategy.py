"""Nobody can delete a token that is out there; the server has to remember which ones it no longer takes."""

from sessionlab.lessons.story import MARKO, Scene, Story

ACTIONS = ("visit", "login", "copy_credential", "logout", "replay")

STORY = Story(
    "tokens_need_a_strategy",
    Scene(ACTIONS, (("session_type", "jwt"),), status=200, user=MARKO),
    Scene(ACTIONS, (("session_type", "jwt"), ("token_revocation", "denylist")), status=401),
)
