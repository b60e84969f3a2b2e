from __future__ import annotations

from pathlib import Path

from voetnoot_server.configuration import known_settings


def test_the_readme_has_every_setting_as_it_is(root: Path) -> None:
    text = (root / "server" / "README.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `") and line.count("|") == 4]
    expected = [
        f"| `{known.name}` | {f'`{known.default}`' if str(known.default) else ''} | {known.words} |"
        for known in known_settings()
    ]
    written = [row for row in rows if row.split("`")[1] in {known.name for known in known_settings()}]
    assert written == expected
