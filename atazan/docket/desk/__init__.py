"""What the desks of the registry and of the Court share: a file, its history, forms of deeds."""
