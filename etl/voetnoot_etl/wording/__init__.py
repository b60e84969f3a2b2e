"""Dutch words that rules lean on, as data."""
