"""The index `queries/README.md`; `python -m voetnoot_server.query_index queries` writes it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from voetnoot_server.catalogue import SavedQuery, read_catalogue

OPENING = """# Saved queries

One file is one question: valid SPARQL with a grlc header (`#+` lines of YAML). A variable such as
`?_event_iri` is a required parameter named `event` of type IRI; two underscores, as in `?__from_date`, make
it optional. Left out, an optional parameter is a variable that nothing binds. In the header, `params` gives for
each its `type`, `required`, `default`, `example` and `description`; `scheme` (a concept scheme) or `class` (one
or more classes) says what a form offers to choose from, and `panel` whether the page of such a thing shows the
answer for it.

Every query runs on Oxigraph and rdflib over the default graph, which is the union of all graphs, and gives its
rows in a fixed order. `/queries/<name>` is its page, `/queries/<name>.csv?event=…` its answer as data.

This page is generated: `python -m voetnoot_server.query_index queries`.
"""


def by_tag(queries: Iterable[SavedQuery]) -> Mapping[str, tuple[SavedQuery, ...]]:
    """Group queries under their first tag, tags and names in alphabetical order."""
    groups: dict[str, list[SavedQuery]] = {}
    for query in sorted(queries, key=lambda query: (query.tags[0], query.name)):
        groups.setdefault(query.tags[0], []).append(query)
    return {tag: tuple(members) for tag, members in groups.items()}


def index(queries: Iterable[SavedQuery]) -> str:
    """Return the index as Markdown."""
    return "\n".join(_lines(queries)) + "\n"


def _lines(queries: Iterable[SavedQuery]) -> Iterator[str]:
    yield OPENING
    for tag, members in by_tag(queries).items():
        yield f"## {tag}\n"
        yield "| question | query | parameters |"
        yield "| --- | --- | --- |"
        for query in members:
            yield f"| {query.summary} | [{query.name}]({query.name}.rq) | {_parameters(query)} |"
        yield ""


def _parameters(query: SavedQuery) -> str:
    return ", ".join(
        f"{parameter.name}: {parameter.kind}{'' if parameter.required else ', optional'}"
        for parameter in query.parameters
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "README.md").write_text(index(read_catalogue(folder).values()), encoding="utf-8")
