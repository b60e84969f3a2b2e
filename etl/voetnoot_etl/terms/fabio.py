"""GENERATED from ontology/ by `voetnoot-etl terms`: the terms of <http://purl.org/spar/fabio/>."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

_SPACE = "http://purl.org/spar/fabio/"


class FABIO:
    """The terms of <http://purl.org/spar/fabio/>."""

    BlogPost: Final = NamedNode(_SPACE + "BlogPost")
    DataFile: Final = NamedNode(_SPACE + "DataFile")
    Expression: Final = NamedNode(_SPACE + "Expression")
    Figure: Final = NamedNode(_SPACE + "Figure")
    Letter: Final = NamedNode(_SPACE + "Letter")
    MagazineArticle: Final = NamedNode(_SPACE + "MagazineArticle")
    NewsItem: Final = NamedNode(_SPACE + "NewsItem")
    NewspaperArticle: Final = NamedNode(_SPACE + "NewspaperArticle")
    Opinion: Final = NamedNode(_SPACE + "Opinion")
    PolicyDocument: Final = NamedNode(_SPACE + "PolicyDocument")
    PressRelease: Final = NamedNode(_SPACE + "PressRelease")
    ReportDocument: Final = NamedNode(_SPACE + "ReportDocument")
    Spreadsheet: Final = NamedNode(_SPACE + "Spreadsheet")
    Table: Final = NamedNode(_SPACE + "Table")
    WebPage: Final = NamedNode(_SPACE + "WebPage")
    WikipediaEntry: Final = NamedNode(_SPACE + "WikipediaEntry")
    WorkingPaper: Final = NamedNode(_SPACE + "WorkingPaper")
