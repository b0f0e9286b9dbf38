"""What changed in the register of decisions, for programs: Atom feeds and OAI-PMH 2.0."""
