"""The annual message on the state of constitutional legality, drafted from the data for people."""
