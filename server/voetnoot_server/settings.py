"""Every setting of the server with its default; each limit is one field, named by what it bounds and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType

from voetnoot_server.errors import SettingsError

KILO = 1024
MEGA = 1024 * KILO


def _setting[T](default: T, words: str) -> T:
    value: T = field(default=default, metadata={"help": words})
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `create_app` and the query host are told; nothing else configures the server."""

    store: Path = _setting(Path("build/current"), "folder of the built graph (quads.nq, store/, build.json)")
