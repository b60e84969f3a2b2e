"""GENERATED from ontology/ by `voetnoot-etl terms`: every term, in one class per prefix."""

# ruff: noqa: N815 (the vocabularies chose these names)

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

PREFIXES: Final[dict[str, str]] = {
    "vn": "https://w3id.org/voetnoot/ontology#",
    "biro": "http://purl.org/spar/biro/",
    "c4o": "http://purl.org/spar/c4o/",
    "cito": "http://purl.org/spar/cito/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "doco": "http://purl.org/spar/doco/",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "pav": "http://purl.org/pav/",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "graph": "https://w3id.org/voetnoot/graph/",
    "kind": "https://w3id.org/voetnoot/kind/",
    "actor": "https://w3id.org/voetnoot/id/actor/",
    "agreement": "https://w3id.org/voetnoot/id/agreement/",
    "anchor": "https://w3id.org/voetnoot/id/anchor/",
    "check": "https://w3id.org/voetnoot/id/check/",
    "citation": "https://w3id.org/voetnoot/id/citation/",
    "claim": "https://w3id.org/voetnoot/id/claim/",
    "containment": "https://w3id.org/voetnoot/id/containment/",
    "dataset": "https://w3id.org/voetnoot/id/dataset/",
    "document": "https://w3id.org/voetnoot/id/document/",
    "event": "https://w3id.org/voetnoot/id/event/",
    "file": "https://w3id.org/voetnoot/id/file/",
    "footnote": "https://w3id.org/voetnoot/id/footnote/",
    "geometry": "https://w3id.org/voetnoot/id/geometry/",
    "marker": "https://w3id.org/voetnoot/id/marker/",
    "membership": "https://w3id.org/voetnoot/id/membership/",
    "name": "https://w3id.org/voetnoot/id/name/",
    "observation": "https://w3id.org/voetnoot/id/observation/",
    "page": "https://w3id.org/voetnoot/id/page/",
    "place": "https://w3id.org/voetnoot/id/place/",
    "provision": "https://w3id.org/voetnoot/id/provision/",
    "publication": "https://w3id.org/voetnoot/id/publication/",
    "section": "https://w3id.org/voetnoot/id/section/",
    "sentence": "https://w3id.org/voetnoot/id/sentence/",
    "span": "https://w3id.org/voetnoot/id/span/",
    "timeline-entry": "https://w3id.org/voetnoot/id/timeline-entry/",
    "url": "https://w3id.org/voetnoot/id/url/",
}


_VN = "https://w3id.org/voetnoot/ontology#"


