"""Where notes of the compilers belong: under the provision before them, or on the one after."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from atazan.law.text.document import FRONT, Kind
from atazan.law.text.lines import Line
from atazan.law.text.marginal import Naming


class Slot(Struct):
    """A line on its way to a block.

    `part` is its place among the unnumbered lines of `eid`, from 1; 0 where it is none of them.
    `naming` is set for a note that stands before what it speaks of, until that is known.
    """

    line: Line
    eid: str
    kind: Kind
    number: str = ""
    text: str = ""
    part: int = 0
    naming: Naming | None = None


class Here(Struct, frozen=True):
    """The place a note stands in: empty where there is none."""

    heading: str
    article: str
    paragraph: str
    point: str

    @property
    def narrowest(self) -> str:
        """The provision right before the note."""
        return self.point or self.paragraph or self.article or self.heading or FRONT


def under(naming: Naming, here: Here) -> str:
    """The provision of a note on what stands before it."""
    if naming.explains:
        return here.narrowest
    if naming.level == "act":
        return FRONT
    if naming.level in ("section", "chapter") and not here.article:
        return here.heading or FRONT
    if naming.level in ("para", "subpara", "part"):
        return here.paragraph or here.narrowest
    return here.article or here.heading or FRONT


def place_forward(slots: Sequence[Slot]) -> None:
    """Give notes that stand before what they speak of its eid, else that of their article."""
    after: Slot | None = None
    for slot in reversed(slots):
        if slot.naming is not None:
            _place(slot, slot.naming, after)
        else:
            after = slot


def _place(slot: Slot, naming: Naming, after: Slot | None) -> None:
    here = slot.eid.split("__")[0]
    wanted = f"{naming.level}_{naming.number}"
    if after is not None and _last(after.eid) == wanted:
        slot.eid = after.eid
    elif naming.number and wanted in slot.eid.split("__"):
        slot.eid = _upto(slot.eid, wanted)
    elif after is None or after.kind == "other" or (after.kind == "note" and not after.number):
        slot.eid = here
    elif after.kind == "heading":
        slot.eid = after.eid if _opens(slot, after) else here
    elif after.number and slot.line.indent > after.line.indent and "__" in slot.eid:
        slot.eid = here  # set inside the paragraph before it, printed before the next: not sure
    else:
        slot.eid = after.eid if after.eid.split("__")[0] == here else here
        slot.part = 0 if after.number else after.part


def _opens(note: Slot, heading: Slot) -> bool:
    """Whether a note right before a heading is on it, and not on the article that ends here.

    An anchor between the two parts them; a heading of a chapter ends what stood before.
    """
    if not note.eid.startswith("art_"):
        return True
    return heading.eid.startswith("art_") and not heading.line.anchor


def _last(eid: str) -> str:
    return eid.rsplit("__", 1)[-1].split("@")[0]


def _upto(eid: str, step: str) -> str:
    steps = eid.split("__")
    return "__".join(steps[: steps.index(step) + 1])
