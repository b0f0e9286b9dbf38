"""What a sentence leaves out because it was told before: who, whom, for which office."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.filling import Filled, Scene
from atazan.sources.understood.mention import Case, Day, Mention
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import ActTold, Kind
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import NOTHING, topics
from atazan.words import LANGS, Lang

_ITS: dict[Lang, frozenset[str]] = {lang: words(lang, "its") for lang in LANGS}
_HE: dict[Lang, frozenset[str]] = {lang: words(lang, "he") for lang in LANGS}
ASSOCIATION: dict[Lang, frozenset[str]] = {lang: words(lang, "association") for lang in LANGS}
_PERSONNEL: dict[Lang, frozenset[str]] = {lang: words(lang, "personnel") for lang in LANGS}
_CHAMBERS: dict[Lang, frozenset[str]] = {lang: words(lang, "chambers") for lang in LANGS}
LISTED = 12
"""Lines of a list at most, after the line that heads it."""
_THINGS = 6
BY_DECREE = frozenset({Kind.APPOINT, Kind.RELEASE})
OF_PERSONS = frozenset({Kind.APPOINT, Kind.ELECT, Kind.RELEASE, Kind.CONSENT, Kind.NOMINATE})


class Before(NamedTuple):
    """What holds on from the sentences before.

    `last` is the day of the deed told last, done or to come, in the sentence `last_at`.
    `listed` is whom the heading of a list names, at the sentence `listed_at`; `coming`: all is yet
    to come. `subject` is whom the last deed was about (`subjects` all of them), `chosen` who was
    last put or to be put into an office, `actors` who did the last deed of that sort, in the
    sentence `acted_at`; `offices` the office each person was told for, `post` the last one told of,
    `court` who decided last, `association` the last one named; `held` the body each person holds an
    office of, `things` the laws, papers and events named last, `topic` the words that say what they
    are; `resolver` who resolves the points that follow ("The Senate resolves: 1. To release …").
    """

    person: Mention | None = None
    subject: Mention | None = None
    subjects: tuple[Mention, ...] = ()
    chosen: Mention | None = None
    chamber: Mention | None = None
    actors: tuple[Mention, ...] = ()
    acted_at: int = -100
    body: Mention | None = None
    offices: tuple[tuple[str, Mention], ...] = ()
    post: Mention | None = None
    court: tuple[Mention, ...] = ()
    association: Mention | None = None
    parties: tuple[Mention, ...] = ()
    held: dict[str, Mention] = {}
    things: tuple[Mention, ...] = ()
    topic: frozenset[str] = NOTHING
    resolver: Mention | None = None
    day: Day | None = None
    told_at: int = -100
    paper_day: Day | None = None
    last: Day | None = None
    last_at: int = -100
    listed: Mention | None = None
    listed_at: int = -100
    coming: bool = False

    def office(self, name: str) -> Mention | None:
        """The office a person was last told for."""
        return next((office for who, office in reversed(self.offices) if who == name), None)


def chamber(mentions: Sequence[Mention]) -> Mention | None:
    """The chamber that "deputies" of a text are of: the first one named."""
    return next(
        (
            one
            for one in mentions
            if one.sort == "body" and one.name.casefold().split()[0] in _CHAMBERS[one.lang]
        ),
        None,
    )


_COURT = ("онституцио", "онституциялық", "onstitutional Co")


def court(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The court that "the Court" of a text stands for before one has decided."""
    found = (
        one for one in mentions if one.sort == "body" and any(word in one.name for word in _COURT)
    )
    return tuple(one for one, _ in zip(found, range(1), strict=False))


def topic_of(sentence: Sentence, before: Before) -> frozenset[str]:
    """What a pronoun of the sentence may stand for: words of the sentences before."""
    its = _ITS[sentence.lang]
    return NOTHING if its.isdisjoint(sentence.said) else before.topic


_NOMINATIVE: frozenset[Case] = frozenset(("nom",))


