"""B3: what somebody on the network sees when the user's browser is sent to plain http."""

from __future__ import annotations

from sessionlab.card.experiment import Experiment
from sessionlab.card.experiments.page_script import CAN_COPY, CANNOT, NOT_SEEN, SEEN
from sessionlab.card.result import ACCESS, Reading
from sessionlab.card.run import Answer, Run
from sessionlab.card.subject import Copy, Subject, carries

HOSTS = ("app", "sub")


def plain_network(run: Run) -> Answer:
    """Log in; send the browser to `http://app` and `http://sub.app`, HSTS learned or not; look at the Cookie header."""
    subject = run.logged_in()
    copy = run.carrying(subject)
    own = subject.me().request
    exposed = own is not None and not own.url.encrypted and carries(own, copy)
    run.note("own_requests", SEEN if exposed else NOT_SEEN, subject)
    seen = [_on_the_wire(run, subject, copy, host, learned) for host in HOSTS for learned in (False, True)]
    if not any(seen) and subject.loosen("secure"):
        _on_the_wire(run, subject, copy, "app", False, "without_secure")
    return Answer(CAN_COPY if exposed or any(seen) else CANNOT)


def _on_the_wire(run: Run, subject: Subject, copy: Copy, host: str, learned: bool, about: str = "") -> bool:
    request = subject.plain_request(host, learned)
    seen = request is not None and carries(request, copy)
    about = about or f"{host},{'with_hsts' if learned else 'without_hsts'}"
    run.readings.append(Reading(about, SEEN if seen else NOT_SEEN, request, subject.actions))
    return seen


EXPERIMENTS = (Experiment("B3_plain_network", ACCESS, (CAN_COPY, CANNOT), plain_network, worrying=(CAN_COPY,)),)
