"""The second make of the store: any SPARQL 1.1 endpoint over HTTP, for graphs that outgrow one machine."""