def past(before: Before, sentence: Sentence, mentions: Sequence[Mention], number: int) -> Before:
    """Before, as the sentence leaves it for the next, beside the deeds it told."""
    topic = topics(sentence)
    personnel = not _PERSONNEL[sentence.lang].isdisjoint(sentence.said)
    if not mentions and not personnel:
        return before._replace(topic=topic) if topic else before
    persons = [one for one in mentions if one.sort == "person"]
    if sentence.lang == "ru":  # «он» is whom the sentence before was about, not whom he met
        subjects = [one for one in persons if "nom" in one.cases]
        others = any(one.sort == "office" and one.cases == _NOMINATIVE for one in mentions)
        persons = subjects or ([] if others and before.person else persons)
    person = next(iter(persons), None)
    opens = sentence.words[0].small in _HE[sentence.lang]
    if not opens and sentence.lang == "en":  # "Yesterday evening he met with students"
        at = next((w.start for w in sentence.words[:5] if w.small in _HE["en"]), -1)
        opens = at >= 0 and (person is None or at < person.start)
    if opens:
        person = before.person or person  # "He met …": it goes on about the same one
    bodies = [one for one in mentions if one.sort == "body"]
    association = next((one for one in bodies if _is_association(one)), None)
    known = before.association
    if association and known and known.called.startswith(association.called):
        association = known
    post = next((one for one in reversed(mentions) if one.sort == "office" and one.of), None)
    if post is None and sentence.lang == "ru":  # «посол в Японии»
        post = next((one for one in mentions if one.sort == "office" and " " in one.name), None)
    things = _things(mentions)
    if personnel:
        rulers = [one for one in mentions if one.sort in ("person", "office")]
        # «Президент принял ряд кадровых решений»: the decisions that follow are his
        before = before._replace(actors=tuple(rulers[:1]), acted_at=number)
    return before._replace(
        person=person or before.person,
        post=post or before.post,
        association=association or before.association,
        things=(*before.things, *things)[-_THINGS:],
        topic=topic or before.topic,
    )


def _things(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The laws, papers and events named, each whole."""
    found: list[Mention] = []
    for one in mentions:
        whole = not found or one.start >= found[-1].end
        if whole and one.sort in ("work", "document", "event"):
            found.append(one)
    return tuple(found)


def _is_association(body: Mention) -> bool:
    return _names_association(body.called, body.lang)


@lru_cache(maxsize=20_000)
def _names_association(name: str, lang: Lang) -> bool:
    said = name.casefold().split()
    heads = said[-1:] if lang == "kk" else said[:1]
    return bool(heads) and heads[0].startswith(tuple(ASSOCIATION[lang]))


def titled(before: Before, told: Scene) -> Before:
    """Before, with the bodies that the persons of a sentence hold an office of."""
    names = {one.mention.start: one.mention for one in told.names}
    own = before.court[0].called if before.court else ""
    found = {
        names[start].called: title._replace(sort="body", name=_body_held(title, own), full="")
        for start, title in told.titles.items()
        if (title.of or own) and start in names
    }
    return before._replace(held={**before.held, **found}) if found else before


def _body_held(title: Mention, own: str) -> str:
    """The body of an office: by the fullest name the text has for its court."""
    fuller = title.lang == "ru" and own.casefold().startswith(title.of.casefold() + " каз")
    return own if fuller or not title.of else title.of


def after(before: Before, filled: Filled, act: ActTold, days: Sequence[Day], number: int) -> Before:
    """What holds on after a deed was told."""
    if act.modality != "denied" and filled.actors and filled.counterparts:
        before = before._replace(parties=(*filled.actors, *filled.counterparts))
    found = next((one for one in days if one.day == act.date), None)
    if found or act.date is None:
        before = before._replace(last=found, last_at=number)
    proposed = act.kind is Kind.NOMINATE and before.day is not None
    if found and act.modality == "done" and not proposed:
        before = before._replace(day=found, told_at=number)
    elif before.day and act.date == before.day.day:  # carried on, it holds on from here
        before = before._replace(told_at=max(number, before.told_at))
    if act.kind in OF_PERSONS and filled.objects:
        before = before._replace(subject=filled.objects[0], subjects=filled.objects)
        if act.kind is not Kind.RELEASE:
            before = before._replace(chosen=filled.objects[0])
        if filled.office:
            told = tuple((one.called, filled.office) for one in filled.objects)
            left = act.kind is Kind.RELEASE  # an office left is no more what a person is told for
            every = (*told, *before.offices) if left else (*before.offices, *told)
            before = before._replace(offices=every[-20:])
    if act.kind in BY_DECREE and filled.actors:
        before = before._replace(actors=filled.actors, acted_at=number)
    if filled.office:
        before = before._replace(post=filled.office)
    if act.kind is Kind.DECIDE_CASE and filled.actors:
        before = before._replace(court=filled.actors)
    body = next((one for one in filled.actors if one.sort == "body"), None)
    return before._replace(body=body or before.body)
