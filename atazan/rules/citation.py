"""How a provision is named: `eId` in data, "45-бап, 2-тармақ" to readers."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from atazan.rules.text import Lang

_LEVEL = re.compile(
    r"(art|para|subpara|part|indent|note|subchapter|chapter|subsection|section)"
    r"_([0-9]+(?:-[0-9]+)*(?:@[0-9]+)?)\Z"
)
_WORDS: dict[str, dict[str, str]] = {
    "section": {"kk": "{n}-бөлім", "ru": "раздел {n}", "en": "section {n}"},
    "subsection": {"kk": "{n}-кіші бөлім", "ru": "подраздел {n}", "en": "subsection {n}"},
    "chapter": {"kk": "{n}-тарау", "ru": "глава {n}", "en": "chapter {n}"},
    "subchapter": {"kk": "{n}-параграф", "ru": "параграф {n}", "en": "subchapter {n}"},
    "art": {"kk": "{n}-бап", "ru": "статья {n}", "en": "article {n}"},
    "para": {"kk": "{n}-тармақ", "ru": "пункт {n}", "en": "paragraph {n}"},
    "subpara": {"kk": "{n}) тармақша", "ru": "подпункт {n})", "en": "subparagraph {n})"},
    "part": {"kk": "{n}-бөлік", "ru": "часть {n}", "en": "part {n}"},
    "indent": {"kk": "{n}-абзац", "ru": "абзац {n}", "en": "indent {n}"},
    "note": {"kk": "ескертпе", "ru": "примечание", "en": "note"},  # printed without a number
}


class Provision(Struct, frozen=True, order=True):
    """A piece of the text of a work: `work` by its short id in works.yaml, `eid` as in Akoma Ntoso.

    Levels run from the outside in: `art_45__para_2__subpara_1`; numbers as printed (`8-1`).
    """

    work: str
    eid: str

    def cite(self, lang: Lang) -> str:
        """Name the provision as the Court's own texts do."""
        return cite(self.eid, lang)


@lru_cache(maxsize=8192)
def cite(eid: str, lang: Lang) -> str:
    """Name a provision in words. Raises ValueError where the eId is not of a known form.

    >>> cite("art_45__para_2__subpara_1", "kk")
    '45-бап, 2-тармақ, 1) тармақша'
    >>> cite("art_53__part_1", "ru")
    'статья 53, часть 1'
    >>> cite("art_50__para_2@2", "en")
    'article 50, paragraph 2 (text 2)'
    """
    if eid in _OUTSIDE:
        return _OUTSIDE[eid][lang]
    return ", ".join(_step(kind, number, lang) for kind, number in levels(eid))


_OUTSIDE: dict[str, dict[str, str]] = {
    "front": {"kk": "мәтін басы", "ru": "начало текста", "en": "opening lines"},
    "preamble": {"kk": "кіріспе", "ru": "преамбула", "en": "preamble"},
    "back": {"kk": "мәтін соңы", "ru": "конец текста", "en": "closing lines"},
}
_AGAIN = {"kk": "{n}-мәтін", "ru": "текст {n}", "en": "text {n}"}


def _step(kind: str, number: str, lang: Lang) -> str:
    """One step in words; `5@2` is the second text that a source prints under the number 5."""
    number, _, again = number.partition("@")
    named = _WORDS[kind][lang].format(n=number)
    return f"{named} ({_AGAIN[lang].format(n=again)})" if again else named


@lru_cache(maxsize=8192)
def levels(eid: str) -> tuple[tuple[str, str], ...]:
    """Split an eId into its levels. Raises ValueError where a level is unknown.

    >>> levels("art_3-1__para_2")
    (('art', '3-1'), ('para', '2'))
    """
    found = []
    for step in eid.split("__"):
        match = _LEVEL.match(step)
        if match is None:
            raise ValueError(f"'{eid}' is no eId: '{step}' should read like art_45 or para_2")
        found.append((match[1], match[2]))
    return tuple(found)


