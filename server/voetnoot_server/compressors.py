"""The compressions that there are, best first; two of them need a library that may be absent."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

_GZIP_LEVEL = 4
_GZIP_WINDOW = 31
_BROTLI_QUALITY = 4


class Compressor(Protocol):
    """What all compressors have."""

    def compress(self, data: bytes) -> bytes:
        """Take data, and return what is ready."""

    def flush(self) -> bytes:
        """Return the rest."""


class _Brotli:
    def __init__(self, compressor: Any) -> None:  # noqa: ANN401 - the library publishes no types
        self._compressor = compressor

    def compress(self, data: bytes) -> bytes:
        return bytes(self._compressor.process(data))

    def flush(self) -> bytes:
        return bytes(self._compressor.finish())


def _library(name: str) -> Any:  # noqa: ANN401 - a module that may be absent
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _available() -> dict[str, Callable[[], Compressor]]:
    found: dict[str, Callable[[], Compressor]] = {}
    zstandard = _library("zstandard")
    if zstandard is not None:
        found["zstd"] = lambda: zstandard.ZstdCompressor().compressobj()
    brotli = _library("brotli")
    if brotli is not None:
        found["br"] = lambda: _Brotli(brotli.Compressor(quality=_BROTLI_QUALITY))
    found["gzip"] = lambda: zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
    return found


COMPRESSORS = _available()


@lru_cache(maxsize=256)
def best_for(accept_encoding: str) -> str:
    """Return the compression that the client likes best of those there are; "" for none."""
    if not accept_encoding:
        return ""
    accepted = parse_accept_header(accept_encoding, Accept)
    best = max(COMPRESSORS, key=accepted.quality)
    return best if accepted.quality(best) > 0 else ""
