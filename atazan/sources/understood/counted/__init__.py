"""Numbers of a text and what they count."""

from atazan.sources.understood.counted.quantities import quantities

__all__ = ["quantities"]
