"""The released facts by SPARQL: what a stranger can count on, and what was found by reading the documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from voetnoot_etl.manifest import find_file, read_manifests
from voetnoot_etl.release import publish
from voetnoot_etl.terms import PREFIXES

Row = tuple[str, ...]
Ask = Callable[[str], list[Row]]
GEOF = "http://www.opengis.net/def/function/geosparql/"
LOST = [35, 36, 55, 56, 57, 58, *range(60, 73)]


@pytest.fixture(scope="module")
def ask() -> Ask:
    """Return a function that runs a SELECT over all released graphs as one."""
    store = Store()
    for path in (Path(__file__).parents[2] / "data").glob("*.ttl"):
        store.load(path=str(path), format=RdfFormat.TURTLE)

    def run(query: str) -> list[Row]:
        result = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(result, QuerySolutions)
        return [tuple("" if value is None else value.value for value in row) for row in result]

    return run


def test_there_are_137_markers_and_each_number_occurs_once(ask: Ask) -> None:
    rows = ask("SELECT ?n { ?m a c4o:InTextReferencePointer ; c4o:hasContent ?n } ORDER BY xsd:integer(?n)")
    assert [int(number) for (number,) in rows] == list(range(1, 138))


def test_each_marker_stands_at_the_offset_of_its_first_digit(ask: Ask, sources: Path, root: Path) -> None:
    manifests = {source.id: source for source in read_manifests(root / "etl" / "sources")}
    path = find_file(manifests["cedoca-2023-12-05"], sources)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    rows = ask(
        "SELECT ?n ?start ?end { ?m a c4o:InTextReferencePointer ; c4o:hasContent ?n ; vn:anchor ?a ."
        " ?a oa:hasSelector [ oa:start ?start ; oa:end ?end ] }"
    )
    assert len(rows) == 137
    for number, start, end in rows:
        assert text[int(start) : int(end)] == number
        assert not text[int(start) - 1].isspace()


def test_there_are_137_notes_of_which_19_are_lost(ask: Ask) -> None:
    rows = ask(
        "SELECT ?n { ?f a doco:Footnote ; vn:number ?n ;"
        " vn:textStatus <https://w3id.org/voetnoot/kind/text-status/lost> } ORDER BY ?n"
    )
    assert [int(number) for (number,) in rows] == LOST
    assert len(ask("SELECT ?f { ?f a doco:Footnote }")) == 137


def test_every_citation_names_publisher_date_publication_and_the_status_of_its_url(ask: Ask) -> None:
    rows = ask(
        "SELECT ?c ?publisher ?date ?status { ?c a biro:BibliographicReference ; vn:urlStatus ?status ;"
        " biro:references ?p . ?p dct:publisher ?publisher ; vn:edtf ?date }"
    )
    assert len({row[0] for row in rows}) == len(rows) == 156


@pytest.mark.parametrize(
    ("status", "count"), [("listed", 93), ("inferred", 12), ("missing", 51), ("ambiguous", 0)]
)
def test_a_url_stands_only_where_it_is_safe(ask: Ask, status: str, count: int) -> None:
    rows = ask(
        f"SELECT ?c ?url {{ ?c vn:urlStatus <https://w3id.org/voetnoot/kind/url-status/{status}> ."
        " OPTIONAL { ?c vn:listedUrl ?url } }"
    )
    assert len(rows) == count
    assert all(bool(url) == (status == "listed") for _, url in rows)


@pytest.mark.parametrize(
    ("citation", "publisher", "date", "url"),
    [
        (
            "3-1",
            "rferl",
            "2023-09-20",
            "https://www.rferl.org/a/azerbaijan-armenia-karabakh-analysis/32601613.html",
        ),
        ("22-3", "caucasian-knot", "2022-03-09", "https://eng.kavkaz-uzel.eu/articles/58461"),
        ("22-4", "caucasian-knot", "2022-03-09", "https://eng.kavkaz-uzel.eu/articles/58458/"),
        ("98-1", "icg", "2023-09-16", "https://github.com/CrisisGroup/nk-data-repo/blob/main/map1.jpg"),
    ],
)
def test_a_citation_leads_to_its_url(ask: Ask, citation: str, publisher: str, date: str, url: str) -> None:
    rows = ask(
        f"SELECT ?publisher ?date ?url {{ citation:cedoca-2023-12-05-{citation} vn:listedUrl ?url ;"
        " biro:references ?p . ?p dct:publisher ?publisher ; vn:edtf ?date }"
    )
    assert rows == [(f"https://w3id.org/voetnoot/id/actor/{publisher}", date, url)]


def test_an_archived_copy_and_its_original_are_both_told(ask: Ask) -> None:
    rows = ask("SELECT DISTINCT ?p ?url { ?p schema:archivedAt ?copy ; schema:url ?url }")
    assert [url for _, url in rows] == [
        "https://www.crisisgroup.org/content/nagorno-karabakh-conflict-visual-explainer"
    ]


def test_the_same_publisher_and_day_can_be_two_publications(ask: Ask) -> None:
    rows = ask(
        "SELECT ?p { ?p a vn:Publication ; dct:publisher actor:icg ; vn:edtf '2023-09-16' ; schema:url ?url }"
    )
    assert len(rows) == 3


def test_casualties_are_239_rows_that_sum_to_1225(ask: Ask) -> None:
    rows = ask(
        "SELECT (COUNT(?o) AS ?rows) (SUM(?n) AS ?sum) { ?o qb:dataSet dataset:icg-casualties ; vn:count ?n }"
    )
    assert rows == [("239", "1225")]


def test_the_row_of_the_reported_202_keeps_its_number_and_date(ask: Ask) -> None:
    rows = ask("SELECT ?n ?d { observation:icg-casualties-164 vn:count ?n ; vn:reportedDate ?d }")
    assert rows == [("202", "2022-09-19")]


def test_each_graph_has_a_licence_and_tables_name_who_holds_the_rights(ask: Ask) -> None:
    rows = ask(
        "SELECT ?g ?licence ?holder { dataset:voetnoot void:subset ?g . ?g dct:license ?licence ."
        " OPTIONAL { ?g dct:rightsHolder ?holder } }"
    )
    assert {row[0].rsplit("/", 1)[1] for row in rows} >= {"cedoca-2023-12-05", "icg-casualties", "core"}
    tables = [row for row in rows if "graph/icg-" in row[0]]
    assert all("GPL-3.0" in licence and holder for _, licence, holder in tables)


@pytest.mark.parametrize(
    ("function", "inside", "outside"),
    [("sfWithin", {"hadrut", "shusha", "lachin"}, {"goris", "kapan", "baku"})],
)
def test_places_lie_in_the_zones_of_the_borders(
    ask: Ask, function: str, inside: set[str], outside: set[str]
) -> None:
    rows = ask(
        f"SELECT DISTINCT ?p {{ ?p a vn:Place ; geo:hasGeometry/geo:asWKT ?w . ?b a vn:Border ;"
        f" geo:hasGeometry/geo:asWKT ?zone FILTER(<{GEOF}{function}>(?w, ?zone)) }}"
    )
    found = {row[0].rsplit("/", 1)[1] for row in rows}
    assert inside <= found
    assert not outside & found


def test_stretches_of_the_front_cross_zones(ask: Ask) -> None:
    rows = ask(
        "SELECT DISTINCT ?s { ?s a vn:PlaceSegment ; geo:hasGeometry/geo:asWKT ?w . ?b a vn:Border ;"
        f" geo:hasGeometry/geo:asWKT ?zone FILTER(<{GEOF}sfIntersects>(?w, ?zone)) }}"
    )
    assert "segment-agdam-askeran" in {row[0].rsplit("/", 1)[1] for row in rows}


def test_no_triple_stands_in_two_graphs(root: Path) -> None:
    graphs = {
        path.stem: publish.read_graph(path.stem, [path]).triples for path in (root / "data").glob("*.ttl")
    }
    assert sum(len(triples) for triples in graphs.values()) == len(set().union(*graphs.values()))
