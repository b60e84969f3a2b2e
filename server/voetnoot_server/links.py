"""From the IRIs of the graph to the addresses of this server and back."""

from __future__ import annotations

from dataclasses import dataclass

from voetnoot_server.store import NamedNode

PREFIXES = {
    "biro": "http://purl.org/spar/biro/",
    "c4o": "http://purl.org/spar/c4o/",
    "cito": "http://purl.org/spar/cito/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "doco": "http://purl.org/spar/doco/",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "pav": "http://purl.org/pav/",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vn": "https://w3id.org/voetnoot/ontology#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes that pages, queries and Turtle of this server write."""

LOCAL = ("id/", "kind/", "graph/", "ontology")
"""What follows the base in the IRIs that this server has a page for."""


def is_iri(text: str) -> bool:
    """Tell whether a text that came from outside can be an IRI at all."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def term(name: str) -> str:
    """Return the IRI behind a prefixed name such as `vn:footnote`."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def expanded(name: str) -> str:
    """Return the IRI behind a prefixed name that came from outside, or "" where there is none."""
    prefix, colon, local = name.partition(":")
    known = colon and prefix in PREFIXES and local.replace("-", "").isalnum()
    return PREFIXES[prefix] + local if known else ""


def prefixed(iri: str) -> str:
    """Return the prefixed name of an IRI where its namespace has a prefix, else the IRI."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :]:
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of one server: what its IRIs start with, and below which path it stands."""

    base: str
    root: str = ""

    def href(self, iri: str) -> str:
        """Return where a link to an IRI leads: here, out on the web, or nowhere ("")."""
        if iri.startswith(self.base) and iri[len(self.base) :].startswith(LOCAL):
            return f"{self.root}/{iri[len(self.base) :]}"
        return iri if iri.startswith(("http://", "https://")) else ""

    def iri(self, path: str) -> str:
        """Return the IRI that a path of this server, without its first slash, stands for."""
        return self.base + path

    def short(self, iri: str) -> str:
        """Return an IRI as people read it: `claim/x` for this graph's things, `dct:title` for terms."""
        if iri.startswith(self.base):
            path = iri[len(self.base) :].removeprefix("id/").removeprefix("ontology#")
            return f"vn:{path}" if "ontology#" in iri else path
        return prefixed(iri)