class VN:
    """The terms of <https://w3id.org/voetnoot/ontology#>."""

    Agreement: Final = NamedNode(_VN + "Agreement")
    Border: Final = NamedNode(_VN + "Border")
    Check: Final = NamedNode(_VN + "Check")
    Claim: Final = NamedNode(_VN + "Claim")
    ComplianceClaim: Final = NamedNode(_VN + "ComplianceClaim")
    Containment: Final = NamedNode(_VN + "Containment")
    ControlClaim: Final = NamedNode(_VN + "ControlClaim")
    DerivedLink: Final = NamedNode(_VN + "DerivedLink")
    Document: Final = NamedNode(_VN + "Document")
    Event: Final = NamedNode(_VN + "Event")
    EventClaim: Final = NamedNode(_VN + "EventClaim")
    FigureClaim: Final = NamedNode(_VN + "FigureClaim")
    File: Final = NamedNode(_VN + "File")
    ListedUrl: Final = NamedNode(_VN + "ListedUrl")
    NameUse: Final = NamedNode(_VN + "NameUse")
    Page: Final = NamedNode(_VN + "Page")
    Party: Final = NamedNode(_VN + "Party")
    Place: Final = NamedNode(_VN + "Place")
    PlaceSegment: Final = NamedNode(_VN + "PlaceSegment")
    PositionClaim: Final = NamedNode(_VN + "PositionClaim")
    Provision: Final = NamedNode(_VN + "Provision")
    Publication: Final = NamedNode(_VN + "Publication")
    TimelineEntry: Final = NamedNode(_VN + "TimelineEntry")
    about: Final = NamedNode(_VN + "about")
    actor: Final = NamedNode(_VN + "actor")
    actorKind: Final = NamedNode(_VN + "actorKind")
    addressee: Final = NamedNode(_VN + "addressee")
    agreementKind: Final = NamedNode(_VN + "agreementKind")
    anchor: Final = NamedNode(_VN + "anchor")
    appliesTo: Final = NamedNode(_VN + "appliesTo")
    approximate: Final = NamedNode(_VN + "approximate")
    assesses: Final = NamedNode(_VN + "assesses")
    between: Final = NamedNode(_VN + "between")
    borderKind: Final = NamedNode(_VN + "borderKind")
    category: Final = NamedNode(_VN + "category")
    cause: Final = NamedNode(_VN + "cause")
    characters: Final = NamedNode(_VN + "characters")
    checks: Final = NamedNode(_VN + "checks")
    combatantStatus: Final = NamedNode(_VN + "combatantStatus")
    computed: Final = NamedNode(_VN + "computed")
    consultation: Final = NamedNode(_VN + "consultation")
    contained: Final = NamedNode(_VN + "contained")
    container: Final = NamedNode(_VN + "container")
    contradicts: Final = NamedNode(_VN + "contradicts")
    controller: Final = NamedNode(_VN + "controller")
    count: Final = NamedNode(_VN + "count")
    coverage: Final = NamedNode(_VN + "coverage")
    coverageGap: Final = NamedNode(_VN + "coverageGap")
    dateBasis: Final = NamedNode(_VN + "dateBasis")
    dateInferred: Final = NamedNode(_VN + "dateInferred")
    displayDate: Final = NamedNode(_VN + "displayDate")
    displayEdtf: Final = NamedNode(_VN + "displayEdtf")
    document: Final = NamedNode(_VN + "document")
    edtf: Final = NamedNode(_VN + "edtf")
    event: Final = NamedNode(_VN + "event")
    expected: Final = NamedNode(_VN + "expected")
    file: Final = NamedNode(_VN + "file")
    footnote: Final = NamedNode(_VN + "footnote")
    hasProvision: Final = NamedNode(_VN + "hasProvision")
    label: Final = NamedNode(_VN + "label")
    linkMethod: Final = NamedNode(_VN + "linkMethod")
    linkOf: Final = NamedNode(_VN + "linkOf")
    listedAs: Final = NamedNode(_VN + "listedAs")
    listedUrl: Final = NamedNode(_VN + "listedUrl")
    locator: Final = NamedNode(_VN + "locator")
    lower: Final = NamedNode(_VN + "lower")
    mediator: Final = NamedNode(_VN + "mediator")
    mentions: Final = NamedNode(_VN + "mentions")
    modality: Final = NamedNode(_VN + "modality")
    names: Final = NamedNode(_VN + "names")
    noteKind: Final = NamedNode(_VN + "noteKind")
    noteScope: Final = NamedNode(_VN + "noteScope")
    number: Final = NamedNode(_VN + "number")
    obliges: Final = NamedNode(_VN + "obliges")
    occurrence: Final = NamedNode(_VN + "occurrence")
    outcome: Final = NamedNode(_VN + "outcome")
    page: Final = NamedNode(_VN + "page")
    pageBasis: Final = NamedNode(_VN + "pageBasis")
    paraphrase: Final = NamedNode(_VN + "paraphrase")
    party: Final = NamedNode(_VN + "party")
    place: Final = NamedNode(_VN + "place")
    placeKind: Final = NamedNode(_VN + "placeKind")
    position: Final = NamedNode(_VN + "position")
    provisionType: Final = NamedNode(_VN + "provisionType")
    publicationKind: Final = NamedNode(_VN + "publicationKind")
    qualifier: Final = NamedNode(_VN + "qualifier")
    query: Final = NamedNode(_VN + "query")
    queryArguments: Final = NamedNode(_VN + "queryArguments")
    quoteDigest: Final = NamedNode(_VN + "quoteDigest")
    readDifferently: Final = NamedNode(_VN + "readDifferently")
    recognition: Final = NamedNode(_VN + "recognition")
    relation: Final = NamedNode(_VN + "relation")
    reportedDate: Final = NamedNode(_VN + "reportedDate")
    reports: Final = NamedNode(_VN + "reports")
    reviewed: Final = NamedNode(_VN + "reviewed")
    rowNumber: Final = NamedNode(_VN + "rowNumber")
    rule: Final = NamedNode(_VN + "rule")
    saidBy: Final = NamedNode(_VN + "saidBy")
    segment: Final = NamedNode(_VN + "segment")
    sentence: Final = NamedNode(_VN + "sentence")
    sentenceRole: Final = NamedNode(_VN + "sentenceRole")
    side: Final = NamedNode(_VN + "side")
    spelling: Final = NamedNode(_VN + "spelling")
    stated: Final = NamedNode(_VN + "stated")
    term: Final = NamedNode(_VN + "term")
    textStatus: Final = NamedNode(_VN + "textStatus")
    unit: Final = NamedNode(_VN + "unit")
    upper: Final = NamedNode(_VN + "upper")
    urlStatus: Final = NamedNode(_VN + "urlStatus")
    usedBy: Final = NamedNode(_VN + "usedBy")
    verdict: Final = NamedNode(_VN + "verdict")
    weaponKind: Final = NamedNode(_VN + "weaponKind")
    within: Final = NamedNode(_VN + "within")


