from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from voetnoot_etl.anchors import quote_digest
from voetnoot_etl.errors import CuratedError
from voetnoot_etl.world import tables as world
from voetnoot_etl.world.world_check import check_words, check_world

TEXT = "Armenië en Goris, zegt Ani uit Goris."
SHA = quote_digest("Armenië")
COLUMNS = {
    "actors": world.ACTORS,
    "places": world.PLACES,
    "actor-names": world.NAMES,
    "place-names": world.NAMES,
    "memberships": world.MEMBERSHIPS,
    "containments": world.CONTAINMENTS,
    "gazetteer": world.GAZETTEER,
}
ROWS = {
    "actors": (
        f"ani\tperson\tAni\tAni\t\t\tletter\t23\t26\t{quote_digest('Ani')}",
        f"armenia\tstate\tArmenia\tArmenië\t\trecognised\tletter\t0\t7\t{SHA}",
        f"army\tarmed-force\tArmy\tLeger\tarmenia\t\tletter\t0\t7\t{SHA}",
    ),
    "places": (
        f"armenia\tcountry\tArmenia\tArmenië\tletter\t0\t7\t{SHA}",
        f"goris\ttown\tGoris\tGoris\tletter\t11\t16\t{quote_digest('Goris')}",
    ),
    "actor-names": ("armenia\tArmenië\tnl\tname\tani\tletter\t0\t7",),
    "place-names": ("goris\tGoris\tnl\tname\t\tletter\t11\t16",),
    "memberships": (
        f"ani\tarmy\tcommander\tcommander\tbevelhebber\t2022-09\tletter\t23\t26\t{quote_digest('Ani')}",
    ),
    "containments": (f"goris\tarmenia\t\tletter\t0\t16\t{quote_digest(TEXT[:16])}",),
    "gazetteer": ("armenia\t174982\t\t\tg\tm", "goris\t174895\t39.51111\t46.34168\tg\tm"),
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for name, rows in ROWS.items():
        (tmp_path / f"{name}.tsv").write_text(
            "\n".join(["\t".join(COLUMNS[name]), *rows, ""]), encoding="utf-8"
        )
    return tmp_path


def change(tables: Path, table: str, old: str, new: str) -> world.World:
    path = tables / f"{table}.tsv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return world.read_world(tables)


def test_tables_become_records(tables: Path) -> None:
    read = world.read_world(tables)
    check_world(read)
    check_words(read, {"letter": TEXT})
    assert [actor.id for actor in read.actors] == ["ani", "armenia", "army"]
    assert read.place_names[0].words.row == "place-names.tsv:2"
    assert read.gazetteer[1].latitude == Decimal("39.51111")
    assert read.gazetteer[0].latitude is None


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("actors", "ani\tperson", "armenia\tperson", "'armenia' stands in actors.tsv:2 already"),
        ("actors", "\tarmed-force", "\tarmy-of-ants", "actor-kind is 'army-of-ants'"),
        ("actors", "Leger\tarmenia", "Leger\tnobody", "part_of is 'nobody', which does not exist"),
        ("actors", "Armenië\t\trecognised", "Armenië\tarmy\trecognised", "lies within itself in the end"),
        ("actors", "\trecognised", "\tde-facto", "a state, and only a state, is recognised"),
        ("actors", "\trecognised", "\tadmired", "recognition is 'admired'"),
        ("actor-names", "armenia\t", "armenias\t", "id is 'armenias'"),
        ("actor-names", "nl\tname\t", "nl\tnickname\t", "kind of name is 'nickname'"),
        ("actor-names", "\tani\t", "\tbob\t", "used_by is 'bob'"),
        ("places", "\ttown", "\thole", "place-kind is 'hole'"),
        ("memberships", "ani\tarmy", "army\tarmy", "a person is a member of an organisation"),
        ("memberships", "2022-09", "sept", "edtf is 'sept', not EDTF"),
        ("memberships", "commander\tc", "boss\tc", "role is 'boss'"),
        ("containments", "goris\tarmenia", "goris\tgoris", "'goris' lies within itself in the end"),
        ("containments", "goris\tarmenia", "goris\tsyunik", "within is 'syunik'"),
        ("gazetteer", "goris\t", "gori\t", "place is 'gori'"),
    ],
)
def test_a_row_that_does_not_hold_is_named(
    tables: Path, table: str, old: str, new: str, message: str
) -> None:
    changed = change(tables, table, old, new)
    with pytest.raises(CuratedError, match=rf"{table}\.tsv:\d+: .*{message}"):
        check_world(changed)


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("actors", "letter\t0\t7", "letter\t7\t7", "no words stand from 7 to 7"),
        ("actors", "letter\t0\t7", "letter\t0\t", "no words stand from 0 to None"),
        ("actors", "letter\t0\t7", "letter\tx\t7", "start is 'x'"),
        ("gazetteer", "39.51111", "139", "latitude is 139, beyond 90"),
        ("gazetteer", "39.51111", "NaN", "latitude is 'NaN', not a number"),
        ("gazetteer", "39.51111", "north", "latitude is 'north', not a number"),
        ("gazetteer", "39.51111", "", "latitude and longitude stand together"),
        ("gazetteer", "174895", "", "geonames_id is needed"),
    ],
)
def test_a_cell_of_the_wrong_form_is_named(
    tables: Path, table: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(CuratedError, match=rf"{table}\.tsv:\d+: .*{message}"):
        change(tables, table, old, new)


def test_a_name_elsewhere_than_at_its_offsets_is_named(tables: Path) -> None:
    changed = change(tables, "place-names", "11\t16", "12\t17")
    with pytest.raises(CuratedError, match=r"place-names\.tsv:2: the words at 12 in letter are not those"):
        check_words(changed, {"letter": TEXT})


def test_altered_words_are_named_with_their_digest(tables: Path) -> None:
    with pytest.raises(CuratedError, match=rf"actors\.tsv:2: .*{quote_digest('Anu')}"):
        check_words(world.read_world(tables), {"letter": TEXT.replace("Ani", "Anu")})


def test_a_document_that_ends_before_the_words_is_named(tables: Path) -> None:
    with pytest.raises(CuratedError, match=r"actors\.tsv:2"):
        check_words(world.read_world(tables), {"letter": TEXT[:20]})


def test_line_ends_inside_words_do_not_count(tables: Path) -> None:
    change(tables, "containments", "\t16\t", "\t17\t")
    read = change(tables, "containments", quote_digest(TEXT[:16]), quote_digest(TEXT[:17]))
    check_words(read, {"letter": TEXT.replace("en Goris", "en\nGoris")})


def test_an_absent_source_is_not_looked_into(tables: Path) -> None:
    check_words(world.read_world(tables), {})
