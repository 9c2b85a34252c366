"""What a request is to the cookie layer: who asks, from where, for what (6265bis 5.2, Fetch, HTML).

The cookie layer knows no documents; everything about pages, frames and initiators is worked out here, purely.
"""

from __future__ import annotations

import functools
import itertools

from sessionlab.browser.kinds import Kind, kind_named
from sessionlab.cookies.context import RetrieveContext, StoreContext
from sessionlab.cookies.policy import BrowserPolicy
from sessionlab.http.method import is_safe
from sessionlab.http.site import is_trustworthy, same_origin, same_site, site_of
from sessionlab.http.url import Url
from sessionlab.value import Value

ANCESTOR_MARK = " (cross-site ancestor)"


class RequestContext(Value):
    """One request as the browser sees it, for the cookies it takes and those its response may store.

    `origin`: the value of the Origin header, None where the browser sends none. `fetch_metadata`: the Sec-Fetch-*
    headers in the order in which browsers send them, () where they send none.
    """

    method: str
    retrieve: RetrieveContext
    store: StoreContext
    origin: str | None
    fetch_metadata: tuple[tuple[str, str], ...]


@functools.lru_cache(maxsize=4096)
def request_context(
    url: Url,
    kind: str | Kind,
    policy: BrowserPolicy,
    *,
    initiator: Url | None = None,
    via: tuple[Url, ...] = (),
    method: str | None = None,
    ancestors: tuple[Url, ...] | None = None,
) -> RequestContext:
    """Work out the context of a request.

    `initiator`: the page whose document asks; None for a typed address. `via`: the URLs that redirected here, oldest
    first. `method`: if it is not the kind's own (a POST that a redirect turned into GET). `ancestors`: the documents
    around the request, outermost first; by default the initiator alone. Raises `Trouble` for an unknown kind.
    """
    kind = kind_named(kind) if isinstance(kind, str) else kind
    used = method or kind.method
    if not via and not ancestors and (initiator is None or same_origin(initiator, url)):
        return _within_origin(url, kind, used, policy, initiator)
    top = kind.target == "top"
    around = (url,) if top else ancestors or (initiator or url,)
    home = site_is_shared(url, around, policy) and _asked_at_home(url, kind, initiator, via, policy)
    level = "strict" if home else "lax" if top and is_safe(used) else "none"
    credentials = _with_credentials(url, kind, initiator, via)
    third_party = not same_site(url, around[0])
    key = partition_key_of(around if top else (*around, url))
    secure = counts_as_secure(url, policy)
    return RequestContext(
        method=used,
        retrieve=RetrieveContext(
            host=url.host,
            path=url.path,
            secure=secure,
            level=level,
            unsafe_top_level=top and level == "none",
            third_party=third_party,
            credentials=credentials,
            partition_key=key,
        ),
        store=StoreContext(
            host=url.host,
            path=url.path,
            secure=secure,
            same_site_allowed=top or level != "none",
            third_party=third_party,
            credentials=credentials,
            partition_key=key,
        ),
        origin=origin_header(url, kind, used, initiator, via),
        fetch_metadata=_fetch_metadata(url, kind, fetch_site(url, initiator, via)),
    )


def _within_origin(url: Url, kind: Kind, method: str, policy: BrowserPolicy, initiator: Url | None) -> RequestContext:
    """The plainest and commonest case: nobody asks, or a page asks its own origin, and nothing else is involved."""
    host, path, key = url.host, url.path, site_of(url)
    secure, credentials = counts_as_secure(url, policy), kind.credentials != "omit"
    return RequestContext(
        method,
        RetrieveContext(host, path, secure, True, "strict", False, False, credentials, key),
        StoreContext(host, path, secure, True, True, False, credentials, key),
        origin_header(url, kind, method, initiator, ()),
        _fetch_metadata(url, kind, "none" if initiator is None else "same-origin"),
    )


