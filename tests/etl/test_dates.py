from __future__ import annotations

import datetime as dt

import pytest

from voetnoot_etl.phrases.dates import DatePhrase, bounds, find_dates

PLAIN = [
    ("Op 4 mei 2019 viel er sneeuw.", "4 mei 2019", "2019-05-04"),
    ("Op 04/05/2019 viel er sneeuw.", "04/05/2019", "2019-05-04"),
    ("Zie het bericht van 2019-05-04 hierover.", "2019-05-04", "2019-05-04"),
    ("De brug is van 1931.", "1931", "1931"),
    ("Zij wacht sinds 2011.", "sinds 2011", "2011/.."),
    ("Vanaf 2011 plaatsen zij hekken.", "Vanaf 2011", "2011/.."),
    ("Bij de telling van 1989 woonden er meer.", "1989", "1989"),
    ("Rond 1921 kwam er een brug.", "Rond 1921", "1921~"),
    ("De top is gepland voor 3 mei 2019.", "3 mei 2019", "2019-05-03"),
    ("De top die voor 3 mei 2019 op de agenda staat.", "3 mei 2019", "2019-05-03"),
    ("Vóór mei 2019 was er geen brug.", "Vóór mei 2019", "../2019-04"),
    ("Sinds de vroege jaren 1990 is zij dicht.", "Sinds de vroege jaren 1990", "1990~/.."),
    ("De weg is vanaf 3 juni 2018 open.", "vanaf 3 juni 2018", "2018-06-03/.."),
    ("Dat mandaat loopt minstens tot 2031.", "tot 2031", "../2031"),
    ("Het gold tot en met 30 april 2017.", "tot en met 30 april 2017", "../2017-04-30"),
    ("Hij wil voor het einde van 2027 tekenen.", "voor het einde van 2027", "../2027-12~"),
    ("Zij trok weg vóór 1 mei 2016.", "vóór 1 mei 2016", "../2016-04-30"),
    ("Na 20 juni 2014 bleef het stil.", "Na 20 juni 2014", "2014-06-21/.."),
    ("Op 8 en 9 maart 2013 werd er gestaakt.", "8 en 9 maart 2013", "2013-03-08/2013-03-09"),
    ("Op 8-9 maart 2013 werd er gestaakt.", "8-9 maart 2013", "2013-03-08/2013-03-09"),
    ("In de nacht van 30 op 31 juli 2012 brandde.", "nacht van 30 op 31 juli 2012", "2012-07-30/2012-07-31"),
    ("Half april 2011 daalde het peil.", "Half april 2011", "2011-04-11~/2011-04-20~"),
    ("Begin juni 2011 daalde het peil.", "Begin juni 2011", "2011-06-01~/2011-06-10~"),
    ("Eind februari 2012 daalde het peil.", "Eind februari 2012", "2012-02-21~/2012-02-29~"),
    ("Eind mei-begin juni 2011 daalde het.", "Eind mei-begin juni 2011", "2011-05-21~/2011-06-10~"),
    ("In mei-juni 2011 daalde het.", "mei-juni 2011", "2011-05/2011-06"),
    ("In mei en juni 2011 daalde het.", "mei en juni 2011", "2011-05/2011-06"),
    ("In december-januari 2011 vroor het.", "december-januari 2011", "2010-12/2011-01"),
    ("Van mei 2009 t.e.m. maart 2010 ook.", "Van mei 2009 t.e.m. maart 2010", "2009-05/2010-03"),
    ("Tussen 2 mei 2009 en half juli 2010.", "Tussen 2 mei 2009 en half juli 2010", "2009-05-02/2010-07-20~"),
    ("Van 2 tot en met 5 mei 2009 ook.", "Van 2 tot en met 5 mei 2009", "2009-05-02/2009-05-05"),
    ("In tegenstelling tot in 2018 was het stil.", "2018", "2018"),
    ("Overzicht 2018-2019", "2018-2019", "2018/2019"),
    ("Overzicht 2018 – 2019", "2018 – 2019", "2018/2019"),
    ("Overzicht 2018-19", "2018-19", "2018/2019"),
    ("In de zomer van 2018 was het heet.", "zomer van 2018", "2018-22"),
    ("De winter van 2018-2019 was zacht.", "winter van 2018-2019", "2018-24"),
    ("In de jaren 1980 was er tekort.", "jaren 1980", "198X"),
    ("In het begin van de jaren 1980 was er tekort.", "het begin van de jaren 1980", "1980~/1983~"),
    ("Sinds de jaren 1980 is er tekort.", "Sinds de jaren 1980", "1980~/.."),
    ("Dat was in de 19e eeuw zo.", "19e eeuw", "18XX"),
    ("De tweede helft van 2015 was rustig.", "tweede helft van 2015", "2015-07/2015-12"),
    ("Het eerste trimester van 2015 was rustig.", "eerste trimester van 2015", "2015-01/2015-03"),
    ("Het vierde kwartaal van 2015 was rustig.", "vierde kwartaal van 2015", "2015-10/2015-12"),
    ("De eerste week van mei 2015 was rustig.", "eerste week van mei 2015", "2015-05-01~/2015-05-07~"),
    ("Medio 2015 was het rustig.", "Medio 2015", "2015-05~/2015-08~"),
    ("Tegen eind juni 2015 moet het af.", "Tegen eind juni 2015", "../2015-06-30~"),
]  # fmt: skip

