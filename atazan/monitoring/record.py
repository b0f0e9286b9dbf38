"""What deeds of monitoring do to its register."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from atazan.journal.deeds import Deed
from atazan.journal.rows import Change, Put
from atazan.monitoring.acts import FigurePublished
from atazan.monitoring.models import Figure

_FIELDS = "body metric value unit qualifier category since until as_of".split()


def _figure(act: FigurePublished) -> Iterator[Change]:
    values = {name: msgspec.to_builtins(getattr(act, name)) for name in _FIELDS}
    yield Put(Figure, act.id, values)


DEEDS = [Deed(FigurePublished, stream=lambda act: f"figures/{act.body}", rows=_figure)]