_BIRO = "http://purl.org/spar/biro/"


class BIRO:
    """The terms of <http://purl.org/spar/biro/>."""

    BibliographicReference: Final = NamedNode(_BIRO + "BibliographicReference")
    references: Final = NamedNode(_BIRO + "references")


_C4O = "http://purl.org/spar/c4o/"


class C4O:
    """The terms of <http://purl.org/spar/c4o/>."""

    InTextReferencePointer: Final = NamedNode(_C4O + "InTextReferencePointer")
    denotes: Final = NamedNode(_C4O + "denotes")
    hasContent: Final = NamedNode(_C4O + "hasContent")


_CITO = "http://purl.org/spar/cito/"


class CITO:
    """The terms of <http://purl.org/spar/cito/>."""

    citesAsDataSource: Final = NamedNode(_CITO + "citesAsDataSource")
    citesAsRelated: Final = NamedNode(_CITO + "citesAsRelated")
    citesForInformation: Final = NamedNode(_CITO + "citesForInformation")


_DCAT = "http://www.w3.org/ns/dcat#"


class DCAT:
    """The terms of <http://www.w3.org/ns/dcat#>."""

    Catalog: Final = NamedNode(_DCAT + "Catalog")
    DataService: Final = NamedNode(_DCAT + "DataService")
    Dataset: Final = NamedNode(_DCAT + "Dataset")
    Distribution: Final = NamedNode(_DCAT + "Distribution")
    accessService: Final = NamedNode(_DCAT + "accessService")
    accessURL: Final = NamedNode(_DCAT + "accessURL")
    byteSize: Final = NamedNode(_DCAT + "byteSize")
    dataset: Final = NamedNode(_DCAT + "dataset")
    distribution: Final = NamedNode(_DCAT + "distribution")
    downloadURL: Final = NamedNode(_DCAT + "downloadURL")
    endpointURL: Final = NamedNode(_DCAT + "endpointURL")
    landingPage: Final = NamedNode(_DCAT + "landingPage")
    mediaType: Final = NamedNode(_DCAT + "mediaType")
    servesDataset: Final = NamedNode(_DCAT + "servesDataset")
    service: Final = NamedNode(_DCAT + "service")
    version: Final = NamedNode(_DCAT + "version")


_DCT = "http://purl.org/dc/terms/"


class DCT:
    """The terms of <http://purl.org/dc/terms/>."""

    conformsTo: Final = NamedNode(_DCT + "conformsTo")
    creator: Final = NamedNode(_DCT + "creator")
    description: Final = NamedNode(_DCT + "description")
    format: Final = NamedNode(_DCT + "format")
    identifier: Final = NamedNode(_DCT + "identifier")
    isPartOf: Final = NamedNode(_DCT + "isPartOf")
    issued: Final = NamedNode(_DCT + "issued")
    language: Final = NamedNode(_DCT + "language")
    license: Final = NamedNode(_DCT + "license")
    modified: Final = NamedNode(_DCT + "modified")
    publisher: Final = NamedNode(_DCT + "publisher")
    rightsHolder: Final = NamedNode(_DCT + "rightsHolder")
    source: Final = NamedNode(_DCT + "source")
    title: Final = NamedNode(_DCT + "title")


