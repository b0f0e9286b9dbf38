"""What deeds of monitoring do to its register."""

from __future__ import annotations

from collections.abc import Iterator

from atazan.journal.acts import values
from atazan.journal.deeds import Deed
from atazan.journal.rows import Change, Put
from atazan.monitoring.acts import FigurePublished
from atazan.monitoring.models import Figure

_FIELDS = "body metric value unit qualifier category since until as_of".split()


def _figure(act: FigurePublished) -> Iterator[Change]:
    yield Put(Figure, act.id, values(act, *_FIELDS))


DEEDS = [Deed(FigurePublished, stream=lambda act: f"figures/{act.body}", rows=_figure)]
