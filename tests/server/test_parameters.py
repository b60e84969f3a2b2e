"""Values of parameters: typed by the variable's name, read strictly."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from voetnoot_server.errors import ParameterError
from voetnoot_server.parameters import XSD, parameter_of, terms_of

BASE = "https://example.org/"


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("variable", "name", "kind", "required"),
    [
        ("_event_iri", "event", "iri", True),
        ("__from_date", "from", "date", False),
        ("_name", "name", "string", True),
        ("_label_nl", "label", "nl", True),
        ("__reported_day_date", "reported_day", "date", False),
        ("_two_words", "two_words", "string", True),
        ("_iri", "iri", "string", True),
    ],
)
def test_a_variable_names_and_types_its_parameter(
    variable: str, name: str, kind: str, *, required: bool
) -> None:
    found = parameter_of(variable)
    assert found is not None
    assert (found.name, found.kind, found.required) == (name, kind, required)


@pytest.mark.parametrize("variable", ["event", "a_b", "x_iri", "_1"])
def test_other_variables_are_no_parameters(variable: str) -> None:
    assert parameter_of(variable) is None


@pytest.mark.parametrize(
    ("variable", "given", "term"),
    [
        ("_a_iri", "urn:x:1", NamedNode("urn:x:1")),
        ("_a_iri", "event/war-2020", NamedNode(f"{BASE}id/event/war-2020")),
        ("_a_iri", "kind/outcome/killed", NamedNode(f"{BASE}kind/outcome/killed")),
        ("_a_iri", "graph/text/x", NamedNode(f"{BASE}graph/text/x")),
        ("_a_string", 'a "b" \\', Literal('a "b" \\')),
        ("_a_nl", "noot", Literal("noot", language="nl")),
        ("_a_integer", "+012", typed("12", "integer")),
        ("_a_decimal", "1.5", typed("1.5", "decimal")),
        ("_a_boolean", "true", typed("true", "boolean")),
        ("_a_date", " 2022-09-13 ", typed("2022-09-13", "date")),
        ("_a_dateTime", "2022-09-13T00:00:00Z", typed("2022-09-13T00:00:00Z", "dateTime")),
    ],
)
def test_a_value_becomes_a_term_of_its_type(variable: str, given: str, term: NamedNode | Literal) -> None:
    parameter = parameter_of(variable)
    assert parameter is not None
    assert terms_of((parameter,), {"a": given}, BASE) == {variable: term}


@pytest.mark.parametrize(
    ("variable", "given"),
    [
        ("_a_iri", "no iri"),
        ("_a_iri", "event/../x y"),
        ("_a_iri", "http://x/> } #"),
        ("_a_integer", "1.5"),
        ("_a_integer", "١٢"),
        ("_a_integer", "9" * 40),
        ("_a_decimal", "1e5"),
        ("_a_boolean", "yes"),
        ("_a_date", "13/09/2022"),
        ("_a_date", "2022-02-30"),
        ("_a_dateTime", "2022-09-13"),
        ("_a_dateTime", "2022-09-13T99:99:99Z"),
        ("_a_string", "x" * 2001),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_is_wanted(variable: str, given: str) -> None:
    parameter = parameter_of(variable)
    assert parameter is not None
    with pytest.raises(ParameterError) as caught:
        terms_of((parameter,), {"a": given}, BASE)
    problem = caught.value.document()
    assert problem["status"] == 400
    assert problem["parameter"] == "a"
    assert problem["wanted"]


def test_a_required_parameter_that_is_left_out_is_refused() -> None:
    parameter = parameter_of("_a_iri")
    assert parameter is not None
    with pytest.raises(ParameterError, match="a was given 'nothing'"):
        terms_of((parameter,), {"a": " "}, BASE)


def test_an_optional_parameter_that_is_left_out_has_no_term() -> None:
    parameter = parameter_of("__a_iri")
    assert parameter is not None
    assert terms_of((parameter,), {}, BASE) == {}
