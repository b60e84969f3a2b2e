"""What is read quickly is read as it would be slowly."""

from __future__ import annotations

import random
from urllib.parse import parse_qsl

import pytest

from voetnoot_server import tokens
from voetnoot_server.protocol import _quick_pairs

PIECES = [
    *(
        "SELECT ",
        "?x ",
        "<http://a#b>",
        "<a b>",
        " ",
        "\n",
        "\t",
        "'",
        '"',
        '"""',
        "'a b'",
        '"en"@en',
        "# c\n",
    ),
    *(
        "#",
        "\\",
        "from ",
        "FROM",
        "insert ",
        "now()",
        "RAND",
        "add",
        "ex:add",
        "?with ",
        "{",
        "}",
        "<",
        ">",
        "é",
    ),
    *("'''", "1ADD", "a", "*", "\x0b", "\x1c", "5 ", "service ", "SERVICE<x>"),
]


def test_what_is_seen_of_a_query_at_once_is_what_its_words_say() -> None:
    chance = random.Random(7)  # noqa: S311 - the same cases each time
    for _ in range(20_000):
        wording = tokens.read("".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12))))
        keywords = {token.text.upper() for token in wording.tokens if token.kind == "word"}
        assert wording.names_its_dataset == ("FROM" in keywords)
        assert wording.calls_others == ("SERVICE" in keywords)
        assert wording.changes_by_itself == bool(keywords & {"NOW", "RAND", "UUID", "STRUUID"})
        unclear = any(token.kind == "open" or token.text == "\\" for token in wording.tokens)
        words = (" " if token.kind == "blank" else token.text for token in wording.tokens)
        assert wording.normal_form() == (wording.text if unclear else "".join(words).strip(" "))


ENCODED = [
    *(
        b"query",
        b"=",
        b"&",
        b"%20",
        b"+",
        b"a",
        b"%3D",
        b"%",
        b"%zz",
        b"%C3%A9",
        b"=",
        b"%0A",
        b"%0D%0A",
        b"%E9",
    ),
    *(b".", b"_", b"%00", b"%3d", b"\n", b"\r", b";", "é".encode(), b"%\n", b"%25", b"=3D"),
]


def test_fields_are_read_quickly_as_they_are_read_slowly() -> None:
    chance = random.Random(7)  # noqa: S311 - the same cases each time
    quick = 0
    for _ in range(50_000):
        encoded = b"".join(chance.choice(ENCODED) for _ in range(chance.randint(0, 9)))
        try:
            found = _quick_pairs(encoded)
        except UnicodeDecodeError:
            with pytest.raises(UnicodeDecodeError):
                parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
            continue
        if found:
            quick += 1
            assert found == parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
    assert quick > 500
