"""The files that put the server to work elsewhere, as far as they can be tried without that elsewhere."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from voetnoot_server.configuration import known_settings, settings_of, settle
from voetnoot_server.settings import Settings

FOLDER = Path("server/deployment")
VARIABLE = re.compile(r"VOETNOOT_[A-Z_]+")
ADDRESS = re.compile(r"(?:https?://|\b)((?:[a-z0-9-]+\.)+(?:org|io|com|net|dev))\b")
COMMANDS = {"voetnoot-server": "voetnoot_server", "voetnoot-etl": "voetnoot_etl"}


@pytest.fixture(scope="module")
def unit(root: Path) -> dict[str, dict[str, str]]:
    """Return the unit of systemd, read as what it is: sections of settings."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]  # systemd tells cases apart
    parser.read(root / FOLDER / "voetnoot.service", encoding="utf-8")
    return {name: dict(parser[name]) for name in parser.sections()}


@pytest.fixture(scope="module")
def stages(root: Path) -> list[list[tuple[str, str]]]:
    """Return the instructions of the Dockerfile's stages, each as its word and the rest."""
    text = (root / FOLDER / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", "").splitlines()
    found: list[list[tuple[str, str]]] = []
    for line in filter(None, lines):
        word, rest = line.split(maxsplit=1)
        found += [[]] if word == "FROM" else []
        found[-1].append((word, rest))
    return found


@pytest.fixture(scope="module")
def service(root: Path) -> dict[str, Any]:
    """Return the only service of the compose file."""
    file = yaml.safe_load((root / FOLDER / "compose.yaml").read_text(encoding="utf-8"))
    (found,) = file["services"].values()
    return dict(found)


def _rest(stage: list[tuple[str, str]], word: str) -> list[str]:
    return [rest for each, rest in stage if each == word]


def _copies(stage: list[tuple[str, str]]) -> Iterator[tuple[list[str], str]]:
    """Yield what is copied from the checkout, and where to."""
    for rest in _rest(stage, "COPY"):
        if not rest.startswith("--from"):
            *sources, target = rest.split()
            yield sources, target


def test_every_setting_that_is_named_is_one(root: Path) -> None:
    known = {setting.variable for setting in known_settings()}
    files = [file for file in (root / FOLDER).iterdir() if file.is_file()]
    assert len(files) == 4
    for file in files:
        assert set(VARIABLE.findall(file.read_text(encoding="utf-8"))) <= known


def test_nothing_is_fetched_from_a_named_place(root: Path) -> None:
    for file in (root / FOLDER).iterdir():
        assert ADDRESS.findall(file.read_text(encoding="utf-8")) == []


def test_the_readme_tells_of_each_file(root: Path) -> None:
    text = (root / "server" / "README.md").read_text(encoding="utf-8")
    assert {file.name for file in (root / FOLDER).iterdir() if f"deployment/{file.name}" not in text} <= {
        "Dockerfile.dockerignore"
    }


def test_systemd_takes_the_unit(root: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    text = (root / FOLDER / "voetnoot.service").read_text(encoding="utf-8")
    here = tmp_path / "voetnoot.service"
    here.write_text(
        re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE), encoding="utf-8"
    )
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(here)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (said.returncode, said.stderr) == (0, "")


def test_the_unit_starts_the_server_and_survives_its_evaluators(unit: dict[str, dict[str, str]]) -> None:
    service = unit["Service"]
    command = shlex.split(service["ExecStart"])
    assert (Path(command[0]).name, command[1:]) == ("voetnoot-server", ["serve"])
    assert float(service["TimeoutStopSec"]) > Settings().drain_seconds
    assert service["OOMPolicy"] == "continue"
    assert "User" not in service
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    environment = dict(pair.split("=", 1) for pair in shlex.split(service["Environment"]))
    assert settings_of(settle({}, environment)).host == "127.0.0.1"


def test_the_image_is_made_of_what_is_there(root: Path, stages: list[list[tuple[str, str]]]) -> None:
    ignored = (root / FOLDER / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = [Path(line[1:]) for line in ignored if line.startswith("!")]
    for stage in stages:
        for sources, _ in _copies(stage):
            assert [source for source in sources if not (root / source).exists()] == []
            assert all(any(Path(source).is_relative_to(each) for each in let_in) for source in sources)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    copied = {source for sources, _ in _copies(stages[0]) for source in sources}
    assert {project["readme"], *project["license-files"], "pyproject.toml"} <= copied
    (extra,) = re.findall(r"'\.\[(\w+)\]'", " ".join(_rest(stages[0], "RUN")))
    assert extra in project["optional-dependencies"]


def test_the_image_is_slim_and_its_user_is_nobody(stages: list[list[tuple[str, str]]]) -> None:
    for stage in stages:
        found = re.fullmatch(r"python:3\.(\d+)-slim-\w+( AS \w+)?", _rest(stage, "FROM")[0])
        assert found is not None
        assert int(found[1]) >= 11
    assert re.fullmatch(r"[1-9]\d*", _rest(stages[-1], "USER")[0])
    words = [word for word, _ in stages[-1]]
    assert not {"RUN", "ADD"} & set(words[words.index("USER") :])
    for word in ("ENTRYPOINT", "CMD"):
        assert json.loads(_rest(stages[-1], word)[0])
    assert Path(json.loads(_rest(stages[-1], "ENTRYPOINT")[0])[0]).name in COMMANDS


def test_what_is_in_the_image_serves_and_is_healthy(
    root: Path, stages: list[list[tuple[str, str]]], tmp_path: Path
) -> None:
    build, image = tmp_path / "voetnoot", tmp_path / "image"
    for sources, target in _copies(stages[0]):
        for source in sources:
            place = build / target / Path(source).name if target.endswith("/") else build / target
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(root / source)
    (load,) = re.findall(r"(voetnoot-etl) --root /voetnoot (\w+)", " ".join(_rest(stages[0], "RUN")))
    subprocess.run(
        [sys.executable, "-m", COMMANDS[load[0]], "--root", str(build), load[1]],
        check=True,
        capture_output=True,
        timeout=300,
    )
    image.mkdir()
    for rest in _rest(stages[-1], "COPY"):
        if found := re.fullmatch(r"--from=build /voetnoot/(\w+) (\w+)", rest):
            (image / found[2]).symlink_to(build / found[1])
    environment = dict(pair.split("=", 1) for pair in " ".join(_rest(stages[-1], "ENV")).split())
    _serves(image, {**os.environ, **environment, "VOETNOOT_PORT": "0"}, stages[-1])


def _serves(folder: Path, environment: dict[str, str], stage: list[tuple[str, str]]) -> None:
    command = [sys.executable, "-m", "voetnoot_server", *json.loads(_rest(stage, "CMD")[0])]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        port = next(
            found[1] for line in server.stdout if (found := re.match(r"listening on \S+:(\d+)", line))
        )
        try:
            for path in ("/queries", "/ontology", "/data"):
                assert urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20).status == 200
            (check,) = _rest(stage, "HEALTHCHECK")
            words = json.loads(check.partition("CMD ")[2])
            words[0], words[-1] = sys.executable, words[-1].replace(":8000/", f":{port}/")
            assert subprocess.run(words, check=False, timeout=20).returncode == 0
        finally:
            server.terminate()
    ended = subprocess.run(words, check=False, capture_output=True, timeout=20)
    assert ended.returncode != 0


def test_compose_keeps_the_image_in_bounds(
    root: Path, service: dict[str, Any], stages: list[list[tuple[str, str]]]
) -> None:
    context = (root / FOLDER / service["build"]["context"]).resolve()
    assert context == root
    assert (context / service["build"]["dockerfile"]).is_file()
    (port,) = service["ports"]
    assert port.split(":")[-1] == _rest(stages[-1], "EXPOSE")[0]
    assert service["init"] is service["read_only"] is True
    assert float(service["stop_grace_period"].removesuffix("s")) > Settings().drain_seconds
    settings = settings_of(
        settle({}, {name: str(value) for name, value in service["environment"].items() if "$" not in value})
    )
    at_once = 2 * settings.concurrent_queries
    assert at_once * settings.query_memory_bytes < int(service["mem_limit"].removesuffix("g")) << 30
