"""Citations in running text: one recogniser for Kazakh, Russian and English; plain Python."""

from atazan.law.cited.citation import Citation, CitedWork, Path, Step
from atazan.law.cited.recogniser import citations

__all__ = ["Citation", "CitedWork", "Path", "Step", "citations"]
