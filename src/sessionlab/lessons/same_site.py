"""SameSite decides whether another site's page can act with your cookie."""

from sessionlab.lessons.story import MARKO, Scene, Story

ACTIONS = ("visit", "login", "cross_site_request=form_post")

STORY = Story(
    "same_site",
    Scene(ACTIONS, status=401),
    Scene(ACTIONS, (("same_site", "none"),), status=200, user=MARKO),
)
