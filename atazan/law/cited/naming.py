"""Names of acts in running text: the Constitution, codes, treaties, laws by title, abbreviations.

Russian and English names follow the provision ("статьи 5 Уголовного кодекса"), Kazakh ones come
before it ("Қылмыстық кодекстің 5-бабы").
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from atazan.law.cited.known import Known, Name, foreign, foreign_names, known, names
from atazan.law.cited.mention import Kind, Mention
from atazan.law.text.letters import plain

_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ][\wА-яәғқңөұүһі]{1,6}")
_PART = re.compile(r"\s*\(?\s*(общ|особ|general|special)\w*\s+(?:част\w+|part)\s*\)?", re.I)
_BREAK = re.compile(r"[.;:!?§№]|\n\s*\n")
_COUNTRY_RU = re.compile(r"\s+(?:Республики\s+Казахстан|РК|Казахстана)(?!\w)", re.IGNORECASE)
_COUNTRY_EN = re.compile(
    r"\s+of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan(?!\w)|\s+of\s+the\s+RK(?!\w)", re.I
)
_COUNTRY_KK = re.compile(
    r"(?:(?:Қазақстан(?:ның|\s+Республикасы(?:ның)?)?|ҚР)(?:-ның|-ның)?\s+)\Z", re.IGNORECASE
)
_YEAR_RU = re.compile(
    r"\s*,?\s+(?:от\s+)?(?:принят\w+\s+)?(?:[0-9]{1,2}\s+\w+\s+|[0-9]{2}\.[0-9]{2}\.)?(1978|1993|1995|2026)\s*(?:года|г\.?)(?!\w)"
)
_YEAR_EN = re.compile(
    r"\s*,?\s+(?:of|adopted\s+(?:on|in))\s+(?:[0-9]{1,2}\s+\w+\s+|\w+\s+[0-9]{1,2},\s+)?(1978|1993|1995|2026)(?!\w)"
)
_YEAR_KK = re.compile(
    r"(1978|1993|1995|2026)\s*(?:жылғы|ж\.)(?:\s+[0-9]{1,2}\s+\w+(?:дағы|дегі|тағы|тегі))?\s+\Z"
)
CONSTITUTION_RU = re.compile(
    r"конституци(?:я|и|ю|ей|ею)(?!\w)|основн\w+\s+закон\w{0,3}(?!\w)", re.I
)
CONSTITUTION_EN = re.compile(r"constitution(?!\w)|basic\s+law(?!\w)|fundamental\s+law(?!\w)", re.I)
_CONSTITUTION_KK = re.compile(r"конституция(?:сы|лар)?\w{0,5}|заң\w*", re.I)


class Word(Struct, frozen=True):
    """A word in small letters, letters put right, with its place."""

    text: str
    start: int
    end: int


def ahead(text: str, at: int, upto: int = 300) -> list[Word]:
    """The words from a place on, as far as a sentence goes."""
    stop = min(len(text), at + upto)
    mark = _BREAK.search(text, at, stop)
    stop = mark.start() if mark else stop
    return _words(text, at, stop)


def behind(text: str, at: int, upto: int = 200) -> list[Word]:
    """The words before a place, back to the beginning of the sentence."""
    start = max(0, at - upto)
    for mark in _BREAK.finditer(text, start, at):
        start = mark.end()
    return _words(text, start, at)


def _words(text: str, start: int, stop: int) -> list[Word]:
    piece = plain(text[start:stop])
    return [
        Word(match[0].lower(), start + match.start(), start + match.end())
        for match in _WORD.finditer(piece)
    ]


@lru_cache(maxsize=16384)
def same(written: str, name: str) -> bool:
    """Whether a word is the name's word with an ending of its own.

    >>> same("кодексінің", "кодекс"), same("уголовного", "уголовный"), same("права", "правах")
    (True, True, True)
    """
    if written == name:
        return True
    if len(name) < 4:
        return name in ("су", "жер") and False
    stem = name[: max(3, len(name) - 2)] if len(name) < 9 else name[:-3]
    return written.startswith(stem) and len(written) <= len(stem) + 7


def _country(words: list[Word], at: int) -> int:
    """How many words from here name the country, 0 where none."""
    one = words[at].text
    two = words[at + 1].text if at + 1 < len(words) else ""
    three = words[at + 2].text if at + 2 < len(words) else ""
    if one in ("рк", "қр"):
        return 1
    if one.startswith("республик") and two.startswith("казахстан"):
        return 2
    if one.startswith("қазақстан") and two.startswith("республика"):
        return 2
    if one == "of" and two == "the" and three == "republic":
        return 5
    if one == "of" and two == "kazakhstan":
        return 2
    return 0


def _without_country(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    at = 0
    while at < len(words):
        many = _country(words, at)
        if not many and words[at].text != "the":
            kept.append(words[at])
        at += many or 1
    return kept


_BETWEEN = r"[\s\-‐‑–«»\"“”(),]+(?:the\s+)?"
_COUNTRY_BETWEEN = (
    rf"(?:(?:Республики\s+Казахстан|РК|of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan){_BETWEEN})?"
)


def _word_pattern(word: str) -> str:
    if len(word) < 4:
        return rf"{re.escape(word)}(?!\w)"
    stem = word[: max(3, len(word) - 2)] if len(word) < 9 else word[:-3]
    return rf"{re.escape(stem)}\w{{0,7}}(?!\w)"


@lru_cache(maxsize=1)
def _by_first() -> dict[str, dict[str, list[Name]]]:
    """Names by their first three letters."""
    found: dict[str, dict[str, list[Name]]] = {"kk": {}, "ru": {}, "en": {}}
    for lang in ("ru", "en"):
        for name in names()[lang]:
            if not name.short:
                found[lang].setdefault(name.words[0][:3], []).append(name)
    return found


@lru_cache(maxsize=1024)
def _pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A name as a pattern; made when first needed, for there are many."""
    return re.compile((_BETWEEN + _COUNTRY_BETWEEN).join(map(_word_pattern, words)), re.IGNORECASE)


