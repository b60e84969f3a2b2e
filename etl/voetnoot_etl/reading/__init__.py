"""Reading a document: text → lines, pages, markers, notes, citations, URLs, sections, sentences, and its graph."""
