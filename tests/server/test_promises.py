"""The list of promises names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
NAMED = re.compile(r"`((?:\.\./\w+/)?test_\w+\.py)::(test_\w+)`")


def test_every_test_that_is_named_is_there() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")
    named = NAMED.findall(text)
    assert len(named) == text.count("::") > 60
    absent = [
        f"{file}::{test}"
        for file, test in named
        if not re.search(rf"^def {test}\(", (HERE / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
    ]
    assert absent == []


def test_every_promise_has_a_test() -> None:
    rows = [
        line
        for line in (HERE / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith(("| promise", "| ---"))
    ]
    assert all(NAMED.search(row) for row in rows)
