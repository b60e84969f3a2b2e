"""The same table made into the same statements by ours, rdflib, maplib and Morph-KGC: for benchmarks only."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

from generator import BASE, DATE, DCT, GRAPH, ID, INTEGER, KIND, QB, VN, units

COLUMNS = ("number", "day", "count", "outcome", "place", "event")
QUADS_PER_ROW = 8
TABLE = "icg-table"

Mapper = Callable[[Path, Path], None]
"""Reads a table and writes a file of N-Triples or N-Quads."""


def write_table(file: Path, rows: int, seed: int) -> None:
    """Write a table of observations, the same for the same seed."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for unit in units(rows * 1000, seed):
            if unit.number == rows:
                break
            n = unit.number
            table.writerow((n, unit.day, unit.stated, unit.outcome, f"p-{n % 211}", f"e-{unit.event}"))


def ours(table: Path, out: Path) -> None:
    """Make the terms and the sorted file as our build does."""
    import datetime as dt  # noqa: PLC0415 - each mapper loads what it needs, outside of what is timed

    from voetnoot_etl import iris, rdf  # noqa: PLC0415
    from voetnoot_etl.release import store  # noqa: PLC0415
    from voetnoot_etl.terms import DCT as DCTERMS  # noqa: PLC0415
    from voetnoot_etl.terms import QB as CUBE  # noqa: PLC0415
    from voetnoot_etl.terms import VN as OURS  # noqa: PLC0415

    graph = rdf.Graph(TABLE)
    data_set = iris.thing("dataset", TABLE)
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            graph.add(
                iris.thing("observation", TABLE, row["number"]),
                (rdf.type_, CUBE.Observation),
                (CUBE.dataSet, data_set),
                (OURS.rowNumber, rdf.integer(int(row["number"]))),
                (DCTERMS.issued, rdf.date(dt.date.fromisoformat(row["day"]))),
                (OURS.count, rdf.integer(int(row["count"]))),
                (OURS.outcome, iris.concept("outcome", row["outcome"])),
                (OURS.place, iris.thing("place", row["place"])),
                (OURS.event, iris.thing("event", row["event"])),
            )
    out.write_bytes(store.nquads([graph]))


def rdflib(table: Path, out: Path) -> None:
    """Do the same with rdflib's terms, graph and serialiser."""
    from rdflib import RDF, Dataset, Literal, URIRef  # noqa: PLC0415

    data = Dataset()
    graph = data.graph(URIRef(GRAPH + TABLE))
    integer, date = URIRef(INTEGER), URIRef(DATE)
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            subject = URIRef(f"{ID}observation/{TABLE}-{row['number']}")
            graph.add((subject, RDF.type, URIRef(f"{QB}Observation")))
            graph.add((subject, URIRef(f"{QB}dataSet"), URIRef(f"{ID}dataset/{TABLE}")))
            graph.add((subject, URIRef(f"{VN}rowNumber"), Literal(row["number"], datatype=integer)))
            graph.add((subject, URIRef(f"{DCT}issued"), Literal(row["day"], datatype=date)))
            graph.add((subject, URIRef(f"{VN}count"), Literal(row["count"], datatype=integer)))
            graph.add((subject, URIRef(f"{VN}outcome"), URIRef(f"{KIND}outcome/{row['outcome']}")))
            graph.add((subject, URIRef(f"{VN}place"), URIRef(f"{ID}place/{row['place']}")))
            graph.add((subject, URIRef(f"{VN}event"), URIRef(f"{ID}event/{row['event']}")))
    data.serialize(out, format="nquads")


