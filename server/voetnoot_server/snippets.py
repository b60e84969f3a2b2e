"""How to ask a saved query from elsewhere: a line for the shell, and a few for Python and R."""

from __future__ import annotations

import json
import shlex


def snippets(address: str) -> tuple[tuple[str, str], ...]:
    """Return (language, code) for the CSV at an absolute address."""
    quoted = json.dumps(address)
    return (
        ("curl", f"curl -fsS {shlex.quote(address)}"),
        ("Python", f"import pandas\n\ntable = pandas.read_csv(\n    {quoted}\n)"),
        ("R", f'table <- read.csv(\n  {quoted},\n  encoding = "UTF-8"\n)'),
    )
