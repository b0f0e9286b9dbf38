"""A text on two days set beside each other, provision by provision, then word by word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from atazan.law.compared.changes import ChangeKind
from atazan.law.compared.pairs import Pairing
from atazan.law.compared.tree import Node, key
from atazan.law.compared.words import Piece, compared
from atazan.law.text.document import Document, outer

RowKind = Literal["same", "inserted", "amended", "repealed", "renumbered"]


class Row(Struct, frozen=True):
    """One provision: its eids before and after, its number as printed, and its words compared.

    `kind` says the most of it: a provision renumbered and amended is amended, and `before` is not
    `after`. `number` is that of the later text, of the earlier where it is gone.
    """

    kind: RowKind
    wid: str
    before: str | None
    after: str | None
    number: str
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]

    @property
    def eid(self) -> str:
        """Where it stands, or stood."""
        return self.after or self.before or ""


class Part(Struct, frozen=True):
    """One article, heading or the preamble that is not the same on both days, with its rows."""

    before: str | None
    after: str | None
    rows: tuple[Row, ...]

    @property
    def eid(self) -> str:
        """Where it stands, or stood."""
        return self.after or self.before or ""

    @property
    def moved(self) -> bool:
        """Whether it stands on both days, under another number."""
        return None not in (self.before, self.after) and self.before != self.after


class Comparison(Struct, frozen=True):
    """What differs between two days, in the order of the later text.

    `counts` is of provisions by kind; a provision that came or went counts with each of its parts.
    `same` is how many articles, headings and preambles are printed alike.
    """

    parts: tuple[Part, ...]
    counts: dict[ChangeKind, int]
    same: int

    @property
    def rows(self) -> Iterator[Row]:
        """Every provision of the parts that differ."""
        return (row for part in self.parts for row in part.rows)


def between(old: Document, new: Document, named: bool = False) -> Comparison:
    """Compare a text on two days. Where `named`, provisions are paired by their permanent names.

    Texts of the register carry names; two files do not, and are paired by words and numbers.
    """
    pairs = Pairing(old, new, named)
    parts = [part for part in _parts(pairs) if _differs(part)]
    counts = Counter(row.kind for part in parts for row in part.rows if row.kind != "same")
    counts["renumbered"] += sum(part.moved and not _own_row(part) for part in parts)
    every = {outer(block.eid) for block in new.blocks}
    shown = {part.after for part in parts}
    return Comparison(tuple(parts), dict(+counts), len(every - shown))


def _differs(part: Part) -> bool:
    return part.moved or any(row.kind != "same" for row in part.rows)


def _own_row(part: Part) -> bool:
    """Whether the article has words of its own, and so a row that tells of its number."""
    return any(row.after == part.after for row in part.rows)


def _parts(pairs: Pairing) -> Iterator[Part]:
    for old, new in _merged(pairs.old, pairs.new, pairs):
        rows = tuple(_rows(old, new, None, pairs))
        yield Part(old.eid if old else None, new.eid if new else None, rows)


Both = tuple[Node | None, Node | None]


def _merged(old: Iterable[Node], new: Iterable[Node], pairs: Pairing) -> list[Both]:
    """Provisions side by side: by the later text, what is gone after what it stood behind."""
    after: dict[str, list[Node]] = defaultdict(list)
    anchor = ""
    there = {one.eid for one in new}
    for one in old:
        partner = pairs.new_of.get(one.eid)
        if partner is not None and partner.eid in there:
            anchor = partner.eid
        elif partner is None and one.eid not in pairs.joined:
            after[anchor].append(one)
    found: list[Both] = [(one, None) for one in after[""]]
    for other in new:
        found.append((pairs.old_of.get(other.eid), other))
        found += [(one, None) for one in after[other.eid]]
    return found


def _rows(
    old: Node | None, new: Node | None, outer_new: Node | None, pairs: Pairing
) -> Iterator[Row]:
    if old is None and new is not None and new.eid in pairs.settled:
        line, _ = pairs.settled[new.eid]
        yield _row(line, new, None, pairs, ("", line.body), (new.heading, new.body))
    elif row := _own(old, new, outer_new, pairs):
        yield row
    if not (old and old.parts) and not (new and new.parts):
        return
    for one, other in _merged(old.parts if old else (), new.parts if new else (), pairs):
        yield from _rows(one, other, new, pairs)


def _own(old: Node | None, new: Node | None, outer_new: Node | None, pairs: Pairing) -> Row | None:
    """The row of a provision with words of its own."""
    was = (old.heading, old.body) if old else ("", "")
    becomes = (new.heading, new.body) if new else ("", "")
    if old and new and new.eid in pairs.settled:
        was = (old.heading, pairs.settled[new.eid][0].body)
    elif old and new and any(part.eid in pairs.settled for part in new.parts):
        was = (old.heading, "")
    if not any((*was, *becomes)) and not (old and new and old.gone != new.gone):
        return None
    return _row(old, new, outer_new, pairs, was, becomes)


def _row(
    old: Node | None,
    new: Node | None,
    outer_new: Node | None,
    pairs: Pairing,
    was: tuple[str, str],
    becomes: tuple[str, str],
) -> Row:
    heading, text = (_compared(*both) for both in zip(was, becomes, strict=True))
    named, numbered = old or new, new or old
    assert named is not None and numbered is not None
    return Row(
        kind=_kind(old, new, outer_new, pairs, (*heading, *text)),
        wid=named.name,
        before=old.eid if old else None,
        after=new.eid if new else None,
        number=next((block.number for block in numbered.blocks if block.number), ""),
        heading=heading,
        text=text,
    )


def _compared(was: str, becomes: str) -> tuple[Piece, ...]:
    if was == becomes or key(was) == key(becomes):
        return (Piece("same", becomes, "" if was == becomes else was),) if becomes else ()
    return tuple(compared(was, becomes))


def _kind(
    old: Node | None,
    new: Node | None,
    outer_new: Node | None,
    pairs: Pairing,
    pieces: Iterable[Piece],
) -> RowKind:
    if old is None or new is None:
        kind: RowKind = "inserted" if old is None else "repealed"
        alone = old or new
        return "same" if alone is not None and alone.gone and not alone.parts else kind
    if old.whole != new.whole and new.gone and not old.gone:
        return "repealed"
    if any(one.kind != "same" for one in pieces):
        return "amended"
    if new.eid in pairs.old_of and not pairs.came_along(new, outer_new):
        return "renumbered"
    return "same"