@lru_cache(maxsize=1)
def _by_last() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names()["kk"]:
        if not name.short:
            found.setdefault(name.words[-1][:3], []).append(name)
    return found


@lru_cache(maxsize=1)
def shorts() -> dict[str, tuple[Known, ...]]:
    """Acts by abbreviation, in its own capitals."""
    return {
        name.words[0]: name.known for listed in names().values() for name in listed if name.short
    }


@lru_cache(maxsize=1)
def _states() -> dict[str, dict[str, str]]:
    """Language, words for the state in small letters, code."""
    found: dict[str, dict[str, str]] = {"kk": {}, "ru": {}, "en": {}}
    for lang, words, code in foreign_names():
        found[lang][" ".join(_WORD.findall(words.lower()))] = code
    return found


@lru_cache(maxsize=4)
def _state_pattern(lang: str) -> re.Pattern[str]:
    listed = sorted(_states()[lang], key=len, reverse=True)
    names_ = "|".join(r"[\s.]+".join(map(re.escape, one.split(" "))) for one in listed)
    return re.compile(rf"\s*(?:of\s+)?({names_})(?!\w)", re.IGNORECASE)


def state_ahead(text: str, at: int, lang: str) -> tuple[int, str] | None:
    """The end of the name of another state that stands right here, and its code."""
    near = text[at : at + 2].lstrip()[:1]
    if not near.isupper() and not (lang == "en" and text.startswith(" of ", at)):
        return None
    found = _state_pattern(lang).match(text, at)
    if not found:
        return None
    return found.end(), _states()[lang][" ".join(_WORD.findall(found[1].lower()))]


def kind_of(acts: tuple[Known, ...], words: tuple[str, ...]) -> Kind:
    """What an act is called where it is named again: the Code, the Law, the Covenant."""
    if acts and acts[0].treaty:
        return "treaty"
    return "code" if any(w.startswith(("кодекс", "code")) for w in words) else "law"


def named_ahead(text: str, at: int, lang: str) -> Mention | None:
    """An act named by its own name from here on."""
    if lang == "en" and text[at : at + 4].lower() == "the ":
        at += 4
    for name in _by_first()[lang].get(first_letters(text, at), ()):
        found = _pattern_of(name.words).match(text, at)
        if found:
            return _closed(text, at, found.end(), lang, name)
    return None


def first_letters(text: str, at: int) -> str:
    """The first letters of a word as names are kept by them: "о", "об" or three letters."""
    letters = text[at : at + 3].lower()
    return letters.split()[0] if letters.strip() else ""


_FORMER = re.compile(
    r"\s+(?:(?:Казахской|Казахская)\s+ССР|Каз\.?\s?ССР|СССР|РСФСР|of\s+the\s+(?:Kazakh\s+SSR|USSR))(?!\w)"
)


