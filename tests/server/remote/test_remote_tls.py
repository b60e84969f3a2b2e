"""The road to a remote store over TLS: certificates are checked, and a CA of one's own can be named."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from voetnoot_server.errors import StoreError
from voetnoot_server.remote.graph import describe
from voetnoot_server.settings import Settings

Upstream = Any
Server = Any


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a self-signed certificate with its key, for this machine."""
    program = shutil.which("openssl")
    assert program is not None, "openssl makes the certificate of this test"
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names]
    key, out = file.with_name("key.pem"), file.with_name("certificate.pem")
    subprocess.run([program, *made, "-keyout", str(key), "-out", str(out)], check=True, capture_output=True)
    file.write_bytes(key.read_bytes() + out.read_bytes())
    return file


@pytest.fixture(scope="module")
def secured(upstream: Upstream, certificate: Path) -> Iterator[str]:
    """Return the address of the same remote store over TLS."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            upstream.answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            del format, args

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake is expected
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_certificate_that_nobody_vouches_for_is_refused(secured: str) -> None:
    with pytest.raises(StoreError, match="CERTIFICATE_VERIFY_FAILED"):
        describe(Settings(remote=secured))


def test_a_certificate_of_a_named_authority_is_taken(
    secured: str, certificate: Path, serve: Callable[..., Server]
) -> None:
    server = serve(secured, SSL_CERT_FILE=str(certificate.with_name("certificate.pem")))
    assert server.ask("ASK { ?s ?p ?o }").json["boolean"] is True
