"""The writable server: off by default; each change is a build of its own, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from voetnoot_server.cli import main

Server = Any

FORM = "application/x-www-form-urlencoded"
UPDATE = "application/sparql-update"
GRAPH = "https://w3id.org/voetnoot/graph/"
DEEP = f"INSERT {{ <urn:a> <urn:b> 1 }} WHERE {{ FILTER({'!' * 900_000}true) }}"
JOIN = " ".join(f"GRAPH ?g{n} {{ ?s{n} ?p{n} ?o{n} }}" for n in range(6))


@pytest.fixture
def store(tmp_path: Path, new_build: Callable[..., Path]) -> Path:
    """Return the link to a small graph that a test may change."""
    return new_build(tmp_path, "one", claims=10)


@pytest.fixture
def own(serve_once: Callable[..., Server], store: Path) -> Server:
    """Return a server that takes changes from this machine."""
    return serve_once(store, "--writable", "yes")


@pytest.fixture(scope="module")
def steady_store(tmp_path_factory: pytest.TempPathFactory, new_build: Callable[..., Path]) -> Path:
    """Return the link to a small graph that no test may change, try as it will."""
    return new_build(tmp_path_factory.mktemp("steady"), "one", claims=10)


@pytest.fixture(scope="module")
def steady(serve: Callable[..., Server], steady_store: Path) -> Server:
    """Return a server that takes changes to that graph."""
    return serve(steady_store, "--writable", "yes")


def _update(server: Server, text: str, **headers: str) -> Any:  # noqa: ANN401 - an answer
    return server.request("POST", "/sparql", body=text.encode(), Content_Type=UPDATE, **headers)


def _ask(server: Server, pattern: str) -> bool:
    return bool(server.ask(f"ASK {{ {pattern} }}").json["boolean"])


def test_an_update_is_seen_by_the_next_query(own: Server, store: Path) -> None:
    before = own.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    answer = _update(own, f"INSERT DATA {{ GRAPH <{GRAPH}core> {{ <urn:a> <urn:b> 'één' }} }}")
    assert answer.status == 204
    after = own.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert (before.rows, after.rows) == ([{"n": "70"}], [{"n": "71"}])
    assert before.headers["ETag"] != after.headers["ETag"]
    said = json.loads((store / "build.json").read_text(encoding="utf-8"))
    assert (said["quads"], said["graphs"][f"{GRAPH}core"]) == (71, 31)
    assert "één" in (store / "quads.nq").read_text(encoding="utf-8")
    assert own.request("GET", "/readyz").json["quads"] == 71


def test_an_update_by_form(own: Server) -> None:
    body = urlencode({"update": "INSERT DATA { <urn:a> <urn:b> 1 }"}).encode()
    assert own.request("POST", "/sparql", body=body, Content_Type=FORM).status == 204
    assert _ask(own, "<urn:a> <urn:b> 1")


def test_the_old_builds_stay_beside_the_new(own: Server, store: Path) -> None:
    _update(own, "CLEAR ALL")
    names = [folder.name for folder in store.resolve().parent.iterdir()]
    assert len(names) == 2
    assert not any(name.startswith(".") for name in names)


def test_of_the_builds_that_changes_made_the_newest_stay(own: Server, store: Path) -> None:
    for number in range(13):
        assert _update(own, f"INSERT DATA {{ <urn:a> <urn:b> {number} }}").status == 204
    releases = store.resolve().parent
    names = {folder.name for folder in releases.iterdir()}
    assert {"one", store.resolve().name} <= names
    assert len(names) == 11
    assert own.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "83"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("INSERT DATA { <urn:a> <urn:b> }", 400),
        ("INSERT DATA { <urn:a> <urn:b> 1 } ; LOAD <http://127.0.0.1:1/>", 400),
        ("LOAD <file:///etc/passwd>", 400),
        ("ASK {}", 400),
        (f"DELETE {{ GRAPH ?g0 {{ ?s0 ?p0 ?o0 }} }} WHERE {{ {JOIN} }}", 503),
        (DEEP, 503),
    ],
)
def test_an_update_that_fails_changes_nothing(
    steady: Server, steady_store: Path, text: str, status: int
) -> None:
    answer = _update(steady, text)
    assert (answer.status, steady_store.resolve().name) == (status, "one")
    assert steady.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "70"}]
    assert not [folder for folder in steady_store.resolve().parent.iterdir() if folder.name.startswith(".")]


def test_updates_at_the_same_time_are_all_made(own: Server) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [
            pool.submit(_update, own, f"INSERT DATA {{ <urn:a> <urn:b> {number} }}") for number in range(4)
        ]
        assert {each.result().status for each in made} == {204}
    assert own.ask("SELECT (COUNT(*) AS ?n) { <urn:a> <urn:b> ?o }").rows == [{"n": "4"}]


def test_the_request_names_the_graphs_of_an_update(own: Server) -> None:
    update = "INSERT { <urn:found> <urn:in> ?s } WHERE { ?s a ?type }"
    fields = urlencode({"update": update, "using-graph-uri": f"{GRAPH}core"})
    assert own.request("POST", "/sparql", body=fields.encode(), Content_Type=FORM).status == 204
    assert own.ask("SELECT (COUNT(*) AS ?n) { <urn:found> ?p ?o }").rows == [{"n": "10"}]
    both = urlencode({"update": f"INSERT {{}} USING <{GRAPH}core> WHERE {{}}", "using-graph-uri": "urn:x"})
    assert own.request("POST", "/sparql", body=both.encode(), Content_Type=FORM).status == 400


TURTLE = "<urn:a> <urn:b> 'c' ."
RDFXML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:">
<rdf:Description rdf:about="urn:a"><e:b>c</e:b></rdf:Description></rdf:RDF>"""
JSONLD = '{"@id": "urn:a", "urn:b": "c"}'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/turtle", TURTLE),
        ("application/n-triples", '<urn:a> <urn:b> "c" .'),
        ("application/rdf+xml", RDFXML),
        ("application/ld+json", JSONLD),
    ],
)
def test_a_graph_is_put_extended_and_taken_out(own: Server, kind: str, body: str) -> None:
    path = "/store?graph=urn:g"
    assert own.request("PUT", path, body=body.encode(), Content_Type=kind).status == 201
    assert own.request("GET", path, Accept="application/n-triples").body == b'<urn:a> <urn:b> "c" .\n'
    more = own.request("POST", path, body=b"<urn:a> <urn:b> 'd' .", Content_Type="text/turtle")
    assert more.status == 204
    assert len(own.request("GET", path, Accept="application/n-triples").body.splitlines()) == 2
    assert own.request("PUT", path, body=body.encode(), Content_Type=kind).status == 204
    assert len(own.request("GET", path, Accept="application/n-triples").body.splitlines()) == 1
    assert own.request("DELETE", path).status == 204
    assert own.request("GET", path).status == 404
    assert own.request("DELETE", path).status == 404


