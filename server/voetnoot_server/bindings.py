"""Binding: the parameters of a query give way to terms, token by token, never as text.

A term takes the place of its variable wherever that stands, so sub-selects, FILTER and paths see the same
value; `BOUND(?__x)` of a given parameter becomes `true`. A parameter that is left out stays a variable that
nothing binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from voetnoot_server.parameters import Term

_TOKEN = re.compile(
    r"""
    (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<comment> \#[^\n\r]* )
  | (?P<long> \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*''' )
  | (?P<string> "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<escape> \\. )
  | (?P<bound> \bBOUND\s*\(\s*[?$](?P<tested>\w+)\s*\) )
  | (?P<variable> [?$](?P<name>\w+) )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def variables(query: str) -> Iterator[tuple[str, int]]:
    """Yield each variable's name and line in the order of the text, repeats included."""
    for match in _TOKEN.finditer(query):
        name = match["name"] or match["tested"]
        if name:
            yield name, query.count("\n", 0, match.start()) + 1


def bind(query: str, terms: Mapping[str, Term]) -> str:
    """Return the query with each variable of `terms` replaced by its term."""

    def replacement(match: re.Match[str]) -> str:
        if match["tested"] in terms:
            return "true"
        if match["name"] in terms:
            return str(terms[match["name"]])
        return match[0]

    return _TOKEN.sub(replacement, query)
