"""What holds the facts to account: expected counts, shapes, reasoning, and figures recomputed from the data."""
