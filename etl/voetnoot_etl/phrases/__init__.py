"""Phrases in running Dutch text: dates, numbers and figures, names, and who says it."""
