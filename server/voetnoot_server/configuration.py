"""Where each setting comes from: a flag, else the environment, else a TOML file, else its default."""

from __future__ import annotations

import argparse
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

from voetnoot_server.errors import SettingsError
from voetnoot_server.settings import CHOICES, Settings

PREFIX = "VOETNOOT_"
FILE = Path("voetnoot.toml")
FILE_VARIABLE = f"{PREFIX}CONFIG"
_TRUTH: Mapping[str, bool] = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}
_WEB = ("http://", "https://")

Value = Path | str | int | float | bool


@dataclass(frozen=True, slots=True)
class Known:
    """One setting: its name, its type, its default, and what it means."""

    name: str
    type: type
    default: Value
    words: str

    @property
    def flag(self) -> str:
        """Return its name on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        """Return its name in the environment."""
        return PREFIX + self.name.upper()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting's value was found."""

    known: Known
    value: Value
    place: str


def known_settings() -> Iterator[Known]:
    """Yield every setting there is."""
    hints = get_type_hints(Settings, include_extras=True)
    for each in fields(Settings):
        kind, words = get_args(hints[each.name])
        assert each.default is not MISSING  # noqa: S101 - every setting has a default
        yield Known(each.name, kind, each.default, words)


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Give a command one flag for each setting."""
    parser.add_argument(
        "--config", type=Path, help=f"TOML file of settings (default: {FILE}, where there is one)"
    )
    for known in known_settings():
        parser.add_argument(known.flag, help=f"{known.words} (default: {known.default})", metavar="VALUE")


def settle(flags: Mapping[str, Any], environment: Mapping[str, str] | None = None) -> tuple[Origin, ...]:
    """Return every setting with its origin; raises `SettingsError` for what is unknown or cannot be read."""
    surroundings = os.environ if environment is None else environment
    file, said = _file(flags.get("config"), surroundings)
    origins = [_origin(known, flags, surroundings, file, said) for known in known_settings()]
    return tuple(_store_may_be_remote(origins))


def settings_of(origins: tuple[Origin, ...]) -> Settings:
    """Return the settings that were found."""
    values: dict[str, Any] = {origin.known.name: origin.value for origin in origins}
    return Settings(**values)


def _file(named: Path | None, environment: Mapping[str, str]) -> tuple[Path, Mapping[str, object]]:
    variable = environment.get(FILE_VARIABLE)
    file = named or (Path(variable) if variable else FILE)
    if not file.is_file():
        if named or variable:
            raise SettingsError(f"{file}: there is no such file of settings")
        return file, {}
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SettingsError(f"{file}: {fault}") from fault
    unknown = sorted(set(said) - {known.name for known in known_settings()})
    if unknown:
        raise SettingsError(f"{file}: there is no setting {', '.join(unknown)}")
    return file, said


def _origin(
    known: Known,
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    file: Path,
    said: Mapping[str, object],
) -> Origin:
    candidates = (
        (flags.get(known.name), known.flag),
        (environment.get(known.variable), known.variable),
        (said.get(known.name), str(file)),
    )
    for value, place in candidates:
        if value is not None:
            return Origin(known, _read(known, value, place), place)
    return Origin(known, known.default, "default")


def _read(known: Known, value: object, place: str) -> Value:
    try:
        if known.type is bool:
            return value if isinstance(value, bool) else _TRUTH[str(value).strip().lower()]
        text = str(value).strip()
        if known.type is Path and text.startswith(_WEB):
            return text  # a path would lose slashes that an address needs
        read: Value = known.type(text)
    except (ValueError, KeyError) as fault:
        raise SettingsError(f"{place}: {known.name} cannot be {value!r}") from fault
    if isinstance(read, int | float) and not read >= 0:  # nan too
        raise SettingsError(f"{place}: {known.name} cannot be {value!r}: it is less than nothing")
    choices = CHOICES.get(known.name)
    if choices and read not in choices:
        raise SettingsError(f"{place}: {known.name} is one of {', '.join(choices)}")
    return read


def _store_may_be_remote(origins: list[Origin]) -> Iterator[Origin]:
    """Take an address given as the store for what it is."""
    store = next(origin for origin in origins if origin.known.name == "store")
    for origin in origins:
        if isinstance(store.value, str) and origin.known.name == "remote":
            yield Origin(origin.known, store.value, store.place)
        elif isinstance(store.value, str) and origin.known.name == "store":
            yield Origin(origin.known, origin.known.default, "default")
        else:
            yield origin
