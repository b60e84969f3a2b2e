"""Manifests: complete or refused, and a file is taken only with the digest that its manifest states."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from voetnoot_etl.errors import ManifestError, SourceError
from voetnoot_etl.manifest import find_file, read_manifest, read_manifests

FIELDS = {
    "id": "haven-2021",
    "kind": "document",
    "reader": "paged-text",
    "title": "De haven",
    "publisher": "haven",
    "language": "nl",
    "path": "documents/haven.txt",
    "sha256": hashlib.sha256(b"haven").hexdigest(),
    "licence": "CC0-1.0",
    "graph": "haven-2021",
}


def manifest(folder: Path, **changes: str | None) -> Path:
    fields = {name: value for name, value in {**FIELDS, **changes}.items() if value is not None}
    path = folder / "haven-2021.toml"
    path.write_text("".join(f'{name} = "{value}"\n' for name, value in fields.items()), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FIELDS)
def test_a_manifest_without_a_required_field_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ManifestError, match=rf"haven-2021\.toml: {name} is missing"):
        read_manifest(manifest(tmp_path, **{name: None}))


def test_an_unknown_field_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="unknown field 'colour'"):
        read_manifest(manifest(tmp_path, colour="red"))


@pytest.mark.parametrize(("name", "value"), [("kind", "film"), ("sha256", "abc")])
def test_a_field_of_the_wrong_form_is_refused(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ManifestError, match=rf"haven-2021\.toml: {name} is"):
        read_manifest(manifest(tmp_path, **{name: value}))


def test_an_id_that_is_not_the_name_of_its_file_is_refused(tmp_path: Path) -> None:
    manifest(tmp_path, id="kade-2021")
    with pytest.raises(ManifestError, match=r"haven-2021\.toml: the id is 'kade-2021'"):
        read_manifests(tmp_path)


def test_a_file_is_found_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "haven.txt").write_bytes(b"haven")
    assert find_file(read_manifest(manifest(tmp_path)), tmp_path) == tmp_path / "documents" / "haven.txt"


def test_a_renamed_file_is_found_by_its_digest(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"haven")
    assert find_file(read_manifest(manifest(tmp_path)), tmp_path) == tmp_path / "other.txt"


def test_an_absent_file_is_none(tmp_path: Path) -> None:
    assert find_file(read_manifest(manifest(tmp_path)), tmp_path) is None


def test_a_file_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "haven.txt").write_bytes(b"Haven")
    with pytest.raises(SourceError, match=r"documents/haven\.txt: .*SHA-256"):
        find_file(read_manifest(manifest(tmp_path)), tmp_path)


def test_the_projects_own_manifests_are_complete(root: Path) -> None:
    ids = [source.id for source in read_manifests(root / "etl" / "sources")]
    assert {"cedoca-2023-12-05", "background-2020", "dutch-letter-2022", "icg-casualties"} <= set(ids)
