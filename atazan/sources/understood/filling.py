"""Who fills which part of a deed: the names of a sentence put in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from typing import NamedTuple

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.offices import attached, office_of
from atazan.sources.understood.patterns import Part
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues import TONGUES
from atazan.sources.understood.tongues.form import Named
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang

TOO_DEAR = 2.6
_PER_WORD = 0.045
_BARRIER = 0.9
_SPENT = 0.7
"""What it costs to be what an earlier deed of the sentence was done to."""
_SLOT = 0.25
"""What a later place of a part's list costs more than the one before."""


class Filled(NamedTuple):
    """The parts found, with their mentions; `cost` is what speaks against it all."""

    actors: tuple[Mention, ...]
    objects: tuple[Mention, ...]
    office: Mention | None
    counterparts: tuple[Mention, ...]
    cost: float


class Scene(NamedTuple):
    """A sentence with its names: those free to fill a part, and the offices of persons named."""

    sentence: Sentence
    names: tuple[Named, ...]
    titles: dict[int, Mention]
    """The office said with a person, by where the person's mention starts."""


_OPEN: dict[str, tuple[str, ...]] = {
    "person": ("document", "work", "event"),
    "office": ("document",),
    "body": ("document",),
}
"""A name within one of these still fills a part of its own: «Указ Главы государства»."""


def scene(sentence: Sentence, mentions: list[Mention], text: str) -> Scene:
    """The names of a sentence; a name within another and a title of a person fill no part alone."""
    starts, ends = [word[1] for word in sentence.words], [word[2] for word in sentence.words]
    placed = [
        Named(one, first, last)
        for one in mentions
        if (first := bisect_right(ends, one.start)) <= (last := bisect_left(starts, one.end) - 1)
        and not _in_brackets(text, one)
    ]
    inside = {
        id(one.mention)
        for one in placed
        for other in placed
        if one is not other
        and other.mention.sort not in _OPEN.get(one.mention.sort, ())
        and other.mention.start <= one.mention.start
        and one.mention.end <= other.mention.end
        and (one.mention.end - one.mention.start) < (other.mention.end - other.mention.start)
    }
    free = [one for one in placed if id(one.mention) not in inside]
    titles = attached(sentence, free, text)
    taken = {id(title) for title in titles.values()}
    begins = {id(one.mention): one.first for one in free}
    names = tuple(_with_title(one, titles, begins) for one in free if id(one.mention) not in taken)
    return Scene(sentence, names, titles)


def _with_title(named: Named, titles: dict[int, Mention], begins: dict[int, int]) -> Named:
    """A person from the first word of the title said before."""
    title = titles.get(named.mention.start) if named.mention.sort == "person" else None
    if title and title.start < named.mention.start:
        return named._replace(first=begins[id(title)])
    return named


def _in_brackets(text: str, mention: Mention) -> bool:
    start, end = mention.start, mention.end
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def fill(
    scene: Scene, trigger: Trigger, heads: frozenset[int], spent: Collection[Mention] = ()
) -> Filled:
    """The parts of the deed a trigger tells; parts without a name stay empty.

    `spent` are the objects of deeds told before in the sentence.
    """
    frame = trigger.pattern.frame
    used: set[Mention] = set()
    cost = 0.0
    office = office_of(scene.sentence, scene.names, trigger) if frame.office else None
    if office:
        used.add(office)
    objects, more = _part(scene, trigger, heads, frame.objects, used, spent)
    cost += more
    used.update(objects)
    actors, more = _part(scene, trigger, heads, frame.actors, used)
    cost += more
    used.update(actors)
    counterparts, more = _part(scene, trigger, heads, frame.counterparts, used)
    cost += more
    left_out = scene.sentence.lang == "kk" and not actors and bool(counterparts)
    if frame.parties and not left_out:  # «мейман … Думанмен кездеседі»: the other party is told
        actors, counterparts = _parties(actors, counterparts)
    return Filled(actors, objects, office, counterparts, cost)


