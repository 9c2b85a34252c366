"""The list of all presets. A framework is one file beside this one, and one row here."""

from __future__ import annotations

from sessionlab.design.design import Design
from sessionlab.design.space import design_from
from sessionlab.errors import Trouble, nearest
from sessionlab.presets import (
    cookie_session,
    django,
    express_session,
    fastify,
    flask,
    flask_login,
    flask_session,
    laravel,
    litestar,
    passport,
    php,
    rails,
    spring_security,
    starlette,
    starsessions,
    tomcat,
)
from sessionlab.presets.preset import Preset

PRESETS: tuple[Preset, ...] = (
    *django.PRESETS,
    *flask.PRESETS,
    *flask_login.PRESETS,
    *flask_session.PRESETS,
    *starlette.PRESETS,
    *starsessions.PRESETS,
    *litestar.PRESETS,
    *express_session.PRESETS,
    *cookie_session.PRESETS,
    *passport.PRESETS,
    *fastify.PRESETS,
    *php.PRESETS,
    *laravel.PRESETS,
    *rails.PRESETS,
    *tomcat.PRESETS,
    *spring_security.PRESETS,
)


def preset_named(name: str) -> Preset:
    """The preset of that id. Raises `Trouble` with the nearest ones."""
    found = {preset.id: preset for preset in PRESETS}.get(name)
    if found is not None:
        return found
    near = nearest(name, [preset.id for preset in PRESETS])
    if not near:
        raise Trouble("unlike_any_preset", name=name)
    raise Trouble("unknown_preset", name=name, known=near)


def design_of(preset: Preset) -> Design:
    """The design that describes an application."""
    return design_from(dict(preset.switches))
