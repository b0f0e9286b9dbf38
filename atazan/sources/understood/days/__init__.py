"""Days named in a text, in Kazakh, Russian and English."""

from atazan.sources.understood.days.naming import days

__all__ = ["days"]
