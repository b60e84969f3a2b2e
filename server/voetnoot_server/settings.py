"""Every setting with its default and meaning; each limit is a field, named by what it bounds and its unit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

KILO = 1024
MEGA = 1024 * KILO

CHOICES = {"isolation": ("auto", "fork", "spawn"), "remote_default_graph": ("auto", "union", "named")}
"""What a setting can be where it names one of a few ways."""


class Secret(str):
    """A text that is not shown: neither in a report, nor in a message, nor in the description of its holder."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(str(self))

    def __str__(self) -> str:
        return "***" if self else ""

    def reveal(self) -> str:
        """Return the text."""
        return str.__str__(self)


NO_SECRET = Secret()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `create_app` and the query host are told; nothing else configures the server."""

    store: Annotated[Path, "folder of the built graph: quads.nq, store/ and build.json"] = Path(
        "build/current"
    )
    remote: Annotated[str, "a SPARQL 1.1 endpoint that answers instead of the built graph"] = ""
    remote_version: Annotated[str, "version of the remote's data, where it does not tell one itself"] = ""
    remote_default_graph: Annotated[
        str,
        "union where the remote's default graph holds all graphs, named where ours are to be named, or auto",
    ] = "auto"
    remote_user: Annotated[str, "who asks the remote (Basic)"] = ""
    remote_password: Annotated[Secret, "the password of who asks the remote"] = NO_SECRET
    remote_token: Annotated[Secret, "a bearer's token for the remote"] = NO_SECRET
    queries: Annotated[Path, "folder of the saved queries"] = Path("queries")
    ontology: Annotated[Path, "folder of the ontology"] = Path("ontology")
    base: Annotated[str, "what every minted IRI starts with"] = "https://w3id.org/voetnoot/"

    host: Annotated[str, "address to listen on"] = "127.0.0.1"
    port: Annotated[int, "port to listen on; 0 takes a free one"] = 8000
    public_url: Annotated[str, "the address people use, when a proxy stands in front"] = ""
    proxies: Annotated[int, "how many proxies in front may be believed about the client's address"] = 0
    threads: Annotated[int, "requests answered at the same time"] = 48
    idle_seconds: Annotated[float, "seconds that a client may be silent within a request or between two"] = (
        30.0
    )
    access_log: Annotated[bool, "write one line of JSON to standard error for each request"] = True

    isolation: Annotated[str, "fork, spawn, or auto: fork where the system has it"] = "auto"
    query_bytes: Annotated[int, "bytes of one query"] = 64 * KILO
    query_seconds: Annotated[float, "seconds that one query may work"] = 20.0
    transfer_seconds: Annotated[float, "seconds that a client may take to read one answer"] = 120.0
    query_memory_bytes: Annotated[int, "bytes of memory that one query may add"] = 1024 * MEGA
    stack_bytes: Annotated[int, "bytes of stack for one query; bounds how deep it may nest"] = 256 * MEGA
    result_rows: Annotated[int, "rows or triples of one answer"] = 1_000_000
    result_bytes: Annotated[int, "bytes of one answer before compression"] = 256 * MEGA
    held_bytes: Annotated[int, "bytes held back so that an early fault still becomes a clean status"] = MEGA
    concurrent_queries: Annotated[int, "queries that work at the same time"] = 4
    queued_queries: Annotated[int, "queries that may wait for their turn"] = 16
    concurrent_streams: Annotated[int, "answers larger than what is held that are read at the same time"] = 8
    queue_seconds: Annotated[float, "seconds that a query may wait for its turn"] = 10.0
    page_seconds: Annotated[float, "seconds that the queries of one page may work, all together"] = 20.0
    page_bytes: Annotated[int, "bytes of the answer to one query of a page"] = 64 * MEGA
    queries_per_child: Annotated[int, "queries after which a healthy evaluator is replaced"] = 10_000
    requests_per_minute: Annotated[int, "requests of one client in a minute; 0 for no bound"] = 6000
    body_bytes: Annotated[int, "bytes of a request's body"] = MEGA
    cache_bytes: Annotated[int, "bytes of answers that are kept; 0 for none"] = 64 * MEGA
    cached_answer_bytes: Annotated[int, "bytes of the largest answer that is kept"] = 8 * MEGA
    max_age_seconds: Annotated[int, "seconds that a client may reuse an answer without asking again"] = 60
    writable: Annotated[bool, "take updates, each of which makes a build of its own"] = False
    write_token: Annotated[str, "bearer's token of who may write; without one only this machine may"] = ""
    reload_seconds: Annotated[float, "seconds between looks for a newly built graph; 0 for never"] = 2.0
    drain_seconds: Annotated[float, "seconds that running answers get when the server stops"] = 30.0
