"""A text checked against the Constitution in force on a day: all that does not conform."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from atazan.law.conformity.bodies_named import bodies_named
from atazan.law.conformity.held import Held, repeating, resting
from atazan.law.conformity.nonconformity import KINDS, Nonconformity
from atazan.law.conformity.numbering import Constitutions, Written, old_numbers
from atazan.law.text.document import Document


def checked(
    document: Document,
    day: date,
    *,
    written: Written,
    work: str | None = None,
    texts: Constitutions | None = None,
    held: Sequence[Held] = (),
) -> tuple[Nonconformity, ...]:
    """Everything in a text that does not conform on `day`, in the order of the text.

    `written` says since when a provision's words stand, `work` which work it is (short id), `texts`
    give the words of the Constitutions for evidence, `held` what was held unconstitutional.
    """
    found = [
        *bodies_named(document, day),
        *old_numbers(document, day, written, texts, work),
        *resting(document, work, held, day),
        *repeating(document, work, held, day),
    ]
    return tuple(sorted(found, key=lambda one: (one.place.line, KINDS.index(one.kind), *_at(one))))


def _at(one: Nonconformity) -> tuple[int, int]:
    return one.place.start, one.place.end