def _parties(
    actors: tuple[Mention, ...], counterparts: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The first party and the others, in the order of the text."""
    every = list(dict.fromkeys((*actors, *counterparts)))
    return tuple(every[:1]), tuple(every[1:])


def _part(
    scene: Scene,
    trigger: Trigger,
    heads: frozenset[int],
    part: Part,
    used: set[Mention],
    spent: Collection[Mention] = (),
) -> tuple[tuple[Mention, ...], float]:
    frame, slots = trigger.pattern.frame, part.slots(trigger.form.voice)
    if not part.sorts or not slots:
        return (), 0.0
    tongue = TONGUES[scene.sentence.lang]
    best: tuple[float, int] | None = None
    for number, named in enumerate(scene.names):
        if named.mention.sort not in part.sorts or named.mention in used:
            continue
        if part is frame.actors and frame.office and _to_be_held(named.mention):
            continue
        if part is trigger.pattern.frame.objects and not suits(named.mention, trigger):
            continue
        way = _way(scene.sentence, named, trigger, heads)
        if way > TOO_DEAR:
            continue
        said = tongue.slots(named, scene.sentence, trigger.head, trigger.others)
        costs = [said[slot] + rank * _SLOT for rank, slot in enumerate(slots) if slot in said]
        if not costs:
            continue
        cost = (
            min(costs)
            + part.sorts.index(named.mention.sort) * 0.05
            + way
            + abs(named.first - trigger.head)
            * (0.02 if part is frame.actors and scene.sentence.lang == "ru" else 0.002)
            + (_SPENT if named.mention in spent else 0.0)
        )
        if cost <= TOO_DEAR and (best is None or cost < best[0]):
            best = (cost, number)
    if best is None:
        return (), 0.6
    return _together(scene, best[1], part, used), best[0]


def _to_be_held(mention: Mention) -> bool:
    """«избран председателем»: an office in the instrumental is given, unless it is a ruler's."""
    if mention.sort != "office" or mention.lang != "ru" or mention.cases != {"ins"}:
        return False
    return mention.name.casefold().split()[0] not in _RULERS


def suits(mention: Mention, trigger: Trigger) -> bool:
    """Whether an object is of the sort of things the pattern speaks of."""
    pattern = trigger.pattern.pattern
    if trigger.pattern.kind is Kind.DECIDE_CASE and _is_measure(mention):
        return False
    if not pattern.objects_are and not pattern.objects_not:
        return True
    said = mention.name.casefold().split()
    if mention.lang == "kk" and trigger.pattern.kind is Kind.PROJECT and "»" in mention.name:
        # a project's own title may say what is no project: «Балалар және Конституция» жобасы
        said = mention.name.casefold().rpartition("»")[2].split()
    if any(word.startswith(pattern.objects_not) for word in said) and pattern.objects_not:
        return False
    return not pattern.objects_are or any(word.startswith(pattern.objects_are) for word in said)


def _is_measure(mention: Mention) -> bool:
    """The constitution itself is what a court measures by, not what it decides on."""
    said = mention.name.casefold()
    first = said.split()[0]
    return first in _MEASURE[mention.lang] and not any(char.isdigit() for char in said)


def _way(sentence: Sentence, named: Named, trigger: Trigger, heads: frozenset[int]) -> float:
    """What lies between a name and the word of the deed."""
    tongue = TONGUES[sentence.lang]
    near = min(
        (trigger.head, *trigger.others),
        key=lambda one: min(abs(one - named.first), abs(one - named.last)),
    )
    start, end = (named.last + 1, near) if named.last < near else (near + 1, named.first)
    between = range(start, end)
    cost = len(between) * _PER_WORD
    if cost > TOO_DEAR:  # too far already: in a text without stops all would be looked at
        return cost
    head, others, smalls = trigger.head, trigger.others, sentence.smalls
    for one in between:
        if one != head + 1 and tongue.barrier(smalls[one]):
            cost += _BARRIER
        if one in heads and one not in others:
            cost += _BARRIER
    return cost


_RULERS = words("ru", "rulers")
_MEASURE: dict[Lang, frozenset[str]] = {lang: words(lang, "measure") for lang in LANGS}
_AND: dict[Lang, frozenset[str]] = {lang: words(lang, "and") for lang in LANGS}


def _together(scene: Scene, number: int, part: Part, used: set[Mention]) -> tuple[Mention, ...]:
    """A name with those told in one breath with it: of one sort, divided by commas and `and`."""
    names, said = scene.names, scene.sentence.words
    found = [names[number].mention]
    for step in (1, -1):
        at = number
        while 0 <= at + step < len(names):
            one, next_ = names[at], names[at + step]
            left, right = (one, next_) if step > 0 else (next_, one)
            between = [said[i].small for i in range(left.last + 1, right.first)]
            alike = (
                next_.mention.sort == names[number].mention.sort
                and next_.mention.sort in part.sorts
            )
            if (
                not alike
                or next_.mention in used
                or any(word not in _AND[scene.sentence.lang] for word in between)
            ):
                break
            if not between and not _comma(scene, left, right):
                break
            if {"with"} & set(between) and scene.sentence.lang == "en":
                break
            found.append(next_.mention)
            at += step
    return tuple(sorted(found, key=lambda one: one.start))


def _comma(scene: Scene, left: Named, right: Named) -> bool:
    return (
        right.mention.start - left.mention.end <= 3 and right.mention.start > left.mention.end + 1
    )
