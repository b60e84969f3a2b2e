"""The command `voetnoot-server`: serve, show the settings with their origin, and trace a claim."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from voetnoot_server.configuration import Origin, add_flags, settings_of, settle
from voetnoot_server.errors import ServerError
from voetnoot_server.serving import serve
from voetnoot_server.trace_tree import print_trace

_SECRET = ("_password", "_token")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 with a message where it could not be done."""
    asked = _parser().parse_args(arguments)
    try:
        origins = settle(vars(asked))
        if asked.command == "config":
            for origin in origins:
                print(f"{origin.known.name:22} = {_shown(origin):30} # {origin.place}: {origin.known.words}")
            return 0
        if asked.command == "trace":
            print_trace(settings_of(origins), asked.thing)
            return 0
        serve(settings_of(origins))
    except ServerError as fault:
        print(f"voetnoot-server: {fault}", file=sys.stderr)
        return 1
    return 0


def _shown(origin: Origin) -> str:
    """Return a value as it may be seen over somebody's shoulder."""
    return "(set)" if origin.value and origin.known.name.endswith(_SECRET) else str(origin.value)


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
    words = "show what a claim, a footnote or a citation rests on, as a tree"
    tracing = commands.add_parser("trace", help=words, description=words)
    tracing.add_argument("thing", help="its IRI, or its key such as citation/cedoca-2023-12-05-34-2")
    add_flags(tracing)
    return parser
