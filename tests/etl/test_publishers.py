"""Publishers: one name in several spellings, sites that bear a name, and archives."""

from __future__ import annotations

import pytest

from voetnoot_etl.reading.publishers import Publishers
from voetnoot_etl.reading.sites import is_opaque, original, site

KNOWN = Publishers(
    {"oc-media": "oc-media", "rfe/rl": "rferl", "icg": "icg", "the dike foundation": "dike"},
    {
        "oc-media": ("oc-media.org",),
        "rfe/rl": ("rferl.org",),
        "icg": ("crisisgroup.org",),
        "the dike foundation": (),
    },
    {"oc-media": "NewsItem"},
)
ARCHIVE = "https://web.archive.org/web/20230903070406/"


@pytest.mark.parametrize(
    ("printed", "actor"),
    [
        ("OC-Media", "oc-media"),
        ("OC Media", "oc-media"),
        ("oc-media.org", "oc-media"),
        ("RFERL", "rferl"),
        ("Radio Free Europe/Radio Liberty (RFE/RL)", "rferl"),
        ("International Crisis Group (ICG)", "icg"),
        ("Dike Foundation", "dike"),
        ("De Kustkrant", "de-kustkrant"),
        ("Коммерсант", "name-f3226d2a"),
    ],
)
def test_spellings_of_one_publisher_have_one_key(printed: str, actor: str) -> None:
    assert KNOWN.actor(printed) == actor


@pytest.mark.parametrize(
    ("printed", "url", "fits"),
    [
        ("OC Media", "https://oc-media.org/a", True),
        ("OC-Media", "https://not-oc-media.org/a", False),
        ("OC-Media", f"{ARCHIVE}https:/oc-media.org/a", True),
        ("OC-Media", f"{ARCHIVE}https://rferl.org/a", False),
        ("OC-Media", "https://archive.ph/AbC12", True),
        ("OC-Media", "https://archive.ph/2020.01.01-120000/https://rferl.org/a", False),
        ("De Kustkrant", "https://www.kustkrant.example/a", True),
        ("De Kustkrant", "https://www.rferl.org/a", False),
        ("De Kustkrant", "https://media-groep.example/a", True),
        ("De Kustkrant", "https://havenbode.example/a", False),
        ("Krant", "https://kustkrant.example/a", False),
        ("Bureau voor Water (BvW)", "https://bvw.example/a", True),
        ("Human Water Watch", "https://hww.example/a", True),
        ("News.am", "https://news.am/a", True),
        ("De Kustkrant", "https://[broken", True),
    ],
)
def test_a_url_fits_the_publisher_whose_site_it_is_on(printed: str, url: str, *, fits: bool) -> None:
    cited = ("OC-Media", "RFE/RL", "De Kustkrant", "Havenbode", printed)
    assert KNOWN.fits(printed, url, cited) == fits


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.krant.example/a", "krant.example/a"),
        ("https://user@krant.example:8080/a", "krant.example:8080/a"),
        (f"{ARCHIVE}https:/krant.example/a", "krant.example/a"),
    ],
)
def test_a_site_is_host_and_path(url: str, address: str) -> None:
    assert site(url) == address


def test_an_archive_that_hides_the_original_is_told_from_one_that_names_it() -> None:
    assert is_opaque("https://perma.cc/AB12-CD34")
    assert not is_opaque(f"{ARCHIVE}https:/krant.example/a")
    assert original(f"{ARCHIVE}https:/krant.example/a") == "https://krant.example/a"