_DOCO = "http://purl.org/spar/doco/"


class DOCO:
    """The terms of <http://purl.org/spar/doco/>."""

    Footnote: Final = NamedNode(_DOCO + "Footnote")
    Section: Final = NamedNode(_DOCO + "Section")
    Sentence: Final = NamedNode(_DOCO + "Sentence")


_FABIO = "http://purl.org/spar/fabio/"


class FABIO:
    """The terms of <http://purl.org/spar/fabio/>."""

    BlogPost: Final = NamedNode(_FABIO + "BlogPost")
    DataFile: Final = NamedNode(_FABIO + "DataFile")
    Expression: Final = NamedNode(_FABIO + "Expression")
    Figure: Final = NamedNode(_FABIO + "Figure")
    Letter: Final = NamedNode(_FABIO + "Letter")
    MagazineArticle: Final = NamedNode(_FABIO + "MagazineArticle")
    NewsItem: Final = NamedNode(_FABIO + "NewsItem")
    NewspaperArticle: Final = NamedNode(_FABIO + "NewspaperArticle")
    Opinion: Final = NamedNode(_FABIO + "Opinion")
    PolicyDocument: Final = NamedNode(_FABIO + "PolicyDocument")
    PressRelease: Final = NamedNode(_FABIO + "PressRelease")
    ReportDocument: Final = NamedNode(_FABIO + "ReportDocument")
    Spreadsheet: Final = NamedNode(_FABIO + "Spreadsheet")
    Table: Final = NamedNode(_FABIO + "Table")
    WebPage: Final = NamedNode(_FABIO + "WebPage")
    WikipediaEntry: Final = NamedNode(_FABIO + "WikipediaEntry")
    WorkingPaper: Final = NamedNode(_FABIO + "WorkingPaper")


_FOAF = "http://xmlns.com/foaf/0.1/"


class FOAF:
    """The terms of <http://xmlns.com/foaf/0.1/>."""

    Person: Final = NamedNode(_FOAF + "Person")
    homepage: Final = NamedNode(_FOAF + "homepage")


_GEO = "http://www.opengis.net/ont/geosparql#"


class GEO:
    """The terms of <http://www.opengis.net/ont/geosparql#>."""

    Feature: Final = NamedNode(_GEO + "Feature")
    Geometry: Final = NamedNode(_GEO + "Geometry")
    asWKT: Final = NamedNode(_GEO + "asWKT")
    hasGeometry: Final = NamedNode(_GEO + "hasGeometry")


_OA = "http://www.w3.org/ns/oa#"


class OA:
    """The terms of <http://www.w3.org/ns/oa#>."""

    SpecificResource: Final = NamedNode(_OA + "SpecificResource")
    TextPositionSelector: Final = NamedNode(_OA + "TextPositionSelector")
    TextQuoteSelector: Final = NamedNode(_OA + "TextQuoteSelector")
    end: Final = NamedNode(_OA + "end")
    exact: Final = NamedNode(_OA + "exact")
    hasSelector: Final = NamedNode(_OA + "hasSelector")
    hasSource: Final = NamedNode(_OA + "hasSource")
    start: Final = NamedNode(_OA + "start")


_ORG = "http://www.w3.org/ns/org#"


class ORG:
    """The terms of <http://www.w3.org/ns/org#>."""

    Membership: Final = NamedNode(_ORG + "Membership")
    Organization: Final = NamedNode(_ORG + "Organization")
    member: Final = NamedNode(_ORG + "member")
    organization: Final = NamedNode(_ORG + "organization")
    role: Final = NamedNode(_ORG + "role")
    subOrganizationOf: Final = NamedNode(_ORG + "subOrganizationOf")


_OWL = "http://www.w3.org/2002/07/owl#"


class OWL:
    """The terms of <http://www.w3.org/2002/07/owl#>."""

    Class: Final = NamedNode(_OWL + "Class")
    Ontology: Final = NamedNode(_OWL + "Ontology")
    sameAs: Final = NamedNode(_OWL + "sameAs")
    versionInfo: Final = NamedNode(_OWL + "versionInfo")


_PAV = "http://purl.org/pav/"


class PAV:
    """The terms of <http://purl.org/pav/>."""

    version: Final = NamedNode(_PAV + "version")


