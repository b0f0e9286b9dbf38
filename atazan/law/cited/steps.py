"""A run of steps read: the provisions it names, each with the way to it.

Russian names the inner step first, Kazakh the outer one, English either way. Steps joined by "и",
"және" or a comma share what is outside them.
"""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from msgspec import Struct

from atazan.law.cited.citation import Path, Step
from atazan.law.cited.grammar import EN_TOKENS, KK_TOKENS, PATH_WORDS, RANK, RU_TOKENS
from atazan.law.cited.numbers import Ambiguous, joined, ordinal, upto
from atazan.law.cited.ways import Chain, Numbered, either, outer_first
from atazan.law.text.letters import plain

_LEVELS = tuple(RANK)
_DASHES = str.maketrans("‐‑‒–—−", "------")
_PLURAL = re.compile(
    r"статей|статьям|статьях|пункт(?:ы|ов|ам|ах)|част(?:ей|ям|ях)|абзац(?:ы|ев|ам|ах)|глав(?:ы|ам|ах)?\Z|тар\Z|тар[ыіғгдн]|дар[ыіғгдн]?|лар[ыіғгдн]?|articles|paragraphs|points|parts|arts|стст|ст\. ?ст|п\. ?п|§§"
)
_EITHER = re.compile(r"статьи|части|главы|ст\.|п\.|пп|ч\.|гл\.|art\.|para\.|примечания")


class Read(Struct, frozen=True, gc=False):
    """A run read: `ways` from the outside in; `why` where a number is not certain.

    `whole` says whether every way begins at an article, a chapter or a section.
    """

    targets: tuple[str, ...]
    path: tuple[Path, ...]
    whole: bool
    levels: frozenset[str]
    outermost: str
    last_named: str
    why: str = ""


_NUMBERS = re.compile(r"([0-9]+(?:[-‐‑][0-9]+)?)")
_RANGE = re.compile(
    r"[‒–—−]|#\.#|[а-яёіңғ]-[а-я]|[)# ] ?- ?#\)|[)#] - |\s-#|\bпо\b|\bto\b|\bthrough\b|\)[-‐‑] ?\(?#|[тнд][ае]н #"
)
_ODD_NUMBER = re.compile("[IVXІХ⁰¹²³⁴-⁹]")
_ROMAN = re.compile(r"(?<!\w)[IVXІХ]{1,7}(?!\w)")
_RAISED = re.compile("(?<=[0-9])[⁰¹²³⁴-⁹]+")
_LOW = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ONES = {"I": 1, "V": 5, "X": 10}


def _lowered(raised: re.Match[str]) -> str:
    return "-" + raised[0].translate(_LOW)


def _roman(letters: str) -> int:
    """The figure of a Roman numeral, of Latin or Cyrillic letters."""
    values = [_ONES[one] for one in letters.replace("І", "I").replace("Х", "X")]
    return sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


_FIRST_MARK = 900
Shape = tuple[tuple[str, tuple[int, ...], tuple[tuple[str, int | str], ...]], ...]


@lru_cache(maxsize=65536)
def read(run: str, lang: str) -> Read:
    """Read a run of steps.

    Runs that differ in their numbers only are read once, with marks in the place of numbers.

    >>> read("пункта 1 статей 4 и 5", "ru").targets
    ('art_4__para_1', 'art_5__para_1')
    >>> read("73-бабы 1-тармағының 6) және 7) тармақшаларына және 6-тармағына", "kk").targets
    ('art_73__para_1__subpara_6', 'art_73__para_1__subpara_7', 'art_73__para_6')
    """
    pieces = _NUMBERS.split(run)
    shape = _shaped("#".join(pieces[::2]), lang)
    if shape is None:
        return _read(_in_figures(run), lang)
    numbers = pieces[1::2]
    for at, number in enumerate(numbers):
        if not number.isdigit():
            first, second = re.split("[-‐‑]", number)
            if int(second) > int(first):
                return _read(run, lang)
            numbers[at] = f"{first}-{second}"
    ways, like = shape
    targets = tuple([written % tuple([numbers[at] for at in at_]) for written, at_, _ in ways])
    path = tuple(
        [
            tuple([Step(word, numbers[n] if n.__class__ is int else n) for word, n in way])  # type: ignore[arg-type]
            for _, _, way in ways
        ]
    )
    return Read(targets, path, like.whole, like.levels, like.outermost, like.last_named)


