"""A SPARQL 1.1 endpoint elsewhere, over HTTP: ask it, update it, put a graph into it."""

from __future__ import annotations

import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import quote, urlencode, urlsplit

from voetnoot_etl.errors import PushError
from voetnoot_etl.release.login import BasicLogin, DigestLogin, NoRedirects

USER_VARIABLE = "VOETNOOT_PUSH_USER"
PASSWORD_VARIABLE = "VOETNOOT_PUSH_PASSWORD"  # noqa: S105 - the variable's name
TOKEN_VARIABLE = "VOETNOOT_PUSH_TOKEN"  # noqa: S105 - the variable's name
SECONDS = 120.0
"""Seconds without a byte after which an endpoint counts as gone."""

LARGEST_ANSWER = 1 << 20
SHOWN = 300
"""Characters of an endpoint's own words that a message repeats."""

_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who pushes: a user with a password (Basic or Digest, as the endpoint asks), or a bearer's token."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, user: str = "") -> Credentials:
        """Read them from the environment: a command line would show them to every user of the machine."""
        return cls(
            user=user or os.environ.get(USER_VARIABLE, ""),
            password=os.environ.get(PASSWORD_VARIABLE, ""),
            token=os.environ.get(TOKEN_VARIABLE, ""),
        )


class Endpoint:
    """Where queries, updates and, if `graph_store` is given, whole graphs are sent."""

    def __init__(
        self,
        query: str,
        *,
        update: str = "",
        graph_store: str = "",
        credentials: Credentials | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self.query = _checked(query)
        self.update = _checked(update or query)
        self.graph_store = _checked(graph_store) if graph_store else ""
        self._seconds = seconds
        given = credentials or Credentials()
        self._headers = {"Authorization": f"Bearer {given.token}"} if given.token else {}
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        if given.user:
            for address in (self.query, self.update, self.graph_store):
                passwords.add_password(None, address, given.user, given.password)
        self._opener = urllib.request.build_opener(
            NoRedirects(), DigestLogin(passwords), BasicLogin(passwords)
        )

    def count(self, graph: str) -> int:
        """Return how many triples the endpoint holds in a graph."""
        text = f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        return int(self._rows(text)[0]["count"])

    def graphs(self, start: str) -> tuple[str, ...]:
        """Return the named graphs whose IRIs begin with `start`."""
        text = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"
        return tuple(sorted(row["graph"] for row in self._rows(text) if row["graph"].startswith(start)))

    def run(self, update: str) -> None:
        """Run a SPARQL Update."""
        self._send("POST", self.update, update.encode(), {"Content-Type": "application/sparql-update"})

    def put(self, graph: str, ntriples: bytes) -> None:
        """Make these triples the content of a graph (Graph Store Protocol)."""
        self._send("PUT", self._graph_address(graph), ntriples, {"Content-Type": "text/turtle"})

    def delete(self, graph: str) -> None:
        """Remove a graph (Graph Store Protocol); one that is not there is gone already."""
        self._send("DELETE", self._graph_address(graph), None, {}, fine=frozenset({404}))

    def _graph_address(self, graph: str) -> str:
        joint = "&" if urlsplit(self.graph_store).query else "?"
        return f"{self.graph_store}{joint}graph={quote(graph, safe='')}"

    def _rows(self, query: str) -> list[dict[str, str]]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/sparql-results+json",
        }
        body = self._send("POST", self.query, urlencode({"query": query}).encode(), headers)
        try:
            bindings = json.loads(body)["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in bindings]
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise PushError(
                "answered a query with something else than results in JSON", place=self.query
            ) from fault

    def _send(
        self,
        method: str,
        address: str,
        body: bytes | None,
        headers: Mapping[str, str],
        fine: frozenset[int] = frozenset(),
    ) -> bytes:
        request = urllib.request.Request(  # noqa: S310 - http and https only, checked at the start
            address, data=body, headers={**self._headers, **headers}, method=method
        )
        try:
            with self._opener.open(request, timeout=self._seconds) as answer:
                content: bytes = answer.read(LARGEST_ANSWER)
                return content
        except urllib.error.HTTPError as fault:
            with fault:
                if fault.code in fine:
                    return b""
                raise PushError(_refusal(method, fault), place=address) from fault
        except (OSError, HTTPException) as fault:
            reason = getattr(fault, "reason", fault)
            raise PushError(f"{method} got no answer: {reason}", place=address) from fault


def _checked(address: str) -> str:
    """Return an address that is http or https and holds no credentials; raises `PushError`."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PushError("an endpoint has an address that starts with http:// or https://", place=address)
    if parts.username or parts.password:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise PushError(f"credentials belong in {USER_VARIABLE} and {PASSWORD_VARIABLE}", place=bare)
    return address


def _refusal(method: str, fault: urllib.error.HTTPError) -> str:
    """Return status and first line of what an endpoint says against a request."""
    if location := fault.headers.get("Location"):
        return f"{method} answered {fault.code} and points to {location}: name that address instead"
    said = _MARKUP.sub(" ", fault.read(LARGEST_ANSWER).decode("utf-8", "replace"))
    line = next((stripped for each in said.splitlines() if (stripped := " ".join(each.split()))), "")
    return f"{method} answered {fault.code} {fault.reason}{f': {line[:SHOWN]}' if line else ''}"
