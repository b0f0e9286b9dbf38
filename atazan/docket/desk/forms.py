"""The forms of a petition's deeds: which fields each asks for. One table, no view of its own each.

A field's sort says how it is asked for; its words stand under `deed.f.<name>`, those of a choice
under `deed.<name>.<choice>`, the button of a deed under `deed.do.<slug>`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atazan.journal.deeds import deed_of

Sort = Literal[
    "judges",  # several of the bench of the day
    "present",  # several of those convened
    "presiding",  # one of the judges named in the same form
    "recused",  # one whose self-recusal waits
    "grounds",  # of the rules of the day, with reasons for each
    "words",
    "day",
    "choice",
    "case",  # an admitted case
    "norms",  # provisions challenged: those to keep, and one more
]


class Field(Struct, frozen=True):
    """One field of a form: of a choice its `choices`, of grounds the outcome they `lead_to`."""

    name: str
    sort: Sort
    choices: tuple[str, ...] = ()
    leads_to: str = ""
    optional: bool = False


class Form(Struct, frozen=True):
    """The form of one kind of deed. `dated`: the day it was done is asked; else it is today."""

    kind: str
    fields: tuple[Field, ...] = ()
    dated: bool = True

    @property
    def slug(self) -> str:
        """The kind as it stands in an address."""
        return slug_of(self.kind)

    @property
    def rule(self) -> str:
        """The rule whose provision authorises the deed."""
        return deed_of(self.kind).rule or ""


def slug_of(kind: str) -> str:
    """A kind of act as it stands in an address.

    >>> slug_of("petition.to_plenary/1")
    'petition-to-plenary'
    """
    return kind.partition("/")[0].replace(".", "-").replace("_", "-")


_JUDGES = Field("judges", "judges")
_REASON = Field("reason", "words")
_RULING = (Field("present", "judges"), Field("presiding", "presiding"))
"""Who took part in a ruling of the Court, and who presided: art. 55(1), 58(2)."""


def _session(*forms: str) -> tuple[Field, ...]:
    return (
        Field("form", "choice", forms),
        _JUDGES,
        Field("presiding", "presiding"),
        Field("sits_on", "day"),
    )


_ALL = (
    Form("petition.taken/1", dated=False),
    Form("petition.registered/1", dated=False),
    Form("petition.returned/1", (Field("grounds", "grounds", leads_to="returned_by_staff"),)),
    Form("notice.received/1"),
    Form("decision.demanded/1"),
    Form("petition.withdrawn/1"),
    Form("withdrawal.asked/1"),
    Form("petition.changed/1", (Field("norms", "norms"), Field("statement", "words"))),
    Form("petition.adapted/1", (Field("statement", "words"),)),
    Form(
        "participants.notified/1",
        (Field("of", "choice", ("admission", "prolongation", "adjournment")),),
    ),
    Form("resolution.served/1"),
    Form("petition.closed/1", dated=False),
    Form("petition.assigned/1", (_JUDGES,)),
    Form(
        "study.reported/1",
        (
            Field("proposal", "choice", ("admit", "refuse")),
            Field("grounds", "grounds", leads_to="refused", optional=True),
            Field("report", "words"),
        ),
    ),
    Form("admission.convened/1", _session("panel_of_three", "plenary")),
    Form("vote.cast/1", (Field("vote", "choice", ("for", "against")),), dated=False),
    Form("petition.admitted/1"),
    Form("petition.refused/1", (Field("grounds", "grounds", leads_to="refused"),)),
    Form("rapporteur.appointed/1", (_JUDGES,)),
    Form("petition.joined/1", (Field("into", "case"), *_RULING)),
    Form(
        "proceedings.suspended/1",
        (Field("cause", "choice", ("force_majeure", "other")), _REASON, *_RULING),
    ),
    Form("proceedings.resumed/1", _RULING),
    Form("term.prolonged/1", (Field("to", "day"), _REASON, *_RULING)),
    Form("urgency.granted/1", (_REASON, *_RULING)),
    Form("recusal.stated/1", (_REASON,)),
    Form(
        "recusal.decided/1",
        (Field("judge", "recused"), Field("granted", "choice", ("yes", "no")), *_RULING),
    ),
    Form("hearing.convened/1", _session("panel_of_five", "plenary")),
    Form("minutes.kept/1", (Field("present", "present"), Field("text", "words"))),
    Form(
        "session.adjourned/1",
        (Field("cause", "choice", ("no_quorum", "absence", "materials", "other")),),
    ),
    Form("session.resumed/1"),
    Form("judges.retired/1", (Field("present", "present"),)),
    Form(
        "vote.reopened/1",
        (Field("cause", "choice", ("tie", "new_draft", "composition")), Field("present", "judges")),
    ),
    Form(
        "petition.to_plenary/1",
        (
            Field(
                "cause",
                "choice",
                ("not_unanimous", "positions_diverge", "concept", "composition"),
            ),
        ),
    ),
    Form(
        "proceedings.terminated/1",
        (Field("grounds", "grounds", leads_to="terminated"), *_RULING),
    ),
)
FORMS: dict[str, Form] = {slug_of(one.kind): one for one in _ALL}
"""Forms by the name in the address, in the order in which a petition meets them."""

STRAIGHT = frozenset({"petition.taken/1"})
"""Deeds done by one button, without looking over."""
SECRET = frozenset({"vote.cast/1"})
"""Deeds whose fields are never shown again once done (art. 51(5))."""
