"""Referendums, laws, drafts and decisions."""

from __future__ import annotations

import re

from atazan.reform.models import DraftStep, Referendum
from atazan.rules.text import LANGS, Text
from atazan.rules.works import Work, works
from atazan.sources.curated.register import Register, Told, words_of
from atazan.sources.curated.same import may_be_one
from atazan.sources.curated.targets.wanted import Wanted, slug, unused, wanted
from atazan.sources.models import Proposal

_CONSTITUTION = re.compile("конституци|constitution", re.IGNORECASE)
_OF_CONSTITUTION = re.compile("конституци(?!онн)|конституция(?!лық)|constitution(?!al)", re.I)
_REFERENDUM = re.compile("референдум|referendum|жалпыхалықтық|всенародн", re.IGNORECASE)
_IN_FORCE = re.compile("вступ|в силу|в действие|күшіне|қолданысқа|force|effect", re.IGNORECASE)
_NORMATIVE = re.compile("нормативн|нормативтік|normative", re.IGNORECASE)
_NUMBER = re.compile(r"\b(\d{1,3})\s*-\s*(НҚ|НП|Н)\b", re.IGNORECASE)


def call_referendum(told: Told, register: Register) -> list[Wanted]:
    """A referendum is called; the day of the vote is often told beside it."""
    vote_on = _day_of_vote(told)
    quote = " ".join((*told.objects, told.row.quote))
    about = "yes" if _CONSTITUTION.search(quote) else ""
    found = wanted(
        "referendum.called/1",
        told,
        id=unused("referendum", slug("ref", vote_on or told.date)),
        vote_on=vote_on,
        about_constitution=about,
        done_by=register.organ(told.actors[0], told) if told.actors else None,
    )
    return [found]


def hold_referendum(told: Told, register: Register) -> list[Wanted]:
    """The vote of a referendum takes place."""
    row = _referendum(told.date)
    return [wanted("referendum.held/1", told, id=row.id if row else None)]


def declare_result(told: Told, register: Register) -> list[Wanted]:
    """The result of a referendum is declared: of the last one held by that day. Which, a text
    without a day does not say; and where it names no referendum, it may tell of an election."""
    said = " ".join((*told.objects, told.row.quote))
    about = _dated(told) and _REFERENDUM.search(said)
    rows = Referendum.objects.filter(vote_on__lte=told.day.isoformat()).order_by("vote_on")
    row = rows.last() if about else None
    by = register.organ(told.actors[0], told) if told.actors else None
    adopted = "" if told.row.modality == "denied" else "yes"
    return [
        wanted(
            "referendum.decided/1", told, id=row.id if row else None, adopted=adopted, done_by=by
        )
    ]


def adopt_law(told: Told, register: Register) -> list[Wanted]:
    """A constitution or law is adopted. The day from which it is in force is not that of its
    adoption."""
    work, title = _work(told)
    id = unused("law", work or slug("law", told.date or told.reading.published))
    days: dict[str, str | None] = {}
    if _IN_FORCE.search(told.row.quote):
        days = {"done_on": None, "in_force_from": told.date}
    names = _own_words(told, title)
    return [wanted("law.adopted/1", told, id=id, work=work, title=title, **days, **names)]


def amend_law(told: Told, register: Register) -> list[Wanted]:
    """A law amends another: the amending law is the act."""
    work, _ = _work(told)
    id = unused("law", slug("amends", work, told.date or told.reading.published))
    amends = [work] if work else []
    return [wanted("law.adopted/1", told, id=id, amends=amends, **_own_words(told, None))]


def publish_draft(told: Told, register: Register) -> list[Wanted]:
    """A draft is published, presented or put to discussion."""
    draft = _draft(told)
    by = register.organ(told.actors[0], told) if told.actors else None
    return [
        wanted(
            "draft.published/1",
            told,
            id=slug(draft or "draft", told.date),
            draft=draft,
            done_by=by,
            **{f"step.{lang}": told.row.quote if lang == told.lang else "" for lang in LANGS},
        )
    ]


def decide_case(told: Told, register: Register) -> list[Wanted]:
    """The Court or the Council decides. Its form is a normative resolution only where the text
    says so or gives such a number: a refusal to admit is none."""
    body = register.body(told.actors[0], told) if told.actors else None
    said = " ".join((*told.objects, told.row.quote))
    number = _NUMBER.search(said)
    digits = number[1] if number else None
    words = " ".join(told.objects) or told.row.quote
    return [
        wanted(
            "decision.adopted/1",
            told,
            id=unused("decision", slug(body, digits or told.date)),
            body=body,
            form="normative_resolution" if number or _NORMATIVE.search(said) else None,
            number=f"{digits}-НП" if digits else None,
            number_kk=f"{digits}-НҚ" if digits else None,
            done_by=body,
            **{f"subject.{lang}": words if lang == told.lang else "" for lang in LANGS},
        )
    ]


def _day_of_vote(told: Told) -> str | None:
    """The day of the vote told in the same text, not one that was before the call."""
    rows = Proposal.objects.filter(document=told.row.document, tells="hold_referendum")
    from_day = _dated(told) or ""
    return next((row.date for row in rows if row.date and row.date >= from_day), None)


def _dated(told: Told) -> str | None:
    """The day of the act or, without it, of the text; None where neither is told."""
    return told.date or told.reading.published


def _referendum(day: str | None) -> Referendum | None:
    rows = Referendum.objects.order_by("vote_on")
    return next((row for row in rows if day and may_be_one(day, row.vote_on)), None)


def _work(told: Told) -> tuple[str | None, Text | None]:
    """The work of the register that a law named is, with its title. There were two constitutions:
    which one a text without a day means, it does not say."""
    id = next((one for name in told.objects for one in [_named(name, told)] if one), None)
    if id and works()[id].kind == "constitution" and not _dated(told):
        id = None
    return (id, works()[id].title) if id else (None, None)


def _named(name: str, told: Told) -> str | None:
    """By the recogniser of citations, else by all the words of its title or short name; of works
    of one name, the last adopted by that day."""
    from atazan.law.cited import citations

    cited = (one.work.id for one in citations(name, told.lang, day=told.day) if one.work)
    if found := next((one for one in cited if one in works()), None):
        return found
    said = set(words_of(name, told.lang))
    fitting = [
        (len(words), work.adopted, work.id)
        for work in works().values()
        if work.adopted and work.adopted <= told.day
        for words in [_words(work, said, told)]
        if words
    ]
    return max(fitting)[2] if fitting else None


def _words(work: Work, said: set[str], told: Told) -> set[str]:
    """The words of the title, or of the short name, that the name holds whole; else none."""
    both = (set(words_of(one.says(told.lang), told.lang)) for one in (work.title, work.short))
    least = 1 if work.kind == "constitution" else 2
    fits = [words for words in both if len(words) >= least and words <= said]
    if work.kind == "constitution" and len(said) > 2:
        return set()
    return max(fits, key=len, default=set())


def _draft(told: Told) -> str | None:
    """The draft of a constitution that was on its way that year; a draft law is none."""
    said = " ".join((*told.objects, told.row.quote))
    if not _dated(told) or not _OF_CONSTITUTION.search(said):
        return None
    year = told.day.year
    rows = DraftStep.objects.exclude(done_on=None).order_by("-done_on")
    near = [row.draft for row in rows if abs(int(str(row.done_on)[:4]) - year) <= 1]
    return near[0] if near else None


def _own_words(told: Told, title: Text | None) -> dict[str, str]:
    if title is not None:
        return {}
    name = " ".join(told.objects)
    return {f"title.{lang}": name if lang == told.lang else "" for lang in LANGS}
