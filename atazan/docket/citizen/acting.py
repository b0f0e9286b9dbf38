"""What an applicant may do with a petition on its way, and the pages that do it.

What is offered is what the table of rights and the route of the day allow; what is sent is checked
again when it is recorded.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from msgspec import Struct

from atazan.docket import acts
from atazan.docket.checks.common import BEFORE_RETIRING, lead
from atazan.docket.citizen.doors import by, lang, of_petition, today
from atazan.docket.citizen.handing import reopened
from atazan.docket.clocks import correction
from atazan.docket.doing import Done, attempt
from atazan.docket.guide.norm import WHOLE, norm, suggestions
from atazan.docket.guide.told import tell
from atazan.docket.models import Petition
from atazan.docket.sight import Shown, Viewer
from atazan.docket.steps import STEP
from atazan.journal.acts import Act
from atazan.journal.problems import Problem
from atazan.journal.record import record, version_of
from atazan.journal.rights import rights
from atazan.rules.book import NoRuleInForce, Rule, RulesOnDay, rules
from atazan.rules.procedure import route_from

PARTS = ("essence", "grounds", "request")
_ACTS: dict[str, tuple[str, str]] = {
    "notice": ("notice.received/1", "step.notice_received"),
    "correct": ("petition.corrected/1", "step.corrected"),
    "demand": ("decision.demanded/1", "step.decision_demanded"),
    "change": ("petition.changed/1", "step.changed"),
    "adapt": ("petition.adapted/1", "step.adapted"),
    "withdraw": ("petition.withdrawn/1", "step.withdrawn"),
    "ask-withdrawal": ("withdrawal.asked/1", "step.withdrawn"),
}


class Open(Struct, frozen=True):
    """A deed open to the applicant: its name in addresses, and the rule that gives it."""

    name: str
    rule: Rule

    @property
    def title(self) -> str:
        return f"act.{self.name}.title"


def acts_open(row: Petition, viewer: Viewer, on: date) -> list[Open]:
    """What the applicant may do now, in the order of the table."""
    law = rules().on(on)
    return [
        Open(name, law[rule])
        for name, (kind, rule) in _ACTS.items()
        if rule in law and _allowed(row, viewer, kind) and _leads(row, kind, on) and _due(row, name)
    ]


def _allowed(row: Petition, viewer: Viewer, kind: str) -> bool:
    found = (rights().of(role, kind, "petition", row.step) for role in viewer.roles)
    return any(one is not None for one in found)


def _leads(row: Petition, kind: str, on: date) -> bool:
    to = STEP[kind]
    if to is None or to == row.step:
        return True
    try:
        return to in route_from(row.step, on, rules()).value.to
    except NoRuleInForce:
        return False


def _due(row: Petition, name: str) -> bool:
    """What is done once is not offered twice; a notice is opened before it is answered."""
    if name == "notice":
        return row.noticed_on is None
    if name in ("correct", "demand"):
        return row.noticed_on is not None
    if name == "adapt":
        begins = rules().rules["step.adapted"][0].term.since.isoformat()
        return row.adapted_on is None and row.received_on < begins
    if name in ("change", "ask-withdrawal") and lead(row).step not in BEFORE_RETIRING:
        return False
    return name != "ask-withdrawal" or row.withdrawn_on is None


@require_POST
@of_petition
def notice(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Open the notice of a return: from this day the month of art. 47(4) runs."""
    if row.noticed_on is None:
        act = acts.NoticeReceived(id=row.id, done_on=today(request).isoformat(), how="account")
        done = _record(request, row, act)
        if not done.ok:
            return _refused(request, row, "notice", done)
    return HttpResponseRedirect(reverse("petition", args=[row.id]))