class UnreadCitation(ValueError):
    """The words do not name a provision."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"'{text}' does not name a provision; write it like 45(2)(1), 'ст. 45 п. 2 пп. 1)', "
            "'45-бап 2-тармақ' or art_45__para_2"
        )


_ORDER = ("section", "chapter", "art", "note", "para", "part", "subpara", "indent")
_NUMBER = r"(?P<n>[0-9]+(?:-[0-9]+)*)"
# Words by level, the stems only: cases and possessives follow. The order is that of the search.
_STEMS = {
    "subpara": r"подпункт\w*|подп|пп|тармақша\w*|subparagraphs?|subpara",
    "para": r"пункт\w*|п|тармақ\w*|тармағ\w*|paragraphs?|para",
    "art": r"стат(?:ья|ьи|ье|ью|ьей|ей)|ст|бап\w*|баб\w*|articles?|art",
    "part": r"част[ьи]\w*|ч|бөлік\w*|бөліг\w*|parts?",
    "indent": r"абзац\w*|абз|indents?",
    "note": r"примечани\w*|ескертпе\w*|notes?",
    "chapter": r"глав\w*|тарау\w*|chapters?",
    "section": r"раздел\w*|бөлім\w*|sections?",
}
_RU = "перв втор трет четверт пят шест седьм восьм девят десят".split()
_KK = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()
_EN = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALS = {word: n for words in (_RU, _KK, _EN) for n, word in enumerate(words, 1)}
_AFTER = rf"(?P<o>{'|'.join(_RU)})\w*"  # часть третья: only Russian puts the ordinal after
_BEFORE = rf"(?P<o>{'|'.join(_ORDINALS)})\w*"


def meet(one: str, other: str) -> bool:
    """Whether two places of a work are the same, or one is part of the other.

    >>> meet("art_45", "art_45__para_2"), meet("art_45", "art_450"), meet("whole", "art_1")
    (True, False, True)
    """
    return (
        "whole" in (one, other)
        or one == other
        or one.startswith(f"{other}__")
        or other.startswith(f"{one}__")
    )


def _shapes(level: str, stems: str) -> list[re.Pattern[str]]:
    """How a step is written: пункт 2; часть третья; 2-тармақ, 1) тармақша; үшінші бөлігі."""
    written = [rf"(?<!\w)(?:{stems})\.?\s?{_NUMBER}(?P<mark>\)?)(?!\d|-\w)"]
    written += [rf"(?<!\w)(?:{stems})\s+{_AFTER}"] if level in ("part", "indent") else []
    written += [rf"(?<!\w){_NUMBER}(?P<mark>[-)])\s?(?:{stems})(?!\w)"]
    written += [rf"(?<!\w){_BEFORE}\s+(?:{stems})(?!\w)"] if level in ("part", "indent") else []
    return [re.compile(shape, re.IGNORECASE) for shape in written]


_PIECES = [(level, shape) for level, stems in _STEMS.items() for shape in _shapes(level, stems)]
_SHORT = re.compile(r"\s*(?P<open>\(?)(?P<n>[0-9]+(?:-[0-9]+)*)(?P<close>\)?)[.,;\s]*")


@lru_cache(maxsize=4096)
def read_citation(text: str) -> str:
    """The eId of a provision named in kk, ru or en, in short notation, or as an eId already.

    In short notation the steps are article, (paragraph), subparagraph): `45(2)(1)`, `45(2)1)`. A
    number with a closing mark only is a subparagraph, as printed. `whole` stays as it is.
    Raises UnreadCitation.

    >>> read_citation("подпункт 1) пункта 2 статьи 45")
    'art_45__para_2__subpara_1'
    >>> read_citation("45-бап 2-тармақ 1) тармақша") == read_citation("45(2)(1)")
    True
    """
    asked = text.strip()
    if asked == "whole":
        return asked
    if "_" in asked:
        return _checked(asked, text)
    found, left = _named(asked)
    _short(left, found, text)
    if not found:
        raise UnreadCitation(text)
    return "__".join(f"{level}_{found[level]}" for level in _ORDER if level in found)


def _named(text: str) -> tuple[dict[str, str], str]:
    """The steps the words name, and what is left of the text."""
    found: dict[str, str] = {}
    for level, shape in _PIECES:
        match = None if level in found else shape.search(text)
        if match is None:
            continue
        group = match.groupdict()
        # Some codes call their subparagraphs "пункт 3)": the mark tells.
        as_marked = "subpara" if level == "para" and group.get("mark") == ")" else level
        found[as_marked] = group.get("n") or str(_ORDINALS[group["o"].lower()])
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return found, text


def _short(left: str, found: dict[str, str], text: str) -> None:
    """Add the steps written without words. Raises UnreadCitation where something else is left."""
    left = re.sub(r"(?i)\b(?:of|the)\b", " ", left).strip(" .,;")
    while left:
        match = _SHORT.match(left)
        free = [level for level in ("art", "para", "subpara") if level not in found]
        if match is None or not free:
            raise UnreadCitation(text)
        marked = match["close"] and not match["open"] and "subpara" in free
        found["subpara" if marked else free[0]] = match["n"]
        left = left[match.end() :]


def _checked(eid: str, text: str) -> str:
    try:
        levels(eid)
    except ValueError as wrong:
        raise UnreadCitation(text) from wrong
    return eid


def other_spelling(eid: str) -> str | None:
    """The same steps with part for paragraph or paragraph for part; None where there is neither.

    A reader who writes 342(3) does not say which of the two it is.

    >>> other_spelling("art_342__para_3")
    'art_342__part_3'
    """
    steps = levels(eid)
    kinds = [kind for kind, _ in steps]
    if ("para" in kinds) == ("part" in kinds):
        return None
    swap = {"para": "part", "part": "para"}
    return "__".join(f"{swap.get(kind, kind)}_{number}" for kind, number in steps)
