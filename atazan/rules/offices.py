"""What the rules of an office may say: the typed contents of rules/offices.yaml."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from atazan.rules.tally import Share


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """Seats filled in one way.

    `by`: who appoints or elects (body or office); `nominated_by`: any of these names the candidate;
    `consent_of`: whose consent comes first, by the voting rule `consent_vote`; `based_on`: whose
    recommendation is needed; `seats` None where the number is not fixed.
    """

    by: str
    seats: int | None = 1
    how: Literal["appointed", "elected", "ex_officio"] = "appointed"
    nominated_by: tuple[str, ...] = ()
    consent_of: str | None = None
    consent_vote: str | None = None
    vote: str | None = None
    based_on: str | None = None


class Appointment(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `appointment`: who fills the office. `from_among`: the office one must hold already."""

    slots: tuple[Slot, ...]
    from_among: str | None = None
    dismissed_by: tuple[str, ...] = ()

    def slot_of(self, authority: str) -> Slot | None:
        """The seats that authority fills, or None if it fills none."""
        return next((slot for slot in self.slots if slot.by == authority), None)

    @property
    def seats(self) -> int | None:
        """All seats of the office, or None where the number is not fixed."""
        seats = [slot.seats for slot in self.slots]
        return None if None in seats else sum(number for number in seats if number is not None)


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """How often one person may hold the office.

    `times` in all, or without a break where `in_a_row`. `offices`: those that count together (the
    office itself where empty). `counts_from`: earlier appointments do not count.
    """

    times: int
    in_a_row: bool = False
    offices: tuple[str, ...] = ()
    counts_from: date | None = None


class Tenure(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `tenure`: for how many years, and how often.

    `years` None where the law sets no term. `continues`: the holder of an expired term goes on
    until the event the rule names in words.
    """

    years: int | None = None
    limit: Limit | None = None
    continues: bool = False


class Eligibility(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `eligibility`: what a candidate must be. None: not asked."""

    citizen: bool = False
    citizen_by_birth: bool = False
    min_age: int | None = None
    residence_years: int | None = None
    education: Literal["higher", "higher_legal"] | None = None
    experience_years: int | None = None
    experience: Literal["legal", "human_rights", "state_service"] | None = None
    state_language: bool = False
    reputation: bool = False
    not_for: tuple[str, ...] = ()


class Incompatibility(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `incompatibility`: what the holder may not be or do, by code."""

    barred: tuple[str, ...]
    allowed: tuple[str, ...] = ()
    leave_party_within_days: int | None = None


class Remover(Struct, frozen=True, forbid_unknown_fields=True):
    """Who ends the powers, of which offices and on which grounds (all where empty)."""

    by: str
    of: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    proposed_by: str | None = None
    share: Share | None = None


class Removal(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `removal`: who ends the powers before or at the end of the term, and on what grounds."""

    removers: tuple[Remover, ...]
    grounds: tuple[str, ...] = ()


class Suspension(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `suspension`: who suspends, on what grounds, how soon after they are found.

    The term is in whole months or in days (the law does not say working or calendar days).
    """

    suspenders: tuple[Remover, ...]
    grounds: tuple[str, ...]
    decide_within_months: int | None = None
    decide_within_days: int | None = None


class Immunity(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `immunity`: whose consent is needed before the holder is charged or detained."""

    consent_of: str
    raised_by: str | None = None
    exceptions: tuple[str, ...] = ()


class Succession(Struct, frozen=True, forbid_unknown_fields=True):
    """Kind `succession`: who takes over, in this order, and for how long."""

    order: tuple[str, ...]
    lasts: Literal["remaining_term", "until_election", "absence"]
