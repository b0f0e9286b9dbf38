"""Deeds of a petition's way at the Court, from filing to the judges' retirement and its ends.

Each is done on a day (`done_on`) and takes, where it names none itself, the provision of the rule
`step.…` of that day. `id` is the petition's number (2026-04117). What could tell of a person stands
in private fields, as JSON text where it has parts; the journal keeps its salted digest.
The vote on the merits ends with `resolution.adopted/1`, which belongs to the room of decisions.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from atazan.journal.acts import Act, Slug, WrittenDay
from atazan.rules.assessment import Outcome

Number = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{5,7}$")]
"""A petition's number: the year of its first filing and its place in that year."""

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Language = Literal["kk", "ru"]
"""The language of proceedings (art. 36(1)) in which the petition is written."""


class Norm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A provision challenged: a work of the record and an eId, or `whole`."""

    work: Slug
    provision: str


class FileRef(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file handed in: what it is by art. 44(4) (`what`: code of rules/petition.yaml or `other`),
    its SHA-256, size in bytes, media type, and what the scanner said. Names are private."""

    sha256: Sha256
    size: int
    media: str
    what: str
    scan: Literal["clean", "not_scanned"] = "not_scanned"


class Found(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the rules of the day found when it was filed: the applicant and the registry see the
    same. `grounds` are ids of rules/grounds.yaml; `missing` counts facts not said."""

    outcome: Outcome | None = None
    grounds: tuple[str, ...] = ()
    missing: int = 0


class _Filing(Act, frozen=True, kw_only=True):
    """What is handed in: `applicant` (name, IIN, address, telephone, e-mail, representatives),
    `statement` (essence, grounds, request), `facts` (the answers of the guided check) and `names`
    (of files by SHA-256) are private JSON texts."""

    private: ClassVar[tuple[str, ...]] = ("applicant", "statement", "facts", "names")

    id: Number
    language: Language
    applicant: str
    statement: str
    facts: str
    names: str = ""
    norms: tuple[Norm, ...] = ()
    files: tuple[FileRef, ...] = ()
    found: Found = Found()
    channel: Literal["portal", "api", "paper"] = "portal"


class PetitionFiled(_Filing, frozen=True, kw_only=True, tag="petition.filed/1"):
    """A petition is filed: art. 44, 45. `code` is the receipt's: anyone holding it can verify.

    Raises BadAct where the number or code is taken, NotPermitted before 2023-01-01.
    """

    code: Annotated[str, Meta(pattern=r"^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$")]


class PetitionCorrected(_Filing, frozen=True, kw_only=True, tag="petition.corrected/1"):
    """A returned petition is filed again: art. 47(4). `counts_as_filed` is the day that counts for
    the one-year limit; refused unless it is the one the rule gives."""

    counts_as_filed: WrittenDay


class _OfPetition(Act, frozen=True, kw_only=True):
    id: Number


class PetitionTaken(_OfPetition, frozen=True, kw_only=True, tag="petition.taken/1"):
    """A member of the registry takes the petition in hand; `clerk` is the account's name."""

    clerk: str


class PetitionRegistered(_OfPetition, frozen=True, kw_only=True, tag="petition.registered/1"):
    """The staff registers it and passes it to the Chair: art. 47(1), 48(1)."""


class PetitionReturned(_OfPetition, frozen=True, kw_only=True, tag="petition.returned/1"):
    """The staff returns it: art. 47(2). `grounds` are ids (`sr2-form-content`), `reasons` the words
    for each (private JSON)."""

    private: ClassVar[tuple[str, ...]] = ("reasons",)

    grounds: tuple[str, ...]
    reasons: str


class NoticeReceived(_OfPetition, frozen=True, kw_only=True, tag="notice.received/1"):
    """The applicant receives the staff's notice; the month of art. 47(4) starts. `how`: opened in
    the account, or by post as the registry knows it."""

    how: Literal["account", "post"]


class DecisionDemanded(_OfPetition, frozen=True, kw_only=True, tag="decision.demanded/1"):
    """The applicant demands that the Court itself decide on the return: art. 47(3), to 30 June
    2026."""


class PetitionAssigned(_OfPetition, frozen=True, kw_only=True, tag="petition.assigned/1"):
    """The Chair passes it to one or more judges for preliminary study: art. 48(1)."""

    judges: tuple[Slug, ...]


class StudyReported(_OfPetition, frozen=True, kw_only=True, tag="study.reported/1"):
    """A judge (`done_by`) reports on the preliminary study: art. 48(1). `report` is private."""

    private: ClassVar[tuple[str, ...]] = ("report",)

    proposal: Literal["admit", "refuse"]
    grounds: tuple[str, ...] = ()
    report: str


Form = Literal["panel_of_three", "panel_of_five", "plenary"]


class _Convened(_OfPetition, frozen=True, kw_only=True):
    """`sits_on` is the day of the session; `presiding` one of `judges`; `round` the number of the
    vote it will take, counted from 1 over the petition's whole way."""

    form: Form
    judges: tuple[Slug, ...]
    presiding: Slug
    sits_on: WrittenDay
    round: int


class AdmissionConvened(_Convened, frozen=True, kw_only=True, tag="admission.convened/1"):
    """The Chair convenes a session on admission: art. 25(5) or 25(2)."""


class HearingConvened(_Convened, frozen=True, kw_only=True, tag="hearing.convened/1"):
    """The Chair fixes the session on the merits: art. 49(5), 25(2), 25(3)."""


class VoteCast(_OfPetition, frozen=True, kw_only=True, tag="vote.cast/1"):
    """A judge (`done_by`) votes: art. 58. `vote` is `for` or `against`, private: the result of the
    vote is not disclosed (art. 51(5)). `round` is the vote's number, as convened or reopened."""

    private: ClassVar[tuple[str, ...]] = ("vote",)

    round: int
    vote: str


class PetitionAdmitted(_OfPetition, frozen=True, kw_only=True, tag="petition.admitted/1"):
    """Admitted to constitutional proceedings: art. 48(1). Refused unless the votes carry it."""


class PetitionRefused(_OfPetition, frozen=True, kw_only=True, tag="petition.refused/1"):
    """Admission refused: art. 48(3). Refused unless the votes for admission fall short."""

    private: ClassVar[tuple[str, ...]] = ("reasons",)

    grounds: tuple[str, ...]
    reasons: str


class ParticipantsNotified(_OfPetition, frozen=True, kw_only=True, tag="participants.notified/1"):
    """The participants are told of the decision on admission (art. 48(4)), of a prolonged period
    (art. 53) or of an adjournment (art. 52(2))."""

    of: Literal["admission", "prolongation", "adjournment"] = "admission"


class RapporteurAppointed(_OfPetition, frozen=True, kw_only=True, tag="rapporteur.appointed/1"):
    """The Chair names who prepares the materials: art. 49(1)."""

    judges: tuple[Slug, ...]


class Ruling(_OfPetition, frozen=True, kw_only=True):
    """The Court rules at a session: art. 55(1), 58(2). `present` are the judges who took part,
    `presiding` one of them. Refused unless five sat as a panel or there was a quorum."""

    present: tuple[Slug, ...]
    presiding: Slug


class PetitionJoined(Ruling, frozen=True, kw_only=True, tag="petition.joined/1"):
    """Joined in one case with `into`, which goes on: art. 49(2). The period starts anew there."""

    into: Number


class ProceedingsSuspended(Ruling, frozen=True, kw_only=True, tag="proceedings.suspended/1"):
    """Proceedings and their period stand still from this day: art. 37(1)."""

    private: ClassVar[tuple[str, ...]] = ("reason",)

    cause: Literal["force_majeure", "other"]
    reason: str


class ProceedingsResumed(Ruling, frozen=True, kw_only=True, tag="proceedings.resumed/1"):
    """The Court lets proceedings go on: art. 37(2). This day counts in the period again."""

    since: WrittenDay
    """The first day of the suspension that ends."""


class TermProlonged(Ruling, frozen=True, kw_only=True, tag="term.prolonged/1"):
    """The Court prolongs the period to `to`, inclusive: art. 53."""

    private: ClassVar[tuple[str, ...]] = ("reason",)

    to: WrittenDay
    reason: str


class UrgencyGranted(Ruling, frozen=True, kw_only=True, tag="urgency.granted/1"):
    """The Court takes the accelerated procedure: art. 49(4)."""

    private: ClassVar[tuple[str, ...]] = ("reason",)

    reason: str


class RecusalStated(_OfPetition, frozen=True, kw_only=True, tag="recusal.stated/1"):
    """A judge (`done_by`) recuses himself: art. 10(5)."""

    private: ClassVar[tuple[str, ...]] = ("reason",)

    reason: str


class RecusalDecided(Ruling, frozen=True, kw_only=True, tag="recusal.decided/1"):
    """The Court grants a self-recusal or not: art. 10(5). The judge concerned takes no part."""

    judge: Slug
    granted: bool


class MinutesKept(_OfPetition, frozen=True, kw_only=True, tag="minutes.kept/1"):
    """The minutes of the session: who sat (`present`), and the text, private: art. 39."""

    private: ClassVar[tuple[str, ...]] = ("text",)

    present: tuple[Slug, ...]
    text: str


class SessionAdjourned(_OfPetition, frozen=True, kw_only=True, tag="session.adjourned/1"):
    """The session is adjourned on a cause of art. 52(1)."""

    cause: Literal["no_quorum", "absence", "materials", "other"]


class SessionResumed(_OfPetition, frozen=True, kw_only=True, tag="session.resumed/1"):
    """The session goes on after an adjournment, on the day `done_on`."""


class JudgesRetired(_OfPetition, frozen=True, kw_only=True, tag="judges.retired/1"):
    """The judges `present` retire to deliberate: art. 51(5). Refused without a quorum."""

    present: tuple[Slug, ...]


class VoteReopened(_OfPetition, frozen=True, kw_only=True, tag="vote.reopened/1"):
    """Another vote: on a tie while the Chair is replaced (art. 58(3): among `present` is then the
    Chair or a judge who did not vote before), on another draft, or (`composition`) by those who
    remain where a judge of the round may no longer sit."""

    cause: Literal["tie", "new_draft", "composition"]
    round: int
    present: tuple[Slug, ...]


class BroughtToPlenary(_OfPetition, frozen=True, kw_only=True, tag="petition.to_plenary/1"):
    """The Chair brings it to a session of the Court: art. 25(4). `composition`: a judge who retired
    to deliberate may no longer sit, and it is heard anew."""

    cause: Literal["not_unanimous", "positions_diverge", "concept", "composition"]


class PetitionWithdrawn(_OfPetition, frozen=True, kw_only=True, tag="petition.withdrawn/1"):
    """The applicant withdraws before admission: the petition ends."""


class WithdrawalAsked(_OfPetition, frozen=True, kw_only=True, tag="withdrawal.asked/1"):
    """The applicant withdraws once admitted: art. 42; the Court then ends the proceedings."""


class PetitionChanged(_OfPetition, frozen=True, kw_only=True, tag="petition.changed/1"):
    """The applicant changes the ground, widens or narrows: art. 42(2)(6)."""

    private: ClassVar[tuple[str, ...]] = ("statement",)

    norms: tuple[Norm, ...]
    statement: str


class PetitionAdapted(_OfPetition, frozen=True, kw_only=True, tag="petition.adapted/1"):
    """The applicant brings a petition pending on 1 July 2026 into line: art. 66(3)."""

    private: ClassVar[tuple[str, ...]] = ("statement",)

    statement: str


class ProceedingsTerminated(Ruling, frozen=True, kw_only=True, tag="proceedings.terminated/1"):
    """The Court ends the proceedings on grounds of art. 38(1) (`tm1-withdrawal`, …); of a joined
    petition, as to that petition alone."""

    private: ClassVar[tuple[str, ...]] = ("reasons",)

    grounds: tuple[str, ...]
    reasons: str


class PetitionClosed(_OfPetition, frozen=True, kw_only=True, tag="petition.closed/1"):
    """The file is closed once the resolution is published and sent: art. 65."""
