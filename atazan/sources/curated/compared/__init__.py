"""Whether an act of the record is the one a text tells: the same, against it, or another."""

from __future__ import annotations

from collections.abc import Callable

from atazan.journal.acts import Act
from atazan.sources.curated.compared import lawmaking, offices, together
from atazan.sources.curated.compared.common import Verdict, cites
from atazan.sources.curated.register import Told
from atazan.sources.curated.targets.wanted import Wanted

__all__ = ["COMPARED", "Verdict", "cites"]

Compare = Callable[[Wanted, Told, Act], Verdict | None]
COMPARED: dict[str, tuple[tuple[str, Compare], ...]] = {
    "office.taken/1": (("office/{office}", offices.taken),),
    "office.left/1": (("office/{office}", offices.left),),
    "candidate.proposed/1": (("office/{office}", offices.proposed),),
    "oath.taken/1": (("office/{office}", offices.proposed),),
    "vote.taken/1": (("body/{body}", offices.vote),),
    "sitting.held/1": (("body/{body}", offices.sitting),),
    "agreement.signed/1": (("agreement/", together.agreement),),
    "event.held/1": (("event/", together.event), ("body/", offices.met)),
    "member.admitted/1": (("association/{association}", together.member),),
    "presidency.taken/1": (("association/{association}", together.presidency),),
    "project.started/1": (("project/", together.project),),
    "referendum.called/1": (("referendum/", lawmaking.called),),
    "referendum.held/1": (("referendum/", lawmaking.held),),
    "referendum.decided/1": (("referendum/", lawmaking.decided),),
    "law.adopted/1": (("law/", lawmaking.law),),
    "draft.published/1": (("draft/", lawmaking.draft),),
    "decision.adopted/1": (("decision/", lawmaking.decision),),
}
