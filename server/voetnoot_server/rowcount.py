"""How many rows have passed, seen in the bytes of a result: the store's serialiser does not tell."""

from __future__ import annotations

from collections.abc import Sequence


class _Mark:
    """Counts one mark in a stream of pieces, also where it is cut in two."""

    def __init__(self, mark: bytes) -> None:
        self._mark = mark
        self._tail = b""

    def count(self, piece: bytes) -> int:
        window = self._tail + piece
        self._tail = window[1 - len(self._mark) :] if len(self._mark) > 1 else b""
        return window.count(self._mark)


class RowCount:
    """Counts the rows of one format by marks, some of them taken off again."""

    def __init__(self, marks: Sequence[bytes], *, less: Sequence[bytes] = (), header_rows: int = 0) -> None:
        self._plus = [_Mark(mark) for mark in marks]
        self._minus = [_Mark(mark) for mark in less]
        self.rows = -header_rows

    def add(self, piece: bytes) -> int:
        """Count a further piece; return all rows until here."""
        self.rows += sum(mark.count(piece) for mark in self._plus)
        self.rows -= sum(mark.count(piece) for mark in self._minus)
        return max(self.rows, 0)


class _QuotedRowCount(RowCount):
    """Counts the line ends of CSV that are not inside quotes."""

    def __init__(self) -> None:
        super().__init__((), header_rows=1)
        self._quoted = False

    def add(self, piece: bytes) -> int:
        for part in piece.split(b'"'):
            if not self._quoted:
                self.rows += part.count(b"\n")
            self._quoted = not self._quoted
        self._quoted = not self._quoted  # the last part has no quote behind it
        return max(self.rows, 0)


_NEXT_JSON_ROW = b'"}},{"'


def row_count(key: str) -> RowCount:
    """Return a fresh counter for the format of this name; a format without rows counts none.

    In JSON a text can hold braces but no bare quote: the mark between two rows can only be mistaken for a value
    that is `}},{` as a whole, which a comma or a brace follows. Rows without any value are seen by their braces.
    """
    if key == "json":
        whole_values = (_NEXT_JSON_ROW + b",", _NEXT_JSON_ROW + b"}")
        return RowCount(
            (b'"bindings":[{"', _NEXT_JSON_ROW, b'{},{"', b"{},", b"{}]"),
            less=(*whole_values, b'{"head":{},'),
        )
    if key == "xml":
        return RowCount((b"</result>",))
    if key == "tsv":
        return RowCount((b"\n",), header_rows=1)
    return _QuotedRowCount() if key == "csv" else RowCount(())
