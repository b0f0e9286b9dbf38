"""Whom a text rests on: agencies, press services and sites that it names as its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.sentences import Sentence

_CUES = frozenset(
    "сообщает сообщают сообщили сообщила сообщил сообщило передает передаёт передают пишет "
    "информирует проинформировали проинформировала ссылкой ссылаясь данным информации сообщению "
    "источник хабарлайды хабарлады жазды жазады хабарлап сілтеме сілтемемен мәліметінше "
    "хабарлауынша дерегінше дереккөз қызметінен сайтынан "
    "reports reported learnt learned citing press according reference source informs by".split()
)
_NP = r"(?P<name>(?:[«\"“][^»\"”\n]{2,60}[»\"”]|(?:[^\s,;:.()«»]|\.(?=\w))+)" + (
    r"(?:\s(?!(?:со ссылкой|ссылаясь|-|–|—|citing|with reference)\s)"
    r"(?:[«\"“][^»\"”\n]{2,60}[»\"”]|(?:[^\s,;:.()«»]|\.(?=\w))+)){0,7})"
)
_LEFT = r"(?P<name>(?:[^\s,;:()–—]+\s){0,6}[^\s,;:()–—]+)"
_AFTER = {
    "ru": re.compile(
        r"(?:(?:передаё?ет|передают|сообща[ею]т|пишет|(?:про)?информиру?[ею]т|сообщил[аио]?|"
        r"проинформировал[аи])(?:\s+в)?|(?:со\s+ссылкой|ссылаясь)\s+на|"
        r"[Пп]о\s+(?:данным|информации|сообщению)|[Ии]сточник:)\s+" + _NP
    ),
    "kk": re.compile(
        r"(?:деп\s+(?:хабарла(?:йды|ды|п\s+отыр)|жаз(?:ды|ады|ып\s+отыр))|[Дд]ереккөз:)\s+" + _NP
    ),
    "en": re.compile(
        r"(?:learn(?:t|ed)\s+from|citing|(?:with|in)\s+reference\s+to|[Aa]ccording\s+to|Source:)\s+"
        r"(?:the\s+)?" + _NP
    ),
}
_BEFORE = {
    "kk": re.compile(
        _LEFT + r"\s+(?:сілтеме(?:мен|\s+жаса[пй]\w*)|мәліметінше|хабарлауынша|дерегінше|"
        r"(?<!деп )хабарла(?:йды|ды|п\s+отыр)|(?<!деп )жаз(?:ды|ады))"
    ),
    "en": re.compile(
        r"(?P<office>(?:[A-Z][\w'’.&-]*\s+){0,6}press\s+(?:service|office)(?:\s+of\s+(?:the\s+)?"
        r"[A-Z][\w-]*(?:\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?[A-Z][\w-]*)*)?)\s+"
        r"(?:reports|reported|said|says|announced|informs)\b|"
        r"(?P<name>(?:[A-Z][\w.&-]*\s){0,5}[A-Z][\w.&-]+)(?:,)?\s+(?:reports|reported|learn(?:t|ed)\s+from|"
        r"informs)\b"
    ),
}
_BYLINE = re.compile(r"(?:^|\n)By\s+(?:the\s+)?(?P<name>[A-Z][\w.& -]{2,60}?)\.?\s*(?:$|\n)")
_DATELINE = re.compile(
    r"^[^\w\n]*[^\W\d_][^\W\d_-]+(?:-[^\W\d_]+)?[.,]?\s+(?:[–—-]\s)?[/«(]?"
    r"(?P<name>(?i:kazinform|казинформ|қазақпарат|тасс|tass|reuters|интерфакс\S*|sputnik)|"
    r"(?<=[A-Z]\.\s)[A-Z]{4,}|[\w-]+\.kz)[/»)]?(?=[\s.,–—-])"
)
_HEAD = re.compile(
    r"(?P<official>(?:официальн\w+|ресми|official)\s+)?"
    r"(?P<head>пресс-служб|пресс-центр|пресс-секретар|сайт|агентств|корреспондент|информагентств|"
    r"баспасөз\s+(?:қызмет|орталығ|орталық|хатшы)|тілші|агенттіг|press\s+(?:service|office|secretary|"
    r"cent(?:re|er))|website|correspondent|agency|spokesperson)(?P<rest>\w*)",
    re.IGNORECASE,
)
_HEADS = {
    "пресс-служб": "пресс-служба", "пресс-центр": "пресс-центр", "сайт": "сайт",
    "пресс-секретар": "пресс-секретарь", "агентств": "агентство", "тілші": "тілшісі",
    "информагентств": "информагентство", "корреспондент": "корреспондент",
}  # fmt: skip
_KAZAKH_HEADS = {
    "қызмет": "қызметі", "орталығ": "орталығы", "орталық": "орталығы", "хатшы": "хатшысы",
    "сайт": "сайты", "тілші": "тілшісі", "агенттіг": "агенттігі",
}  # fmt: skip
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:kz|com|ru|org|net|info|int)\b", re.IGNORECASE)
_KAZAKH_CASE = re.compile(r"(?<=\w{3})(?:ға|ге|қа|ке|на|не|нан|нен|дан|ден|тан|тен|[нтд][ыі]ң)$")
_QUOTES = ' «»“”"„/.,'
_SKIPPED = re.compile(
    r"^(?:бұл|осы|бұны|ол|туралы|жөнінде|деп|хабарла\w+|жаз\w+|об|этом|this|the|that|в|во)\s+", re.I
)


class _Named(NamedTuple):
    """The mentions of a text by where they start."""

    starts: list[int]
    all: list[Mention]

    def at(self, start: int, end: int) -> Mention | None:
        place = bisect_left(self.starts, start)
        found = [
            one for one in self.all[place : place + 3] if one.start == start and one.end <= end
        ]
        return max(found, key=lambda one: one.end, default=None)

    def speaks(self, start: int, end: int) -> bool:
        """Whether a person or the holder of an office stands there, not an organ or a medium."""
        place = bisect_left(self.starts, start - 4)
        near = [one for one in self.all[place : place + 6] if one.start < end and one.end > start]
        return any(one.sort in ("person", "office") for one in near)


def sources(text: str, sentences: list[Sentence], mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The sources a text names, each once, in order, in the nominative: whom it itself rests on."""
    ordered = sorted(mentions)
    ordered = sorted(ordered, key=lambda one: one.start)
    named = _Named([one.start for one in ordered], ordered)
    found: dict[str, str] = {}
    for name in _found(text, sentences, named):
        one = " ".join(name.split())
        if not one:
            continue
        known = found.get(one.casefold())
        if known is None or known.isupper():
            found[one.casefold()] = one
    return tuple(found.values())


