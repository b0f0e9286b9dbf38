"""A law's text as data: lines in their places, read from files; plain Python, no database."""