@require_POST
@of_petition
def correct(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Reopen a returned petition as a draft, with all its words and files."""
    if not _is_open(request, row, "correct"):
        raise Http404
    at = request.now  # type: ignore[attr-defined]
    draft = reopened(row, request.user.get_username(), at)
    return HttpResponseRedirect(reverse("petition-draft", args=[draft.id]))


@require_http_methods(["GET", "POST"])
@of_petition
def demand(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Demand that the Court itself decide on the return: art. 47(3), to 30 June 2026."""
    act = acts.DecisionDemanded(id=row.id, done_on=today(request).isoformat())
    return _plain(request, row, "demand", act)


@require_http_methods(["GET", "POST"])
@of_petition
def withdraw(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Withdraw: before admission the petition ends at once, after it the Court ends the case."""
    day = today(request).isoformat()
    if _is_open(request, row, "ask-withdrawal"):
        return _plain(request, row, "ask-withdrawal", acts.WithdrawalAsked(id=row.id, done_on=day))
    return _plain(request, row, "withdraw", acts.PetitionWithdrawn(id=row.id, done_on=day))


def _plain(request: HttpRequest, row: Petition, name: str, act: Act) -> HttpResponse:
    """A page that says what a deed brings about, and does it."""
    if request.method == "GET":
        return _page(request, row, name)
    done = _record(request, row, act)
    return _went(request, row) if done.ok else _refused(request, row, name, done)


@require_http_methods(["GET", "POST"])
@of_petition
def change(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Change the ground, widen or narrow the petition: art. 42(2)(6)."""
    return _rewrite(request, row, shown, "change")


@require_http_methods(["GET", "POST"])
@of_petition
def adapt(request: HttpRequest, row: Petition, shown: Shown) -> HttpResponse:
    """Bring a petition pending on 1 July 2026 into line with the Constitution: art. 66(3)."""
    return _rewrite(request, row, shown, "adapt")


def _rewrite(request: HttpRequest, row: Petition, shown: Shown, name: str) -> HttpResponse:
    said = _statement(shown)
    if request.method == "GET":
        return _page(request, row, name, **_form(row, said, name))
    said |= {part: request.POST.get(part, "").strip() for part in PARTS}
    norms, problem = _norms(request, row) if name == "change" else ([], None)
    form = _form(row, said, name, request)
    if problem:
        return _page(request, row, name, problems=[problem], status=422, **form)
    words = msgspec.json.encode(said).decode() if any(said[part] for part in PARTS) else ""
    day = today(request).isoformat()
    act: Act = acts.PetitionAdapted(id=row.id, done_on=day, statement=words)
    if name == "change":
        act = acts.PetitionChanged(id=row.id, done_on=day, statement=words, norms=tuple(norms))
    done = _record(request, row, act)
    return _went(request, row) if done.ok else _refused(request, row, name, done, **form)


def _statement(shown: Shown) -> dict[str, Any]:
    text = shown["statement"] or ""
    try:
        found = msgspec.json.decode(text or "{}")
    except msgspec.DecodeError:
        found = {"essence": text}
    return found if isinstance(found, dict) else {"essence": text}


def _form(
    row: Petition, said: dict[str, Any], name: str, request: HttpRequest | None = None
) -> dict[str, Any]:
    """The fields of the form as they stand, or as they were sent."""
    sent = request.POST if request else None
    kept = sent.getlist("keep") if sent is not None else [str(n) for n in range(len(row.norms))]
    norms = [(str(place), one, str(place) in kept) for place, one in enumerate(row.norms)]
    return {
        "said": [(part, said.get(part, "")) for part in PARTS],
        "norms": norms if name == "change" else None,
        "act_named": sent.get("act", "") if sent is not None else "",
        "provision_named": sent.get("provision", "") if sent is not None else "",
        "suggestions": suggestions(lang()) if name == "change" else (),
    }


def _norms(request: HttpRequest, row: Petition) -> tuple[list[acts.Norm], Problem | None]:
    """The provisions kept and the one added; a problem where its words name none we know."""
    kept = request.POST.getlist("keep")
    found = [
        acts.Norm(work=one["work"], provision=one["provision"])
        for place, one in enumerate(row.norms)
        if str(place) in kept
    ]
    act, provision = (request.POST.get(one, "").strip() for one in ("act", "provision"))
    if not act and not provision:
        return found, None
    added = norm(act, provision, not provision, today(request))
    if added.work is None or added.eid is None:
        return found, Problem("act.bad.norm", {"act": act or "—", "provision": provision or "—"})
    where = added.eid if provision else WHOLE
    return [*found, acts.Norm(work=added.work.id, provision=where)], None


def _is_open(request: HttpRequest, row: Petition, name: str) -> bool:
    viewer = request.viewer  # type: ignore[attr-defined]
    return any(one.name == name for one in acts_open(row, viewer, today(request)))


def _record(request: HttpRequest, row: Petition, act: Act) -> Done:
    """Record with the version the page was opened at."""
    sent = request.POST.get("seen", "")
    seen = int(sent) if sent.isdecimal() else 0
    at = request.now  # type: ignore[attr-defined]
    return attempt(lambda: record(act, by=by(request), at=at, seen=seen))


def _went(request: HttpRequest, row: Petition) -> HttpResponse:
    return HttpResponseRedirect(reverse("petition", args=[row.id]))


def _refused(
    request: HttpRequest, row: Petition, name: str, done: Done, **form: Any
) -> HttpResponse:
    more = {**form, "problems": list(done.refused), "stale": done.stale}
    return _page(request, row, name, status=done.status, **more)


def _means(name: str, law: RulesOnDay) -> str:
    """The words on what an act brings about: since 1 July 2026 a withdrawal ends the proceedings
    only where no further procedural acts are needed, art. 42(2)(6)."""
    where = law["step.withdrawn"].source.provision_eid == "art_42__para_2__subpara_6"
    return f"act.{name}.means_where" if name == "ask-withdrawal" and where else f"act.{name}.means"


def _page(
    request: HttpRequest, row: Petition, name: str, status: int = 200, **more: Any
) -> HttpResponse:
    if not more.get("problems") and not more.get("stale") and not _is_open(request, row, name):
        raise Http404
    day = today(request)
    law, window = rules().on(day), correction(row)
    facts = {
        "row": row,
        "name": name,
        "means": _means(name, law),
        "rule": law.get(_ACTS[name][1]),
        "bars": {"work": "cl-court-2022", "provision": "art_38__para_2"},
        "seen": version_of(f"petition/{row.id}"),
        "window": tell(window, day, lang()) if window else None,
        **more,
    }
    return render(request, "docket/citizen/act.html", facts, status=status)
