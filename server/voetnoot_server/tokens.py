"""A query's words, without parsing it: enough to normalise it, and to see its FROM, SELECT * and prefixes.

A stranger's query must not be parsed in the Flask process, where a deep one would end the process; this scanner
is one regular expression without recursion or nested repetition, so that its time grows with the query's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_TOKEN = re.compile(
    r"""
      (?P<blank>(?:[ \t\r\n]++|\#[^\r\n]*+)++)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
    | (?P<string>
          "{3}(?:[^"\\]|\\.|"(?!""))*+(?:"{3}|(?P<open1>))
        | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|(?P<open2>))
        | "(?:[^"\\\r\n]|\\.)*+(?:"|(?P<open3>))
        | '(?:[^'\\\r\n]|\\.)*+(?:'|(?P<open4>)))
    | (?P<variable>[?$]\w++)
    | (?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
    | (?P<number>(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)
    | (?P<name>\w[\w.\-]*+(?P<local>:(?:[\w.\-:]|%[0-9A-Fa-f]{2}|\\.)*+)?|:(?:[\w.\-:]|%[0-9A-Fa-f]{2}|\\.)*+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPEN = ("open1", "open2", "open3", "open4")

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_CHANGING = frozenset({"NOW", "RAND", "UUID", "STRUUID"})

_IRI = re.compile(r"""<[^<>"{}|^`\\\x00-\x20]*+>""")
_TEXTS_WITHOUT_BLANKS = (re.compile(r'"[^"\\\x00-\x20#]*+"'), re.compile(r"'[^'\\\x00-\x20#]*+'"))
_NOT_PLAIN = ("\\", '"""', "'''")
_ODD_BLANKS = re.compile("[\x0b\x0c\x1c-\x1f]")


_EMPTYING = frozenset({"CLEAR", "DROP"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a query: what kind it is, and where it starts and ends."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind the word."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Wording:
    """What can be seen of a query without parsing it."""

    text: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return the query's words, blanks and comments among them."""
        return tuple(Token(_kind(found), found[0], found.start()) for found in _TOKEN.finditer(self.text))

    @property
    def verb(self) -> str:
        """Return SELECT, ASK, CONSTRUCT, DESCRIBE or the update's first keyword; nothing where there is none."""
        verbs = _FORMS | _UPDATES
        return next((word for word in self._keywords() if word in verbs), "")

    @property
    def is_update(self) -> bool:
        """Tell whether the text is an update operation."""
        return self._may_hold(_UPDATES) and self.verb in _UPDATES

    @property
    def names_its_dataset(self) -> bool:
        """Tell whether the query has FROM or FROM NAMED."""
        return self._may_hold(["FROM"]) and "FROM" in self._keywords()

    @property
    def calls_others(self) -> bool:
        """Tell whether the query has SERVICE."""
        return self._may_hold(["SERVICE"]) and "SERVICE" in self._keywords()

    @property
    def changes_by_itself(self) -> bool:
        """Tell whether the same query may answer differently over the same data."""
        return self._may_hold(_CHANGING) and not _CHANGING.isdisjoint(self._keywords())

    def _may_hold(self, keywords: Iterable[str]) -> bool:
        """Tell whether the letters of a keyword occur at all: where not, nothing need be parted into words."""
        letters = self._capitals
        for keyword in keywords:  # noqa: SIM110 - a third of the time that any() takes
            if keyword in letters:
                return True
        return False

    @cached_property
    def _capitals(self) -> str:
        return self.text.upper()

    def _keywords(self) -> Iterator[str]:
        return (token.text.upper() for token in self.tokens if token.kind == "word")

    def star(self) -> Token | None:
        """Return the `*` of a SELECT * that is the query itself, not one inside it."""
        if "*" not in self.text:
            return None
        words = [token for token in self.tokens if token.kind != "blank"]
        for at, token in enumerate(words):
            if token.text == "{":
                return None
            if token.kind == "word" and token.text.upper() == "SELECT":
                rest = (word for word in words[at + 1 :] if word.text.upper() not in {"DISTINCT", "REDUCED"})
                after = next(rest, None)
                return after if after is not None and after.text == "*" else None
        return None

    def using(self, default: Sequence[str], named: Sequence[str]) -> str:
        """Return an update with these graphs named before each WHERE that is not inside a group."""
        clause = "".join(
            [*(f"USING <{iri}> " for iri in default), *(f"USING NAMED <{iri}> " for iri in named)]
        )
        pieces, depth = [], 0
        for token in self.tokens:
            depth += (token.text == "{") - (token.text == "}")
            named_here = depth == 0 and token.kind == "word" and token.text.upper() == "WHERE"
            pieces.append(clause + token.text if named_here else token.text)
        return "".join(pieces)

    def forgiving(self) -> str:
        """Return an update in which clearing or dropping a graph that is not there is no fault."""
        words = [token for token in self.tokens if token.kind != "blank"]
        loud = {
            token.start
            for token, after in pairwise(words)
            if token.kind == "word" and token.text.upper() in _EMPTYING and after.text.upper() != "SILENT"
        }
        return "".join(f"{token.text} SILENT" if token.start in loud else token.text for token in self.tokens)

    @property
    def says_using(self) -> bool:
        """Tell whether an update names its graphs itself, by USING or WITH."""
        return not {"USING", "WITH"}.isdisjoint(self._keywords())

    def variables(self) -> tuple[str, ...]:
        """Return every variable's name, in order of first appearance."""
        return tuple(dict.fromkeys(token.text[1:] for token in self.tokens if token.kind == "variable"))

    def prefixes(self) -> dict[str, str]:
        """Return what the query declares, as prefix to IRI; relative IRIs are left out."""
        words = [token for token in self.tokens if token.kind != "blank"]
        found: dict[str, str] = {}
        for keyword, name, iri in zip(words, words[1:], words[2:], strict=False):
            declares = keyword.text.upper() == "PREFIX" and name.text.endswith(":") and iri.kind == "iri"
            if declares and ":" in iri.text:
                found[name.text[:-1]] = iri.text[1:-1]
        return found

    def undeclared(self) -> Token | None:
        """Return the first prefixed name whose prefix the query does not declare."""
        words = [token for token in self.tokens if token.kind != "blank"]
        declared = {after.text for word, after in pairwise(words) if word.text.upper() == "PREFIX"}
        for token in words:
            prefix = token.text.split(":", 1)[0] + ":"
            if token.kind == "prefixed" and prefix not in declared and prefix != "_:":
                return token
        return None

    def normal_form(self) -> str:
        """Return the query with every run of blanks and comments as one blank.

        An unclosed string or a stray backslash means that blanks cannot be told from text: such a query stays
        as it is.
        """
        if self._blanks_only_between_words():
            return " ".join(self.text.split())
        if any(token.kind == "open" or token.text == "\\" for token in self.tokens):
            return self.text
        return "".join(" " if token.kind == "blank" else token.text for token in self.tokens).strip(" ")

    def _blanks_only_between_words(self) -> bool:
        """Tell, for most queries that are so, that no blank is inside a text and that there is no comment."""
        rest = self.text
        if not rest.isascii() or any(mark in rest for mark in _NOT_PLAIN) or _ODD_BLANKS.search(rest):
            return False
        if "#" in rest:
            rest = _IRI.sub("", rest)
        for text in _TEXTS_WITHOUT_BLANKS:
            rest = text.sub("", rest)
        return not any(mark in rest for mark in "#\"'")


def read(query: str) -> Wording:
    """Return the words of a query, which need not be a valid one."""
    return Wording(query)


def _kind(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind == "name":
        return "prefixed" if ":" in found[0] else "word"
    if kind == "string" and any(found[name] is not None for name in _OPEN):
        return "open"
    return kind
