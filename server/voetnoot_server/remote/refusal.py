"""What a remote store says instead of an answer, as a problem with its own words, trimmed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from voetnoot_server.errors import (
    BadRequestError,
    ForbiddenError,
    GatewayError,
    GatewayTimeoutError,
    ProblemError,
    UnavailableError,
)

LARGEST = 1 << 16
"""Bytes of a refusal that are read."""

_PROBLEMS = (BadRequestError, ForbiddenError, GatewayError, GatewayTimeoutError, UnavailableError)
_SHOWN = 400
_MARKUP = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_RETRY = re.compile(r"[0-9]{1,5}")


def told(problem: ProblemError) -> dict[str, object]:
    """Return a problem as what an evaluator tells of it."""
    return {"kind": "remote", "problem": problem.kind, "detail": problem.detail, "headers": problem.headers}


def problem_told(said: Mapping[str, object]) -> ProblemError:
    """Return the problem that an evaluator told of."""
    problem = next((each for each in _PROBLEMS if each.kind == said["problem"]), GatewayError)
    headers = said["headers"]
    assert isinstance(headers, dict)  # noqa: S101 - one of our own evaluators said so
    return problem(str(said["detail"]), headers=headers)


def refusal(status: int, said: bytes, retry_after: str = "") -> ProblemError:
    """Return the problem behind a status that is not 200."""
    words = _words(said)
    match status:
        case 400:
            return BadRequestError(f"The remote store refuses this query: {words or 'it does not say why'}")
        case 401 | 403 | 407:
            return GatewayError(f"The remote store does not let this server in ({status}).")
        case 408 | 504:
            return GatewayTimeoutError(f"The remote store gave up on this query ({status}){_told(words)}")
        case 429 | 503:
            later = {"Retry-After": retry_after} if _RETRY.fullmatch(retry_after) else {}
            return UnavailableError(f"The remote store is busy ({status}){_told(words)}", headers=later)
        case _:
            return GatewayError(f"The remote store failed at this query ({status}){_told(words)}")


def _told(words: str) -> str:
    return f": {words}" if words else "."


def _words(said: bytes) -> str:
    """Return the first paragraph of what was said, without markup."""
    text = _MARKUP.sub(" ", said.decode("utf-8", "replace")).strip()
    paragraph = re.split(r"\n\s*\n", text, maxsplit=1)[0]
    words = " ".join("".join(c if c.isprintable() else " " for c in paragraph).split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"
