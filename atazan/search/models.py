"""Tables of the search room. What is searched lies in the index, not here."""

from atazan.search.saved.models import SavedSearch

__all__ = ["SavedSearch"]
