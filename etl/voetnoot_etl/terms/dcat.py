"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://www.w3.org/ns/dcat#>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://www.w3.org/ns/dcat#"


class DCAT:
    """The terms of <http://www.w3.org/ns/dcat#>."""

    Catalog: Final = NamedNode(_SPACE + "Catalog")
    DataService: Final = NamedNode(_SPACE + "DataService")
    Dataset: Final = NamedNode(_SPACE + "Dataset")
    Distribution: Final = NamedNode(_SPACE + "Distribution")
    accessService: Final = NamedNode(_SPACE + "accessService")
    accessURL: Final = NamedNode(_SPACE + "accessURL")
    byteSize: Final = NamedNode(_SPACE + "byteSize")
    dataset: Final = NamedNode(_SPACE + "dataset")
    distribution: Final = NamedNode(_SPACE + "distribution")
    downloadURL: Final = NamedNode(_SPACE + "downloadURL")
    endpointURL: Final = NamedNode(_SPACE + "endpointURL")
    landingPage: Final = NamedNode(_SPACE + "landingPage")
    mediaType: Final = NamedNode(_SPACE + "mediaType")
    servesDataset: Final = NamedNode(_SPACE + "servesDataset")
    service: Final = NamedNode(_SPACE + "service")
    version: Final = NamedNode(_SPACE + "version")
