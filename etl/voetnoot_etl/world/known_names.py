"""The world layer → the names to look for in a text: listed spellings, labels, surnames, bare adjectives."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from voetnoot_etl.phrases.mentions import KnownName
from voetnoot_etl.world.tables import World

DESCRIBED = frozenset(
    {
        *(
            "armed-force",
            "peacekeeping-force",
            "volunteer-force",
            "police",
            "government",
            "ministry",
            "state-body",
        ),
        *("de-facto-authority", "local-authority", "group", "population", "party"),
        *("border", "exclave", "facility", "road"),
    }
)
"""Kinds of things whose preferred label describes them with the names of others."""

LOOSE = ("description", "local")
"""Kinds of listed words that are no proper names."""

_FIRST_AND_LAST = re.compile(r"[A-Z](?:\w+|\.) (?P<last>[A-Z]\w+)")
_ENDINGS = ("se", "sche")


def known_names(
    world: World, document: str = "", languages: frozenset[str] | None = None
) -> frozenset[KnownName]:
    """Return the names to look for in a document: listed ones, labels, and what follows from both.

    A local word is looked for in its own document only, a contextual one never; a label that explains
    itself in brackets is none. `languages` keeps only names and labels in those languages.
    """
    listed = {
        KnownName(name.spelling, kind, name.id, name.kind not in LOOSE)
        for kind, names in (("actor", world.actor_names), ("place", world.place_names))
        for name in names
        if name.kind != "contextual" and (name.kind != "local" or name.words.document == document)
        if languages is None or name.language in languages
    }
    labels = {
        KnownName(label, kind, record.id, record.kind not in DESCRIBED)
        for kind, records in (("actor", world.actors), ("place", world.places))
        for record in records
        for language, label in (("en", record.label_en), ("nl", record.label_nl))
        if "(" not in label and (languages is None or language in languages)
    }
    found = listed | {label for label in labels if replace(label, proper=not label.proper) not in listed}
    people = {actor.id for actor in world.actors if actor.kind == "person"}
    return frozenset(found | surnames(found, people) | uninflected(world, found))


def uninflected(world: World, names: Iterable[KnownName]) -> set[KnownName]:
    """Return listed Dutch adjectives without their ending: "Armeens" of "Armeense", "Chinees" of "Chinese"."""
    adjectives = {
        (name.id, name.spelling)
        for name in (*world.actor_names, *world.place_names)
        if (name.kind, name.language) == ("demonym", "nl") and name.spelling.endswith(_ENDINGS)
    }
    return {
        replace(name, spelling=re.sub(r"(e?)(se|sche)$", r"\1\1\2", name.spelling).removesuffix("e"))
        for name in names
        if (name.id, name.spelling) in adjectives
    }


def surnames(names: Iterable[KnownName], people: Collection[str]) -> set[KnownName]:
    """Return the surnames in people's names of two capitalised words, but for those that others bear too."""
    names = tuple(names)
    bearers: dict[str, set[str]] = {}
    for name in names:
        for word in name.spelling.split():
            bearers.setdefault(word, set()).add(name.id)
    pairs = ((name, _FIRST_AND_LAST.fullmatch(name.spelling)) for name in names if name.kind == "actor")
    return {
        replace(name, spelling=pair["last"])
        for name, pair in pairs
        if pair and name.id in people and bearers[pair["last"]] == {name.id}
    }