def _in_figures(run: str) -> str:
    """The run with Roman and raised numbers in figures."""
    return _RAISED.sub(_lowered, _ROMAN.sub(lambda one: str(_roman(one[0])), run))


@lru_cache(maxsize=8192)
def _shaped(blank: str, lang: str) -> tuple[Shape, Read] | None:
    """A run with marks for numbers, and where each number goes; None where only numbers tell."""
    if _ODD_NUMBER.search(blank) or _RANGE.search(blank) or blank.count("#") > 99:
        return None
    pieces = blank.split("#")
    marked = pieces[0] + "".join(
        f"{_FIRST_MARK + at}{piece}" for at, piece in enumerate(pieces[1:])
    )
    like = _read(marked, lang)
    shape = []
    for eid, way in zip(like.targets, like.path, strict=True):
        places: list[int] = []

        def put(found: re.Match[str], places: list[int] = places) -> str:
            places.append(int(found[0]) - _FIRST_MARK)
            return "%s"

        written = re.sub(r"9[0-9]{2}", put, eid)
        steps = tuple(
            (
                s.level,
                int(s.number) - _FIRST_MARK if re.fullmatch(r"9[0-9]{2}", s.number) else s.number,
            )
            for s in way
        )
        shape.append((written, tuple(places), steps))
    return tuple(shape), like


def _read(run: str, lang: str) -> Read:
    """Read a run, whatever numbers and ranges are in it."""
    if " (" in run and lang == "ru" and _BRACKETED.search(run):
        return _bracketed(run, lang)
    try:
        steps = _STEPS[lang](plain(run).lower())
    except Ambiguous:
        named = [
            level
            for match in _TOKENS[lang].finditer(plain(run).lower())
            for level in _LEVELS
            if match[level]
        ] or ["art"]
        return Read(
            (), (), "art" in named, frozenset(named), named[0], named[-1], "ambiguous_number"
        )
    chains = outer_first(steps) if lang == "kk" else either(steps)
    return _done(chains, steps[-1].level if steps else "")


_BRACKETED = re.compile(r"([0-9]+(?:-[0-9]+)?) \(([^()]*[0-9](?:\)[^()]*)*)\)(?=,| )")


def _bracketed(run: str, lang: str) -> Read:
    """A list some of whose numbers say more in brackets: "статьями 12 (пункт 2), 14 и 16"."""
    inside = {found[1]: read(found[2], lang) for found in _BRACKETED.finditer(run)}
    outer = read(_BRACKETED.sub(r"\1", run), lang)
    targets: list[str] = []
    path: list[Path] = []
    for eid, way in zip(outer.targets, outer.path, strict=True):
        inner = inside.get(way[-1].number)
        for more, further in zip(inner.targets, inner.path, strict=True) if inner else [("", ())]:
            targets.append(f"{eid}__{more}" if more else eid)
            path.append(way + further)
    levels = outer.levels.union(*(one.levels for one in inside.values()))
    return Read(
        tuple(targets), tuple(path), outer.whole, levels, outer.outermost, outer.last_named,
        outer.why,
    )  # fmt: skip


def _done(chains: list[Chain], last: str) -> Read:
    targets: list[str] = []
    path: list[Path] = []
    for chain in chains:
        levels = [level for level, _ in chain]
        named = "art" in levels
        for numbers in product(*(numbers for _, numbers in chain)):
            way = list(zip(levels, numbers, strict=True))
            eid = "__".join(
                f"{level}_{number or 1}"
                for level, number in way
                if not (named and level in ("chapter", "section"))
            )
            if eid and eid not in targets:
                targets.append(eid)
                path.append(tuple(Step(PATH_WORDS[level], number) for level, number in way))
    every = frozenset(level for chain in chains for level, _ in chain)
    tops = [RANK[chain[0][0]] for chain in chains if chain]
    outermost = min((chain[0][0] for chain in chains if chain), key=RANK.__getitem__, default="")
    whole = bool(tops) and max(tops) <= RANK["art"]
    return Read(tuple(targets), tuple(path), whole, every, outermost, last)


