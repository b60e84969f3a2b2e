"""The trace: from a claim over its sentence, notes and citations to publications and URLs, gaps named.

One function computes it; the page and the command line show the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voetnoot_server.errors import NotFoundError
from voetnoot_server.links import term
from voetnoot_server.store import Reader
from voetnoot_server.things import Thing, value_of

CLAIMS = (
    "vn:Claim",
    "vn:FigureClaim",
    "vn:EventClaim",
    "vn:ControlClaim",
    "vn:ComplianceClaim",
    "vn:PositionClaim",
)
URL_GAPS = {
    "missing": "no URL: the page foot has lost it",
    "ambiguous": "no URL: several at the page foot could be meant",
}
URL_WORDS = {"inferred": "inferred from the same publication elsewhere", "listed": "listed at the page foot"}


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain: what it is, its words, its details, what it lacks, and what it leads to."""

    kind: str
    iri: str
    title: str
    details: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    def walk(self) -> Iterator[Step]:
        """Yield this step and every step it leads to."""
        yield self
        for step in self.steps:
            yield from step.walk()


def find(reader: Reader, given: str, base: str) -> Thing:
    """Return the thing that an IRI, `<type>/<key>` or a bare key of a claim, citation or note names."""
    candidates = [given] if ":" in given else [f"{base}id/{given}"]
    if "/" not in given:
        candidates = [f"{base}id/{kind}/{given}" for kind in ("claim", "citation", "footnote", "observation")]
    for iri in candidates:
        thing = Thing(reader, iri)
        if thing.facts:
            return thing
    raise NotFoundError(f"Nothing is known of {given!r}; name a claim, a footnote or a citation.")


def traceable(thing: Thing) -> bool:
    """Tell whether there is a chain to show for a thing."""
    return thing.is_a(*CLAIMS, "doco:Footnote", "biro:BibliographicReference")


def trace(thing: Thing) -> Step:
    """Return the chain of a claim, a footnote or a citation."""
    if thing.is_a("biro:BibliographicReference"):
        return _citation(thing)
    if thing.is_a("doco:Footnote"):
        return _footnote(thing)
    return _claim(thing)


def _claim(claim: Thing) -> Step:
    notes = sorted(claim.things("vn:footnote"), key=_number)
    steps = [*_reported(claim), *_sentence(claim), *map(_footnote, notes), *_checks(claim)]
    missing = () if notes else ("no note: neither in the sentence nor by scope",)
    return Step(
        "claim",
        claim.iri,
        claim.text("vn:paraphrase", "en") or claim.name(),
        details=(*_spoken(claim), *_scope(claim, has_notes=bool(notes)), *_how(claim)),
        missing=missing,
        steps=tuple(steps),
    )


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
    if has_notes and scope and scope != "same sentence":
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
        details += _place(sentence)
    details += _offsets(anchored)
    yield Step(
        "sentence",
        sentence.iri if sentence else "",
        f"sentence {sentence.text('vn:position')}" if sentence else "no sentence",
        details=tuple(details),
        missing=() if sentence else ("the sentence is not known",),
    )


def _place(thing: Thing) -> list[tuple[str, str]]:
    page = thing.thing("vn:page")
    if page is None:
        return []
    basis = page.key("vn:pageBasis")
    return [("page", f"{page.text('vn:number')}{f' ({basis})' if basis else ''}")]


def _offsets(thing: Thing | None) -> list[tuple[str, str]]:
    anchor = thing.thing("vn:anchor") if thing else None
    if anchor is None:
        return []
    spans = sorted(
        (int(span.text("oa:start")), int(span.text("oa:end"))) for span in anchor.things("oa:hasSelector")
    )
    file = anchor.thing("oa:hasSource")
    found = [("characters", ", ".join(f"{start}-{end}" for start, end in spans))]
    if file is not None and file.values("schema:sha256"):
        found.append(("file", f"sha256 {file.text('schema:sha256')}"))
    return found


def _footnote(note: Thing) -> Step:
    lost = note.key("vn:textStatus") == "lost"
    citations = sorted((c for c in note.inverse("dct:isPartOf") if _cites(c)), key=_position)
    missing = ("the text of this note is lost",) if lost else ()
    comment = note.key("vn:noteKind") == "comment"
    if not lost and not citations and not comment:
        missing = ("no citation was found in this note",)
    details = [("kind", note.key("vn:noteKind"))] if note.values("vn:noteKind") else []
    return Step(
        "footnote",
        note.iri,
        f"note {note.text('vn:number')}",
        details=(*details, *_place(note)),
        missing=missing,
        steps=tuple(map(_citation, citations)),
    )


def _citation(citation: Thing) -> Step:
    publications = citation.things("biro:references")
    status = citation.key("vn:urlStatus")
    details = [
        (words, citation.text(name))
        for words, name in (("locator", "vn:locator"), ("label", "vn:label"))
        if citation.values(name)
    ]
    missing = [] if publications else ["the publication is not known"]
    if status in URL_GAPS:
        missing.append(URL_GAPS[status])
    return Step(
        "citation",
        citation.iri,
        citation.text("c4o:hasContent") or citation.name(),
        details=(*details, *([("URL", URL_WORDS.get(status, status))] if status else [])),
        missing=tuple(missing),
        steps=tuple(map(_publication, publications)),
    )


def _publication(publication: Thing) -> Step:
    publisher = publication.thing("dct:publisher")
    named = (
        publication.text("dct:title") or publication.text("skos:prefLabel") or publication.text("rdfs:label")
    )
    dated = publication.text("vn:edtf")
    title = named or ", ".join(part for part in (publisher.name() if publisher else "", dated) if part)
    details = (
        [("consulted", publication.key("vn:consultation"))] if publication.values("vn:consultation") else []
    )
    urls = [Step("url", value_of(url), value_of(url)) for url in publication.values("schema:url")]
    archives = [
        Step("archive", value_of(url), value_of(url)) for url in publication.values("schema:archivedAt")
    ]
    return Step(
        "publication",
        publication.iri,
        title or publication.name(),
        details=tuple(details),
        missing=() if urls or archives else ("no URL is known",),
        steps=(*urls, *archives),
    )


def _checks(claim: Thing) -> Iterator[Step]:
    for check in claim.inverse("vn:checks"):
        verdict = check.key("vn:verdict")
        numbers = f"text {check.text('vn:expected')}, data {check.text('vn:computed') or 'nothing'}"
        yield Step("check", check.iri, f"{verdict}: {numbers}", details=(("query", check.text("vn:query")),))


def _cites(thing: Thing) -> bool:
    return term("biro:BibliographicReference") in thing.types


def _position(thing: Thing) -> int:
    return int(thing.text("vn:position") or 0)


def _number(thing: Thing) -> int:
    return int(thing.text("vn:number") or 0)
