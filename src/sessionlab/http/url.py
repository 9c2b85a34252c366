"""URLs as browsers read them: the part of the WHATWG URL Standard that `http` and `https` need."""

from __future__ import annotations

import functools
import ipaddress
import re
from urllib.parse import quote, unquote_to_bytes

from sessionlab.errors import Trouble
from sessionlab.value import Value, replace

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
_SHAPE = re.compile(r"(?is)([a-z][a-z0-9+.-]*):[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?")
_PLAIN_PATH = re.compile(r"/[A-Za-z0-9/._~!$&'()*+,;=:@-]*")
_PLAIN_QUERY = re.compile(r"[A-Za-z0-9/._~!$&()*+,;=:@?%-]*")
_NOISE = re.compile(r"[\x00-\x20]")
_SAFE_IN_PATH = "!$%&'()*+,-./:;=@[\\]_|~^"
_SAFE_IN_QUERY = "!$%&()*+,-./:;=?@[\\]^_`{|}~"


class Url(Value):
    """A parsed URL. `host` is canonical (lower case, A-labels, dotted IPv4, bracketed IPv6), `path` begins with "/"."""

    scheme: str
    host: str
    port: int
    path: str = "/"
    query: str | None = None

    @property
    def encrypted(self) -> bool:
        """Whether the connection uses TLS."""
        return self.scheme in ("https", "wss")

    @property
    def authority(self) -> str:
        """Host, and the port where it is not the scheme's own: the value of a `Host` header."""
        return self.host if self.port == DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port as one text (RFC 6454)."""
        return f"{self.scheme}://{self.authority}"

    @property
    def target(self) -> str:
        """Path and query: what stands in the request line."""
        return self.path if self.query is None else f"{self.path}?{self.query}"

    @property
    def text(self) -> str:
        """The whole URL."""
        return _text_of(self)

    def __str__(self) -> str:
        return self.text


@functools.lru_cache(maxsize=4096)
def _text_of(url: Url) -> str:
    return url.origin + url.target


@functools.lru_cache(maxsize=4096)
def parse_url(text: str) -> Url:
    """Read an absolute http(s) or ws(s) URL. Raises `Trouble("bad_url")` for anything else."""
    shape = _SHAPE.match(_without_noise(text))
    if shape is None or shape[1].lower() not in DEFAULT_PORTS:
        raise Trouble("bad_url", url=text)
    scheme = shape[1].lower()
    host, port = _host_and_port(shape[2], scheme)
    if host is None or port is None:
        raise Trouble("bad_url", url=text)
    return Url(scheme, host, port, canonical_path(shape[3]), None if shape[4] is None else _canonical_query(shape[4]))


def resolve(base: Url, reference: str) -> Url:
    """The URL that a reference (a URL, a path, a query) means on the page `base`. Raises as `parse_url` does."""
    reference = _without_noise(reference)
    if _SHAPE.match(reference):
        return parse_url(reference)
    if reference.startswith("//"):
        return parse_url(f"{base.scheme}:{reference}")
    path, question, query = reference.partition("#")[0].partition("?")
    if not path:
        path = base.path
    elif not path.startswith("/"):
        path = base.path.rpartition("/")[0] + "/" + path
    return replace(base, path=canonical_path(path), query=_canonical_query(query) if question else None)


def canonical_path(path: str) -> str:
    """A path with "." and ".." worked in and what must not stand in a URL percent-encoded; never empty."""
    if "/." not in path and _PLAIN_PATH.fullmatch(path):
        return path
    kept: list[str] = []
    segments = path.replace("\\", "/").split("/")[1:] or [""]
    for position, segment in enumerate(segments):
        plain = segment.lower().replace("%2e", ".")
        if plain not in (".", ".."):
            kept.append(segment)
            continue
        del kept[len(kept) - (plain == "..") :]
        if position == len(segments) - 1:
            kept.append("")
    return "/" + quote("/".join(kept), safe=_SAFE_IN_PATH, errors="replace")


@functools.lru_cache(maxsize=4096)
def canonical_host(text: str) -> str | None:
    """The canonical form of a host name or address, or None if it is none (WHATWG URL "host parsing")."""
    if text.startswith("["):
        return _ipv6(text)
    decoded = unquote_to_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace") if "%" in text else text
    name = decoded.lower() if decoded.isascii() else _to_ascii(decoded)
    if not name or _FORBIDDEN_IN_HOST.search(name):
        return None
    return _ipv4(name) if _ends_in_a_number(name) else name


def is_ip(host: str) -> bool:
    """Whether a canonical host is an IP address and not a name."""
    return host.startswith("[") or _ends_in_a_number(host)


def is_loopback(host: str) -> bool:
    """Whether a canonical host is this machine: `localhost`, names below it, 127.0.0.0/8 or [::1]."""
    bare = host.removesuffix(".")
    return bare == "localhost" or bare.endswith(".localhost") or host == "[::1]" or (host[:4] == "127." and is_ip(host))


def _canonical_query(query: str) -> str:
    return query if _PLAIN_QUERY.fullmatch(query) else quote(query, safe=_SAFE_IN_QUERY, errors="replace")


def _without_noise(text: str) -> str:
    if not _NOISE.search(text):
        return text
    return re.sub(r"[\t\n\r]", "", text.strip("".join(map(chr, range(0x21)))))


def _host_and_port(authority: str, scheme: str) -> tuple[str | None, int | None]:
    hostport = authority.rpartition("@")[2]
    found = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(\d*))?", hostport, re.ASCII)
    if found is None:
        return None, None
    port = int(found[2]) if found[2] else DEFAULT_PORTS[scheme]
    return canonical_host(found[1]), port if port < 65536 else None


def _to_ascii(name: str) -> str | None:
    """The A-label form of each label (UTS 46, non-transitional). A name that IDNA does not know is no host."""
    import idna  # large tables, which plain names never need

    try:
        mapped = idna.uts46_remap(name, std3_rules=False, transitional=False)
        labels = mapped.replace("\u3002", ".").split(".")
        return ".".join(label if label.isascii() else idna.alabel(label).decode("ascii") for label in labels)
    except (idna.IDNAError, UnicodeError, IndexError):
        return None


def _ends_in_a_number(name: str) -> bool:
    last = name.removesuffix(".").rpartition(".")[2]
    return last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last) is not None


def _ipv4(name: str) -> str | None:
    """An IPv4 address in any of the spellings that browsers take (decimal, octal, hexadecimal, fewer parts)."""
    parts = name.removesuffix(".").split(".")
    if len(parts) > 4:
        return None
    numbers = [_number(part) for part in parts]
    if any(number is None for number in numbers):
        return None
    *heads, last = (number or 0 for number in numbers)
    if any(head > 255 for head in heads) or last >= 256 ** (5 - len(numbers)):
        return None
    total = last + sum(head * 256 ** (3 - position) for position, head in enumerate(heads))
    return str(ipaddress.IPv4Address(total))


def _number(part: str) -> int | None:
    try:
        if part.startswith("0x"):
            return int(part[2:] or "0", 16)
        if not part.isascii() or not part.isdigit():
            return None
        return int(part, 8) if part.startswith("0") and len(part) > 1 else int(part)
    except ValueError:
        return None


def _ipv6(text: str) -> str | None:
    try:
        return f"[{ipaddress.IPv6Address(text[1:-1]).compressed}]" if text.endswith("]") and "%" not in text else None
    except ValueError:
        return None