def _found(text: str, sentences: list[Sentence], named: _Named) -> Iterator[str]:
    if dateline := _DATELINE.search(text, 0, 200):
        yield dateline["name"]
    for one in sentences:
        if _CUES.isdisjoint(one.said):
            continue
        for pattern in (_BEFORE.get(one.lang), _AFTER.get(one.lang)):
            for match in pattern.finditer(text, one.start, one.end) if pattern else ():
                if match.groupdict().get("office"):
                    yield match["office"].removeprefix("The ")
                    continue
                start, end = match.span("name")
                if one.lang == "kk" and (second := _second(start, end, named, text)) is not None:
                    if first := _name(text, start, second, named, one.lang):
                        yield first
                    start = second
                if name := _name(text, start, end, named, one.lang):
                    yield name
    if byline := _BYLINE.search(text, max(0, len(text) - 120)):
        yield byline["name"].strip()


def _second(start: int, end: int, named: _Named, text: str) -> int | None:
    """«ҚазАқпарат Соттың баспасөз қызметіне сілтеме жасап»: where the other source begins that an
    agency rests on."""
    head = _HEAD.search(text, start, end)
    if head is None:
        return None
    place = bisect_left(named.starts, start + 1)
    near = named.all[place : place + 4]
    return next((one.start for one in near if one.end + 1 == head.start()), None)


def _name(text: str, start: int, end: int, named: _Named, lang: str) -> str:
    """The nominative of a source; "" where it is a person or no name."""
    while start < end and (skipped := _SKIPPED.match(text[start:end])):
        start += skipped.end()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    run = text[start:end]
    if site := _SITE.search(run):
        return site[0]
    head = _HEAD.search(run)
    if head is not None:
        return _headed(text, start, end, head, named, lang)
    if named.speaks(start, end):
        return ""
    mention = named.at(start, end) or named.at(start + 1, end)
    if mention is not None:
        return mention.called
    bare = run.strip(_QUOTES)
    if run[:1] in '«“"' and (quoted := re.match(r"[«“\"]([^»”\"]+)", run)):
        return quoted[1]
    if not bare or not bare[0].isupper() or (lang == "ru" and " " in bare):
        return bare.split()[0] if bare and bare[0].isupper() else ""
    return _KAZAKH_CASE.sub("", bare) if lang == "kk" else bare


def _headed(text: str, start: int, end: int, head: re.Match[str], named: _Named, lang: str) -> str:
    before, after = text[start : start + head.start()], text[start + head.end() : end]
    if lang == "en":
        return (before + text[start + head.start() : end]).strip(_QUOTES)
    if lang == "kk":
        last = head["head"].split()[-1].lower()
        first = head["head"].split()[0] + " " if " " in head["head"] else ""
        return (before + (head["official"] or "") + first + _KAZAKH_HEADS.get(last, last)).strip(
            _QUOTES
        )
    name = _HEADS.get(head["head"].lower(), head[0])
    name = "официальный " + name if head["official"] else name
    begun = start + head.end() + 1
    mention = named.at(begun, max(end, begun + 120))
    whole = text[mention.start : mention.end] if mention else _genitive(after)
    return f"{name} {whole}".strip(" ,.") if whole else name


def _genitive(after: str) -> str:
    """The words after a head that name whose it is: up to a verb or a small preposition."""
    kept: list[str] = []
    for word in after.split():
        if word.lower() in ("в", "на", "о", "об", "и", "что", "по") or word.endswith(
            ("ла", "ли", "ет")
        ):
            break
        kept.append(word)
    return " ".join(kept)
