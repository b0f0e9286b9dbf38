"""Bodies, offices, places, events, documents and works named in a text.

A name is told by its head word (суд, министрлігі, council) with what stands before and after it by
the grammar of its language, by an abbreviation, or as a place of the table. `heads.txt` says which
words head names.
"""

from atazan.sources.understood.named.again import again
from atazan.sources.understood.named.found import mentions

__all__ = ["again", "mentions"]