def script_contexts(
    url: Url, policy: BrowserPolicy, *, ancestors: tuple[Url, ...] = ()
) -> tuple[RetrieveContext, StoreContext]:
    """The contexts of `document.cookie`, read and written, in the document of that URL inside those frames.

    `ancestors`: the documents around it, outermost first; () for a page of its own.
    """
    around = ancestors or (url,)
    home = site_is_shared(url, around, policy)
    third_party = not same_site(url, around[0])
    key = partition_key_of((*ancestors, url))
    secure = counts_as_secure(url, policy)
    level = "strict" if home else "none"
    return (
        RetrieveContext(url.host, url.path, secure, False, level, False, third_party, True, key),
        StoreContext(url.host, url.path, secure, False, home, third_party, True, key),
    )


def counts_as_secure(url: Url, policy: BrowserPolicy) -> bool:
    """Whether Secure cookies may travel: TLS or, where the policy trusts it, this machine."""
    return is_trustworthy(url) if policy.loopback_is_secure else url.encrypted


def site_is_shared(url: Url, documents: tuple[Url, ...], policy: BrowserPolicy) -> bool:
    """Whether a URL and all documents around it are of one site: their "site for cookies" (6265bis 5.2.1)."""
    schemefully = policy.same_site != "schemeless"
    return all(same_site(url, document, schemefully=schemefully) for document in documents)


def partition_key_of(documents: tuple[Url, ...]) -> str:
    """The cookie partition of a document or request: the site at the top, and whether a foreign frame lies between."""
    top = site_of(documents[0])
    foreign = any(site_of(document) != top for document in documents[1:-1])
    # A request from a page to another site is in that page's partition; only a foreign frame above it sets it apart.
    return top + (ANCESTOR_MARK if foreign else "")


def fetch_site(url: Url, initiator: Url | None, via: tuple[Url, ...] = ()) -> str:
    """The value of Sec-Fetch-Site: the loosest relation of any hop to the initiator (Fetch Metadata 2.3)."""
    if initiator is None:
        return "none"
    hops = (*via, url)
    if all(same_origin(hop, initiator) for hop in hops):
        return "same-origin"
    return "same-site" if all(same_site(hop, initiator) for hop in hops) else "cross-site"


def _fetch_metadata(url: Url, kind: Kind, site: str) -> tuple[tuple[str, str], ...]:
    """What the server is told of the request; only servers that count as secure are told (Fetch Metadata 2)."""
    if not is_trustworthy(url):
        return ()
    return (("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", kind.mode), ("Sec-Fetch-Dest", kind.dest))


def origin_header(url: Url, kind: Kind, method: str, initiator: Url | None, via: tuple[Url, ...]) -> str | None:
    """Sent with every unsafe method, and with cross-origin requests of scripts (Fetch 3.2)."""
    if initiator is None:
        return None
    if not is_safe(method):
        return "null" if _redirected_across(initiator, (*via, url)) else initiator.origin
    by_script = kind.name.startswith("fetch") and not same_origin(initiator, url)
    return initiator.origin if by_script or kind.name == "websocket" else None


def _redirected_across(initiator: Url, hops: tuple[Url, ...]) -> bool:
    crossed = any(not same_origin(one, other) for one, other in itertools.pairwise(hops))
    return crossed and not same_origin(hops[0], initiator)


def _asked_at_home(url: Url, kind: Kind, initiator: Url | None, via: tuple[Url, ...], policy: BrowserPolicy) -> bool:
    """Whether the request comes from the site it goes to, so that even Strict cookies may go (6265bis 5.2)."""
    schemefully = policy.same_site != "schemeless"
    asking = () if initiator is None else (initiator,)
    if kind.name == "reload" and not policy.reload_keeps_initiator:
        asking = ()
    return all(
        same_site(url, one, schemefully=schemefully) for one in (*asking, *(via if policy.redirects_count else ()))
    )


def _with_credentials(url: Url, kind: Kind, initiator: Url | None, via: tuple[Url, ...]) -> bool:
    """Whether cookies go and are taken at all (Fetch, "credentials mode")."""
    if kind.credentials == "same-origin" and initiator is not None:
        return all(same_origin(initiator, hop) for hop in (*via, url))
    return kind.credentials != "omit"
