"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/linked-data/cube#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/linked-data/cube#"


class QB:
    """The terms of <http://purl.org/linked-data/cube#>."""

    AttributeProperty: Final = NamedNode(_SPACE + "AttributeProperty")
    ComponentSpecification: Final = NamedNode(_SPACE + "ComponentSpecification")
    DataSet: Final = NamedNode(_SPACE + "DataSet")
    DataStructureDefinition: Final = NamedNode(_SPACE + "DataStructureDefinition")
    DimensionProperty: Final = NamedNode(_SPACE + "DimensionProperty")
    MeasureProperty: Final = NamedNode(_SPACE + "MeasureProperty")
    Observation: Final = NamedNode(_SPACE + "Observation")
    attribute: Final = NamedNode(_SPACE + "attribute")
    codeList: Final = NamedNode(_SPACE + "codeList")
    component: Final = NamedNode(_SPACE + "component")
    dataSet: Final = NamedNode(_SPACE + "dataSet")
    dimension: Final = NamedNode(_SPACE + "dimension")
    measure: Final = NamedNode(_SPACE + "measure")
    order: Final = NamedNode(_SPACE + "order")
    structure: Final = NamedNode(_SPACE + "structure")
