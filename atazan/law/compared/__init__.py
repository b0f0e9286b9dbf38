"""Texts of law set beside each other: two days, or two languages; plain Python, no database."""
