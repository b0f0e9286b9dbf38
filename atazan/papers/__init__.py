"""Papers: what the Court and its staff hand out, as PDF/A made from the journal's data."""
