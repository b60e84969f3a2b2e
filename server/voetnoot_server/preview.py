"""The first rows of a result as plain data for a page, with a word on whether there are more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from voetnoot_server.outlet import Outlet

Term = NamedNode | BlankNode | Literal | Triple


def preview(results: QuerySolutions | QueryBoolean | QueryTriples, most: int, outlet: Outlet) -> None:
    """Write the page's data as JSON: `boolean`, or `columns`, `rows` and `more`."""
    if isinstance(results, QueryBoolean):
        outlet.write(json.dumps({"boolean": bool(results)}).encode())
        return
    rows: Iterable[tuple[Term | None, ...]]
    if isinstance(results, QuerySolutions):
        columns = [variable.value for variable in results.variables]
        rows = (tuple(solution) for solution in results)
    else:
        columns = ["subject", "predicate", "object"]
        rows = ((triple.subject, triple.predicate, triple.object) for triple in results)
    shown = list(islice(rows, most + 1))
    outlet.rows = min(len(shown), most)
    cells = [[_cell(term) for term in row] for row in shown[:most]]
    outlet.write(json.dumps({"columns": columns, "rows": cells, "more": len(shown) > most}).encode())


def _cell(term: Term | None) -> dict[str, str] | None:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return {"type": "iri", "value": term.value}
    if isinstance(term, Literal):
        return {
            "type": "literal",
            "value": term.value,
            "language": term.language or "",
            "datatype": term.datatype.value,
        }
    return {"type": "other", "value": str(term)}