_PROV = "http://www.w3.org/ns/prov#"


class PROV:
    """The terms of <http://www.w3.org/ns/prov#>."""

    Activity: Final = NamedNode(_PROV + "Activity")
    Agent: Final = NamedNode(_PROV + "Agent")
    Entity: Final = NamedNode(_PROV + "Entity")
    SoftwareAgent: Final = NamedNode(_PROV + "SoftwareAgent")
    endedAtTime: Final = NamedNode(_PROV + "endedAtTime")
    generatedAtTime: Final = NamedNode(_PROV + "generatedAtTime")
    specializationOf: Final = NamedNode(_PROV + "specializationOf")
    startedAtTime: Final = NamedNode(_PROV + "startedAtTime")
    used: Final = NamedNode(_PROV + "used")
    wasAssociatedWith: Final = NamedNode(_PROV + "wasAssociatedWith")
    wasAttributedTo: Final = NamedNode(_PROV + "wasAttributedTo")
    wasDerivedFrom: Final = NamedNode(_PROV + "wasDerivedFrom")
    wasGeneratedBy: Final = NamedNode(_PROV + "wasGeneratedBy")


_QB = "http://purl.org/linked-data/cube#"


class QB:
    """The terms of <http://purl.org/linked-data/cube#>."""

    AttributeProperty: Final = NamedNode(_QB + "AttributeProperty")
    ComponentSpecification: Final = NamedNode(_QB + "ComponentSpecification")
    DataSet: Final = NamedNode(_QB + "DataSet")
    DataStructureDefinition: Final = NamedNode(_QB + "DataStructureDefinition")
    DimensionProperty: Final = NamedNode(_QB + "DimensionProperty")
    MeasureProperty: Final = NamedNode(_QB + "MeasureProperty")
    Observation: Final = NamedNode(_QB + "Observation")
    attribute: Final = NamedNode(_QB + "attribute")
    codeList: Final = NamedNode(_QB + "codeList")
    component: Final = NamedNode(_QB + "component")
    dataSet: Final = NamedNode(_QB + "dataSet")
    dimension: Final = NamedNode(_QB + "dimension")
    measure: Final = NamedNode(_QB + "measure")
    order: Final = NamedNode(_QB + "order")
    structure: Final = NamedNode(_QB + "structure")


_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class RDF:
    """The terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    langString: Final = NamedNode(_RDF + "langString")
    type: Final = NamedNode(_RDF + "type")


_RDFS = "http://www.w3.org/2000/01/rdf-schema#"


class RDFS:
    """The terms of <http://www.w3.org/2000/01/rdf-schema#>."""

    comment: Final = NamedNode(_RDFS + "comment")
    label: Final = NamedNode(_RDFS + "label")
    seeAlso: Final = NamedNode(_RDFS + "seeAlso")
    subClassOf: Final = NamedNode(_RDFS + "subClassOf")


_SCHEMA = "https://schema.org/"


class SCHEMA:
    """The terms of <https://schema.org/>."""

    Claim: Final = NamedNode(_SCHEMA + "Claim")
    about: Final = NamedNode(_SCHEMA + "about")
    archivedAt: Final = NamedNode(_SCHEMA + "archivedAt")
    sha256: Final = NamedNode(_SCHEMA + "sha256")
    text: Final = NamedNode(_SCHEMA + "text")
    url: Final = NamedNode(_SCHEMA + "url")


_SD = "http://www.w3.org/ns/sparql-service-description#"


class SD:
    """The terms of <http://www.w3.org/ns/sparql-service-description#>."""

    Dataset: Final = NamedNode(_SD + "Dataset")
    Graph: Final = NamedNode(_SD + "Graph")
    NamedGraph: Final = NamedNode(_SD + "NamedGraph")
    Service: Final = NamedNode(_SD + "Service")
    defaultDataset: Final = NamedNode(_SD + "defaultDataset")
    defaultGraph: Final = NamedNode(_SD + "defaultGraph")
    endpoint: Final = NamedNode(_SD + "endpoint")
    feature: Final = NamedNode(_SD + "feature")
    graph: Final = NamedNode(_SD + "graph")
    name: Final = NamedNode(_SD + "name")
    namedGraph: Final = NamedNode(_SD + "namedGraph")
    resultFormat: Final = NamedNode(_SD + "resultFormat")
    supportedLanguage: Final = NamedNode(_SD + "supportedLanguage")


_SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"


class SEM:
    """The terms of <http://semanticweb.cs.vu.nl/2009/11/sem/>."""

    Event: Final = NamedNode(_SEM + "Event")
    eventType: Final = NamedNode(_SEM + "eventType")
    hasActor: Final = NamedNode(_SEM + "hasActor")
    hasEarliestBeginTimeStamp: Final = NamedNode(_SEM + "hasEarliestBeginTimeStamp")
    hasEarliestEndTimeStamp: Final = NamedNode(_SEM + "hasEarliestEndTimeStamp")
    hasLatestBeginTimeStamp: Final = NamedNode(_SEM + "hasLatestBeginTimeStamp")
    hasLatestEndTimeStamp: Final = NamedNode(_SEM + "hasLatestEndTimeStamp")
    hasPlace: Final = NamedNode(_SEM + "hasPlace")
    hasSubEvent: Final = NamedNode(_SEM + "hasSubEvent")
    subEventOf: Final = NamedNode(_SEM + "subEventOf")


_SH = "http://www.w3.org/ns/shacl#"


class SH:
    """The terms of <http://www.w3.org/ns/shacl#>."""

    select: Final = NamedNode(_SH + "select")


_SKOS = "http://www.w3.org/2004/02/skos/core#"


class SKOS:
    """The terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = NamedNode(_SKOS + "Concept")
    ConceptScheme: Final = NamedNode(_SKOS + "ConceptScheme")
    altLabel: Final = NamedNode(_SKOS + "altLabel")
    broadMatch: Final = NamedNode(_SKOS + "broadMatch")
    broader: Final = NamedNode(_SKOS + "broader")
    closeMatch: Final = NamedNode(_SKOS + "closeMatch")
    definition: Final = NamedNode(_SKOS + "definition")
    editorialNote: Final = NamedNode(_SKOS + "editorialNote")
    exactMatch: Final = NamedNode(_SKOS + "exactMatch")
    example: Final = NamedNode(_SKOS + "example")
    hasTopConcept: Final = NamedNode(_SKOS + "hasTopConcept")
    hiddenLabel: Final = NamedNode(_SKOS + "hiddenLabel")
    inScheme: Final = NamedNode(_SKOS + "inScheme")
    notation: Final = NamedNode(_SKOS + "notation")
    note: Final = NamedNode(_SKOS + "note")
    prefLabel: Final = NamedNode(_SKOS + "prefLabel")
    scopeNote: Final = NamedNode(_SKOS + "scopeNote")
    topConceptOf: Final = NamedNode(_SKOS + "topConceptOf")


_VOID = "http://rdfs.org/ns/void#"


class VOID:
    """The terms of <http://rdfs.org/ns/void#>."""

    Dataset: Final = NamedNode(_VOID + "Dataset")
    class_: Final = NamedNode(_VOID + "class")
    classes: Final = NamedNode(_VOID + "classes")
    dataDump: Final = NamedNode(_VOID + "dataDump")
    distinctObjects: Final = NamedNode(_VOID + "distinctObjects")
    distinctSubjects: Final = NamedNode(_VOID + "distinctSubjects")
    feature: Final = NamedNode(_VOID + "feature")
    properties: Final = NamedNode(_VOID + "properties")
    sparqlEndpoint: Final = NamedNode(_VOID + "sparqlEndpoint")
    subset: Final = NamedNode(_VOID + "subset")
    triples: Final = NamedNode(_VOID + "triples")
    uriSpace: Final = NamedNode(_VOID + "uriSpace")
    vocabulary: Final = NamedNode(_VOID + "vocabulary")


_XSD = "http://www.w3.org/2001/XMLSchema#"


class XSD:
    """The terms of <http://www.w3.org/2001/XMLSchema#>."""

    anyURI: Final = NamedNode(_XSD + "anyURI")
    boolean: Final = NamedNode(_XSD + "boolean")
    date: Final = NamedNode(_XSD + "date")
    dateTime: Final = NamedNode(_XSD + "dateTime")
    decimal: Final = NamedNode(_XSD + "decimal")
    integer: Final = NamedNode(_XSD + "integer")
    string: Final = NamedNode(_XSD + "string")
