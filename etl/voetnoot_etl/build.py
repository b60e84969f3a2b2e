"""The build: sources, curated tables and ontology → released graphs, text graphs, store.

Sources at hand are read anew; the graphs of a source that is absent come from data/. Every check runs
before anything is written, so that a fault leaves data/ and the store as they were.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from voetnoot_etl import publish, rdf
from voetnoot_etl.extract import Extraction, extract, source_graphs
from voetnoot_etl.manifest import Source, read_manifests
from voetnoot_etl.meta_rdf import meta_graph
from voetnoot_etl.shapes import check_shapes
from voetnoot_etl.store import write_release
from voetnoot_etl.terms import BIRO, DOCO, QB, VN
from voetnoot_etl.workspace import Workspace, report

COUNTED = {
    "documents": VN.Document,
    "footnotes": DOCO.Footnote,
    "citations": BIRO.BibliographicReference,
    "observations": QB.Observation,
}


def build(workspace: Workspace) -> Path:
    """Read all sources at hand, check, write data/ and the store; returns the release's folder."""
    sources = read_manifests(workspace.manifests)
    extraction = extract(workspace, sources)
    graphs = publish.read_data(workspace.data) | source_graphs(workspace, sources, extraction)
    graphs = released(workspace, sources, graphs)
    report("checking shapes")
    check(workspace, graphs)
    publish.write_data(graphs.values(), workspace.data)
    return _store(workspace, graphs, extraction)


def load(workspace: Workspace) -> Path:
    """Write the store from data/, with the text graphs of the sources at hand; returns the release's folder."""
    sources = read_manifests(workspace.manifests)
    extraction = extract(workspace, sources)
    texts = {
        n: g
        for n, g in source_graphs(workspace, sources, extraction).items()
        if n.startswith(publish.PRIVATE)
    }
    return _store(workspace, publish.read_data(workspace.data) | texts, extraction)


def check(workspace: Workspace, graphs: Mapping[str, rdf.Graph]) -> None:
    """Hold the released graphs against the shapes; a break is a `CheckError` that lists nodes and paths."""
    with tempfile.TemporaryDirectory() as folder:
        publish.write_data(graphs.values(), Path(folder))
        check_shapes(Path(folder), workspace.ontology)


def released(
    workspace: Workspace, sources: Sequence[Source], graphs: dict[str, rdf.Graph]
) -> dict[str, rdf.Graph]:
    """Return the graphs with those that are made from others: the description of the data set."""
    del workspace
    known = {source.graph: source for source in sources}
    facts = {n: g for n, g in graphs.items() if n != "meta" and not n.startswith(publish.PRIVATE)}
    return graphs | {"meta": meta_graph(known, facts)}


def _store(workspace: Workspace, graphs: Mapping[str, rdf.Graph], extraction: Extraction) -> Path:
    everything = {**graphs, **{graph.name: graph for graph in publish.ontology_graphs(workspace.ontology)}}
    counts = {name: publish.count_instances(everything, iri.value) for name, iri in COUNTED.items()}
    report("writing the store")
    sizes = {graph.iri.value: len(graph.triples) for _, graph in sorted(everything.items())}
    present = {"present": extraction.present, "absent": extraction.absent}
    release = write_release(
        workspace.build, everything.values(), {"graphs": sizes, **counts, "sources": present}
    )
    report(f"{sum(sizes.values())} quads in {len(sizes)} graphs: {release}")
    return release
