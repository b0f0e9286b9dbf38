"""Kazakh: the ending tells the part; the verb stands last; postpositions follow."""

from __future__ import annotations

import re
from functools import lru_cache

from atazan.sources.understood.mention import Case
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.tongues.form import Form, Named, Slot, Time, Voice
from atazan.sources.understood.tongues.tables import words
from atazan.words import readings

_BARRIERS = words("kk", "barriers")
_BETWEEN = words("kk", "between")
_BY = words("kk", "by")
_PROPOSED = words("kk", "proposed")
_TO_COME = words("kk", "to_come")
_GOES_ON = words("kk", "goes_on")
_NOT = words("kk", "not")
_DATIVE = ("уға", "уге", "юға", "юге", "уды", "уді", "юды", "юді")
_SETS_ABOUT = ("кіріс", "көш", "баста")
"""«жүзеге асыруға кірісті»: the deed has begun."""
_GOING_ON = ("уда", "уде", "юда", "юде")
"""«жүзеге асыруда»: is carrying out."""
_LET = ("сын", "сін")
_PARTICIPLE = re.compile(r"(?:[ғгқк][ае]н|[аейі]т[ыі]н)$")
_AHEAD = 12
"""Words within which a verb that goes on («қарап, … таныды») finds the verb that tells its time."""
_MARKED = ("person", "body", "office")
"""Whom a deed is done to is marked so: «Әзімованы», never «Әзімова», but in a list behind."""
_STANDS_FOR = ("делегация", "өкілдер", "басшылығ", "ұжым", "ұйымы", "компаниясы", "қорымен")
_BESIDE = frozenset(("қолдауымен", "қатысуымен", "шақыруымен", "шақыруы"))
"""«БҰҰДБ-ның қолдауымен»: beside the deed, not its doer."""
_IF = frozenset(("жағдайда", "болса"))
"""«келісім берілген жағдайда»: no deed, only one thought of."""
_CASES: tuple[Case, ...] = ("gen", "dat", "acc", "ins", "loc", "abl")


class _Kazakh:
    head_first = False

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        kinds = frozenset(tags)
        if "noun" in kinds:
            return Form("noun", "past")
        if "verb" not in kinds or (lemma == "болу" and "perf" in kinds):
            return None
        voice: Voice = "passive" if "pass" in kinds else "active"
        negated = "neg" in kinds
        if "imp" in kinds:
            return Form(voice, "infinitive", negated) if small.endswith(_LET) else None
        if "ger" in kinds:
            return Form(voice, "infinitive", negated)
        return Form(voice, _time(kinds), negated)

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form | None:
        if form.voice == "noun":
            return form
        said = sentence.words
        after = [word.small for word in said[at + 1 : at + 4]]
        wrong = after[:2] == ["деп", "қате"]  # «тағайындалды деп қате жаздық»
        negated = form.negated or wrong or bool(after and after[0] in _NOT)
        small = said[at].small
        if after and after[0] in _IF:
            return None
        if form.time == "infinitive" and not small.endswith(_LET):
            if any(one in _TO_COME for one in after) and after[0] != "болады":
                return form._replace(time="future", negated=negated)
            if small.endswith(_DATIVE) and after and after[0].startswith(_SETS_ABOUT):
                return form._replace(time=_finite(after[0]) or "past", negated=negated)
            if small.endswith(_GOING_ON) and (not after or after[0] == "деп"):
                return form._replace(time="past", negated=negated)
            # «тағайындауға келісім берді»: the name of a deed does not tell that it was done
            return None
        if after and after[0] in _TO_COME:
            return form._replace(time="future", negated=negated)
        if _goes_on(small) and not (after and after[0] in _GOES_ON):
            told = next(
                (one for word in said[at + 1 : at + _AHEAD] if (one := _finite(word.small))), None
            )
            if told:
                return form._replace(time=told, negated=negated)
        return form._replace(negated=negated)

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        said, mention = sentence.words, named.mention
        cases = mention.cases or _cases(said[named.last].small)
        follow = [word.small for word in said[named.last + 1 : named.last + 6]]
        after = follow[0] if follow else ""
        found: dict[Slot, float] = {"any": 1.0}
        if any(one in _BETWEEN for one in follow[:2]):
            found["between"] = 0.0
            return found
        if after in _BESIDE:
            return {"any": 1.0}
        if after in ("алдында", "көзінше"):
            return {"to": 0.0, "any": 1.0}
        behind = named.last > head
        if behind and named.first == head + 1 and _PARTICIPLE.search(said[head].small):
            # «отставкаға кеткен Азизовтың»: whom the participle before speaks of
            return {"subj": 0.0, "obj": 0.0, "to": 0.2, "any": 0.3}
        if cases <= {"gen", "nom"} and after.startswith(_STANDS_FOR):
            cases = _cases(after)
        if "nom" in cases:
            if not behind:
                found["subj"] = 0.4 if mention.sort == "office" and _its(after) else 0.0
            # «Сенат отырысы»: a name without an ending just before the noun is of it
            if any(0 < one - named.last <= 2 for one in (head, *nouns)):
                found["of"] = 0.1
            if (behind and mention.sort != "office") or mention.sort not in _MARKED:
                found["obj"] = 0.9
        if "acc" in cases:
            found["obj"] = 0.0
        if "ins" in cases:
            found["with"] = 0.0
        if "dat" in cases:
            found["to"] = 0.0
        if "abl" in cases:
            found["from"] = 0.0
        if ("gen" in cases and any(one in _BY for one in follow)) or after in _BY:
            return {"agent": 0.0, "any": 1.0}
        if ("gen" in cases and any(one in _PROPOSED for one in follow)) or after in _PROPOSED:
            return {"agent": 0.7, "any": 1.2}
        if "gen" in cases:
            found["of"] = 0.0 if any(0 < one - named.last <= 4 for one in (head, *nouns)) else 0.5
            found["subj"] = 0.7
        return found

    def barrier(self, small: str) -> bool:
        return small in _BARRIERS


