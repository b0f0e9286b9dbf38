"""How right the reading of texts is: what was told of the annotated set, beside what it says."""

from atazan.sources.measured.counting import Count
from atazan.sources.measured.errors import Error
from atazan.sources.measured.gold import ActMarked, Item, items
from atazan.sources.measured.measuring import LEVELS, NAMED, Measured, measure

__all__ = [
    "LEVELS",
    "NAMED",
    "ActMarked",
    "Count",
    "Error",
    "Item",
    "Measured",
    "items",
    "measure",
]
