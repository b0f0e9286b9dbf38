"""The kinds a rule may be of, each with the typed content its versions carry."""

from __future__ import annotations

from msgspec import Struct

from atazan.rules import deadline, decisions, referendum, transition
from atazan.rules.bodies import Composition, Existence
from atazan.rules.condition import Condition
from atazan.rules.grounds import Leads, Remedy
from atazan.rules.offices import (
    Appointment,
    Eligibility,
    Immunity,
    Incompatibility,
    Removal,
    Succession,
    Suspension,
    Tenure,
)
from atazan.rules.papers import Paper
from atazan.rules.procedure import Route
from atazan.rules.regime import RegimeValue
from atazan.rules.standing import Standing
from atazan.rules.votes import VoteRule


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """A rule that is only stated: its words and its source are all there is."""


KINDS: dict[str, type[Struct]] = {
    "appointment": Appointment,
    "composition": Composition,
    "eligibility": Eligibility,
    "existence": Existence,
    "immunity": Immunity,
    "incompatibility": Incompatibility,
    "regime": RegimeValue,
    "removal": Removal,
    "succession": Succession,
    "suspension": Suspension,
    "tenure": Tenure,
    "vote": VoteRule,
    "condition": Condition,
    "ground": Leads,
    "paper": Paper,
    "remedy": Remedy,
    "standing": Standing,
    "statement": Statement,
    "deadline": deadline.DeadlineRule,
    "deadline_start": deadline.StartRule,
    "deadline_reckoning": deadline.ReckoningRule,
    "decision_form": decisions.DecisionForm,
    "outcome": decisions.PossibleOutcome,
    "decision_content": decisions.DecisionContent,
    "effect": decisions.EffectRule,
    "consequence": decisions.Consequence,
    "follow_up": decisions.FollowUp,
    "earlier_decisions": decisions.EarlierDecisions,
    "referendum_initiative": referendum.Initiative,
    "referendum_threshold": referendum.Threshold,
    "excluded_questions": referendum.ExcludedQuestions,
    "referendum_term": referendum.ReferendumTerm,
    "amendment_route": referendum.AmendmentRoute,
    "unamendable": referendum.Unamendable,
    "transition_duty": transition.TransitionDuty,
    "route": Route,
}
