"""URLs beside citations: only what every way agrees on."""

from __future__ import annotations

from voetnoot_etl.reading.urls import Foot, Options, Slot, align


def options(citations: str, urls: str, *, lost_note_at: int | None = None, marks: str = "") -> Options:
    """Align one-letter publishers with one-letter sites; `marks` names the positions behind lost text."""
    slots = [Slot(index) for index in range(len(citations))]
    if lost_note_at is not None:
        slots.insert(lost_note_at, Slot(None))
    foot = Foot(tuple(urls), tuple(str(index) in marks for index in range(len(urls))))
    return align(slots, foot, lambda index, url: citations[index] == url)


def certain(found: Options) -> dict[int, int]:
    return {c: next(iter(urls)) for c, urls in found.items() if len(urls) == 1 and None not in urls}  # type: ignore[misc]


def test_as_many_urls_as_citations_are_laid_in_order() -> None:
    assert certain(options("aba", "aba")) == {0: 0, 1: 1, 2: 2}


def test_a_lost_url_leaves_its_citation_without_one_where_the_sites_tell() -> None:
    assert options("abc", "ac") == {0: {0}, 1: {None}, 2: {1}}


def test_a_lost_url_among_equal_publishers_is_not_guessed() -> None:
    assert certain(options("aab", "ab")) == {2: 1}


def test_a_page_without_urls_has_none() -> None:
    assert options("ab", "") == {0: {None}, 1: {None}}


def test_a_mark_locates_the_loss() -> None:
    assert certain(options("aaa", "aa", marks="1")) == {0: 0, 2: 1}


def test_a_url_that_a_lost_note_may_own_is_not_given_to_another() -> None:
    assert certain(options("a", "a", lost_note_at=0)) == {}


def test_a_foot_that_fits_nobody_asserts_nothing() -> None:
    assert certain(options("ab", "ba")) == {}


def test_a_url_that_fits_two_citations_is_not_given_where_a_note_is_lost() -> None:
    assert certain(options("aa", "aba", lost_note_at=1)) == {}


def test_a_foot_with_a_mark_of_loss_is_not_whole() -> None:
    assert certain(options("ac", "abc", lost_note_at=1, marks="1")) == {0: 0}


def test_a_foot_of_thousands_of_urls_asserts_nothing() -> None:
    assert certain(options("a" * 600, "a" * 600)) == {}
