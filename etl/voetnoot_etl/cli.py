"""`voetnoot-etl`: the command line; the one place where a `VoetnootError` becomes a line and exit code 1."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from voetnoot_etl.build import build, load
from voetnoot_etl.errors import VoetnootError
from voetnoot_etl.vocabulary import write_terms
from voetnoot_etl.workspace import workspace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 1 after a fault that is told in one line with its place."""
    options = _parser().parse_args(arguments)
    try:
        here = workspace(options.root, options.sources)
        match options.command:
            case "build":
                build(here)
            case "load":
                load(here)
            case "terms":
                write_terms(here.ontology, here.root / "etl" / "voetnoot_etl" / "terms.py")
    except VoetnootError as error:
        print(f"voetnoot-etl: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="voetnoot-etl", description=__doc__)
    parser.add_argument("--root", type=Path, help="the checkout (default: where this package lies)")
    parser.add_argument("--sources", help="the folder of source files (default: VOETNOOT_SOURCES)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="read the sources, check, write data/ and the store")
    commands.add_parser("load", help="write the store from data/")
    commands.add_parser("terms", help="generate terms.py from the ontology")
    return parser
