from __future__ import annotations

import pytest

from voetnoot_etl.edtf_bounds import is_edtf
from voetnoot_etl.icg.display_dates import display_edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("9 January 2017", "2017-01-09"),
        ("27 January-5 February 2015", "2015-01-27/2015-02-05"),
        ("16-19 February 2015", "2015-02-16/2015-02-19"),
        ("31 March - 1 April 2016", "2016-03-31/2016-04-01"),
        ("29 July-10 August  2020", "2020-07-29/2020-08-10"),
        ("28 December 2020-3 January 2021", "2020-12-28/2021-01-03"),
        ("April-May 2018", "2018-04/2018-05"),
        ("May 2018", "2018-05"),
        ("Since May 1 2023", "2023-05-01/.."),
        ("12 December 2022 - ongoing", "2022-12-12/.."),
    ],
)
def test_a_printed_date_is_read_as_edtf(printed: str, edtf: str) -> None:
    assert display_edtf(printed) == edtf
    assert is_edtf(edtf)


@pytest.mark.parametrize("printed", ["", "soon", "13/9/2022", "32 Mai 2022", "the spring of 2022"])
def test_a_form_that_is_not_known_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        display_edtf(printed)
