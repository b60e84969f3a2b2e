"""The trace: from a claim over its sentence, notes and citations to publications and URLs, gaps named.

A claim that stands in the words of an explanatory note goes from there to what that note cites, if anything.
One function computes it; the page and the command line show the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voetnoot_server.claim_labels import claim_words
from voetnoot_server.errors import NotFoundError
from voetnoot_server.steps import Step, citation_step, footnote_step, page_of
from voetnoot_server.store import Literal, Reader
from voetnoot_server.things import Thing

CLAIMS = (
    "vn:Claim",
    "vn:FigureClaim",
    "vn:EventClaim",
    "vn:ControlClaim",
    "vn:ComplianceClaim",
    "vn:PositionClaim",
)

IN_NOTE = "in note"
"""The note scope, in words, of a claim that stands in a note."""


def find(reader: Reader, given: str, base: str) -> Thing:
    """Return the thing that an IRI, `<type>/<key>` or a bare key of a claim, citation or note names."""
    candidates = [given] if ":" in given else [f"{base}id/{given}"]
    if "/" not in given:
        candidates = [f"{base}id/{kind}/{given}" for kind in ("claim", "citation", "footnote", "observation")]
    for iri in candidates:
        thing = Thing(reader, iri)
        if traceable(thing):
            return thing
    raise NotFoundError(
        f"There is no chain for {given!r}; name a claim, a note, a citation or a row of a table."
    )


def traceable(thing: Thing) -> bool:
    """Tell whether there is a chain to show for a thing."""
    return thing.is_a(*CLAIMS, "doco:Footnote", "biro:BibliographicReference", "qb:Observation")


def trace(thing: Thing) -> Step:
    """Return the chain of a claim, a footnote, a citation or a row of a table."""
    if thing.is_a("qb:Observation"):
        return _observation(thing)
    if thing.is_a("biro:BibliographicReference", "doco:Footnote"):
        step = citation_step(thing) if thing.is_a("biro:BibliographicReference") else footnote_step(thing)
        return replace(step, details=(*_holders(thing), *step.details))
    return _claim(thing)


def _observation(row: Thing) -> Step:
    counted = (row.text("vn:count"), row.key("vn:combatantStatus"), row.key("vn:outcome"))
    return Step(
        "observation",
        row.iri,
        " ".join(part for part in counted if part) or row.name(),
        details=(("row", row.text("vn:rowNumber")), ("reported", row.text("vn:reportedDate"))),
        missing=() if row.values("vn:reportedDate") else ("the row has no date",),
        steps=tuple(map(_table, row.things("qb:dataSet"))),
    )


def _table(table: Thing) -> Step:
    file, holder, licence = (table.thing(f"dct:{name}") for name in ("source", "rightsHolder", "license"))
    named = (
        ("rights holder", holder.name() if holder else ""),
        ("licence", licence.name() if licence else ""),
    )
    sha256 = file.text("schema:sha256") if file else ""
    pages = [Step("url", page.iri, page.iri) for page in table.things("dcat:landingPage")]
    return Step(
        "data set",
        table.iri,
        table.name(),
        details=(*(pair for pair in named if pair[1]), *([("file", f"sha256 {sha256}")] if sha256 else [])),
        steps=tuple(pages),
    )


def _holders(thing: Thing) -> Iterator[tuple[str, str]]:
    """Yield the note and the document that a note or a citation is part of."""
    for holder in thing.things("dct:isPartOf"):
        if holder.is_a("doco:Footnote"):
            yield "note", holder.text("vn:number")
            yield from _holders(holder)
        else:
            yield "document", holder.name()


def _claim(claim: Thing) -> Step:
    notes = sorted(claim.things("vn:footnote"), key=_number)
    if claim.key("vn:noteScope") == IN_NOTE:
        grounds = [_own_words(claim, note) for note in notes]
    else:
        grounds = [*_sentence(claim), *map(footnote_step, notes)]
    steps = [*_reported(claim), *grounds, *_checks(claim)]
    missing = () if notes else ("no note: neither in the sentence nor by scope",)
    return Step(
        "claim",
        claim.iri,
        claim.text("vn:paraphrase", "en") or _words(claim),
        details=(*_spoken(claim), *_scope(claim, has_notes=bool(notes)), *_how(claim)),
        missing=missing,
        steps=tuple(steps),
    )


def _words(claim: Thing) -> str:
    return claim_words(claim.reader, [claim.iri]).get(claim.iri) or claim.name()


def _spoken(claim: Thing) -> Iterator[tuple[str, str]]:
    for speaker in claim.things("vn:saidBy"):
        yield "said by", speaker.name()
    if claim.values("vn:modality"):
        yield "modality", claim.key("vn:modality")
    if claim.values("vn:stated"):
        bounds = (
            f"{name} {claim.text(f'vn:{name}')}" for name in ("lower", "upper") if claim.values(f"vn:{name}")
        )
        parts = [
            claim.key("vn:qualifier"),
            claim.text("vn:stated"),
            claim.key("vn:unit"),
            claim.key("vn:outcome"),
        ]
        yield "figure", ", ".join([" ".join(part for part in parts if part), *bounds])


def _scope(claim: Thing, *, has_notes: bool) -> Iterator[tuple[str, str]]:
    scope = claim.key("vn:noteScope")
    if has_notes and scope and scope not in ("same sentence", IN_NOTE):
        yield "note", f"by scope only: {scope}"


def _how(claim: Thing) -> Iterator[tuple[str, str]]:
    reviewed = claim.text("vn:reviewed")
    if reviewed:
        yield "reading", "reviewed" if reviewed == "true" else "proposed by rule, not reviewed"


def _reported(claim: Thing) -> Iterator[Step]:
    """Yield who is reported to say it; each speaker's step holds the next one's."""
    for inner in claim.things("vn:reports"):
        speakers = ", ".join(speaker.name() for speaker in inner.things("vn:saidBy"))
        title = f"{speakers or 'an unnamed speaker'} {inner.key('vn:modality') or 'asserts'}"
        yield Step("reported", inner.iri, title, steps=tuple(_reported(inner)))


def _sentence(claim: Thing) -> Iterator[Step]:
    sentence = claim.thing("vn:sentence")
    document = claim.thing("vn:document")
    anchored = claim if claim.values("vn:anchor") else sentence
    details = [("document", document.name())] if document else []
    if sentence is not None:
        details += page_of(sentence)
    details += _offsets(anchored)
    words = next(iter(sentence.values("schema:text")), None) if sentence else None
    yield Step(
        "sentence",
        sentence.iri if sentence else "",
        f"sentence {sentence.text('vn:position')}" if sentence else "no sentence",
        details=tuple(details),
        missing=() if sentence else ("the sentence is not known",),
        quote=words if isinstance(words, Literal) else None,
    )


def _own_words(claim: Thing, note: Thing) -> Step:
    """Return the note in whose own words a claim stands; what the note cites follows."""
    step = footnote_step(note)
    document = claim.thing("vn:document")
    details = [("document", document.name())] if document else []
    marking = sorted(_position(one) for one in note.inverse("vn:footnote") if one.is_a("doco:Sentence"))
    details += [("marked in", f"sentence {', '.join(map(str, marking))}")] if marking else []
    words = next(iter(note.values("schema:text")), None)
    return replace(
        step,
        title=f"the words of {step.title}",
        details=(*details, *step.details, *_offsets(claim)),
        missing=step.missing if step.steps else (*step.missing, "the note cites nothing"),
        quote=words if isinstance(words, Literal) else None,
    )


def _offsets(thing: Thing | None) -> list[tuple[str, str]]:
    anchor = thing.thing("vn:anchor") if thing else None
    if anchor is None:
        return []
    spans = sorted(
        (int(span.text("oa:start")), int(span.text("oa:end")))
        for span in anchor.things("oa:hasSelector")
        if span.values("oa:start")
    )
    file = anchor.thing("oa:hasSource")
    found = [("characters", ", ".join(f"{start}-{end}" for start, end in spans))]
    if file is not None and file.values("schema:sha256"):
        found.append(("file", f"sha256 {file.text('schema:sha256')}"))
    return found


def _checks(claim: Thing) -> Iterator[Step]:
    for check in claim.inverse("vn:checks"):
        verdict = check.key("vn:verdict")
        numbers = f"text {check.text('vn:expected')}, data {check.text('vn:computed') or 'nothing'}"
        counted = check.text("skos:note", "en")
        query = "?".join(
            check.text(f"vn:{name}") for name in ("query", "queryArguments") if check.text(f"vn:{name}")
        )
        details = (("counted", counted), ("query", query))
        yield Step(
            "check", check.iri, f"{verdict}: {numbers}", details=tuple(pair for pair in details if pair[1])
        )


def _number(thing: Thing) -> int:
    return int(thing.text("vn:number") or 0)


def _position(thing: Thing) -> int:
    return int(thing.text("vn:position") or 0)
