"""The step a petition is at after each deed. None: the deed leaves it where it was.

Which step may follow which is said by the routes of rules/procedure.yaml, on each day.
"""

from __future__ import annotations

STEP: dict[str, str | None] = {
    "petition.filed/1": "lodged",
    "petition.corrected/1": "lodged",
    "petition.taken/1": None,
    "petition.registered/1": "registered",
    "petition.returned/1": "returned",
    "notice.received/1": None,
    "decision.demanded/1": "registered",
    "petition.assigned/1": "under_study",
    "study.reported/1": None,
    "admission.convened/1": "admission_session",
    "vote.cast/1": None,
    "petition.admitted/1": "admitted",
    "petition.refused/1": "refused",
    "participants.notified/1": None,
    "rapporteur.appointed/1": None,
    "petition.joined/1": "joined",
    "proceedings.suspended/1": "suspended",
    "proceedings.resumed/1": "admitted",
    "term.prolonged/1": None,
    "urgency.granted/1": None,
    "recusal.stated/1": None,
    "recusal.decided/1": None,
    "hearing.convened/1": "in_session",
    "minutes.kept/1": None,
    "session.adjourned/1": "adjourned",
    "session.resumed/1": "in_session",
    "judges.retired/1": "deliberation",
    "vote.reopened/1": None,
    "petition.to_plenary/1": "admitted",
    "petition.withdrawn/1": "withdrawn",
    "withdrawal.asked/1": None,
    "petition.changed/1": None,
    "petition.adapted/1": None,
    "proceedings.terminated/1": "terminated",
    "petition.closed/1": "closed",
    "resolution.adopted/1": "decided",
    "resolution.published/1": "published",
    "resolution.served/1": None,
}

FINAL = frozenset({"refused", "withdrawn", "terminated", "joined", "closed"})
"""Steps from which a petition has no way on of its own. A joined one goes with its case and ends
with it; only the Court's ending of it alone leads on (art. 38(1))."""
