"""The graph `queries`: the saved queries and the prefixes, as SPARQL editors look for them in an endpoint's data.

A query is a `sh:SPARQLExecutable` with the values that its header proposes in place of its parameters, so that it
can be run as it stands; a prefix is what `sh:declare` of the data set leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pyoxigraph import Literal, NamedNode

from voetnoot_etl import iris, rdf
from voetnoot_etl.errors import BuildError
from voetnoot_etl.terms import PREFIXES, RDFS, SH, XSD

NAME = "queries"
_HEADER = "#+"
_FORMS = {
    "SELECT": (SH.SPARQLSelectExecutable, SH.select),
    "ASK": (SH.SPARQLAskExecutable, SH.ask),
    "CONSTRUCT": (SH.SPARQLConstructExecutable, SH.construct),
}
_FORM = re.compile(rf"^\s*({'|'.join(_FORMS)})\b", re.MULTILINE)
_SHORT = re.compile(r"[a-z][a-z-]*(?:/[A-Za-z0-9._-]+)+")
_ROOMS = ("id/", "kind/", "graph/")


def queries_graph(queries: Path) -> rdf.Graph:
    """Return the saved queries of a folder, and the prefixes; raises `BuildError` for a header that is none."""
    graph = rdf.Graph(NAME)
    data = iris.thing("dataset", "voetnoot")
    for prefix, space in PREFIXES.items():
        declared = graph.add(
            iris.thing("prefix", prefix),
            (rdf.type_, SH.PrefixDeclaration),
            (SH.prefix, Literal(prefix)),
            (SH.namespace, Literal(space, datatype=XSD.anyURI)),
        )
        graph.add(data, (SH.declare, declared))
    for path in sorted(queries.glob("*.rq")):
        _add_query(graph, path, data)
    return graph


def _add_query(graph: rdf.Graph, path: Path, data: NamedNode) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = _header(path, "\n".join(line[len(_HEADER) :] for line in lines if line.startswith(_HEADER)))
    text = "\n".join(line for line in lines if not line.startswith(_HEADER)).strip()
    form = _FORM.search(text)
    if form is None:
        raise BuildError("there is no SELECT, ASK or CONSTRUCT in this query", place=path.name)
    kind, property_ = _FORMS[form[1]]
    graph.add(
        iris.thing("query", path.stem),
        (rdf.type_, SH.SPARQLExecutable),
        (rdf.type_, kind),
        (RDFS.comment, rdf.text(str(header.get("summary", "")), "en")),
        (RDFS.comment, rdf.text(str(header.get("summary_nl", "")), "nl")),
        (property_, Literal(_with_examples(text, dict(_examples(header))))),
        (SH.prefixes, data),
    )


def _header(path: Path, text: str) -> Mapping[str, object]:
    try:
        header = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise BuildError(f"the header is not YAML: {error}", place=path.name) from error
    if not isinstance(header, dict):
        raise BuildError("there is no header: lines that begin with #+", place=path.name)
    return header


def _examples(header: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield a pattern of each parameter's variable with the term that the header proposes, or that is its default."""
    parameters = header.get("params") or {}
    assert isinstance(parameters, dict)  # noqa: S101 - the server reads the same headers, and tests hold them
    for name, said in parameters.items():
        value = said.get("example", said.get("default", ""))
        if value != "":
            kind = str(said.get("type", "string"))
            yield rf"[?$]__?{re.escape(str(name))}(?:_{kind})?(?!\w)", _term(str(value), kind)


def _term(value: str, kind: str) -> str:
    if kind == "iri":
        room = "" if value.startswith(_ROOMS) else "id/"
        return str(NamedNode(f"{iris.BASE}{room}{value}" if _SHORT.fullmatch(value) else value))
    if kind == "string":
        return str(Literal(value))
    if len(kind) == 2:  # noqa: PLR2004 - a language
        return str(Literal(value, language=kind))
    return str(Literal(value, datatype=NamedNode(f"{PREFIXES['xsd']}{kind}")))


def _with_examples(text: str, terms: Mapping[str, str]) -> str:
    """Return a query with its parameters' terms in place; `BOUND` of one that has a term is true."""
    for variable, term in terms.items():
        text = re.sub(rf"BOUND\s*\(\s*{variable}\s*\)", "true", text, flags=re.IGNORECASE)
        text = re.sub(variable, lambda _, term=term: term, text)  # type: ignore[misc]
    return text
