"""How many rows have passed, seen in the bytes of a result: the store's serialiser does not tell."""

from __future__ import annotations


class _Mark:
    """Counts one mark in a stream of pieces, also where it is cut in two."""

    def __init__(self, mark: bytes) -> None:
        self._mark = mark
        self._tail = b""

    def count(self, piece: bytes) -> int:
        reach = len(self._mark) - 1
        seam = self._tail + piece[:reach]  # holds no mark but one that is cut
        self._tail = (piece if len(piece) >= reach else seam)[-reach:] if reach else b""
        return piece.count(self._mark) + seam.count(self._mark)


class RowCount:
    """Counts the rows of one format by the mark that each row has."""

    def __init__(self, mark: bytes = b"", *, header_rows: int = 0) -> None:
        self._mark = _Mark(mark) if mark else None
        self.rows = -header_rows

    def add(self, piece: bytes) -> int:
        """Count a further piece; return all rows until here."""
        self.rows += self._mark.count(piece) if self._mark else 0
        return max(self.rows, 0)


class _JsonRowCount(RowCount):
    """Counts where one row ends and the next begins, and the rows without any value by their braces.

    A text in JSON can hold braces but no bare quote; only a value that is `}},{` as a whole, or holds `{}` before a
    comma, counts as a row too many, which a bound can bear.
    """

    def __init__(self) -> None:
        super().__init__(b'"}},{"')
        self._empty = (b"{},", b"{}]", b'{},{"')
        self._tail = b""
        self._begun = False

    def add(self, piece: bytes) -> int:
        if not self._begun:
            self._begun = True
            self.rows += b'"bindings":[{"' in piece
            self.rows -= piece.startswith(b'{"head":{},')
        if b"{}" in piece or b"{}" in self._tail + piece[:1]:
            window = self._tail + piece
            self.rows += sum(window.count(mark) - self._tail.count(mark) for mark in self._empty)
        self._tail = piece[-4:] if len(piece) >= 4 else (self._tail + piece)[-4:]  # noqa: PLR2004 - the marks' reach
        return super().add(piece)


class _QuotedRowCount(RowCount):
    """Counts the line ends of CSV that are not inside quotes."""

    def __init__(self) -> None:
        super().__init__(header_rows=1)
        self._quoted = False

    def add(self, piece: bytes) -> int:
        for part in piece.split(b'"'):
            if not self._quoted:
                self.rows += part.count(b"\n")
            self._quoted = not self._quoted
        self._quoted = not self._quoted  # the last part has no quote behind it
        return max(self.rows, 0)


def row_count(key: str) -> RowCount:
    """Return a fresh counter for the format of this name; a format without rows counts none."""
    match key:
        case "json":
            return _JsonRowCount()
        case "xml":
            return RowCount(b"</result>")
        case "tsv":
            return RowCount(b"\n", header_rows=1)
        case "csv":
            return _QuotedRowCount()
        case _:
            return RowCount()