# Steps of each language ---------------------------------------------------------------------------


def _number(match: re.Match[str], plural: bool | None) -> list[str]:
    written = match["n"].strip('«»"').translate(_DASHES)
    if match["to"]:
        last = match["to"].strip(" ()").translate(_DASHES)
        tight = match["dash"] == "-" and ")" not in match[0]
        if tight and written.isdigit() and last.isdigit():
            return joined(f"{written}-{last}", plural)
        return upto(written, last)
    if written[:1].isdigit() and ("-" in written or "." in written):
        return joined(written, plural)
    return [written]


def _is_plural(word: str) -> bool | None:
    if _PLURAL.search(word):
        return True
    return None if _EITHER.match(word) else False


def _russian(run: str) -> list[Numbered]:
    """The word, then its numbers; an ordinal may stand before it."""
    found: list[Numbered] = []
    link, ahead, plural, gap, last = "", [], None, 0, 0  # type: str, list[str], bool | None, int, int
    for match in RU_TOKENS.finditer(run):
        kind = match.lastgroup or ""
        if kind in RANK:
            level = kind
            plural = _is_plural(match[0])
            short = match[0].replace(" ", "").replace("\xa0", "")
            found.append(Numbered(level, ahead, link if not ahead else gap_link(gap)))
            if short in ("п.п.", "пп.", "пп"):
                found[-1].inner.append(("doubled" if short == "п.п." else "short", []))
            ahead, link = [], ""
        elif kind == "sep":
            if link != "&":
                link = "," if match[0] == "," else "&"
        elif kind == "ord":
            figure = ordinal(match[0])
            to = _tied(run, last, match.start())
            if to and (ahead or (found and found[-1].numbers)):
                numbers = ahead or found[-1].numbers
                numbers += upto(numbers[-1], figure)[1:]
            elif found and (link or not found[-1].numbers) and _follows(run, match.end()) is False:
                found[-1].numbers.append(figure)
                link = ""
            else:
                gap = {"": 0, ",": 1, "&": 2}[link] if not ahead else gap
                ahead.append(figure)
                link = ""
        elif match["n"] and found:
            found[-1].numbers += _number(match, plural)
            if found[-1].inner and ")" in match[0] and found[-1].inner[0][0] == "short":
                found[-1].inner = [("marked", [])]
            link = ""
        last = match.end()
    return _short_forms([step for step in found if step.numbers or step.level == "note"])


def _tied(run: str, start: int, end: int) -> bool:
    """Whether two ordinals are the ends of a range: "второй–четвёртой", "со второй по пятую"."""
    return run[start:end].strip() in ("-", "‑", "‐", "–", "—", "−", "по")


def gap_link(gap: int) -> str:
    """How an ordinal before its word is tied to what was before."""
    return ("", ",", "&")[gap]


def _follows(run: str, at: int) -> bool:
    """Whether the word for the level follows an ordinal ("вторая часть")."""
    return bool(
        re.compile(
            r"(?:\s*,\s*|\s+и\s+)?(?:\w+(?:ая|ой|ую|ый|ого|ом|ым|ый)\s+)?\s*(?:част|абзац)"
        ).match(run, at)
    ) and not bool(
        re.compile(r"\s+(?:част|абзац)\w*\s+(?:[0-9]|(?:перв|втор|трет|четв|пят))").match(run, at)
    )


def _short_forms(steps: list[Numbered]) -> list[Numbered]:
    """`пп.` with a mark or beside a paragraph is a subparagraph, with a bare list: paragraphs.

    `п.п.` doubles the abbreviation as `ст.ст.` does: with a list and no paragraph beside, paragraphs.
    """
    beside = any(step.level == "para" for step in steps)
    for step in steps:
        short = [word for word, _ in step.inner]
        if short in (["short"], ["doubled"]) and not beside and len(step.numbers) > 1:
            step.level = "para"
        step.inner = []
    return steps


_FROM = re.compile(r"[тнд][ае]н\Z")  # 11-баптан 13-бапқа дейін: from the 11th to the 13th


