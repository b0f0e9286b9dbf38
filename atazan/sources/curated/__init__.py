"""The desk where a person decides what of a text read in enters the record."""
