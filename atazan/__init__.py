"""Ata Zañ: the open platform for constitutional justice."""

__version__ = "0.1.0"