def _kazakh(run: str) -> list[Numbered]:
    """Numbers first, then the word."""
    found: list[Numbered] = []
    held: list[re.Match[str]] = []
    figures: list[str] = []
    link = start = before = ""
    last = 0
    for match in KK_TOKENS.finditer(run):
        kind = match.lastgroup or ""
        if match["n"] or match["ord"]:
            if not held and not figures:
                start, link = link, ""
            if match["ord"] and figures and _tied(run, last, match.start()):
                figures += upto(figures[-1], ordinal(match["ord"]))[1:]
            elif match["ord"]:
                figures.append(ordinal(match["ord"]))
            else:
                held.append(match)
            link = ""
        elif kind == "sep":
            link = "&" if match[0] != "," else link or ","
        elif held or figures:
            plural = _is_plural(match[0])
            numbers = figures + [n for one in held for n in _number(one, plural)]
            if found and not start and found[-1].level == kind and _FROM.search(before):
                found[-1].numbers = upto(found[-1].numbers[-1], numbers[0])
            else:
                found.append(Numbered(kind, numbers, start))
            before = match[0]
            held, figures, link, start = [], [], "", ""
        last = match.end()
    return found


_INNER = ("section", "chapter", "art", "para", "subpara", "indent")


def _english(run: str) -> list[Numbered]:
    found: list[Numbered] = []
    link, ahead, plural = "", [], None  # type: str, list[str], bool | None
    for match in EN_TOKENS.finditer(run):
        kind = match.lastgroup or ""
        if any(match[level] for level in _LEVELS):
            level = next(level for level in _LEVELS if match[level])
            plural = _is_plural(match[0])
            found.append(Numbered(level, ahead, link))
            ahead, link = [], ""
        elif match["of"]:
            link = "of"
        elif match["sep"]:
            link = link if link == "of" else ("," if match[0] == "," else "&")
        elif match["ord"]:
            if found and not found[-1].numbers:
                found[-1].numbers.append(ordinal(match[0]))
                link = ""
            else:
                ahead.append(ordinal(match[0]))
        elif match["more"] and found:
            _grouped(found, match)
            link = ""
        elif match["n"] and found:
            _figured(found, match, plural)
            link = ""
        del kind
    return [step for step in found if step.numbers or step.level == "note"]


def _groups(written: str) -> list[str]:
    return re.findall(r"[0-9a-z]+(?:-[0-9]+)?", written.translate(_DASHES))


def _below(level: str, count: int) -> list[str]:
    at = _INNER.index(level) if level in _INNER else _INNER.index("para")
    return list(_INNER[at + 1 : at + 1 + count])


def _figured(found: list[Numbered], match: re.Match[str], plural: bool | None) -> None:
    """An English number with its groups: 72(1)(2)."""
    step = found[-1]
    groups = _groups(match["groups"] or "") + ([match["last"]] if match["last"] else [])
    plain_range = match["to"] and not match["to"].lstrip().startswith("(")
    if step.inner or (groups and step.numbers):  # 45(2) and 46(1): another way
        found.append(Numbered(step.level, [], "&"))
        step = found[-1]
    step.numbers += _number(match, plural) if plain_range or not match["to"] else [match["n"]]
    if groups:
        inner = [[group] for group in groups]
        if match["to"] and not plain_range:
            inner[-1] = upto(groups[-1], _groups(match["to"])[0])
        step.inner = list(zip(_below(step.level, len(inner)), inner, strict=False))


def _grouped(found: list[Numbered], match: re.Match[str]) -> None:
    """Groups on their own: "(2-1)" after 72(1)(2), or "paragraphs (1) and (2)"."""
    step, groups = found[-1], _groups(match["more"])
    numbers = upto(groups[-1], _groups(match["gto"])[0]) if match["gto"] else [groups[-1]]
    if not step.inner:
        step.numbers += [*groups[:-1], *numbers]
    elif len(groups) == 1:
        level, listed = step.inner[-1]
        step.inner = [*step.inner[:-1], (level, [*listed, *numbers])]


_TOKENS = {"ru": RU_TOKENS, "kk": KK_TOKENS, "en": EN_TOKENS}
_STEPS = {"ru": _russian, "kk": _kazakh, "en": _english}
