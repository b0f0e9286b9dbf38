"""Timelines: what the record says happened to a body, person, office, partner or subject."""
