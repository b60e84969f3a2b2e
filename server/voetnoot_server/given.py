"""What the application gave for a request, as the event loop sends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from wsgiref.types import WSGIApplication, WSGIEnvironment

from voetnoot_server.started import Started

_DATE = "Date"
"""What the front says itself."""

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Given:
    """Status, headers and body; a body that is a list is there as a whole."""

    started: Started
    body: Iterable[bytes]

    @property
    def status(self) -> int:
        """Return the number of the status."""
        return int(self.started.status[:3])

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing need be waited for."""
        return isinstance(self.body, list)

    @property
    def whole(self) -> bytes:
        """Return the body of an answer that is whole."""
        return b"".join(self.body)

    @property
    def has_length(self) -> bool:
        """Tell whether the length of the body is known."""
        return self.started.length is not None

    def lines(self) -> bytes:
        """Return the headers as they go over the wire; raises `ValueError` where one holds what no header may."""
        lines = [f"{name.lower()}: {value}\r\n" for name, value in self.started.pairs if name != _DATE]
        written = "".join(lines)
        if written.count("\n") != len(lines) or written.count("\r") != len(lines):
            raise ValueError("a header may not have a line end in it")
        return written.encode("latin-1")

    def headers(self) -> Headers:
        """Return the headers as bytes."""
        return [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in self.started.pairs
            if name != _DATE
        ]


def given_by(application: WSGIApplication, environ: WSGIEnvironment) -> Given:
    """Ask the application."""
    started = Started()
    body = application(environ, started)  # type: ignore[arg-type]  # nobody uses the old write
    return Given(started, body)
