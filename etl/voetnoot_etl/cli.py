"""`voetnoot-etl`: the command line; the one place where a `VoetnootError` becomes a line and exit code 1."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from voetnoot_etl.build import build, load
from voetnoot_etl.claims.desk import complete_table, lay_out, left_to_review, proposals
from voetnoot_etl.constants import write_constants
from voetnoot_etl.errors import VoetnootError
from voetnoot_etl.release.endpoint import (
    PASSWORD_VARIABLE,
    TOKEN_VARIABLE,
    USER_VARIABLE,
    Credentials,
    Endpoint,
)
from voetnoot_etl.release.push import push
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
            case "push":
                push(here, _endpoint(options))
            case "propose":
                print("\n".join(proposals(lay_out(here, options.document), listing=options.listing)))
            case "review":
                print("\n".join(left_to_review(lay_out(here, options.document))))
            case "digests":
                print(complete_table(lay_out(here, options.document)))
            case "terms":
                write_constants(here.ontology, here.root / "etl" / "voetnoot_etl")
        sys.stdout.flush()
    except VoetnootError as error:
        print(f"voetnoot-etl: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of a pipe, such as head, has had enough; Python's own flush at exit must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="voetnoot-etl", description=__doc__)
    parser.add_argument("--root", type=Path, help="the checkout (default: where this package lies)")
    parser.add_argument("--sources", help="the folder of source files (default: VOETNOOT_SOURCES)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="read the sources, check, write data/ and the store")
    commands.add_parser("load", help="write the store from data/")
    _add_push(commands.add_parser("push", help="load the released graphs into a SPARQL endpoint"))
    propose = commands.add_parser("propose", help="print the claims that the rules find in a document")
    propose.add_argument("--listing", action="store_true", help="under the sentences that they come from")
    review = commands.add_parser("review", help="list what is left to review in a document")
    digests = commands.add_parser("digests", help="fill in the digests of a reviewed table and sort it")
    for command in (propose, review, digests):
        command.add_argument("document", help="the id of its manifest")
    commands.add_parser("terms", help="generate the constants of terms/ and kinds.py from the ontology")
    return parser


def _add_push(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        f"{USER_VARIABLE} with {PASSWORD_VARIABLE}, or {TOKEN_VARIABLE}, in the environment let you in."
    )
    parser.add_argument("--endpoint", required=True, metavar="URL", help="where queries are answered")
    parser.add_argument(
        "--update", default="", metavar="URL", help="where updates go (default: the endpoint)"
    )
    parser.add_argument(
        "--graph-store", default="", metavar="URL", help="Graph Store Protocol, used where given"
    )
    parser.add_argument("--user", default="", help=f"who pushes (default: {USER_VARIABLE})")


def _endpoint(options: argparse.Namespace) -> Endpoint:
    return Endpoint(
        options.endpoint,
        update=options.update,
        graph_store=options.graph_store,
        credentials=Credentials.from_environment(options.user),
    )