def test_the_default_graph_can_be_put_too(own: Server) -> None:
    assert (
        own.request("PUT", "/store?default", body=TURTLE.encode(), Content_Type="text/turtle").status == 204
    )
    assert b"urn:a" in own.request("GET", "/store?default", Accept="application/n-triples").body


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + ']><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:">'
    + '<rdf:Description rdf:about="urn:a"><e:b>&m;</e:b></rdf:Description></rdf:RDF>'
)
QUADRATIC = (
    f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><rdf:RDF xmlns:e="urn:" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="urn:a">'
    f"<e:b>{'&a;' * 100_000}</e:b></rdf:Description></rdf:RDF>"
)
HOSTILE = [
    ("application/rdf+xml", LAUGHS),
    ("application/rdf+xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
    ("application/rdf+xml", "<a>" * 100_000),
    ("application/ld+json", '{"a":' * 100_000),
    ("application/ld+json", "[" * 200_000),
    ("application/ld+json", '{"@context": "http://127.0.0.1:1/", "@id": "urn:a", "b": "c"}'),
    ("application/ld+json", '{"@context": {"@import": "http://127.0.0.1:1/"}, "a": 1}'),
    ("application/ld+json", '{"urn:a": ' + '{"@set": [' * 50_000 + "1" + "]}" * 50_000 + "}"),
    ("application/rdf+xml", QUADRATIC),
    ("application/rdf+xml", "<x " + " ".join(f"x{n}=''" for n in range(60_000)) + "/>"),
    ("text/turtle", f"@prefix a: <x:{'a' * 400_000}> . {'a:b a:c a:d . ' * 20_000}"),
    ("text/turtle", "[ <urn:p> " * 50_000),
    ("text/turtle", "( " * 200_000),
    ("text/turtle", "<urn:a> <urn:b> <<( " * 20_000),
    ("text/turtle", "\x00" * 1000),
    ("text/plain; charset=x", "a"),
    ("image/png", "a"),
]


@pytest.mark.parametrize(("kind", "body"), HOSTILE, ids=[f"{kind}-{body[:12]!r}" for kind, body in HOSTILE])
def test_a_hostile_graph_changes_nothing(steady: Server, steady_store: Path, kind: str, body: str) -> None:
    answer = steady.request("PUT", "/store?graph=urn:g", body=body.encode(), Content_Type=kind)
    assert answer.status in (400, 413, 415, 503)
    assert b"root:" not in answer.body
    assert steady_store.resolve().name == "one"
    assert steady.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [{"n": "70"}]


def test_a_graph_without_a_name_is_not_the_default_graph(own: Server) -> None:
    for method in ("PUT", "POST", "DELETE", "GET"):
        answer = own.request(method, "/store?graph=", body=TURTLE.encode(), Content_Type="text/turtle")
        assert answer.status == 400
    assert not _ask(own, "<urn:a> ?p ?o")


def test_a_page_of_another_site_may_not_write(own: Server) -> None:
    update = "INSERT DATA { <urn:a> <urn:b> 1 }"
    assert _update(own, update, Origin="https://elsewhere.example").status == 403
    assert _update(own, update, Origin="null").status == 403
    assert _update(own, update, Sec_Fetch_Site="cross-site").status == 403
    named = {"Host": f"elsewhere.example:{own.port}", "Origin": f"http://elsewhere.example:{own.port}"}
    assert _update(own, update, **named).status == 403  # a name of theirs that leads to this machine
    assert _update(own, update, Origin=own.url).status == 204
    assert _update(own, update, Host=f"localhost:{own.port}").status == 204


def test_a_token_is_asked_for_where_one_is_set(serve_once: Callable[..., Server], store: Path) -> None:
    own = serve_once(store, "--writable", "yes", VOETNOOT_WRITE_TOKEN="a-long-token")  # noqa: S106 - a test's own
    update = "INSERT DATA { <urn:a> <urn:b> 1 }"
    refused = _update(own, update)
    assert (refused.status, refused.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert _update(own, update, Authorization="Bearer wrong").status == 401
    assert _update(own, update, Authorization="Bearer a-long-token").status == 204


def test_behind_a_proxy_nobody_writes_without_a_token(serve_once: Callable[..., Server], store: Path) -> None:
    own = serve_once(store, "--writable", "yes", "--proxies", "1")
    assert _update(own, "CLEAR ALL", X_Forwarded_For="203.0.113.5").status == 403
    assert _update(own, "CLEAR ALL").status == 403


def test_a_store_that_is_no_link_cannot_be_writable(store: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", str(store.resolve()), "--writable", "yes"]) == 1
    assert "no link to a build" in capfd.readouterr().err
