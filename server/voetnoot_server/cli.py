"""The command `voetnoot-server`: serve, and show the settings with their origin."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from voetnoot_server.configuration import add_flags, settings_of, settle
from voetnoot_server.errors import ServerError
from voetnoot_server.serving import serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 with a message where it could not be done."""
    asked = _parser().parse_args(arguments)
    try:
        origins = settle(vars(asked))
        if asked.command == "config":
            for origin in origins:
                print(f"{origin.known.name:22} = {origin.value!s:30} # {origin.place}: {origin.known.words}")
            return 0
        serve(settings_of(origins))
    except ServerError as fault:
        print(f"voetnoot-server: {fault}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="voetnoot-server", description="Serve the knowledge graph Voetnoot."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (
        ("serve", "answer questions about the built graph"),
        ("config", "show every setting, its value and where that comes from"),
    ):
        add_flags(commands.add_parser(name, help=words, description=words))
    return parser