def _closed(text: str, start: int, end: int, lang: str, name: Name) -> Mention:
    """The name with the country after it; the code of another state is not ours."""
    kind = kind_of(name.known, name.words)
    if kind == "treaty":
        return Mention(start, end, kind, name.known[0].work)
    end = closing(text, start, end)
    former = _FORMER.match(text, end)
    if former:
        return Mention(start, former.end(), kind, why="act_unknown")
    elsewhere = state_ahead(text, end, lang)
    if elsewhere:
        return Mention(start, elsewhere[0], kind, why="foreign_act")
    part = _PART.match(text, end)
    if part and name.known[0].articles:
        wanted = "general" if part[1].lower() in ("общ", "general") else "special"
        one = known()[f"civil-code-{'general-1994' if wanted == 'general' else 'special-1999'}"]
        return Mention(start, closing(text, start, part.end()), kind, one.work)
    return Mention(start, end, kind, acts=name.known)


def closing(text: str, start: int, end: int) -> int:
    """The end with the name of the country, and a mark that closes a quotation, taken in."""
    for _ in range(2):
        if end < len(text) and text[end] in '»"”)' and _opened(text, start, end):
            end += 1
        country = _COUNTRY_RU.match(text, end) or _COUNTRY_EN.match(text, end)
        end = country.end() if country else end
    return end


def _opened(text: str, start: int, end: int) -> bool:
    """Whether a mark closes what was opened inside the citation."""
    opener = {"»": "«", "”": "“", ")": "(", '"': '"'}[text[end]]
    before = text[start:end]
    return opener != "(" and before.count(opener) > (
        0 if opener == '"' else before.count(text[end])
    )


def short_ahead(text: str, at: int, lang: str) -> Mention | None:
    """An abbreviation from here on: УК, УПК РК, ICCPR."""
    match = _SHORT.match(text, at)
    acts = shorts().get(match[0]) if match else None
    if not match or not acts:
        return None
    end = closing(text, at, match.end())
    former = _FORMER.match(text, end)
    if former:
        return Mention(at, former.end(), "code", why="act_unknown")
    elsewhere = state_ahead(text, end, lang) if not acts[0].treaty else None
    if elsewhere:
        return Mention(at, elsewhere[0], "code", why="foreign_act")
    return Mention(at, end, kind_of(acts, ("кодекс",)), acts=acts)


# The Constitution ---------------------------------------------------------------------------------


def constitution_ahead(text: str, at: int, lang: str) -> Mention | None:
    """The Constitution named from here on, ours or another state's."""
    pattern, years = (CONSTITUTION_EN, _YEAR_EN) if lang == "en" else (CONSTITUTION_RU, _YEAR_RU)
    head = pattern.match(text, at)
    if not head:
        return None
    end = head.end()
    country = (_COUNTRY_EN if lang == "en" else _COUNTRY_RU).match(text, end)
    end = country.end() if country else end
    former = None if country else _FORMER.match(text, end)
    if former:
        return Mention(at, former.end(), "constitution", known()["const-1978"].work)
    elsewhere = None if country else state_ahead(text, end, lang)
    if elsewhere:
        return Mention(at, elsewhere[0], "constitution", foreign()[elsewhere[1]])
    year = years.match(text, end)
    if year:
        return Mention(at, year.end(), "constitution", known()[f"const-{year[1]}"].work)
    if head[0].lower().startswith(("осн", "basic", "fund")) and not country:
        return Mention(at, end, "constitution", why="act_unknown")
    if not country and _elsewhere_unknown(text, end, lang):
        return Mention(at, end, "constitution", why="act_unknown")
    return Mention(at, end, "constitution")


_OTHER_RU = re.compile(
    r"\s+(?:Королевства|Республики|Княжества|Союза|штата|Штата|земли|[А-ЯЁ]\w+(?:ской|ии|ана)\s+(?:Республики|Федерации))(?!\w)"
)
_OTHER_EN = re.compile(
    r"\s+of\s+(?!Kazakhstan|the\s+Republic\s+of\s+Kazakhstan|the\s+RK)(?:the\s+)?[A-Z]\w+"
)


_STATE_RU = re.compile(
    r"\s+(?!Президент|Суд|Парламент|Правительств|Курулта|Сенат|Мажилис|Верховн|Генеральн|Конституцион"
    r"|Высш|Премьер|Уполномоч|Совет|Прокур|Министр|Казахстан)[А-ЯЁ][а-яё]{2,}[ыиая](?!\w)"
)
"""A word that looks like a state in the genitive and is none of our organs."""


def _elsewhere_unknown(text: str, end: int, lang: str) -> bool:
    if lang == "en":
        return _OTHER_EN.match(text, end) is not None
    return bool(_OTHER_RU.match(text, end) or _STATE_RU.match(text, end))


