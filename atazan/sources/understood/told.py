"""What a reading of a text tells: the acts it reports, and who and what is named in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from atazan.sources.understood.mention import Day, Mention, Quantity, Speech
from atazan.words import Lang

if TYPE_CHECKING:
    from atazan.law.cited import Citation
else:
    Citation = Any  # the recogniser loads where a text cites a law


class Kind(StrEnum):
    """What the acts that can be read are of."""

    APPOINT = "appoint"
    ELECT = "elect"
    RELEASE = "release"
    NOMINATE = "nominate"
    CONSENT = "consent"
    OATH = "oath"
    SIGN_AGREEMENT = "sign_agreement"
    HOLD_MEETING = "hold_meeting"
    CALL_REFERENDUM = "call_referendum"
    HOLD_REFERENDUM = "hold_referendum"
    DECLARE_RESULT = "declare_result"
    ADOPT_LAW = "adopt_law"
    AMEND_LAW = "amend_law"
    PUBLISH_DRAFT = "publish_draft"
    DECIDE_CASE = "decide_case"
    ADMIT_MEMBER = "admit_member"
    HOLD_CONGRESS = "hold_congress"
    PROJECT = "project"


Modality = Literal["done", "planned", "denied", "reported"]
"""`done`: the text tells it as having happened; `planned`: to come, proposed, intended; `denied`:
said not to have happened; `reported`: only someone quoted in the text says that it happened."""


class ActTold(Struct, frozen=True, omit_defaults=True):
    """An act that a text reports. Names are in the nominative, in the text's own spelling.

    `date` is a partial day (2019-11-03, 2019-11, 2019), None where the text gives none. `start` and
    `end` are the code points of the words that carry it, `end` exclusive. `confidence` runs from 0
    to 1. `said_by` is who says it, where it stands in someone's speech;
    `pattern` the pattern that found it, `cost` what speaks against it.
    """

    kind: Kind
    date: str | None
    actors: tuple[str, ...]
    objects: tuple[str, ...]
    office: str | None
    counterparts: tuple[str, ...]
    modality: Modality
    confidence: float
    start: int
    end: int
    said_by: str | None = None
    pattern: str = ""
    cost: float = 0.0


class Understood(Struct, frozen=True):
    """A text understood: acts in its order; names once each, in order of first mention.

    `sources` are those the text itself rests on ("press service of the Supreme Court").
    """

    lang: Lang
    acts: tuple[ActTold, ...] = ()
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    days: tuple[Day, ...] = ()
    speech: tuple[Speech, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
