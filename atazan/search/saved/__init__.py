"""Searches that people keep, and the letters that tell them what is new."""
