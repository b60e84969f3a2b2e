"""What an application said when it started its answer, as the WSGI layers pass it on."""

from __future__ import annotations

Pairs = list[tuple[str, str]]


class Started:
    """Takes the place of `start_response`, and keeps status and headers to be looked at and changed.

    A plain list: three layers look at it for each request, and werkzeug's Headers would be most of their cost.
    """

    def __init__(self) -> None:
        self.status = ""
        self.pairs: Pairs = []

    def __call__(self, status: str, headers: Pairs, exc_info: object = None) -> None:
        """Keep status and headers; a later call takes the place of an earlier one."""
        del exc_info
        self.status, self.pairs = status, list(headers)

    def get(self, name: str) -> str:
        """Return a header's value, several joined by commas; "" where there is none."""
        wanted = name.lower()
        return ", ".join([value for each, value in self.pairs if each.lower() == wanted])

    def put(self, name: str, value: str) -> None:
        """Set a header's only value."""
        wanted = name.lower()
        self.pairs = [pair for pair in self.pairs if pair[0].lower() != wanted]
        self.pairs.append((name, value))

    @property
    def length(self) -> int | None:
        """Return the length of the body, where it is known."""
        found = self.get("Content-Length")
        return int(found) if found else None
