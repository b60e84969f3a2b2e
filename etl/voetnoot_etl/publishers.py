"""Publishers by their printed names, and whether a URL can be one of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from voetnoot_etl import curated, iris, rdf

COLUMNS = ("actor", "printed", "domains", "publishes")
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(?P<original>https?:/.*)")
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Publishers:
    """The curated publishers: actor, sites (host, or host and path) and FaBiO class by name."""

    actors: Mapping[str, str]
    sites: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]

    def type_of(self, printed: str) -> NamedNode:
        """Return the FaBiO class of what the publisher usually puts out, a web page where that is not known."""
        name = self.types.get(_folded(printed)) or "WebPage"
        return rdf.fabio(name)

    def actor(self, printed: str) -> str:
        """Return the actor's key; a publisher nobody has curated gets the key of its printed name."""
        return self.actors.get(_folded(printed)) or iris.slug(printed)

    def fits(self, printed: str, url: str) -> bool:
        """Tell whether a URL can be one of the publisher's.

        An uncurated publisher fits a site that bears its name or its initials, or that is of nobody curated.
        """
        address = site(url)
        sites = self.sites.get(_folded(printed))
        if sites is not None:
            return _within(address, sites)
        return _bears_name(printed, address) or not _within(address, self._all_sites())

    def _all_sites(self) -> Iterable[str]:
        return (name for names in self.sites.values() for name in names)


def read_publishers(path: Path) -> Publishers:
    """Read `publishers.tsv`; a name printed in two ways has two rows."""
    rows = curated.read_table(path, COLUMNS)
    return Publishers(
        {_folded(row["printed"]): row["actor"] for row in rows},
        {_folded(row["printed"]): tuple(row["domains"].split()) for row in rows},
        {_folded(row["printed"]): row["publishes"] for row in rows},
    )


def site(url: str) -> str:
    """Return host and path of a URL without `www.`; of an archived page, those of the original."""
    parts = urlsplit(original(url))
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path}"


def original(url: str) -> str:
    """Return the address that an archive's URL is a copy of, other URLs as they are."""
    match = ARCHIVED.fullmatch(url)
    return re.sub(r"^(https?:)/+", r"\1//", match["original"]) if match else url


def is_archived(url: str) -> bool:
    """Tell whether a URL is that of an archived copy."""
    return bool(ARCHIVED.fullmatch(url))


def _within(address: str, sites: Iterable[str]) -> bool:
    host = address.partition("/")[0]
    return any(
        address == name or address.startswith(f"{name}/") or ("/" not in name and host.endswith(f".{name}"))
        for name in sites
    )


def _bears_name(printed: str, address: str) -> bool:
    host = address.partition("/")[0]
    labels = [re.sub(r"[^a-z0-9]", "", label) for label in host.split(".")[:-1]]
    words = iris.slug(printed).split("-")
    name, initials = "".join(words), "".join(word[0] for word in words if word)
    longest = max(labels, key=len, default="")
    return len(longest) >= SHORTEST_NAME and (longest in name or name in longest or longest == initials)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
