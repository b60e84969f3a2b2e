"""Events, agreements and provisions become the graph that queries rely on."""

from __future__ import annotations

import pytest
from pyoxigraph import Dataset, Literal, NamedNode, Store

from voetnoot_etl import rdf
from voetnoot_etl.model import Span
from voetnoot_etl.terms import PREFIXES
from voetnoot_etl.world.history import Agreement, Event, EventMention, History, Provision
from voetnoot_etl.world.history_rdf import add_history
from voetnoot_etl.world.tables import Words

WORDS = Words("events.tsv:2", "note", Span(3, 13), "a" * 64)
LATER = Words("event-mentions.tsv:2", "letter", Span(40, 52), "b" * 64)
FIGHT = Event(
    id="bridge-fight",
    type="armed-clash",
    label_en="Fight at the bridge",
    label_nl="Gevecht aan de brug",
    edtf="2019-05~",
    date_basis="phrase",
    occurrence="occurred",
    part_of="",
    places=("bridge",),
    actors=("north", "south"),
    words=WORDS,
)
TALKS = Event(
    id="old-talks",
    type="negotiation",
    label_en="Old talks",
    label_nl="Oude gesprekken",
    edtf="",
    date_basis="unknown",
    occurrence="planned",
    part_of="bridge-fight",
    places=(),
    actors=(),
    words=WORDS,
)
TRUCE = Agreement(
    id="truce",
    kind="ceasefire",
    label_en="Truce",
    label_nl="Bestand",
    edtf="2019-05-05",
    term="2019-05-05/..",
    occurrence="occurred",
    parties=("north", "south"),
    mediators=("east",),
    event="bridge-fight",
    words=WORDS,
)
CLAUSE = Provision(
    id="truce-bridge",
    agreement="truce",
    type="withdrawal",
    label_en="Leave the bridge",
    label_nl="De brug verlaten",
    obliges=("north",),
    places=("bridge",),
    groups=("south",),
    edtf="2019-05-05/..",
    read_differently=True,
    words=WORDS,
)


@pytest.fixture(scope="module")
def store() -> Store:
    graph = rdf.Graph("core")
    mentions = (EventMention("bridge-fight", LATER),)
    add_history(graph, History((FIGHT, TALKS), mentions, (TRUCE,), (CLAUSE,)))
    store = Store()
    store.extend(Dataset(graph.quads()))
    return store


def answers(store: Store, pattern: str) -> set[str]:
    """Return the last parts of the IRIs, or the values, of ?x."""
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    ids = "PREFIX event: <https://w3id.org/voetnoot/id/event/> PREFIX id: <https://w3id.org/voetnoot/id/> "
    query = f"{prefixes}{ids}SELECT ?x WHERE {{ {pattern} }}"
    found = store.query(query, use_default_graph_as_union=True)
    terms = [row["x"] for row in found]  # type: ignore[union-attr]
    assert all(isinstance(term, NamedNode | Literal) for term in terms)
    return {term.value.rpartition("/")[2] for term in terms}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("event:bridge-fight a ?x", {"ontology#Event"}),
        ("event:bridge-fight sem:eventType ?x", {"armed-clash"}),
        ("event:bridge-fight skos:prefLabel ?x", {"Fight at the bridge", "Gevecht aan de brug"}),
        ("event:bridge-fight vn:edtf ?x", {"2019-05~"}),
        ("event:bridge-fight sem:hasEarliestBeginTimeStamp ?x", {"2019-05-01T00:00:00Z"}),
        ("event:bridge-fight sem:hasLatestEndTimeStamp ?x", {"2019-05-31T23:59:59Z"}),
        ("event:bridge-fight vn:dateBasis ?x", {"phrase"}),
        ("event:bridge-fight vn:dateInferred ?x", {"false"}),
        ("event:bridge-fight vn:occurrence ?x", {"occurred"}),
        ("event:bridge-fight sem:hasPlace ?x", {"bridge"}),
        ("event:bridge-fight sem:hasActor ?x", {"north", "south"}),
        ("event:bridge-fight vn:anchor/oa:hasSelector/oa:start ?x", {"3"}),
        ("event:bridge-fight vn:anchor/oa:hasSource ?x", {"note"}),
        ("event:bridge-fight prov:wasDerivedFrom/oa:hasSource ?x", {"note", "letter"}),
        ("event:old-talks sem:subEventOf ?x", {"bridge-fight"}),
        ("event:old-talks vn:edtf|vn:dateInferred|sem:hasEarliestBeginTimeStamp ?x", set()),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:agreementKind ?x", {"ceasefire"}),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:party ?x", {"north", "south"}),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:mediator ?x", {"east"}),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:event ?x", {"bridge-fight"}),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:term ?x", {".."}),
        ("<https://w3id.org/voetnoot/id/agreement/truce> vn:hasProvision ?x", {"truce-bridge"}),
        ("?p vn:provisionType ?x", {"withdrawal"}),
        ("?p vn:obliges ?x", {"north"}),
        ("?p vn:appliesTo ?x", {"bridge", "south"}),
        ("?p vn:readDifferently ?x", {"true"}),
        ("?p a vn:Provision ; sem:hasLatestEndTimeStamp ?x", set()),
        ("?p a vn:Provision ; vn:anchor/vn:quoteDigest ?x", {"a" * 64}),
    ],
)
def test_the_graph_says_what_the_tables_say(store: Store, pattern: str, expected: set[str]) -> None:
    assert answers(store, pattern) == expected


def test_an_event_holds_no_figure_and_nobody_says_it(store: Store) -> None:
    assert answers(store, "?e a vn:Event ; vn:stated|vn:lower|vn:upper|vn:saidBy ?x") == set()
