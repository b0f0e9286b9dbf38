"""Numbers of a text and what they count."""
