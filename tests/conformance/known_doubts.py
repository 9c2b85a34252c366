"""Rows of the ground truth that the lab does not find true of every design they speak of, and why.

A test keeps the list exact: a row that holds again must leave it.
"""

from __future__ import annotations

THE_BALANCER = "with two instances that share too little, the balancer has to send each request to the right one"
REPLICAS = "what one place has deleted or denied, the other place may still believe"
WHOLE_REQUEST = "what is sent again is the signed part alone, so another defence misses the rest of the request"
NO_PAGE = "a mobile app has no page whose script or address could give the value away"

DOUBTS: dict[str, str] = {
    "R019": NO_PAGE,
    "R047": THE_BALANCER,
    "R048": THE_BALANCER,
    "R063": THE_BALANCER,
    "R064": THE_BALANCER,
    "R065": THE_BALANCER,
    "R066": THE_BALANCER,
    "R067": THE_BALANCER,
    "R073": THE_BALANCER,
    "R097": THE_BALANCER,
    "R162": THE_BALANCER,
    "R176": "Clear-Site-Data is obeyed in any response, so an image that logs out can still empty the jar",
    "R192": NO_PAGE,
    "R292": REPLICAS,
    "R300": "the recipe waits longer than the leeway",
    "R311": "a Secure cookie is not stored over http, so there is no remember-me token to copy",
    "R319": THE_BALANCER,
    "R320": THE_BALANCER,
    "R362": THE_BALANCER,
    "R368": REPLICAS,
    "R370": REPLICAS,
    "R375": WHOLE_REQUEST,
    "R376": WHOLE_REQUEST,
    "R378": WHOLE_REQUEST,
    "R380": WHOLE_REQUEST,
    "R384": WHOLE_REQUEST,
}
