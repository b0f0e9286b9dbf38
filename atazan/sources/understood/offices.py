"""Which office is a person's title, and which is the office of the deed."""

from __future__ import annotations

import re
from itertools import pairwise

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.sentences import Sentence, Word
from atazan.sources.understood.tongues.form import Named
from atazan.sources.understood.tongues.kazakh import KAZAKH
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang

_BEFORE: dict[Lang, frozenset[str]] = {lang: words(lang, "office_before") for lang in LANGS}
_AFTER: dict[Lang, frozenset[str]] = {lang: words(lang, "office_after") for lang in LANGS}
_RULERS = words("kk", "rulers")
"""Who appoints: «Президент Азимованы тағайындады», not President Azimova."""


_HEADS_OF_STATE = ("президент респ", "президент стр", "глава государства")
_OTHERS = words("en", "office_of_others")
_ARTICLES = words("en", "articles")


def attached(sentence: Sentence, names: list[Named], text: str) -> dict[int, Mention]:
    """The title of each person named with one, by where the person's mention starts."""
    found: dict[int, Mention] = {}
    papers = {one.mention.end for one in names if one.mention.sort == "document"}
    for left, right in pairwise(names):
        pair = {left.mention.sort, right.mention.sort}
        if pair != {"person", "office"}:
            continue
        gap = text[left.mention.end : right.mention.start]
        if left.mention.sort == "office":
            # «Указом Президента Кайрат Мами назначен»: the office signs, the person is another
            other = left.mention.end in papers and "nom" in right.mention.cases
            joined = gap.strip() == "" or (gap == ", " and left.mention.lang == "en")
            before = {one.small for one in sentence.words[max(0, left.first - 2) : left.first]}
            other = other or (sentence.lang == "ru" and bool(before & _BEFORE["ru"]))
            other = other or _orders(text, left.mention, right.mention)
            if joined and not other and not _disagree(left.mention, right.mention):
                found[right.mention.start] = left.mention
        elif gap.strip() in (",", ", the", "—", "–") and left.mention.start not in found:
            found[left.mention.start] = right.mention
    return found


_BY_ORDER = re.compile(r"\b(?:order|decree|decision|instruction|resolution)s? of (?:the )?$")


def _orders(text: str, office: Mention, person: Mention) -> bool:
    """ "By order of the Head of State Nurlan Abenov was relieved": the order is another's."""
    if office.lang != "en" or text[person.end : person.end + 1] == ",":
        return False
    return bool(_BY_ORDER.search(text, max(0, office.start - 30), office.start))


def _disagree(office: Mention, person: Mention) -> bool:
    """«назначил Председателем Эльвиру Азимову»: an office in another case than the person."""
    if office.lang == "kk":
        rules = office.name.casefold().replace(" ", "_") in _RULERS and "acc" in person.cases
        return rules or (bool(office.cases) and "nom" not in office.cases)
    return bool(office.cases and person.cases) and not office.cases & person.cases


def office_of(sentence: Sentence, names: tuple[Named, ...], trigger: Trigger) -> Mention | None:
    """The office a deed is about: marked as such, else the nearest that nobody holds here."""
    best: tuple[float, Mention] | None = None
    for one in names:
        if one.mention.sort != "office":
            continue
        cost = _cost(sentence, one, trigger)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, one.mention)
    return best[1] if best else None


def _apart(said: tuple[Word, ...], last: int, head: int) -> bool:
    """Whether a clause of its own begins between an office and the verb."""
    return any(KAZAKH.barrier(word.small) for word in said[last + 1 : head])


def _cost(sentence: Sentence, named: Named, trigger: Trigger) -> float | None:
    said, lang, cases = sentence.words, sentence.lang, named.mention.cases
    near = min(abs(named.first - trigger.head), abs(named.last - trigger.head)) * 0.05
    if lang == "ru":  # «назначен министром Айдос, ранее занимавший пост судьи»
        apart = range(*sorted((named.last, trigger.head)))
        near += 0.5 * sum(said[at + 1].start - said[at].end > 1 for at in apart)
    before = {word.small for word in said[max(0, named.first - 2) : named.first]}
    after = {word.small for word in said[named.last + 1 : named.last + 2]}
    if lang == "kk" and (named.first > trigger.head or _apart(said, named.last, trigger.head)):
        return None
    marked = before & _BEFORE[lang] and (lang != "ru" or not cases or "gen" in cases)
    if marked or after & _AFTER[lang]:
        return near
    if lang == "ru":
        if cases and "ins" in cases:
            rules = named.mention.name.casefold().startswith(_HEADS_OF_STATE)
            return near + (0.8 if rules else 0.2)
        return near + 0.8 if trigger.form.voice == "noun" and "gen" in cases else None
    if lang == "kk":
        if cases & {"dat", "abl"}:
            return near + 0.1
        return None
    if any(named.first <= one <= named.last for one in trigger.others):
        return near + 0.2  # "the chair of the Association passed to …"
    owned = said[named.last].small.endswith("'s")
    if named.first > trigger.head and not owned and before_it(said, named) not in _OTHERS:
        return near + 0.3
    return None


def before_it(said: tuple[Word, ...], named: Named) -> str:
    """The word before a name, articles left out."""
    at = named.first - 1
    while at >= 0 and said[at].small in _ARTICLES:
        at -= 1
    return said[at].small if at >= 0 else ""


_OF_MANY = {
    "судьи": "судья", "члены": "член", "послы": "посол", "министры": "министр",
    "заместители": "заместитель", "председатели": "председатель", "прокуроры": "прокурор",
    "руководители": "руководитель", "представители": "представитель", "главы": "глава",
}  # fmt: skip
_ONE = dict(pair.split(":") for pair in words("en", "one_office") if ":" in pair)
_WHICH = words("en", "which_office")


def office_name(office: Mention) -> str:
    """The name of an office as one person holds it: "judges of the Court", "first Chairman"."""
    if office.lang == "ru":
        head, gap, rest = office.name.partition(" ")
        one = _OF_MANY.get(head.casefold())
        return (head[0] + one[1:] if one else head) + gap + rest
    if office.lang != "en":
        return office.name
    first, gap, rest = office.name.partition(" ")
    if rest and first.casefold() in _WHICH:
        first, gap, rest = rest.partition(" ")
    single = _ONE.get(first.casefold())
    if single:
        first = first[0] + single[1:]
    body, space, last = rest.rpartition(" ")
    if last.casefold() in _ONE and space:
        rest = body + space + _ONE[last.casefold()]  # Supreme Court judges
    return first + gap + rest
