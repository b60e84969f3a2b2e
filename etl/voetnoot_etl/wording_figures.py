"""Dutch words of figures, as data."""

COUNTED = frozenset({"doden", "soldaten", "mensen", "bewoners"})
