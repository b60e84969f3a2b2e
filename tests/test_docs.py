"""The documentation: what the README shows is what comes out, and what it links to is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from voetnoot_server import create_app
from voetnoot_server.cli import main
from voetnoot_server.services import services_of
from voetnoot_server.settings import Settings

ROOT = Path(__file__).parents[1]
CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#]+)")


@pytest.fixture(scope="module")
def fetch(released_store: Path) -> Iterator[Callable[[str], str]]:
    """Return a function that gets a path from the server."""
    app = create_app(Settings(store=released_store, queries=ROOT / "queries", ontology=ROOT / "ontology"))
    client = app.test_client()
    yield lambda path: client.get(path).get_data(as_text=True)
    services_of(app).pool.close()


def examples() -> list[tuple[str, str]]:
    """Return the commands of the README's console blocks with the output printed under each."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [(match["command"], match["output"]) for match in CONSOLE.finditer(text)]


@pytest.mark.parametrize(("command", "output"), [pair for pair in examples() if pair[0].startswith("curl ")])
def test_a_request_of_the_readme_gives_the_answer_printed_under_it(
    fetch: Callable[[str], str], command: str, output: str
) -> None:
    url = urlsplit(shlex.split(command)[-1])
    assert fetch(f"{url.path}?{url.query}").replace("\r\n", "\n") == output


@pytest.mark.parametrize(("command", "output"), [pair for pair in examples() if " trace " in pair[0]])
def test_a_trace_of_the_readme_is_the_one_printed_under_it(
    released_store: Path, capsys: pytest.CaptureFixture[str], command: str, output: str
) -> None:
    assert main([*shlex.split(command)[1:], "--store", str(released_store)]) == 0
    assert capsys.readouterr().out == output


def test_the_readme_answers_three_questions() -> None:
    assert len(examples()) == 3


@pytest.mark.parametrize("document", [*sorted(ROOT.glob("*/README.md")), ROOT / "README.md"])
def test_links_between_the_documents_lead_somewhere(document: Path) -> None:
    targets = [match["target"] for match in LINK.finditer(document.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_command_of_the_makefile_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\bmake (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets
