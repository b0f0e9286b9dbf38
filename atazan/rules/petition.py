"""The facts of a petition, as an applicant or a clerk states them: what chapters 7 to 9 turn on.

`null` everywhere means "not said". What is not said is never taken as satisfied: it comes back in
`Assessment.missing`. Days are whole days (`2026-09-18`).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

Question = Literal[
    "citizen_complaint",
    "court_representation",
    "election_dispute_president",
    "election_dispute_parliament",
    "referendum_dispute",
    "law_before_signature",
    "parliament_resolution",
    "treaty_before_ratification",
    "execution_of_io_decision",
    "official_interpretation",
    "president_incapacity_procedure",
    "president_impeachment_procedure",
    "president_resignation",
    "refusal_to_assume_presidency",
    "enacted_act_presidential",
    "constitution_amendment_opinion",
    "normative_act_abstract_gp",
    "normative_act_rights_ombudsman",
]
Capacity = Literal[
    "citizen",
    "foreigner",
    "stateless",
    "legal_entity",
    "court",
    "president",
    "senate_chair",
    "mazhilis_chair",
    "kurultai_chair",
    "deputies",
    "prime_minister",
    "vice_president",
    "prosecutor_general",
    "ombudsman",
    "other",
]
ActKind = Literal["normative", "individual"]
ActStatus = Literal["in_force", "repealed", "lost_force", "not_yet_in_force"]
Instance = Literal["first", "appeal", "cassation", "supreme"]
RepresentativeKind = Literal[
    "legal_representative",
    "advocate",
    "legal_consultant_chamber_member",
    "authorised_person_of_organisation",
    "ex_officio",
    "legal_consultant",
    "constitutional_court_judge",
    "other",
]
Stage = Literal["preparing", "filed", "study", "proceedings", "deliberation"]


class Applicant(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Who applies.

    `capacity`: in which quality. `deputies`: how many deputies sign; `deputies_total`: the total
    number the share is counted of (needed only where the rules fix none). `iin`: the twelve digits
    of an individual identification number; its check digit is verified.
    """

    capacity: Capacity
    name: str | None = None
    iin: str | None = None
    deputies: int | None = None
    deputies_total: int | None = None


class Challenged(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One provision challenged.

    `act`: name or Akoma Ntoso URI of the act. `provision`: its eId or words ("art. 12 (3)");
    `whole_act` where the act is challenged as a whole. `status`: how the provision stands on the
    day asked; `lost_force_on`: first day it no longer held. `still_applies`: whether it is still
    applied to the relations in question though it no longer holds.
    `affects_rights`: whether it touches constitutional rights (the Ombudsman's object).
    """

    act: str
    provision: str | None = None
    whole_act: bool = False
    kind: ActKind | None = None
    status: ActStatus | None = None
    lost_force_on: date | None = None
    still_applies: bool | None = None
    affects_rights: bool | None = None


class JudicialAct(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A judicial act in the applicant's case: instance, day of adoption, whether in legal force."""

    instance: Instance | None = None
    adopted_on: date | None = None
    in_force: bool | None = None
    court: str | None = None
    number: str | None = None


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The specific case before the ordinary courts.

    `norm_applied`: a court applied the challenged norm. `directly_affects`: the norm directly
    touches rights and freedoms in the case. `applicant_took_part`: the applicant was a party.
    `suspended`: for a court's representation, that it suspended the case.
    `supreme_court_reading`: a normative resolution of the Supreme Court shows that no other
    application is expected and an appeal could not prevent the violation (art. 45(3), to
    2026-06-30). `imperative_norm`: the norm is so imperative that going to court first would not
    lead to another application (art. 45(4), to 2026-06-30).
    """

    norm_applied: bool | None = None
    directly_affects: bool | None = None
    applicant_took_part: bool | None = None
    judicial_acts: tuple[JudicialAct, ...] | None = None
    supreme_court_reading: bool | None = None
    imperative_norm: bool | None = None
    suspended: bool | None = None


class Rights(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The rights at stake: `whose`, whether there are signs of violation, which norms fix them."""

    whose: Literal["own", "another"] | None = None
    signs_of_violation: bool | None = None
    named: tuple[str, ...] | None = None


class Subject(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What the petition asks to be decided.

    `asks`: a question of law, or an assessment of facts or of what officials and judges did.
    `within_competence`: the question is one the Court decides at all.
    `resolved_in_constitution`: the Constitution gives an answer to it.
    `in_dispute`: for elections and referendums, that there is a dispute.
    `purpose_stated`: for the President's referral of an act in force, that it serves the
    protection of rights, national security, sovereignty or integrity of the state.
    """

    asks: Literal["law", "facts"] | None = None
    within_competence: bool | None = None
    resolved_in_constitution: bool | None = None
    in_dispute: bool | None = None
    purpose_stated: bool | None = None


class EarlierRuling(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A ruling the Court has given on the same question.

    `in_force`: it keeps its legal force. `basis_changed`: the norms of the Constitution or of
    other acts it rested on were changed since.
    """

    number: str | None = None
    adopted_on: date | None = None
    same_question: bool | None = None
    in_force: bool | None = None
    basis_changed: bool | None = None


class EarlierFiling(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The first filing of this petition and its return by the staff.

    `grounds`: ids of the grounds of the return (`sr2-form-content`, …).
    `notification_received_on` starts the month in which a corrected petition keeps `filed_on`.
    """

    filed_on: date
    returned_on: date | None = None
    grounds: tuple[str, ...] = ()
    notification_received_on: date | None = None
    receipt: str | None = None


class EarlierTermination(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Proceedings on an earlier petition of the same applicant that the Court ended (art. 38)."""

    terminated_on: date | None = None
    same_grounds: bool | None = None


class Representative(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One representative.

    `authority`: a power of attorney or other document of powers is at hand.
    `organisation_entitled`: law, charter or regulation lets the organisation protect such rights.
    """

    kind: RepresentativeKind
    name: str | None = None
    authority: bool | None = None
    organisation_entitled: bool | None = None


class Papers(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The petition as a paper.

    `contents` and `attachments`: codes of what it holds (docs/reference/petition.md lists them);
    null where nobody looked yet. `form`: how it is filed. `signed`: by the proper subject.
    `eds`: certified with an electronic digital signature. `language`: of the petition.
    `annexes_in_other_languages`: some annex is in neither Kazakh nor Russian; `translated`: each
    of them comes with a translation. `fee`: state fee. `copies`: counted only by the Council.
    """

    contents: tuple[str, ...] | None = None
    attachments: tuple[str, ...] | None = None
    form: Literal["written", "electronic", "both", "oral"] | None = None
    signed: bool | None = None
    eds: bool | None = None
    language: Literal["kk", "ru", "other"] | None = None
    annexes_in_other_languages: bool | None = None
    translated: bool | None = None
    fee: Literal["paid", "exempt", "unpaid"] | None = None
    copies: int | None = None


class Suspended(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Proceedings suspended: `since` counts, `until` (day of resumption) does not."""

    since: date
    until: date | None = None
    act: str | None = None


class Prolonged(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The term of consideration prolonged by the Court to `to` (that day still counts)."""

    to: date
    decided_on: date | None = None
    act: str | None = None


class Events(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What happened to the petition, each on its day.

    `joined_on`: decision to join it with others; `last_joined_received_on`: receipt of the last of
    the joined petitions. `urgent`: the President demands urgency for a petition of his own.
    `similar_decided_on`: final decision on another petition raising a similar question.
    `retired_on`: the judges retired to deliberate. `adapted_on`: the applicant brought a petition
    pending on 1 July 2026 into line with the new Constitution.
    """

    filed_on: date | None = None
    received_on: date | None = None
    admitted_on: date | None = None
    withdrawn_on: date | None = None
    act_lost_force_on: date | None = None
    similar_decided_on: date | None = None
    joined_on: date | None = None
    last_joined_received_on: date | None = None
    retired_on: date | None = None
    adapted_on: date | None = None
    urgent: bool = False
    suspended: tuple[Suspended, ...] = ()
    prolonged: tuple[Prolonged, ...] = ()


NOTHING_HAPPENED = Events()


class Petition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """The facts of one petition and the stage at which the question is asked.

    `stage`: `preparing` (not filed yet), `filed` (before the staff), `study` (before the judge),
    `proceedings` (admitted), `deliberation` (the judges have retired).
    `needs_analysis`: ids of findings whose breach is not manifest: they call for analysis or
    expertise, so the staff may not return the petition for them.
    """

    id: str | int | None = None
    question: Question = "citizen_complaint"
    stage: Stage = "preparing"
    applicant: Applicant
    challenged: tuple[Challenged, ...] = ()
    case: Case = Case()
    rights: Rights = Rights()
    subject: Subject = Subject()
    earlier_rulings: tuple[EarlierRuling, ...] | None = None
    earlier_filing: EarlierFiling | None = None
    earlier_termination: EarlierTermination | None = None
    representatives: tuple[Representative, ...] = ()
    consent: bool | None = None
    papers: Papers = Papers()
    events: Events = NOTHING_HAPPENED
    needs_analysis: tuple[str, ...] = ()
