"""`etl/sources/<id>.toml` → Source: what a source is, where its file stands, and what must be found in it.

A manifest states facts about a source and holds none of its text. Its file is looked for under the
folder of sources at `path`, else by its SHA-256 anywhere below; a file at `path` with another digest
is refused.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from voetnoot_etl.errors import ManifestError, SourceError

REQUIRED = ("id", "kind", "reader", "title", "publisher", "language", "path", "sha256", "licence", "graph")
OPTIONAL = (
    "twin",
    "twin_sha256",
    "date",
    "date_basis",
    "authors",
    "rights_holder",
    "speaker",
    "type",
    "sheet",
    "title_language",
)
TABLES = ("expected", "speakers", "coverage", "columns", "options")
KINDS = ("document", "table", "geodata")

Value = str | int | list[str] | list[int]


@dataclass(frozen=True, slots=True)
class Source:
    """One document or table as its manifest describes it; dates are EDTF, digests SHA-256 in hexadecimal."""

    id: str
    kind: str
    reader: str
    title: str
    publisher: str
    language: str
    path: str
    sha256: str
    licence: str
    graph: str
    twin: str = ""
    twin_sha256: str = ""
    date: str = ""
    date_basis: str = "printed"
    authors: tuple[str, ...] = ()
    rights_holder: str = ""
    speaker: str = ""
    type: str = ""
    title_language: str = ""
    sheet: str = ""
    expected: Mapping[str, int] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    coverage: Mapping[str, Value] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Value] = field(default_factory=dict)

    def speaker_of(self, part: str) -> str:
        """Return the key of the actor whose words a part of the document is."""
        return self.speakers.get(part) or self.speaker or self.publisher


def read_manifests(folder: Path) -> tuple[Source, ...]:
    """Read every manifest of a folder, sorted by id; two of the same id are a `ManifestError`."""
    sources = [read_manifest(path) for path in sorted(folder.glob("*.toml"))]
    for source, path in zip(sources, sorted(folder.glob("*.toml")), strict=True):
        if source.id != path.stem:
            raise ManifestError(
                f"the id is {source.id!r}, but the file's name says otherwise", place=path.name
            )
    return tuple(sorted(sources, key=lambda source: source.id))


def read_manifest(path: Path) -> Source:
    """Read one manifest; a field that is missing, unknown or of the wrong form is a `ManifestError`."""
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestError(f"this is not TOML: {error}", place=path.name) from error
    for name in REQUIRED:
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise ManifestError(f"{name} is missing", place=path.name)
    if unknown := sorted(set(fields) - {*REQUIRED, *OPTIONAL, *TABLES}):
        raise ManifestError(f"unknown field {unknown[0]!r}", place=path.name)
    if fields["kind"] not in KINDS:
        raise ManifestError(f"kind is {fields['kind']!r}, not one of {', '.join(KINDS)}", place=path.name)
    for name in ("sha256", "twin_sha256"):
        _check_digest(fields.get(name), name, path)
    return Source(**{**fields, "authors": tuple(fields.get("authors", ()))})


def find_file(source: Source, folder: Path) -> Path | None:
    """Return the source's file below a folder, None where it is absent; an altered file is a `SourceError`."""
    return _find(source.path, source.sha256, folder)


def find_twin(source: Source, folder: Path) -> Path | None:
    """Return the csv twin of a table, None where there is none."""
    return _find(source.twin, source.twin_sha256, folder) if source.twin else None


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _find(relative: str, sha256: str, folder: Path) -> Path | None:
    path = folder / relative
    if path.is_file():
        if digest(path) != sha256:
            raise SourceError(
                "the file is not the one that the manifest describes (another SHA-256)", place=relative
            )
        return path
    same_ending = (found for found in sorted(folder.rglob(f"*{path.suffix}")) if found.is_file())
    return next((found for found in same_ending if digest(found) == sha256), None)


def _check_digest(value: object, name: str, path: Path) -> None:
    if value is None and name != "sha256":
        return
    if not isinstance(value, str) or len(value) != hashlib.sha256().digest_size * 2:
        raise ManifestError(f"{name} is not a SHA-256 in hexadecimal", place=path.name)
