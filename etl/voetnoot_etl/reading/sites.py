"""Hosts and paths of URLs, and the originals of archived copies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org|archive\.(?:today|ph|is|li|fo|vn|md|org)|(?:www\.)?webcitation\.org|perma\.cc"
    r"|(?:www\.)?webarchive\.org\.uk)/\S+",
    re.IGNORECASE,
)
INNER = re.compile(r"https?:/{1,2}", re.IGNORECASE)


def site(url: str) -> str:
    """Return host and path of a URL without `www.`; of an archived page, those of the original."""
    try:
        parts = urlsplit(original(url))
    except ValueError:
        return ""
    return f"{(parts.netloc or '').rpartition('@')[2].lower().removeprefix('www.')}{parts.path}"


def original(url: str) -> str:
    """Return the address that an archive's URL is a copy of, other URLs as they are."""
    if not ARCHIVE.fullmatch(url):
        return url
    inner = INNER.search(url, len("https://"))
    return re.sub(r"^(https?:)/+", r"\1//", url[inner.start() :]) if inner else url


def is_archived(url: str) -> bool:
    """Tell whether a URL is that of an archived copy."""
    return bool(ARCHIVE.fullmatch(url))


def is_opaque(url: str) -> bool:
    """Tell whether a URL is that of an archived copy and does not say of what."""
    return is_archived(url) and original(url) == url


def is_within(address: str, sites: Iterable[str]) -> bool:
    """Tell whether a host and path lie on one of several sites."""
    host = address.partition("/")[0].partition(":")[0]
    return any(
        address == name
        or address.startswith(f"{name}/")
        or ("/" not in name and f".{host}".endswith(f".{name}"))
        for name in sites
    )
