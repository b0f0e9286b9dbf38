"""What each paper holds: plain facts, taken from the journal by whoever hands the paper out.

Days are calendar days; moments carry their zone and are shown in Astana time. `Said` is either in
the language of the paper already, or said in every language. Provisions are named by the platform.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from msgspec import Struct

from atazan.rules.citation import Provision
from atazan.rules.text import LANGS, Lang, Text

Said = str | Text
OF_PROCEEDINGS: tuple[Lang, ...] = ("kk", "ru")


class Entry(Struct, frozen=True, kw_only=True):
    """The entry of the journal a paper rests on: its number and its hash (64 hex digits)."""

    number: int
    hash: str


class Paper(Struct, frozen=True, kw_only=True):
    """What every paper states.

    `at` is the moment of the act: it stamps the PDF, so the same act gives the same bytes.
    `address` is where anyone can check the paper. Raises ValueError where `at` has no zone.
    """

    kind: ClassVar[str]
    languages: ClassVar[tuple[Lang, ...]] = OF_PROCEEDINGS

    court: Said
    number: Said
    at: datetime
    address: str
    entry: Entry | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError(f"the moment {self.at} has no zone; give one, as in 09:00+05:00")


class File(Struct, frozen=True, kw_only=True):
    """A file that came with a petition: `size` in bytes, `sha256` as 64 hex digits."""

    place: int
    what: Said
    name: str
    size: int
    sha256: str


class Step(Struct, frozen=True, kw_only=True):
    """What comes next, under which provision, and the last day for it (which counts)."""

    says: Said
    under: Provision | None = None
    by: date | None = None


class Receipt(Paper, frozen=True, kw_only=True):
    """A petition was filed. Without `steps` the rules of the day say what follows.

    `code` finds the receipt on the public page; `filed_by` holds initials, never a full name.
    Source: article 47, paragraph 1 of the law on the Court.
    """

    kind = "receipt"
    languages = LANGS

    code: str
    filed_by: Said
    through: Said
    files: tuple[File, ...]
    steps: tuple[Step, ...] = ()


class ReturnGround(Struct, frozen=True, kw_only=True):
    """A ground of return: `id` as in grounds.yaml, what was found, what puts it right.

    `curable`: article 47, paragraph 4 names it, so that the first day of filing can be kept.
    """

    id: str
    title: Said
    under: Provision
    reasons: tuple[Said, ...]
    cure: Said | None = None
    curable: bool = False


class Signature(Struct, frozen=True, kw_only=True):
    """Who signs, and in which office."""

    name: Said
    office: Said


class ReturnNotice(Paper, frozen=True, kw_only=True):
    """The staff returns a petition.

    `number` is that of the petition; `correct_by` the last day to correct it (it counts), None
    while the day of receipt is not known. At least one ground, else ValueError.
    Source: article 47, paragraphs 2 to 4.
    """

    kind = "return_notice"

    addressee: Said
    filed_on: date
    grounds: tuple[ReturnGround, ...]
    signed_by: Signature
    correct_by: date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.grounds:
            raise ValueError(f"the return of {self.number} has no ground; name one of article 47")


class RulingGround(Struct, frozen=True, kw_only=True):
    """A ground of refusal: `id` as in grounds.yaml, its provision, why it holds here."""

    id: str
    under: Provision
    says: Said


class AdmissionRuling(Paper, frozen=True, kw_only=True):
    """The Court admits a petition or refuses to.

    `composition`: the one who presides stands first; it is never empty. `signatures`: those who
    voted, then the Chair. `grounds` are those of a refusal. `notify_by` is the last day to notify
    (it counts). Source: articles 48, 58(5).
    """

    kind = "admission_ruling"

    petition: Said
    place: Said
    composition: tuple[Signature, ...]
    signatures: tuple[Signature, ...]
    applicant: Said
    filed_on: date
    subject: tuple[Said, ...]
    admitted: bool
    grounds: tuple[RulingGround, ...] = ()
    orders: tuple[Said, ...] = ()
    notify_by: date | None = None


Outcome = Literal[
    "conforms", "conforms_as_interpreted", "does_not_conform", "official_interpretation"
]


class Holding(Struct, frozen=True, kw_only=True):
    """What the Court holds on one provision.

    `words` are those held on, `insofar` the meaning or case held on; without both, the whole.
    `reading` is the Court's interpretation, `interim` the rule until a new one is made; `effect`
    is the first day of the consequence.
    """

    subject: Said
    outcome: Outcome
    words: Said | None = None
    insofar: Said | None = None
    reading: Said | None = None
    interim: Said | None = None
    effect: date | None = None


MatterKind = Literal[
    "act", "official_decision", "stations", "interpreted_norm", "amendments", "procedures"
]


class Matter(Struct, frozen=True, kw_only=True):
    """What was examined, under the item of article 57, paragraph 1 that asks for it."""

    kind: MatterKind
    says: tuple[Said, ...]


class Resolution(Paper, frozen=True, kw_only=True):
    """A normative resolution, in the order of article 57, paragraph 1.

    `signatures`: those who voted, then the Chair (articles 25(3), 58(5)).
    `number` has the suffix of its language (90-НҚ, 90-НП). `reasons` are the numbered paragraphs.
    `review` and `entry_terms` are the Court's own words; without them the rules of the day speak.
    """

    kind = "resolution"

    title: Said
    place: Said
    composition: tuple[Signature, ...]
    signatures: tuple[Signature, ...]
    participants: tuple[Said, ...]
    subject: tuple[Said, ...]
    jurisdiction: tuple[Provision, ...]
    circumstances: tuple[Said, ...]
    matters: tuple[Matter, ...]
    reasons: tuple[Said, ...]
    relied_on: tuple[Provision, ...]
    holdings: tuple[Holding, ...]
    review: tuple[Said, ...] = ()
    entry_terms: tuple[Said, ...] = ()