def _time(kinds: frozenset[str]) -> Time:
    if kinds & {"pur", "hab", "fut", "conv", "cond"}:
        return "future"
    return "past"


@lru_cache(maxsize=25_000)
def _finite(small: str) -> Time | None:
    """The time of a verb that ends a clause; None for another word."""
    for reading in readings(small, "kk")[:2]:
        kinds = frozenset(reading.tags)
        if "verb" not in kinds or kinds & {"perf", "ger", "its", "imp"}:
            continue
        if kinds & {"did", "past"}:
            return "past"
        if kinds & {"pur", "hab"} or {"conv", "pres"} <= kinds:
            return "future"
    return None


@lru_cache(maxsize=25_000)
def _goes_on(small: str) -> bool:
    """Whether a verb leaves its time to one that follows: «қарап», «қабылдамай»."""
    for reading in readings(small, "kk")[:1]:
        kinds = frozenset(reading.tags)
        return "verb" in kinds and ("perf" in kinds or (kinds >= {"conv", "neg"}))
    return False


@lru_cache(maxsize=25_000)
def _its(small: str) -> bool:
    """Whether a word is of the one before it: «әкімдері сайлауының»."""
    return any("its" in one.tags and "gen" in one.tags for one in readings(small, "kk")[:1])


@lru_cache(maxsize=25_000)
def _cases(small: str) -> frozenset[Case]:
    """The cases a name's last word may stand in, by its own ending."""
    tags = {tag for reading in readings(small, "kk")[:2] for tag in reading.tags}
    return frozenset([one for one in _CASES if one in tags] or ["nom"])


_SHORT = 24
"""Words of a line at most."""


def verbless(sentence: Sentence) -> bool:
    """Whether a Kazakh line says no deed by a verb: «10:00 – Сенат отырысы»."""
    return (
        sentence.lang == "kk"
        and len(sentence.words) <= _SHORT
        and not any(
            small == "туралы" or (_finite(small) and not _PARTICIPLE.search(small))
            for small in sentence.smalls
        )
        and not _finite(sentence.smalls[-1])
    )


KAZAKH = _Kazakh()