_OURS = ("Қазақстан Республикасы ", "Қазақстан Республикасының ", "ҚР ")
_CONSTITUTION_WORDS = frozenset(
    f"{first}онституция{end}" for first in "Кк" for end in ("ның", "сының")
)


def constitution_quickly(text: str, at: int) -> Mention | None:
    """The usual case: "Қазақстан Республикасы Конституциясының" with nothing else before it."""
    start = max(text.rfind(" ", max(0, at - 18), at) + 1, at - 18, 0)
    if text[start:at] not in _CONSTITUTION_WORDS:
        return None
    for ours in _OURS:
        if text.startswith(ours, start - len(ours)):
            before = text[max(0, start - len(ours) - 3) : start - len(ours)].rstrip()
            if before[-2:] in ("ғы", "ж."):
                return None
            return Mention(start - len(ours), at, "constitution")
    if text.startswith("сының", at - 5):
        return None  # whose it is stands before it
    before = text[max(0, start - 12) : start].rstrip()
    if before and (before[-1].isalpha() or before[-1] == ".") and before[-2:] in _MAY_BE_MORE:
        return None
    return Mention(start, at, "constitution")


_MAY_BE_MORE = frozenset(
    (
        "ғы",
        "ж.",
        "сы",
        "ың",
        "ия",
        "ан",
        "уа",
        "на",
        "ШҚ",
        "ҚШ",
        "ай",
        "ва",
        "РФ",
        "ҚР",
        "ФР",
        "ей",
        "ті",
        "ол",
        "рь",
        "ша",
    )
)


def constitution_behind(text: str, head: Word, before: list[Word]) -> Mention | None:
    """The Constitution named in Kazakh right before a provision, `head` its own word."""
    start = head.start
    ours = _COUNTRY_KK.search(text, max(0, start - 40), start)
    start = ours.start() if ours else start
    year = _YEAR_KK.search(text, max(0, start - 40), start)
    if year:
        start = year.start()
        ours = ours or _COUNTRY_KK.search(text, max(0, start - 40), start)
        start = min(start, ours.start()) if ours else start
        return Mention(start, head.end, "constitution", known()[f"const-{year[1]}"].work)
    if not ours:
        elsewhere = _state_behind(before)
        if elsewhere:
            return Mention(elsewhere[0], head.end, "constitution", foreign()[elsewhere[1]])
        capital = before and text[before[-1].start].isupper()
        if "сы" in head.text and capital and before[-1].text not in ("біздің", "осы"):
            return Mention(before[-1].start, head.end, "constitution", why="act_unknown")
    return Mention(start, head.end, "constitution")


@lru_cache(maxsize=1)
def _state_ends() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """States in Kazakh by the first letters of the last word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, code in sorted(_states()["kk"].items(), key=lambda one: -len(one[0])):
        name = tuple(words.split(" "))
        found.setdefault(name[-1][:3], []).append((name, code))
    return found


def _state_behind(before: list[Word]) -> tuple[int, str] | None:
    if not before:
        return None
    for name, code in _state_ends().get(before[-1].text[:3], ()):
        here = before[-len(name) :]
        if len(here) == len(name) and all(
            same(word.text, wanted) for word, wanted in zip(here, name, strict=True)
        ):
            return here[0].start, code
    return None


def named_behind(text: str, words: list[Word]) -> Mention | None:
    """An act named in Kazakh, its name ending with the last of these words."""
    bare = _without_country(words)
    if not bare or bare[-1].end != words[-1].end:
        return None
    for name in _by_last().get(bare[-1].text[:3], ()):
        here = bare[-len(name.words) :]
        if len(here) == len(name.words) and all(
            same(word.text, wanted) for word, wanted in zip(here, name.words, strict=True)
        ):
            start = opening(text, here[0].start)
            kind = kind_of(name.known, name.words)
            if kind == "code":
                elsewhere = _state_behind([word for word in words if word.end <= here[0].start])
                if elsewhere:
                    return Mention(elsewhere[0], here[-1].end, kind, why="foreign_act")
            return Mention(start, here[-1].end, kind, acts=name.known)
    return None


def opening(text: str, start: int) -> int:
    """The start with the name of the country, and an opening quotation mark, taken in."""
    for _ in range(2):
        if start and text[start - 1] in '«"“':
            start -= 1
        country = _COUNTRY_KK.search(text, max(0, start - 40), start)
        start = country.start() if country else start
    return start


KK_CONSTITUTION = re.compile(r"конституция(?:сы)?(?:ның|мыздың|мызд\w+)?\Z|ата\Z")
