"""Watch lists: what a reader watches, and the digests that tell what is new of it."""