_TEMPLATE = f"""@prefix t: <{BASE}template/>.
@prefix ottr: <http://ns.ottr.xyz/0.4/>.
@prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
t:Row [ ottr:IRI ?row, xsd:integer ?number, xsd:date ?day, xsd:integer ?count,
        ottr:IRI ?outcome, ottr:IRI ?place, ottr:IRI ?event ] :: {{
  ottr:Triple(?row, <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>, <{QB}Observation>),
  ottr:Triple(?row, <{QB}dataSet>, <{ID}dataset/{TABLE}>),
  ottr:Triple(?row, <{VN}rowNumber>, ?number), ottr:Triple(?row, <{DCT}issued>, ?day),
  ottr:Triple(?row, <{VN}count>, ?count), ottr:Triple(?row, <{VN}outcome>, ?outcome),
  ottr:Triple(?row, <{VN}place>, ?place), ottr:Triple(?row, <{VN}event>, ?event) }} .
"""


def maplib(table: Path, out: Path) -> None:
    """Do the same with a template of maplib over a data frame of Polars."""
    import polars  # noqa: PLC0415
    from maplib import Model  # noqa: PLC0415

    text, whole = polars.String, polars.Int64
    frame = polars.read_csv(table, schema_overrides={"day": polars.Date, "place": text, "event": text})
    starts = {"outcome": f"{KIND}outcome/", "place": f"{ID}place/", "event": f"{ID}event/"}
    frame = frame.select(
        (polars.lit(f"{ID}observation/{TABLE}-") + polars.col("number").cast(text)).alias("row"),
        polars.col("number").cast(whole),
        "day",
        polars.col("count").cast(whole),
        *((polars.lit(start) + polars.col(name)).alias(name) for name, start in starts.items()),
    )
    model = Model()
    model.add_template(_TEMPLATE)
    model.map(f"{BASE}template/Row", frame)
    model.write(str(out), format="ntriples")


def _rml(table: Path) -> str:
    things = {
        "qb:dataSet": f"rr:constant <{ID}dataset/{TABLE}>",
        "vn:rowNumber": 'rml:reference "number"; rr:datatype xsd:integer',
        "dct:issued": 'rml:reference "day"; rr:datatype xsd:date',
        "vn:count": 'rml:reference "count"; rr:datatype xsd:integer',
        "vn:outcome": f'rr:template "{KIND}outcome/{{outcome}}"',
        "vn:place": f'rr:template "{ID}place/{{place}}"',
        "vn:event": f'rr:template "{ID}event/{{event}}"',
    }
    maps = ";\n".join(
        f"rr:predicateObjectMap [ rr:predicate {name}; rr:objectMap [ {how} ] ]"
        for name, how in things.items()
    )
    return f"""@prefix rr: <http://www.w3.org/ns/r2rml#>. @prefix rml: <http://semweb.mmlab.be/ns/rml#>.
@prefix ql: <http://semweb.mmlab.be/ns/ql#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
@prefix qb: <{QB}>. @prefix vn: <{VN}>. @prefix dct: <{DCT}>.
<#rows> rml:logicalSource [ rml:source "{table}"; rml:referenceFormulation ql:CSV ];
rr:subjectMap [ rr:template "{ID}observation/{TABLE}-{{number}}"; rr:class qb:Observation ];
{maps} .
"""


def morph_kgc(table: Path, out: Path) -> None:
    """Do the same with an RML mapping run by Morph-KGC."""
    import morph_kgc as engine  # noqa: PLC0415

    mapping = out.with_suffix(".rml.ttl")
    mapping.write_text(_rml(table), encoding="utf-8")
    settings = "[CONFIGURATION]\nlogging_level: ERROR\n[rows]\nmappings: "
    out.write_text("\n".join(f"{line}." for line in sorted(engine.materialize_set(f"{settings}{mapping}"))))


MAPPERS: Mapping[str, tuple[Mapper, str]] = {
    "ours": (ours, "voetnoot_etl.release.store"),
    "rdflib": (rdflib, "rdflib"),
    "maplib": (maplib, "maplib"),
    "Morph-KGC": (morph_kgc, "morph_kgc"),
}
"""Each mapper with the module that it needs."""
