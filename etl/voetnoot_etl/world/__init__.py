"""The world layer: reviewed tables of actors, places, events, agreements and provisions, and their graph."""
