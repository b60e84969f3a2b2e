"""A trace as lines of text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator

from voetnoot_server.settings import Settings
from voetnoot_server.steps import Step
from voetnoot_server.stores import open_reader
from voetnoot_server.trace import find, trace


def tree(step: Step, indent: str = "") -> Iterator[str]:
    """Yield the chain as the lines of a tree."""
    yield f"{step.kind}  {step.title}"
    notes = [f"“{step.quote.value}”"] if step.quote else []
    notes += [f"{name}: {value}" for name, value in step.details] + [f"! {gap}" for gap in step.missing]
    inner = f"{indent}" + ("│  " if step.steps else "   ")
    for note in notes:
        yield f"{inner}{note}"
    for number, child in enumerate(step.steps, 1):
        last = number == len(step.steps)
        lines = tree(child, indent + ("   " if last else "│  "))
        yield f"{indent}{'└─ ' if last else '├─ '}{next(lines)}"
        yield from lines


def print_trace(settings: Settings, given: str) -> None:
    """Print the chain of the thing that an IRI or a key names, from the built graph."""
    found = find(open_reader(settings), given, settings.base)
    print("\n".join(tree(trace(found))))
