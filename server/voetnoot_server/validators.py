"""What lets a client ask once: an entity tag made of the data's version, the query's words and the format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from flask import Request, Response

from voetnoot_server.frames import Task
from voetnoot_server.started import Pairs
from voetnoot_server.tokens import Wording

_TAG_BYTES = 16


def tag_of(version: str, wording: Wording, task: Task) -> str:
    """Return the tag of a query's answer; nothing where the same query may answer differently."""
    if not version or wording.changes_by_itself:
        return ""
    parts = [wording.normal_form(), task.base, task.rows_format, task.triples_format]
    return tag_of_parts(version, [*parts, task.whole_dataset, task.default_graphs, task.named_graphs])


def tag_of_parts(version: str, parts: Iterable[object]) -> str:
    """Return a tag made of everything that an answer depends on; nothing for data of no known version."""
    if not version:
        return ""
    written = repr((version, *parts))
    return hashlib.blake2b(written.encode(), digest_size=_TAG_BYTES).hexdigest()


_HELD = "HTTP_IF_NONE_MATCH"
_READING = frozenset({"GET", "HEAD", "QUERY"})


def not_modified(request: Request, tag: str) -> bool:
    """Tell whether the client holds the answer already, in whatever compression."""
    if not tag or _HELD not in request.environ or request.method not in _READING:
        return False
    known = {each.rsplit("-", 1)[0] for each in request.if_none_match.as_set(include_weak=True)}
    return tag in known


def takes_no_answer(request: Request, tag: str) -> bool:
    """Tell whether the client wants none of the answers that there may be (`If-None-Match: *`).

    Only an answer that is made shows that there is one: a query that fails is told, not passed over.
    """
    if not tag or _HELD not in request.environ or request.method not in _READING:
        return False
    return request.if_none_match.star_tag


def with_validators(response: Response, tag: str, max_age: int) -> Response:
    """Say how long the answer holds; one without a tag is not to be kept."""
    response.vary.add("Accept")
    for name, value in validators_of(tag, max_age):
        response.headers.setdefault(name, value)
    return response


def validators_of(tag: str, max_age: int) -> Pairs:
    """Return what says how long an answer holds that is written as the client likes it."""
    if not tag:
        return [("Vary", "Accept"), ("Cache-Control", "no-store")]
    return [("Vary", "Accept"), ("ETag", f'"{tag}"'), ("Cache-Control", f"public, max-age={max_age}")]
