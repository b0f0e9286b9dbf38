"""What a sentence leaves out because it was told before: who, whom, for which office, when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from atazan.sources.understood.dating import AT_SITTINGS, BY_PAPER, HOLDS_ON
from atazan.sources.understood.filling import Filled, Scene
from atazan.sources.understood.mention import Case, Day, Mention
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.signing import signer
from atazan.sources.understood.told import ActTold, Kind
from atazan.sources.understood.tongues.form import Named
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import NOTHING, Trigger, topics
from atazan.words import LANGS, Lang

_ITS: dict[Lang, frozenset[str]] = {lang: words(lang, "its") for lang in LANGS}
_RESOLVES: dict[Lang, frozenset[str]] = {lang: words(lang, "resolves") for lang in LANGS}
_SAME_DAY: dict[Lang, frozenset[str]] = {lang: words(lang, "same_day") for lang in LANGS}
_DAY: dict[Lang, frozenset[str]] = {lang: words(lang, "day") for lang in LANGS}
_EARLIER: dict[Lang, frozenset[str]] = {lang: words(lang, "earlier") for lang in LANGS}
_HE: dict[Lang, frozenset[str]] = {lang: words(lang, "he") for lang in LANGS}
_SITTING: dict[Lang, frozenset[str]] = {lang: words(lang, "sitting") for lang in LANGS}
ASSOCIATION: dict[Lang, frozenset[str]] = {lang: words(lang, "association") for lang in LANGS}
_PAPER: dict[Lang, frozenset[str]] = {lang: words(lang, "paper") for lang in LANGS}
_PERSONNEL: dict[Lang, frozenset[str]] = {lang: words(lang, "personnel") for lang in LANGS}
_CHAMBERS: dict[Lang, frozenset[str]] = {lang: words(lang, "chambers") for lang in LANGS}
LISTED = 12
"""Lines of a list at most, after the line that heads it."""
_HEAD = 5
"""Sentences in which an official paper tells its day."""
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


def paper_day(sentences: Sequence[Sentence], days: Sequence[Day]) -> Day | None:
    """The day of minutes, a decree or a resolution: written out in its head, else at its end."""
    if not is_paper(sentences):
        return None
    head = sentences[:_HEAD]
    dated = [day for day in days if day.how == "absolute" and len(day.day) == 10]
    first = next((day for day in dated if day.start < head[-1].end), None)
    last = (
        dated[-1]
        if dated and sentences[-2:] and dated[-1].start >= sentences[-2:][0].start
        else None
    )
    return first or last


def is_paper(sentences: Sequence[Sentence]) -> bool:
    """Whether a text is headed as minutes, a decree or a resolution."""
    return any(
        word.small in _PAPER[one.lang]
        for at, one in enumerate(sentences[:2])
        for word in (one.words[:4] if one.lang != "ru" else one.words[: 2 - 2 * at])
    )


def ordering(sentence: Sentence) -> bool:
    """Whether a sentence is a point of a decree: "2. To relieve …", «1. Назначить …»."""
    first = next((one.small for one in sentence.words[:2] if not one.small.isdigit()), "")
    if sentence.lang == "ru":
        return first.endswith(("ть", "ти")) and sentence.words[0].word[0].isupper()
    return sentence.lang == "en" and first == "to"


def ordered(
    before: Before,
    head: Sequence[Sentence],
    mentions: Sequence[Mention],
    days: Sequence[Day],
    sentence: Sentence,
) -> Before:
    """Before, with who orders the points of a decree: who signs it, else whom its head names."""
    offices = [one for one in mentions if one.sort == "office"]
    signers = (
        one
        for one in mentions
        if one.sort == "person"
        and one.start > sentence.end
        and (one.lang != "ru" or "nom" in one.cases)
        and any(_beside(office, one) for office in offices)
    )
    who = next(signers, None)
    heads = [one for one in mentions if one.sort in ("office", "body") and one.end <= head[-1].end]
    if heads and heads[0].sort == "body" and heads[0].end <= head[0].end:
        who = None  # the resolution of a body is not that of its speaker
    resolves = any(word.small == "resolution" for one in head for word in one.words)
    title = next(
        (one for one in mentions if who and one.sort == "office" and _beside(one, who)), None
    )
    if resolves and title and title.of:
        heads, who = [title._replace(sort="body", name=title.of, full="")], None
    dated = [day for day in days if day.how == "absolute" and len(day.day) == 10]
    signed = who.start if who else head[0].start
    day = next((one for one in dated if one.end < sentence.start), None)
    day = day or next((one for one in dated if one.start > signed), None)
    return before._replace(
        resolver=who or next(iter(heads), None), day=day, told_at=0 if day else -100
    )


def _beside(office: Mention, person: Mention) -> bool:
    return office.start - person.end in (1, 2) or person.start - office.end == 1


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


_WEEKDAYS: dict[Lang, frozenset[str]] = {lang: words(lang, "weekdays") for lang in LANGS}
_GREETS = 9
"""Words at most of a sentence that opens a post with its day."""
_HEADED = 6
"""Words of a line at most that is a day and heads what follows."""


def dayline(before: Before, sentence: Sentence, days: Sequence[Day], number: int) -> Before:
    """Before, after a line that is only a day: «Сейсенбі, 14 мамыр.»."""
    if sentence.lang == "kk" and number < _HEAD and len(sentence.words) <= _GREETS:
        told = next((one for one in days if one.how == "relative" and len(one.day) == 10), None)
        if told:  # «Достар, бүгін қызықты күн болды!»
            return before._replace(day=told, told_at=number)
    if (
        len({one.day for one in days}) != 1
        or len(sentence.words) > _HEADED
        or len(days[0].day) < 10
        or _WEEKDAYS[sentence.lang].isdisjoint(sentence.said)
    ):
        return before
    day = days[0]
    outside = [
        one for one in sentence.words if not any(at.start <= one.start < at.end for at in days)
    ]
    if any(one.small not in _WEEKDAYS[sentence.lang] for one in outside):
        return before
    return before._replace(day=day, told_at=number, listed_at=max(number, before.listed_at))


_ANNOUNCES: dict[Lang, frozenset[str]] = {lang: words(lang, "announces") for lang in LANGS}


def announced(sentence: Sentence) -> bool:
    """Whether a text begins as a list of what is to come: «Анонсы на завтра, 24 октября»."""
    return any(word.small in _ANNOUNCES[sentence.lang] for word in sentence.words[:3])


def sits(before: Before, sentence: Sentence, days: Sequence[Day], number: int) -> Before:
    """Before, after a sentence that tells the day of a sitting and no deed."""
    day = next((one for one in days if one.of == "act" and one.how != "open"), None)
    if (
        day is None
        or len(day.day) < 10
        or _SITTING[sentence.lang].isdisjoint(one.small for one in sentence.words)
    ):
        return before
    return before._replace(day=day, told_at=number)


def heading(
    before: Before, mentions: Sequence[Mention], days: Sequence[Day], number: int
) -> Before:
    """Before, after a line that heads a list: «Сегодня на заседании Мажилиса:»."""
    body = next((one for one in mentions if one.sort == "body"), None)
    day = next((one for one in days if one.of == "act" and one.how != "open"), None)
    if body is None and day is None:
        return before
    return before._replace(
        listed=body or before.listed,
        body=body or before.body,
        day=day or before.day,
        listed_at=number,
        told_at=number if day else before.told_at,
    )


def day_before(told: Scene, trigger: Trigger, before: Before, number: int) -> Day | None:
    """The day told before that still holds; None where the deed says it was done earlier."""
    small = told.sentence.said
    lang = told.sentence.lang
    earlier = small & _EARLIER[lang] and not small & _SITTING[lang]
    if not (before.day or before.paper_day) or earlier:
        return None
    if before.resolver and number >= before.told_at:
        return before.day or before.paper_day
    if number - before.listed_at <= LISTED:
        return before.day
    kind = trigger.pattern.kind
    if lang == "ru" and kind in BY_DECREE and "же" in small and before.day:
        return before.day  # «этим же указом освобождён»
    if before.paper_day and (kind in AT_SITTINGS or kind in BY_PAPER):
        holds = number - before.told_at <= HOLDS_ON
        return before.day if before.day and holds else before.paper_day
    if small & _SAME_DAY[lang] and small & _DAY[lang]:
        return before.day
    holds = number - before.told_at <= HOLDS_ON
    return before.day if holds and trigger.pattern.kind in AT_SITTINGS else None


_VISIT: dict[Lang, frozenset[str]] = {lang: words(lang, "visit") for lang in LANGS}
_AT_VISITS = AT_SITTINGS | {Kind.HOLD_CONGRESS, Kind.PUBLISH_DRAFT}


def on_visit(told: Scene, trigger: Trigger, before: Before, number: int) -> bool:
    """Whether a deed goes on at the visit or sitting just told: «Сапар барысында … қол қояды»."""
    if before.last is None or number - before.last_at > HOLDS_ON:
        return False
    first = [word.small for word in told.sentence.words[:2]]
    said = _VISIT[told.sentence.lang]
    return trigger.pattern.kind in _AT_VISITS and any(one in said for one in first)


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


def resolving(sentence: Sentence) -> bool:
    """Whether a sentence says that someone resolves what follows."""
    said = _RESOLVES[sentence.lang]
    if said.isdisjoint(sentence.said):
        return False
    if sentence.lang == "en":  # "resolves:", "I hereby decree": a signed decree resolves nothing
        return _resolves_in_english(sentence, said)
    if sentence.lang == "ru":  # «ПОСТАНОВЛЯЕТ: 1. …», «РЕШИЛИ: …»; «суд решил …» resolves nothing
        last = sentence.words[-1]
        return any(
            one.small in said
            and (
                one.word.isupper()
                or one is last
                or next_.word.isdigit()
                or one.small in ("постановляю", "приказываю")
                or (one.word in ("Решили", "Постановили") and next_.start - one.end > 1)
            )
            for one, next_ in zip(sentence.words, (*sentence.words[1:], last), strict=True)
        )
    # «ҚАУЛЫ ЕТЕДІ», «ШЕШІЛДІ»: in small letters these are words of every day
    pairs = zip(sentence.words, (*sentence.words[1:], sentence.words[-1]), strict=True)
    return any(
        one.small in said and (one.word.isupper() or next_.small in ("етеді", "етемін"))
        for one, next_ in pairs
    )


def _resolves_in_english(sentence: Sentence, said: frozenset[str]) -> bool:
    small = [word.small for word in sentence.words if not word.small.isdigit()]
    if "hereby" in small:
        return not said.isdisjoint(small)
    places = [
        at
        for at, word in enumerate(sentence.words)
        if word.small in said and word.small != "decree"
    ]
    last = len(sentence.words) - 1
    return any(
        at == last or sentence.words[at + 1].start - sentence.words[at].end > 1 for at in places
    )


_SIGNS = frozenset("постановляю приказываю етемін бұйырамын hereby".split())
"""One person resolves: the one who signs."""


def _who(told: Scene) -> tuple[Named, ...]:
    """The names that may resolve: those before "resolved", «ШЕШІЛДІ»."""
    said = told.sentence
    says = _RESOLVES[said.lang]
    at = next((i for i, word in enumerate(said.words) if word.small in says), 0)
    return tuple(one for one in told.names if one.first < at)


def resolved(
    told: Scene, before: Before, mentions: Sequence[Mention], days: Sequence[Day], number: int
) -> Before:
    """Before, with who resolves what follows, and on which day.

    A body resolves by its name; a decree is its signer's, the last person named. Its day is the
    first one written out after the signature, else in the head, else the last.
    """
    who = next((one.mention for one in _who(told) if one.mention.sort in ("body", "office")), None)
    point = len(told.sentence.words) == 1
    signs = point or not _SIGNS.isdisjoint(told.sentence.said)
    signed = None
    if (who is None and (signs or before.resolver is None)) or (who and who.sort == "office"):
        signed = signer(mentions, told.sentence.end)
    if signed is None and point:
        return before
    if who is None and before.resolver is None and not signs:
        who = next((one for one in mentions[:_HEAD] if one.sort == "body"), None)  # of minutes
        signed = None if who else signed
    who = signed or who
    dated = [day for day in days if day.how == "absolute" and len(day.day) == 10]
    day = next((one for one in dated if signed and one.start > signed.end), None)
    day = day or next((one for one in dated if one.start < told.sentence.end), None)
    day = day or (dated[-1] if dated else None)
    return before._replace(
        resolver=who or before.resolver, day=day or before.day, told_at=number if day else -100
    )


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
