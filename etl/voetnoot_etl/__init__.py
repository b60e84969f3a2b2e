"""Voetnoot's ETL: documents and tables become RDF in which every claim leads back to its source."""
