"""What pages answer with: HTML or data, with validators, alternates and a policy that allows no inline code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Response, render_template, request

from voetnoot_server.links import Links
from voetnoot_server.negotiate import HTML, Format, choose
from voetnoot_server.services import services

POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "script-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
LANGUAGES = ("en", "nl")


def links() -> Links:
    """Return the addresses of the server that answers this request."""
    return Links(services().settings.base, request.script_root)


def site() -> str:
    """Return the absolute address of this server, without a slash at its end."""
    return (services().settings.public_url or request.url_root).rstrip("/")


def language() -> str:
    """Return the language in which labels are wanted."""
    wanted = request.args.get("lang", "")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def page_number() -> int:
    """Return the page that is asked for; anything that is no page is the first."""
    given = request.args.get("page", "1")
    return max(1, int(given)) if given.isdecimal() and len(given) < 7 else 1  # noqa: PLR2004 - digits


def split_suffix(path: str, offers: Iterable[Format]) -> tuple[str, str]:
    """Return a path without the suffix that names one of these formats, and the format's key."""
    for offer in offers:
        if path.endswith(offer.suffix):
            return path.removesuffix(offer.suffix), offer.key
    return path, ""


def chosen(offers: Sequence[Format], suffix: str) -> Format:
    """Return the format that suffix, argument or Accept header choose."""
    arguments = (request.args.get(name, "") for name in ("_mediatype", "format", "output"))
    named = suffix or next((value for value in arguments if value), "")
    return choose(request.headers.get("Accept", ""), offers, named=named)


def page(template: str, alternates: Iterable[tuple[str, Format]] = (), **context: object) -> Response:
    """Return an HTML page; `alternates` are the addresses of the same in other formats."""
    others = tuple(alternates)
    body = render_template(template, alternates=others, links=links(), language=language(), **context)
    response = Response(body, content_type=HTML.content_type)
    return _finished(response, others)


def data(body: bytes | str, form: Format, *, name: str = "") -> Response:
    """Return data in a format; with a `name` a browser keeps it as a file."""
    response = Response(body, content_type=form.content_type)
    if name:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}{form.suffix}"'
    return _finished(response, ())


def _finished(response: Response, alternates: Sequence[tuple[str, Format]]) -> Response:
    response.headers["Vary"] = "Accept"
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Access-Control-Allow-Origin"] = "*"
    for address, form in alternates:
        response.headers.add("Link", f'<{address}>; rel="alternate"; type="{form.media_type}"')
    response.cache_control.public = True
    response.cache_control.max_age = services().settings.max_age_seconds
    response.add_etag()
    response.make_conditional(request)
    return response
