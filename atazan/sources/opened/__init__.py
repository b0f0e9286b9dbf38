"""Papers opened: news items and official papers of every format, to text and what they tell of it.

Plain Python, no network: nothing that a paper points to is fetched, nothing it says is obeyed.
"""

from atazan.sources.opened.opening import LIMIT, files, papers
from atazan.sources.opened.paper import Paper
from atazan.sources.opened.unopened import Unopened

__all__ = ["LIMIT", "Paper", "Unopened", "files", "papers"]
