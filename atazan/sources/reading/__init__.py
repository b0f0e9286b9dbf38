"""Texts read in bulk: one object a line in, one a line out; what was done is not done again."""
