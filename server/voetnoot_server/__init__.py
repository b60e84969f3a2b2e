"""Voetnoot's server: Flask in front of an Oxigraph store, with saved SPARQL queries."""
