"""Which format an answer takes: an alias, a file suffix or the Accept header with its q-values decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from voetnoot_server.errors import BadRequestError, NotAcceptableError

_COMMON_LENGTH = 200
_MOST_RANGES = 100
"""Media ranges of one header that count; a browser sends five."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing an answer: short name, media type, file suffix, and other names it goes by."""

    key: str
    media_type: str
    suffix: str
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """Return the value of the Content-Type header."""
        needs_charset = self.media_type.startswith("text/") and self.key != "html"
        return f"{self.media_type}; charset=utf-8" if needs_charset or self.key == "html" else self.media_type

    def names(self) -> frozenset[str]:
        """Return every name that chooses this format."""
        return frozenset({self.key, self.media_type, self.suffix.lstrip("."), *self.aliases})


HTML = Format("html", "text/html", ".html", ("application/xhtml+xml",))
JSON = Format(
    "json", "application/sparql-results+json", ".json", ("application/json", "srj", "sparql-results+json")
)
XML = Format("xml", "application/sparql-results+xml", ".xml", ("application/xml", "text/xml", "srx"))
CSV = Format("csv", "text/csv", ".csv")
TSV = Format("tsv", "text/tab-separated-values", ".tsv", ("text/tsv",))
TURTLE = Format("turtle", "text/turtle", ".ttl", ("application/x-turtle", "text/n3", "n3"))
NTRIPLES = Format("ntriples", "application/n-triples", ".nt", ("text/plain", "n-triples"))
NQUADS = Format("nquads", "application/n-quads", ".nq", ("text/x-nquads", "n-quads"))
TRIG = Format("trig", "application/trig", ".trig", ("application/x-trig",))
RDFXML = Format(
    "rdfxml", "application/rdf+xml", ".rdf", ("application/xml", "text/xml", "xml", "rdf+xml", "owl")
)
JSONLD = Format("jsonld", "application/ld+json", ".jsonld", ("application/json", "json", "json-ld"))
GEOJSON = Format("geojson", "application/geo+json", ".geojson")
PROBLEM = Format("problem", "application/problem+json", ".json", ("application/json",))

ROWS: tuple[Format, ...] = (JSON, XML, CSV, TSV)
"""What SELECT and ASK are answered in; the first is the default."""

TRIPLES: tuple[Format, ...] = (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS)
"""What CONSTRUCT and DESCRIBE are answered in; the first is the default."""

QUADS: tuple[Format, ...] = (TRIG, NQUADS, JSONLD)
"""What a whole data set is written in; the first is the default."""


@dataclass(frozen=True, slots=True)
class _Range:
    media_type: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """Return 0 where the range does not cover the media type, else more for a closer match."""
        if self.media_type == media_type:
            return 3
        if self.media_type == media_type.split("/", 1)[0] + "/*":
            return 2
        return 1 if self.media_type == "*/*" else 0


def choose(accept: str, offers: Sequence[Format], *, named: str = "") -> Format:
    """Return the best of `offers`: the one that is `named`, else the one the Accept header likes most.

    Equal liking goes to the earlier offer, so the first is the default; a missing header takes anything.
    Raises `BadRequestError` for an unknown name and `NotAcceptableError` where the header takes none.
    """
    if named:
        return _named(named.strip().lower(), offers)
    short = len(accept) <= _COMMON_LENGTH
    best = _liked_again(accept, tuple(offers)) if short else _liked(accept, offers)
    if best is None:
        available = [offer.media_type for offer in offers]
        raise NotAcceptableError(f"This can be had as {', '.join(available)}.", available=available)
    return best


def _liked(accept: str, offers: Sequence[Format]) -> Format | None:
    """Return the offer that the header likes best, or nothing where it likes none."""
    ranges = tuple(_ranges(accept))
    if not ranges:
        return offers[0]
    best, liking = None, 0.0
    for offer in offers:
        quality = max(_quality(name, ranges, alias=alias) for name, alias in _media_types(offer))
        if quality > liking:
            best, liking = offer, quality
    return best


# the same few headers come again and again; a very long one is not worth its room
_liked_again = lru_cache(maxsize=512)(_liked)


def _named(name: str, offers: Sequence[Format]) -> Format:
    wanted = name.replace(" ", "+")  # an unescaped + in a query string reads as a blank
    for offer in offers:
        if wanted in (offer.key, offer.media_type):
            return offer
    for offer in offers:
        if wanted in offer.names():
            return offer
    raise BadRequestError(f"There is no format {name!r} here; there are {', '.join(o.key for o in offers)}.")


def _media_types(offer: Format) -> Iterator[tuple[str, bool]]:
    yield offer.media_type, False
    yield from ((alias, True) for alias in offer.aliases if "/" in alias)


def _quality(media_type: str, ranges: Sequence[_Range], *, alias: bool) -> float:
    closest = max(ranges, key=lambda each: each.specificity(media_type))
    specificity = closest.specificity(media_type)
    if specificity == 0 or (alias and specificity < 3):  # noqa: PLR2004 - a wildcard never means an alias
        return 0.0
    return closest.quality


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(",", _MOST_RANGES)[:_MOST_RANGES]:
        media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if media_type:
            yield _Range("*/*" if media_type == "*" else media_type, _q(parameters))


def _q(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)  # not a number compares as none
            except ValueError:
                return 0.0
    return 1.0
