"""What an evaluator says went wrong, put for people: where in the query, what was met, what may help."""

from __future__ import annotations

import difflib
import logging
import re
from collections.abc import Mapping

from voetnoot_server import tokens
from voetnoot_server.errors import (
    BadRequestError,
    CrashError,
    ForbiddenError,
    NotAcceptableError,
    NotFoundError,
    ProblemError,
    QuerySyntaxError,
    ResourceLimitError,
)
from voetnoot_server.frames import Task
from voetnoot_server.links import PREFIXES
from voetnoot_server.negotiate import ROWS, TRIPLES
from voetnoot_server.remote.refusal import problem_told
from voetnoot_server.tokens import Token, Wording

log = logging.getLogger(__name__)

_POSITION = re.compile(r"(?:error at )?(\d+):(\d+): expected (.*)", re.DOTALL)
_KEYWORD = re.compile(r"[A-Z]{2,}")
_MOST_KEYWORDS = 6
_IDLE_KEYWORDS = frozenset({"LATERAL", "SERVICE", "OPTIONAL"})
"""What the parser names wherever a pattern could go on; it helps nobody."""
_EXCERPT = 60
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_RULES: Mapping[str, str] = {
    "The SELECT overrides an existing variable using an expression": "AS gives a value to a variable that has one.",
    "The SELECT contains a variable that is unbound": (
        "A variable in SELECT stands neither in GROUP BY nor inside an aggregate such as COUNT or SAMPLE."
    ),
    "Duplicated variable name in SELECT": "A variable stands twice in SELECT.",
    "IRI parsing failed": "An IRI is not valid, or it is relative and there is nothing to complete it with.",
}


def problem_of(  # noqa: PLR0911 - one for each kind of fault
    said: Mapping[str, object], task: Task
) -> ProblemError:
    """Return the problem that an evaluator's fault is to the client."""
    kind, detail = str(said["kind"]), str(said["detail"])
    match kind:
        case "syntax":
            return _unreadable(detail) if task.body_format else syntax_problem(detail, task.query)
        case "format":
            return _format_problem(detail)
        case "remote":
            return problem_told(said)
        case "no-graph":
            return NotFoundError(f"There is no graph {detail[:200]}.")
        case "bound":
            return ResourceLimitError(
                f"An answer may not be as large as this one: {detail}. Add a LIMIT, or aggregate."
            )
        case "evaluation":
            return _evaluation_problem(detail, task)
    log.error("an evaluator met a surprise: %s", detail)
    return CrashError("The evaluator failed at this query; the fault is in the server's log.")


def _unreadable(detail: str) -> ProblemError:
    return BadRequestError(f"The graph that was sent cannot be read: {detail}")


def _format_problem(form: str) -> ProblemError:
    available = [offer.media_type for offer in (TRIPLES if form == "triples" else ROWS)]
    return NotAcceptableError(
        f"This query's answer can be had as {', '.join(available)}.", available=available
    )


def _evaluation_problem(detail: str, task: Task) -> ProblemError:
    if tokens.read(task.query).calls_others:
        return ForbiddenError("This server asks no other server: SERVICE is not available here.")
    return BadRequestError(f"The query cannot be evaluated: {detail}")


def syntax_problem(message: str, query: str) -> QuerySyntaxError:
    """Return what a parser's message means, with the place in the query."""
    wording = tokens.read(query)
    if not wording.verb:
        return QuerySyntaxError(
            "There is no SELECT, ASK, CONSTRUCT or DESCRIBE in this query.",
            line=1,
            column=1,
            excerpt=query[:_EXCERPT],
        )
    for look in (_undeclared_prefix, _open_text):
        found = look(wording)
        if found is not None:
            return found
    said = _POSITION.match(message)
    if said is None:
        return QuerySyntaxError(message)
    line, column, expected = int(said[1]), int(said[2]), said[3]
    return (
        _rule_broken(expected, wording, line, column)
        or _unbalanced(wording)
        or _unexpected(expected, wording, line, column)
    )


def _undeclared_prefix(wording: Wording) -> QuerySyntaxError | None:
    token = wording.undeclared()
    if token is None:
        return None
    prefix = token.text.split(":", 1)[0]
    known = {**PREFIXES, **wording.prefixes()}
    if prefix in PREFIXES:
        hint = f"Add at the top: PREFIX {prefix}: <{PREFIXES[prefix]}>"
    else:
        near = difflib.get_close_matches(prefix, known, n=3, cutoff=0.5)
        hint = f"Near to it: {', '.join(f'{name}: <{known[name]}>' for name in near)}" if near else ""
    return _at(token, wording, f"The prefix “{prefix}:” is not declared.", hint)


def _open_text(wording: Wording) -> QuerySyntaxError | None:
    token = next((token for token in wording.tokens if token.kind == "open"), None)
    return None if token is None else _at(token, wording, "The text that starts here is not closed.")


def _unbalanced(wording: Wording) -> QuerySyntaxError | None:
    opened: list[Token] = []
    for token in wording.tokens:
        if token.kind == "other" and token.text in _PAIRS:
            opened.append(token)
        elif token.kind == "other" and token.text in _PAIRS.values():
            if not opened:
                return _at(token, wording, f"Nothing that is open is closed by this “{token.text}”.")
            if _PAIRS[opened[-1].text] != token.text:
                return _at(
                    opened[-1], wording, f"This “{opened[-1].text}” is not closed before a “{token.text}”."
                )
            opened.pop()
    return _at(opened[-1], wording, f"This “{opened[-1].text}” is never closed.") if opened else None


def _rule_broken(expected: str, wording: Wording, line: int, column: int) -> QuerySyntaxError | None:
    for rule, words in _RULES.items():
        if rule in expected:
            return QuerySyntaxError(words, line=line, column=column, excerpt=_line(wording.text, line))
    return None


def _unexpected(expected: str, wording: Wording, line: int, column: int) -> QuerySyntaxError:
    offset = _offset(wording.text, line, column)
    token = next((t for t in wording.tokens if t.kind != "blank" and t.end > offset), None)
    keywords = [word for word in expected.removeprefix("one of ").split(", ") if _KEYWORD.fullmatch(word)]
    keywords = [word for word in keywords if word not in _IDLE_KEYWORDS]
    hint = f"Here could stand: {', '.join(keywords)}." if 0 < len(keywords) <= _MOST_KEYWORDS else ""
    if token is None:
        words = "The query ends before it is complete, or something is missing on the way."
        return QuerySyntaxError(words, line=line, column=column, excerpt=_line(wording.text, line), hint=hint)
    return _at(token, wording, f"“{token.text[:_EXCERPT]}” cannot stand here.", hint)


def _at(token: Token, wording: Wording, words: str, hint: str = "") -> QuerySyntaxError:
    before = wording.text[: token.start]
    line = before.count("\n") + 1
    column = token.start - (before.rfind("\n") + 1) + 1
    return QuerySyntaxError(words, line=line, column=column, excerpt=_line(wording.text, line), hint=hint)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start + column - 1


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip("\r")[: 4 * _EXCERPT] if number <= len(lines) else ""
