"""The build: sources, curated tables and ontology → released graphs, text graphs, store.

Sources at hand are read anew; the graphs of a source that is absent come from data/. Every check runs
before anything is written, so that a fault leaves data/ and the store as they were.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from voetnoot_etl import rdf
from voetnoot_etl.checks.infer import GRAPH as INFERRED
from voetnoot_etl.checks.infer import inferred_graph
from voetnoot_etl.checks.reason import check_consistency
from voetnoot_etl.checks.recompute_rdf import check_graph
from voetnoot_etl.checks.shapes import check_shapes
from voetnoot_etl.extract import Holdings, document_graphs, find_holdings, read_documents, table_graphs
from voetnoot_etl.manifest import Source, read_manifests
from voetnoot_etl.release import publish
from voetnoot_etl.release.data_readme import data_readme
from voetnoot_etl.release.meta_rdf import meta_graph
from voetnoot_etl.release.publish import merged
from voetnoot_etl.release.queries_rdf import queries_graph
from voetnoot_etl.release.store import write_release
from voetnoot_etl.terms import BIRO, DOCO, QB, VN
from voetnoot_etl.workspace import Workspace, report
from voetnoot_etl.world.core import check_core, core_graph, read_core
from voetnoot_etl.world.name_gaps import list_unknown_names

COUNTED = {
    "documents": VN.Document,
    "footnotes": DOCO.Footnote,
    "citations": BIRO.BibliographicReference,
    "observations": QB.Observation,
    "figures": VN.FigureClaim,
}


def build(workspace: Workspace) -> Path:
    """Read all sources at hand, check, write data/ and the store; returns the release's folder."""
    sources = read_manifests(workspace.manifests)
    holdings = find_holdings(workspace, sources)
    graphs = publish.read_data(workspace.data) | extract(workspace, holdings)
    graphs = publish.parted(graphs | {"checks": recomputed(workspace, graphs)})
    check(workspace, graphs)
    report("drawing inferences")
    graphs |= {INFERRED: inferred_graph(_asserted(graphs).values(), workspace.ontology)}
    graphs = publish.parted(graphs | {"meta": _meta(sources, graphs)})
    publish.write_data(graphs.values(), workspace.data)
    facts = {name: graph for name, graph in graphs.items() if not name.startswith(publish.PRIVATE)}
    described = data_readme({source.graph: source for source in sources}, facts)
    (workspace.data / "README.md").write_text(described, encoding="utf-8")
    return _store(workspace, graphs, holdings)


def load(workspace: Workspace) -> Path:
    """Write the store from data/, with the text graphs of the sources at hand; returns the release's folder."""
    sources = read_manifests(workspace.manifests)
    holdings = find_holdings(workspace, sources)
    texts = {n: g for n, g in extract(workspace, holdings).items() if n.startswith(publish.PRIVATE)}
    return _store(workspace, publish.read_data(workspace.data) | texts, holdings)


def extract(workspace: Workspace, holdings: Holdings) -> dict[str, rdf.Graph]:
    """Return the graphs that sources at hand and curated tables give, by name."""
    core = read_core(workspace.curated)
    readings = read_documents(workspace, holdings.documents)
    check_core(core, {key: reading.text for key, reading in readings.items()})
    for document, line in list_unknown_names(readings, core.world, workspace.curated):
        report(f"{document}: no table knows {line}")
    documents = document_graphs(workspace, holdings.documents, readings, core)
    tables = table_graphs(workspace, holdings.tables)
    return merged([*documents.values(), *tables.values(), core_graph(core)])


def check(workspace: Workspace, graphs: Mapping[str, rdf.Graph]) -> None:
    """Hold what is asserted against the shapes and the ontology, side by side, each in a process of its own.

    A break is an error that lists its places; one of the shapes comes first.
    """
    with tempfile.TemporaryDirectory() as folder, _processes() as processes:
        paths = publish.write_data(_asserted(graphs).values(), Path(folder))
        report("checking shapes and classifying")
        shapes = processes.submit(check_shapes, Path(folder), workspace.ontology)
        consistency = processes.submit(check_consistency, workspace.ontology, paths)
        shapes.result()
        consistency.result()


def _processes() -> ProcessPoolExecutor:
    """Return two fresh processes: a fork would copy the threads of Oxigraph and rdflib's state."""
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


def _asserted(graphs: Mapping[str, rdf.Graph]) -> dict[str, rdf.Graph]:
    """Return the released graphs that state facts: without descriptions, inferences and words of sources."""
    made = ("meta", INFERRED)
    return {n: g for n, g in graphs.items() if n not in made and not n.startswith(publish.PRIVATE)}


def recomputed(workspace: Workspace, graphs: Mapping[str, rdf.Graph]) -> rdf.Graph:
    """Return the checks of the documents' figures against the data; a figure that no claim states is reported."""
    report("recomputing figures")
    checks, unclaimed = check_graph(_asserted(graphs), workspace.queries, workspace.curated)
    for expectation in unclaimed:
        report(f"{expectation.document}: no claim states {expectation.expected} at {expectation.start}")
    return checks


def _meta(sources: Sequence[Source], graphs: Mapping[str, rdf.Graph]) -> rdf.Graph:
    facts = {n: g for n, g in graphs.items() if n != "meta" and not n.startswith(publish.PRIVATE)}
    return meta_graph({source.graph: source for source in sources}, facts)


def _store(workspace: Workspace, graphs: Mapping[str, rdf.Graph], holdings: Holdings) -> Path:
    beside = (*publish.ontology_graphs(workspace.ontology), queries_graph(workspace.queries))
    everything = {**graphs, **{graph.name: graph for graph in beside}}
    counts = {name: publish.count_instances(everything, iri.value) for name, iri in COUNTED.items()}
    report("writing the store")
    sizes = {graph.iri.value: len(graph.triples) for _, graph in sorted(everything.items())}
    present = {"present": holdings.present, "absent": [source.id for source in holdings.absent]}
    release = write_release(
        workspace.build, everything.values(), {"graphs": sizes, **counts, "sources": present}
    )
    report(f"{sum(sizes.values())} quads in {len(sizes)} graphs: {release}")
    return release
