"""What stands on each paper, kind by kind, as plain words for its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from atazan.papers.kinds import (
    AdmissionRuling,
    File,
    Holding,
    Paper,
    Receipt,
    Resolution,
    ReturnGround,
    ReturnNotice,
    Signature,
    Step,
)
from atazan.papers.report import report
from atazan.papers.resolution import clauses, sections
from atazan.papers.saying import Saying, grouped
from atazan.rules.citation import Provision

Content = dict[str, Any]


def receipt(paper: Receipt, say: Saying) -> Content:
    """The receipt of a petition filed."""
    follows = [_step(step, say) for step in paper.steps] or _what_follows(say)
    return {
        "title": say.words("receipt.title"),
        "code": say.text(paper.code),
        "filed_at": say.moment(paper.at),
        "filed_by": say.text(paper.filed_by),
        "through": say.text(paper.through),
        "files": [_file(file, say) for file in paper.files],
        "check": say.words("receipt.check_how", address=paper.address),
        "steps": follows,
    }


def _what_follows(say: Saying) -> list[dict[str, str]]:
    ids = ("procedure.lodged", "procedure.under_study", "deadline.admission")
    return [say.rule(say.rules[one]) for one in ids]


def _step(step: Step, say: Saying) -> dict[str, str]:
    return {
        "says": say.text(step.says),
        "under": say.cite(step.under) if step.under else "",
        "by": say.words("by", day=say.on(step.by, weekday=True)) if step.by else "",
    }


def _file(file: File, say: Saying) -> dict[str, str]:
    return {
        "place": str(file.place),
        "what": say.text(file.what),
        "name": say.text(file.name),
        "size": say.size(file.size),
        "sha256": grouped(file.sha256),
    }


def return_notice(paper: ReturnNotice, say: Saying) -> Content:
    """The staff's notice of a return, with the ledger of the correction."""
    return {
        "title": say.words("return_notice.title"),
        "day": say.on(say.day),
        "addressee": say.text(paper.addressee),
        "filed_on": say.on(paper.filed_on),
        "under": say.cite(_paragraph(paper.grounds[0].under)),
        "grounds": [_return_ground(one, say) for one in paper.grounds],
        **_correction(paper, say),
        "demand": _demand(say),
        "signatures": _signatures([paper.signed_by], say),
    }


def _paragraph(ground: Provision) -> Provision:
    """The paragraph whose subparagraphs are the grounds."""
    return Provision(ground.work, ground.eid.rpartition("__subpara")[0] or ground.eid)


def _return_ground(ground: ReturnGround, say: Saying) -> Content:
    return {
        "id": ground.id,
        "title": say.text(ground.title),
        "under": say.cite(ground.under),
        "reasons": say.texts(ground.reasons),
        "cure": say.text(ground.cure) if ground.cure else "",
        "curable": say.words("return_notice.curable" if ground.curable else "return_notice.not"),
    }


def _correction(paper: ReturnNotice, say: Saying) -> Content:
    """The ledger where every ground is curable; otherwise what article 47, paragraph 4 leaves."""
    rule = say.rules["deadline.correction"]
    curable = {ground.curable for ground in paper.grounds}
    if curable != {True}:
        key = "return_notice.some_curable" if True in curable else "return_notice.none_curable"
        return {"correction": say.words(key), "correction_under": say.cite(rule.source.provision)}
    return {
        "correction": say.words("return_notice.keeps_day", day=paper.filed_on),
        "correction_under": say.cite(rule.source.provision),
        "ledger": [
            [say.words("return_notice.starts"), say.words("return_notice.starts_when")],
            [say.words("return_notice.runs"), say.words("months", n=rule.value.length)],
            [say.words("return_notice.ends"), _last_day(paper, say)],
        ],
    }


def _last_day(paper: ReturnNotice, say: Saying) -> str:
    if paper.correct_by is None:
        return say.words("return_notice.ends_unknown")
    return say.on(paper.correct_by, weekday=True)


def _demand(say: Saying) -> dict[str, str] | None:
    """The right to demand the Court's decision, while the rules of the day know it."""
    if "elsewhere.demand_decision" not in say.rules:
        return None
    return {
        "says": say.words("return_notice.demand"),
        "under": say.under("elsewhere.demand_decision"),
    }


