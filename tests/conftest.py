"""What tests of several rooms share: the folders of the checkout and, where they are, the source files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from voetnoot_etl.build import load
from voetnoot_etl.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of source files, or skip where VOETNOOT_SOURCES does not name one."""
    named = os.environ.get("VOETNOOT_SOURCES")
    if not named:
        pytest.skip("VOETNOOT_SOURCES is not set: the documents and tables are not part of this repository")
    return Path(named).resolve()


@pytest.fixture(scope="session")
def released_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release made of the released facts alone, as a clone without the sources makes it."""
    folder = tmp_path_factory.mktemp("released")
    for name in ("etl", "ontology", "queries", "data"):
        (folder / name).symlink_to(ROOT / name)
    return load(Workspace(folder))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which a test was skipped, where VOETNOOT_SKIPS is `forbidden`."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if skipped and os.environ.get("VOETNOOT_SKIPS") == "forbidden":
        print(f"\n{skipped} tests were skipped, but VOETNOOT_SKIPS=forbidden")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
