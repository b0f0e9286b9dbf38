"""Official papers: who resolves or orders what their points say, and on which day."""

from __future__ import annotations

from collections.abc import Sequence

from atazan.sources.understood.before import Before
from atazan.sources.understood.filling import Scene
from atazan.sources.understood.mention import Day, Mention
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.signing import signer
from atazan.sources.understood.tongues.form import Named
from atazan.sources.understood.tongues.tables import words
from atazan.words import LANGS, Lang

_RESOLVES: dict[Lang, frozenset[str]] = {lang: words(lang, "resolves") for lang in LANGS}
_PAPER: dict[Lang, frozenset[str]] = {lang: words(lang, "paper") for lang in LANGS}
HEAD = 5
"""Sentences in which an official paper tells its day."""


def paper_day(sentences: Sequence[Sentence], days: Sequence[Day]) -> Day | None:
    """The day of minutes, a decree or a resolution: written out in its head, else at its end."""
    if not is_paper(sentences):
        return None
    head = sentences[:HEAD]
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
        who = next((one for one in mentions[:HEAD] if one.sort == "body"), None)  # of minutes
        signed = None if who else signed
    who = signed or who
    dated = [day for day in days if day.how == "absolute" and len(day.day) == 10]
    day = next((one for one in dated if signed and one.start > signed.end), None)
    day = day or next((one for one in dated if one.start < told.sentence.end), None)
    day = day or (dated[-1] if dated else None)
    return before._replace(
        resolver=who or before.resolver, day=day or before.day, told_at=number if day else -100
    )