def admission_ruling(paper: AdmissionRuling, say: Saying) -> Content:
    """The Court's ruling to admit a petition, or to refuse."""
    way = "admitted" if paper.admitted else "refused"
    return {
        "title": say.words(f"admission_ruling.title_{way}"),
        "day": say.on(say.day),
        "place": say.text(paper.place),
        "composition": _composition(paper.composition, say),
        "petition": say.words("petition", number=say.text(paper.petition), day=paper.filed_on),
        "applicant": say.text(paper.applicant),
        "subject": say.texts(paper.subject),
        "decides": say.words("decides", court=say.text(paper.court)),
        "orders": _orders(paper, way, say),
        "signatures": _signatures(paper.signatures, say),
    }


def _orders(paper: AdmissionRuling, way: str, say: Saying) -> list[Content]:
    number = say.text(paper.petition)
    grounds = [{"under": say.cite(g.under), "says": say.text(g.says)} for g in paper.grounds]
    main = {"says": say.words(f"admission_ruling.{way}", number=number), "grounds": grounds}
    marked = {
        "says": say.words("admission_ruling.mark"),
        "under": say.under("publication.admission_mark"),
    }
    told = {"says": _notice(paper, say), "under": say.under("deadline.notify_decision")}
    further = [{"says": one} for one in say.texts(paper.orders)]
    return [main, *([marked] if paper.admitted else []), *further, told]


def _notice(paper: AdmissionRuling, say: Saying) -> str:
    days = say.rules["deadline.notify_decision"].value.length
    if paper.notify_by is None:
        return say.words("admission_ruling.notify", n=days)
    last = say.on(paper.notify_by, weekday=True)
    return say.words("admission_ruling.notify_by", n=days, day=last)


def resolution(paper: Resolution, say: Saying) -> Content:
    """A normative resolution, in the order of the rules `decision.content.*` of the day."""
    return {
        "in_name": say.words("resolution.in_name"),
        "kind_name": say.words("resolution.kind"),
        "title": say.text(paper.title),
        "day": say.on(say.day),
        "place": say.text(paper.place),
        "composition": _composition(paper.composition, say),
        "sections": sections(paper, say),
        "decides": say.words("decides", court=say.text(paper.court)),
        "holdings": [_holding(one, say) for one in paper.holdings],
        "clauses": clauses(paper, say),
        "signatures": _signatures(paper.signatures, say),
    }


def _holding(holding: Holding, say: Saying) -> Content:
    extent = "words" if holding.words else "insofar" if holding.insofar else "whole"
    given = {"words": holding.words, "insofar": holding.insofar, "reading": holding.reading}
    lines = [[say.words(f"holding.{key}"), say.text(said)] for key, said in given.items() if said]
    if holding.effect:
        key = f"holding.effect_{holding.outcome}"
        lines.append([say.words("holding.effect"), say.words(key, day=holding.effect)])
    if holding.interim:
        lines.append([say.words("holding.interim"), say.text(holding.interim)])
    says = say.words(f"holding.{holding.outcome}_{extent}")
    return {"subject": say.text(holding.subject), "says": says, "lines": lines}


def _composition(composition: Iterable[Signature], say: Saying) -> list[list[str]]:
    (office, name), *others = _signatures(composition, say)
    presides = say.words("presiding")
    return [[f"{office} ({presides})", name], *others]


def _signatures(signed: Iterable[Signature], say: Saying) -> list[list[str]]:
    return [[say.text(one.office), say.text(one.name)] for one in signed]


CONTENT: dict[str, Callable[[Any, Saying], Content]] = {
    "receipt": receipt,
    "return_notice": return_notice,
    "admission_ruling": admission_ruling,
    "resolution": resolution,
    "report": report,
}


def content(paper: Paper, say: Saying) -> Content:
    """What stands on the paper, under its head and above its foot."""
    return {
        "court": say.text(paper.court),
        "number": say.words("no", number=number) if (number := say.text(paper.number)) else "",
        **CONTENT[paper.kind](paper, say),
    }
