"""Publishers by their printed names, and whether a URL can be one of theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode

from voetnoot_etl import curated, rdf
from voetnoot_etl.reading.publisher_names import bears_name, compact, holds_label, name_key, variants
from voetnoot_etl.reading.sites import is_opaque, is_within, site

COLUMNS = ("actor", "printed", "domains", "publishes")


@dataclass(frozen=True, slots=True)
class Publishers:
    """The curated publishers: actor, sites (host, or host and path) and FaBiO class by name."""

    actors: Mapping[str, str]
    sites: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]
    spellings: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        spellings = {spelling: name for name in reversed([*self.actors]) for spelling in variants(name)}
        spellings |= {compact(name): name for name in self.actors}
        object.__setattr__(self, "spellings", spellings)

    def type_of(self, printed: str) -> NamedNode:
        """Return the FaBiO class of what the publisher usually puts out, a web page where that is not known."""
        return rdf.fabio(self.types.get(self._name(printed)) or "WebPage")

    def actor(self, printed: str) -> str:
        """Return the actor's key; a publisher nobody has curated gets the key of its printed name."""
        return self.actors.get(self._name(printed)) or name_key(printed)

    def fits(self, printed: str, url: str, cited: Collection[str] = ()) -> bool:
        """Tell whether a URL can be one of the publisher's; an archive that hides the original can be anybody's.

        An uncurated publisher fits a site that bears its name, or that is of nobody curated and bears the
        name of no other publisher `cited` in the document.
        """
        if is_opaque(url):
            return True
        address = site(url)
        sites = self.sites.get(self._name(printed))
        if sites:
            return is_within(address, sites)
        if bears_name(printed, address):
            return True
        if is_within(address, self._all_sites()):
            return holds_label(printed, address)
        return not any(
            self.actor(name) != self.actor(printed) and bears_name(name, address) for name in cited
        )

    def _name(self, printed: str) -> str:
        """Return the curated name that a printed one spells, the folded name itself where there is none."""
        folded = _folded(printed)
        if folded in self.actors:
            return folded
        return next((self.spellings[v] for v in variants(printed) if v in self.spellings), folded)

    def _all_sites(self) -> Iterator[str]:
        return (name for names in self.sites.values() for name in names)


def read_publishers(path: Path) -> Publishers:
    """Read `publishers.tsv`; a name printed in two ways has two rows."""
    rows = curated.read_table(path, COLUMNS)
    return Publishers(
        {_folded(row["printed"]): row["actor"] for row in rows},
        {_folded(row["printed"]): tuple(row["domains"].split()) for row in rows},
        {_folded(row["printed"]): row["publishes"] for row in rows},
    )


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
