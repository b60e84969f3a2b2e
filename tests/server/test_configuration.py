from __future__ import annotations

from pathlib import Path

import pytest

from voetnoot_server.cli import main
from voetnoot_server.configuration import known_settings, settings_of, settle
from voetnoot_server.errors import SettingsError
from voetnoot_server.settings import Settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _settled(flags: dict[str, object], **environment: str) -> Settings:
    return settings_of(settle(flags, environment))


def test_without_anything_the_defaults_hold() -> None:
    assert _settled({}) == Settings()


def test_a_flag_is_stronger_than_the_environment_and_that_than_a_file() -> None:
    Path("voetnoot.toml").write_text("port = 1\nthreads = 2\nqueue_seconds = 3\n", encoding="utf-8")
    found = _settled({"port": "7"}, VOETNOOT_PORT="8", VOETNOOT_THREADS="9")
    assert (found.port, found.threads, found.queue_seconds) == (7, 9, 3.0)


def test_every_setting_tells_its_origin() -> None:
    Path("voetnoot.toml").write_text("threads = 2\n", encoding="utf-8")
    places = {origin.known.name: origin.place for origin in settle({"port": "7"}, {"VOETNOOT_HOST": "::1"})}
    assert (places["port"], places["host"], places["threads"]) == ("--port", "VOETNOOT_HOST", "voetnoot.toml")
    assert places["store"] == "default"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "eighty"),
        ("query_seconds", "-1"),
        ("access_log", "maybe"),
        ("query_seconds", "nan"),
        ("isolation", "x"),
    ],
)
def test_a_value_that_cannot_be_read_names_setting_and_place(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"VOETNOOT_{name.upper()}: {name}"):
        _settled({}, **{f"VOETNOOT_{name.upper()}": value})


@pytest.mark.parametrize("text", ["isolation = 'x'", "prot = 1", "port =", "port = 'x'"])
def test_a_file_that_is_not_right_names_itself(text: str) -> None:
    Path("other.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"other\.toml"):
        _settled({"config": Path("other.toml")})


def test_a_named_file_that_is_absent_is_an_error() -> None:
    with pytest.raises(SettingsError, match="no such file"):
        _settled({}, VOETNOOT_CONFIG="nowhere.toml")


def test_an_address_as_store_is_a_remote_store() -> None:
    found = _settled({}, VOETNOOT_STORE="https://example.org/sparql")
    assert (found.remote, found.store) == ("https://example.org/sparql", Settings().store)


def test_every_setting_has_words() -> None:
    assert all(known.words for known in known_settings())


def test_the_command_shows_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--port", "7"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(tuple(known_settings()))
    assert any(line.split()[:5] == ["port", "=", "7", "#", "--port:"] for line in lines)


def test_a_secret_is_not_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOETNOOT_REMOTE_TOKEN", "very-secret")
    assert main(["config"]) == 0
    assert "very-secret" not in capsys.readouterr().out


def test_the_command_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", "nowhere"]) == 1
    assert "make store" in capsys.readouterr().err


def test_a_port_in_use_is_said_so(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", str(built), "--host", "192.0.2.1"]) == 1
    assert "192.0.2.1 port 8000 cannot be listened on" in capsys.readouterr().err
