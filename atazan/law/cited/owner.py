"""Whose the provision is: the act, or the pointing words, beside a run of steps."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from functools import lru_cache

from atazan.law.cited.known import foreign, known, names
from atazan.law.cited.mention import Mention
from atazan.law.cited.naming import (
    CONSTITUTION_EN,
    Word,
    behind,
    constitution_ahead,
    constitution_behind,
    constitution_quickly,
    kind_of,
    named_ahead,
    named_behind,
    opening,
    short_ahead,
    shorts,
    state_ahead,
)
from atazan.law.cited.numbered import act_ahead, extended, law_behind, of_year, of_year_before
from atazan.law.cited.phrases import keep_ahead, keep_behind, kept_ahead, kept_behind
from atazan.law.cited.pointing import (
    EN_SAME_BASE,
    EN_THIS,
    RU_SAME_BASE,
    RU_THIS,
    Pointer,
    pointer,
    pointer_behind,
)

Owner = Mention | Pointer
Aliases = dict[str, Mention]

_GAP = re.compile(r"[ \t\xa0\u2009\u202f]*\n?[ \t\xa0>]*[«\"“]?")
_GAP_EN = re.compile(
    r"\s*,\s+of\s+(?:the\s+)?|\s+(?:of|in|to|under)\s+(?:the\s+)?|\s*,\s*(?:the\s+)?|\s+(?=[A-Z])",
    re.I,
)
_UNKNOWN_RU = re.compile(
    r"(?:конституционн\w+\s+|международн\w+\s+|модельн\w+\s+|типов\w+\s+|трудов\w+\s+|коллективн\w+\s+|указанн\w+\s+)?"
    r"(?:закон(?:а|у|ом|е|ов)?|кодекс(?:а|у|ом|е)?|договор(?:а|у|ом|е)?|контракт\w*|устав(?:а|у|ом|е)?|указ(?:а|у|ом|е)?"
    r"|соглашени\w+|регламент(?:а|у|ом|е)?|положени(?:я|ю|ем|и)|правил(?:а|ам|ами|ах)?|инструкци\w+|конвенци\w+|пакт(?:а|у|ом|е)?"
    r"|хартии|протокол(?:а|у|ом|е)?|(?:нормативн\w+\s+)?постановлени\w+|приказ(?:а|у|ом|е)?|решени\w+|деклараци\w+|статут(?:а|у|ом|е)?"
    r"|программ\w+|порядк\w+|методик\w+|приложени\w+|стандарт(?:а|у|ом|е)?|директив\w+|меморандум\w*)(?!\w)",
    re.I,
)
_UNKNOWN_EN = re.compile(
    r"(?:[A-Za-z]+\s+){0,3}?(?:law|code|act|agreement|contract|treaty|charter|statute|regulations?|rules?|convention|covenant"
    r"|protocol|resolution|decree|order|declaration|directive|constitution|policy|instructions?)(?!\w)",
    re.I,
)
_UNKNOWN_KK = re.compile(
    r"(?:заң|кодекс|келісім|шарт|жарғы|ереже|қағида|регламент|конвенция|пакт|хаттама|жарлы[ғқ]|бұйры[ғқ]|қаулы|декларация|статут|нұсқаулы[ғқ])\w*"
)
_GENITIVE = re.compile(r"\w*(?:ның|нің|дың|дің|тың|тің)\Z")
_COUNTRY = re.compile(r"\s+(?:Республики\s+Казахстан|РК|Казахстана)(?!\w)")
_NOT_AN_ACT = re.compile(
    r"\s*(?:расход|доход|бюджет|затрат|газет|журнал|страниц|словар|энциклопеди|блог|сайт|баланс|смет|повестк|автор|учебник|книг|роман"
    r"|отч[её]т|доклад|рубл|тенге|тг\b|млн|тыс|г\.|год)",
    re.I,
)
_NOT_AN_ACT_EN = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?(?:\w+\s+)?(?:newspaper|magazine|journal|book|report|blog|series|budget|encyclop\w+|website|times|film|novel)",
    re.I,
)
_PRESS_EN = re.compile(
    r"(?:newspaper|magazine|journal|news|blog|wikipedia|press|web|scientific|research)\s+\Z", re.I
)
_PRESS_RU = re.compile(r"(?:газетн|журнальн|научн|расходн|доходн|бюджетн)\w+\s+\Z", re.I)


def not_an_act(text: str, start: int, end: int) -> bool:
    """Whether the words around say that no provision is meant: a newspaper article, a budget line."""
    return bool(
        _NOT_AN_ACT.match(text, end)
        or _NOT_AN_ACT_EN.match(text, end)
        or _PRESS_EN.search(text, max(0, start - 14), start)
        or _PRESS_RU.search(text, max(0, start - 16), start)
    )


_QUICK_RU = re.compile(
    r"Конституци(?:и|ей|ю|я)(?: Республики Казахстан| РК)?(?=[.;:)»]|\Z|,? (?!при|от )[а-яё])"
)


_QUICK_EN = re.compile(
    r"Constitution(?: of the Republic of Kazakhstan)?(?=[.;:)]|\Z|,? (?!of |adopted )[a-z])"
)


def owner_ahead(text: str, end: int, lang: str, aliases: Aliases) -> Owner | None:
    """What a Russian or English run belongs to, named after it; None where nothing names it."""
    kept = None if aliases else kept_ahead(text, end)
    if kept is None:
        kept = _russian(text, end, aliases) if lang == "ru" else _english(text, end, aliases)
        if not aliases:
            keep_ahead(text, end, kept)
    return kept


def _russian(text: str, end: int, aliases: Aliases) -> Owner | None:
    gap = _GAP.match(text, end)
    at = gap.end() if gap else end
    if at == end or at >= len(text):
        return None
    first = text[at]
    if first in "КкОо":
        quick = _QUICK_RU.match(text, at)
        if quick:
            return Mention(at, quick.end(), "constitution")
        found = constitution_ahead(text, at, "ru")
        if found:
            return found
    if first in "нН":
        this = pointer(RU_THIS, text, at, "this")
        if this:
            return this
    if first in "тТэЭуУнНвВдДпП":
        same = pointer(RU_SAME_BASE, text, at, "same")
        if same:
            return same
    if not first.isupper() and text[at : at + 2].lower() not in _may_name():
        return None
    return _named(text, at, "ru", aliases) or _unknown(text, at)


@lru_cache(maxsize=1)
def _may_name() -> frozenset[str]:
    """The first two letters of every word that can begin the name of an act in Russian."""
    words = (
        "закон кодекс договор контракт устав указ соглашение регламент положение правила инструкция "
        "конвенция пакт хартия протокол постановление приказ решение декларация статут программа "
        "порядок методика приложение стандарт директива меморандум конституционный международный "
        "модельный типовой трудовой коллективный указанный нормативный итоговый распоряжение зрк нп law "
        "code resolution"
    )
    return frozenset(
        [word[:2] for word in words.split()] + [one.words[0][:2] for one in names()["ru"]]
    )


def _named(text: str, at: int, lang: str, aliases: Aliases) -> Mention | None:
    if text[at].isupper():
        alias = alias_ahead(text, at, aliases)
        if alias:
            return alias
        short = short_ahead(text, at, "ru" if not text[at].isascii() else "en")
        if short:
            return extended(text, short)
    named = named_ahead(text, at, lang)
    if named and named.kind in ("code", "treaty"):
        return extended(text, named)
    return act_ahead(text, at) or named


def alias_ahead(text: str, at: int, aliases: Aliases) -> Mention | None:
    """What this text itself calls an act: "(далее – Закон)"."""
    for name, meant in aliases.items():
        if not text.startswith(name[:2], at):
            continue
        head, _, tail = name.partition(" ")
        stem = head[: max(2, len(head) - 2)] if len(head) > 4 and not head.isupper() else head
        found = re.compile(
            rf"{re.escape(stem)}\w{{0,5}}" + (rf"\s+{re.escape(tail)}" if tail else "") + r"(?!\w)"
        ).match(text, at)
        if found:
            return Mention(at, found.end(), meant.kind, meant.work, meant.acts, meant.why)
    return None


def _unknown(text: str, at: int) -> Mention | None:
    found = _UNKNOWN_RU.match(text, at)
    if not found:
        return None
    country = _COUNTRY.match(text, found.end())
    return Mention(at, country.end() if country else found.end(), "other", why="act_unknown")


def _english(text: str, end: int, aliases: Aliases) -> Owner | None:
    gap = _GAP_EN.match(text, end)
    if not gap:
        return None
    at = gap.end()
    quick = _QUICK_EN.match(text, at)
    if quick:
        return Mention(at, quick.end(), "constitution")
    close = gap[0].strip(" \n,") in ("", "the")
    this = pointer(EN_THIS, text, at, "this") or pointer(
        EN_SAME_BASE, text, gap.start() + 1, "same"
    )
    this = this or pointer(EN_SAME_BASE, text, at, "same")
    if this:
        return this
    found = english_constitution(text, at)
    if found:
        return found
    if at < len(text):
        year = _YEAR_EN.match(text, at)
        if year and (dated := named_ahead(text, year.end(), "en")) and dated.kind == "code":
            return of_year(dated, at, dated.end, int(year[1]))
        named = _named(text, at, "en", aliases)
        if named:
            return named
    if close:
        return None
    unknown = _UNKNOWN_EN.match(text, at)
    return Mention(at, unknown.end(), "other", why="act_unknown") if unknown else None


_YEAR_EN = re.compile(r"((?:19|20)[0-9]{2})\s+(?=[A-Z])")
_BEFORE_EN = re.compile(
    r"(?:(?P<year>1978|1993|1995|2026)|(?P<ours>Kazakhstan(?:['’]s|i)?|Kazakh))\s+(?=Constitution)",
    re.I,
)


def english_constitution(text: str, at: int) -> Mention | None:
    """The Constitution in English, with year or state on either side."""
    found = constitution_ahead(text, at, "en")
    if found:
        return found
    ahead = _BEFORE_EN.match(text, at)
    if ahead:
        inner = constitution_ahead(text, ahead.end(), "en")
        if inner and ahead["year"]:
            return Mention(at, inner.end, "constitution", known()[f"const-{ahead['year']}"].work)
        return (
            Mention(at, inner.end, "constitution", inner.work, inner.acts, inner.why)
            if inner
            else None
        )
    state = state_ahead(text, at, "en")
    if state:
        head = CONSTITUTION_EN.match(text, state[0] + 1)
        if head:
            return Mention(at, head.end(), "constitution", foreign()[state[1]])
    return None


# Kazakh, and names set before the provision ---------------------------------------------------------

_CONST_KK = re.compile(r"конституция(?:сы)?(?:ның|мыздың)?\Z")
_SUFFIX_KK = re.compile(r"-?(?:ның|нің|дың|дің|тың|тің)?\s*\Z", re.I)
_SHORT_KK = re.compile(
    r"(?<!\w)(?P<name>[А-ЯӘҒҚҢӨҰҮҺІA-Z][\wӘҒҚҢӨҰҮҺІәғқңөұүһі]{1,6})(?i:-(?:ның|нің|дың|дің|тың|тің))?\s*\Z"
)


def owner_behind(text: str, start: int, aliases: Aliases) -> Owner | None:
    """What a Kazakh run belongs to, named right before it; None where nothing names it."""
    at = start
    while at and text[at - 1] in ' \t\xa0\n>«"':
        at -= 1
    if at == start or not at or not (text[at - 1].isalnum() or text[at - 1] in '»"”)'):
        return None
    quick = constitution_quickly(text, at)
    if quick:
        return quick
    kept = None if aliases else kept_behind(text, at)
    if kept is None:
        kept = _read_behind(text, at, aliases)
        if not aliases:
            keep_behind(text, at, kept)
    return kept


def _read_behind(text: str, at: int, aliases: Aliases) -> Owner | None:
    near = text[max(0, at - 60) : at].lower()
    if "сы" in near or "cы" in near or "сол" in near or "аталған" in near or "рсетілген" in near:
        pointing = pointer_behind(text, at)
        if pointing:
            return pointing
    words = behind(text, at)
    if not words or words[-1].end < at - 1:
        return None
    last = words[-1]
    if _CONST_KK.match(last.text) or (
        last.text.startswith("заң") and len(words) > 1 and words[-2].text in ("ата", "негізгі")
    ):
        head = last if last.text.startswith("к") else Word(last.text, words[-2].start, last.end)
        return constitution_behind(
            text, head, words[: words.index(last) - (0 if head is last else 1)]
        )
    return _named_behind(text, at, words, aliases)


def _named_behind(text: str, at: int, words: list[Word], aliases: Aliases) -> Mention | None:
    last = words[-1]
    short = _SHORT_KK.search(text, max(0, at - 16), at)
    if short and (short["name"] in shorts() or short["name"] in aliases):
        meant = aliases.get(short["name"])
        if meant:
            return Mention(short.start(), at, meant.kind, meant.work, meant.acts, meant.why)
        acts = shorts()[short["name"]]
        begin = opening(text, short.start())
        return of_year_before(text, Mention(begin, at, kind_of(acts, ("кодекс",)), acts=acts))
    for name, meant in aliases.items():
        if (
            text[last.start].isupper()
            and last.text.startswith(name.lower()[:5])
            and " " not in name
        ):
            return Mention(last.start, at, meant.kind, meant.work, meant.acts, meant.why)
    if last.text.startswith(
        ("заң", "кодекс", "пакт", "конвенция", "декларация", "жарғы", "статут", "шарт", "регламент")
    ):
        named = named_behind(text, words)
        if named is None and last.text.startswith("заң"):
            named = law_behind(text, last.end)
        if named:
            meant = Mention(named.start, at, named.kind, named.work, named.acts, named.why)
            return of_year_before(text, meant)
    if _UNKNOWN_KK.match(last.text):
        constitutional = len(words) > 1 and words[-2].text == "конституциялық"
        start = words[-2].start if constitutional else last.start
        return Mention(opening(text, start), at, "other", why="act_unknown")
    if _GENITIVE.match(last.text):
        return Mention(at, at, "other", why="act_unknown")
    return None


_NOMINATIVE = re.compile(
    r"(?:(?P<const>Конституция(?:\s+(?:РК|Республики\s+Казахстан))?|Constitution(?:\s+of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan)?)\s*[,(]\s*"
    r"|(?<!\w)(?P<short>[A-ZА-Я][\wА-Яа-я]{1,6})(?:\s+РК)?(?P<part>\s*\((?:Общ|Особ|общ|особ)\w*\.?\s+част\w+\))?\s*[,(]?\s*)\Z"
)


_BEFORE_IT = ("Конституция", "Constitution", "РК", "Казахстан", "Kazakhstan")


def owner_before(text: str, start: int, lang: str) -> Mention | None:
    """An act set before a Russian or English provision: "УК РК, ст. 99", "Constitution, art. 5"."""
    near = text[max(0, start - 20) : start].rstrip(" ,(\n").rsplit(None, 1)
    if not near or not (
        near[-1] in ("часть)", "части)")
        or near[-1].lstrip("(«") in _BEFORE_IT
        or near[-1].lstrip("(«") in shorts()
    ):
        return None
    found = _NOMINATIVE.search(text, max(0, start - 48), start)
    if not found:
        return None
    end = found.end()
    while end > found.start() and text[end - 1] in " ,(\n":
        end -= 1
    if found["const"]:
        start = start if "(" in found[0] else found.start()
        return Mention(start, end, "constitution")
    acts = shorts().get(found["short"])
    if not acts or found["short"] in ("АК", "ЕК"):
        return None
    if found["part"]:
        if not acts[0].articles:
            return None
        general = found["part"].strip(" (")[:3].lower() == "общ"
        id = "civil-code-general-1994" if general else "civil-code-special-1999"
        return Mention(found.start("short"), end, "code", known()[id].work)
    begin = start if "(" in found[0] else found.start("short")
    return Mention(begin, end, kind_of(acts, ("кодекс",)), acts=acts)
