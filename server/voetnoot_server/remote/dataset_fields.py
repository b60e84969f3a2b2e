"""Which data set a query is about at the remote store, written as the fields of the SPARQL 1.1 Protocol.

Here the default graph is the union of all graphs. Elsewhere it may be empty, or hold other things too: then all
graphs of ours are named with each query that does not name its data set itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voetnoot_server import tokens
from voetnoot_server.errors import BadRequestError, ForbiddenError
from voetnoot_server.tokens import Wording


@dataclass(frozen=True, slots=True)
class DataSet:
    """The graphs that stand for the default graph; none where the remote's own default graph is their union."""

    graphs: tuple[str, ...] = ()

    def fields(
        self,
        query: str,
        base: str = "",
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
    ) -> list[tuple[str, str]]:
        """Return the fields of a request; raises where a query would reach beyond the store."""
        wording = tokens.read(query)
        _stay_inside(wording)
        if default is None and named is None and not wording.names_its_dataset:
            default = named = self.graphs
        found = [("query", _with_base(wording, base))]
        found += [("default-graph-uri", graph) for graph in default or ()]
        found += [("named-graph-uri", graph) for graph in named or ()]
        return found


def _stay_inside(wording: Wording) -> None:
    """Refuse what would make the remote store fetch from others in our name."""
    if wording.calls_others:
        raise ForbiddenError("This server asks no other server: SERVICE is not available here.")
    for token in wording.tokens:
        if token.kind == "word" and token.text.upper() == "DEFINE":
            raise BadRequestError(
                "DEFINE is not part of SPARQL; a query starts with its prefixes or its form."
            )
        if token.text == "{":
            return


def _with_base(wording: Wording, base: str) -> str:
    """Let relative IRIs mean here what they mean without a remote store."""
    relative = any(token.kind == "iri" and ":" not in token.text for token in wording.tokens)
    return f"BASE <{base}> {wording.text}" if relative and base else wording.text