INFERRED = [
    ("Op 3 maart jl. schreef de commissie.", "3 maart jl.", "2021-03-03"),
    ("Op 3 december jl. schreef de commissie.", "3 december jl.", "2020-12-03"),
    ("Tussen 3 en 9 maart jl. schreef zij.", "Tussen 3 en 9 maart jl.", "2021-03-03/2021-03-09"),
    ("Op 27 februari begon het.", "27 februari", "2021-02-27"),
    ("In mei van dit jaar was er een oefening.", "mei van dit jaar", "2021-05"),
    ("In mei van vorig jaar was er een oefening.", "mei van vorig jaar", "2020-05"),
    ("Deze zomer was er een oefening.", "Deze zomer", "2021-22"),
    ("Het geweld van vandaag is erg.", "vandaag", "2021-06-15"),
    ("Het geweld van gisteren is erg.", "gisteren", "2021-06-14"),
    ("In de jaren negentig was er tekort.", "jaren negentig", "199X"),
    ("In maart stopte het.", "maart", "2021-03"),
    ("In 2019-2020 (tot en met eind mei) ook.", "2019-2020 (tot en met eind mei", "2019/2020-05-31~"),
]

NO_DATES = [
    "De staking duurde 44 dagen.",
    "Drie weken later was het 30.000 euro.",
    "Het gaat om 40 km2 en 2 tanks.",
    "Zij telden meer dan 1900 huizen en 2000 bewoners.",
    "De resolutie 1989 van de raad.",
    "Een F-16 en een Covid19-besmetting.",
    "Zie hoofdstuk 2.5 en artikel 2012.",
    "De post-2020-orde.",
    "De laatste 25 jaar.",
    "Mijn broer Jan kwam in de loop van de dag.",
    "Sinds zondag.",
    "Op 31 september 2012.",
]


def only(text: str, **context: object) -> DatePhrase:
    return find_dates(text, **context)[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "phrase", "edtf"), PLAIN)
def test_a_date_phrase_with_its_year_reads_as_edtf(text: str, phrase: str, edtf: str) -> None:
    (found,) = find_dates(text, context_year=1999)
    assert (text[found.start : found.end], found.edtf, found.inferred) == (phrase, edtf, False)


@pytest.mark.parametrize(("text", "phrase", "edtf"), INFERRED)
def test_a_year_that_is_not_printed_is_marked_inferred(text: str, phrase: str, edtf: str) -> None:
    found = only(text, context_year=2021, written="2021-06-15")
    assert (text[found.start : found.end], found.edtf, found.inferred) == (phrase, edtf, True)


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_lengths_of_time_are_not_dates(text: str) -> None:
    assert find_dates(text, context_year=2021) == ()


def test_days_that_do_not_follow_each_other_are_two_dates() -> None:
    assert [date.edtf for date in find_dates("Op 3 en 17 mei 2021.")] == ["2021-05-03", "2021-05-17"]


def test_months_that_share_a_year_have_it_printed() -> None:
    dates = find_dates("In mei en november 2021 en in april 2022.")
    assert [(date.edtf, date.inferred) for date in dates] == [
        ("2021-05", False),
        ("2021-11", False),
        ("2022-04", False),
    ]


def test_a_date_without_any_year_has_no_bounds() -> None:
    (date,) = find_dates("Op 27 september begon het.")
    assert (date.edtf, date.earliest, date.latest, date.inferred) == ("XXXX-09-27", None, None, False)


def test_today_is_the_year_of_a_document_without_a_date() -> None:
    assert only("Het geweld vandaag.", context_year=2020).edtf == "2020"


def test_bounds_are_the_first_and_last_second_in_utc() -> None:
    assert bounds("2022-09-13/2022-09-14") == (
        dt.datetime(2022, 9, 13, tzinfo=dt.UTC),
        dt.datetime(2022, 9, 14, 23, 59, 59, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("edtf", "first", "last"), [("2016/..", "2016-01-01", None), ("../2025", None, "2025-12-31")]
)
def test_an_open_end_has_no_bound(edtf: str, first: str | None, last: str | None) -> None:
    assert tuple(moment and moment.date().isoformat() for moment in bounds(edtf)) == (first, last)


def test_a_winter_ends_in_february() -> None:
    assert bounds("2019-24")[1] == dt.datetime(2020, 2, 29, 23, 59, 59, tzinfo=dt.UTC)


def test_a_string_that_is_not_edtf_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="not EDTF"):
        bounds("2022-09-31")


@pytest.mark.parametrize(
    ("text", "since", "edtf"),
    [
        ("Op 30 augustus sneeuwde het.", "2022-12-12", "2023-08-30"),
        ("Op 30 december sneeuwde het.", "2022-12-12", "2022-12-30"),
        ("Op 30 augustus sneeuwde het.", "", "2022-08-30"),
    ],
)
def test_a_day_without_a_year_lies_behind_that_from_which_on_the_text_tells(
    text: str, since: str, edtf: str
) -> None:
    (phrase,) = find_dates(text, context_year=2022, written="2023-09", since=since)
    assert (phrase.edtf, phrase.inferred) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Op 12 september sloot de brug.", "2021-09-12"),
        ("Op 12 september zal de brug sluiten.", "2022-09-12"),
        ("Op 12 januari sloot de brug.", "2022-01-12"),
    ],
)
def test_what_has_been_lies_before_the_day_of_writing(text: str, edtf: str) -> None:
    (phrase,) = find_dates(text, context_year=2022, written="2022-02")
    assert phrase.edtf == edtf
