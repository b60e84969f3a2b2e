"""GENERATED from ontology/ by `voetnoot-etl terms`: every term, in one class per prefix."""

from __future__ import annotations

from typing import Final

from voetnoot_etl.terms.biro import BIRO
from voetnoot_etl.terms.c4o import C4O
from voetnoot_etl.terms.cito import CITO
from voetnoot_etl.terms.dcat import DCAT
from voetnoot_etl.terms.dct import DCT
from voetnoot_etl.terms.doco import DOCO
from voetnoot_etl.terms.fabio import FABIO
from voetnoot_etl.terms.foaf import FOAF
from voetnoot_etl.terms.geo import GEO
from voetnoot_etl.terms.oa import OA
from voetnoot_etl.terms.org import ORG
from voetnoot_etl.terms.owl import OWL
from voetnoot_etl.terms.pav import PAV
from voetnoot_etl.terms.prov import PROV
from voetnoot_etl.terms.qb import QB
from voetnoot_etl.terms.rdf import RDF
from voetnoot_etl.terms.rdfs import RDFS
from voetnoot_etl.terms.schema import SCHEMA
from voetnoot_etl.terms.sd import SD
from voetnoot_etl.terms.sem import SEM
from voetnoot_etl.terms.sh import SH
from voetnoot_etl.terms.skos import SKOS
from voetnoot_etl.terms.vn import VN
from voetnoot_etl.terms.void import VOID
from voetnoot_etl.terms.xsd import XSD

PREFIXES: Final[dict[str, str]] = {
    "vn": "https://w3id.org/voetnoot/ontology#",
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
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "graph": "https://w3id.org/voetnoot/graph/",
    "kind": "https://w3id.org/voetnoot/kind/",
    "actor": "https://w3id.org/voetnoot/id/actor/",
    "agreement": "https://w3id.org/voetnoot/id/agreement/",
    "anchor": "https://w3id.org/voetnoot/id/anchor/",
    "check": "https://w3id.org/voetnoot/id/check/",
    "citation": "https://w3id.org/voetnoot/id/citation/",
    "claim": "https://w3id.org/voetnoot/id/claim/",
    "containment": "https://w3id.org/voetnoot/id/containment/",
    "dataset": "https://w3id.org/voetnoot/id/dataset/",
    "document": "https://w3id.org/voetnoot/id/document/",
    "event": "https://w3id.org/voetnoot/id/event/",
    "file": "https://w3id.org/voetnoot/id/file/",
    "footnote": "https://w3id.org/voetnoot/id/footnote/",
    "geometry": "https://w3id.org/voetnoot/id/geometry/",
    "marker": "https://w3id.org/voetnoot/id/marker/",
    "membership": "https://w3id.org/voetnoot/id/membership/",
    "name": "https://w3id.org/voetnoot/id/name/",
    "observation": "https://w3id.org/voetnoot/id/observation/",
    "page": "https://w3id.org/voetnoot/id/page/",
    "place": "https://w3id.org/voetnoot/id/place/",
    "provision": "https://w3id.org/voetnoot/id/provision/",
    "publication": "https://w3id.org/voetnoot/id/publication/",
    "section": "https://w3id.org/voetnoot/id/section/",
    "sentence": "https://w3id.org/voetnoot/id/sentence/",
    "span": "https://w3id.org/voetnoot/id/span/",
    "timeline-entry": "https://w3id.org/voetnoot/id/timeline-entry/",
    "url": "https://w3id.org/voetnoot/id/url/",
}
"""Prefix → IRI: of vocabularies, graphs, kinds, and each type of thing."""

__all__ = [
    "BIRO",
    "C4O",
    "CITO",
    "DCAT",
    "DCT",
    "DOCO",
    "FABIO",
    "FOAF",
    "GEO",
    "OA",
    "ORG",
    "OWL",
    "PAV",
    "PREFIXES",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SD",
    "SEM",
    "SH",
    "SKOS",
    "VN",
    "VOID",
    "XSD",
]
