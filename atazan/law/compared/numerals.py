"""Numbers written in words, in Kazakh and Russian: fifteen days, two thirds, the second part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from atazan.rules.text import Lang

Sort = Literal["count", "ordinal", "share"]


class Numeral(NamedTuple):
    """A number in words: where it stands, and what it is."""

    start: int
    end: int
    value: Fraction
    sort: Sort


_KK = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8,
    "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60,
    "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000,
}  # fmt: skip
_KK_TOGETHER = {"екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}
_RU = {
    1: "один одна одно одного одной одну одним одному одном",
    2: "два две двух двум двумя двое двоих двоим оба обе обоих обеих",
    3: "три трех трем тремя трое троих",
    4: "четыре четырех четырем четырьмя четверо четверых",
    5: "пять пяти пятью пятеро", 6: "шесть шести шестью шестеро", 7: "семь семи семью семеро",
    8: "восемь восьми восемью восьмью", 9: "девять девяти девятью", 10: "десять десяти десятью",
    11: "одиннадцать одиннадцати одиннадцатью", 12: "двенадцать двенадцати двенадцатью",
    13: "тринадцать тринадцати тринадцатью", 14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати пятнадцатью", 16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати", 20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью", 40: "сорок сорока", 50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста", 100: "сто ста", 200: "двести двухсот", 300: "триста трехсот",
    400: "четыреста четырехсот", 500: "пятьсот пятисот", 600: "шестьсот шестисот",
    700: "семьсот семисот", 800: "восемьсот восьмисот", 900: "девятьсот девятисот",
    1000: "тысяча тысячи тысяч тысячу",
}  # fmt: skip
_RU_COUNTS = {word: value for value, words in _RU.items() for word in words.split()}
_RU_ORDINALS = {
    "перв": 1, "втор": 2, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
    "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "пятнадцат": 15, "двадцат": 20,
}  # fmt: skip
_ENDING = "(?:ый|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)"
_RU_ORDINAL = re.compile(rf"({'|'.join(_RU_ORDINALS)}){_ENDING}\Z")
_RU_THIRD = re.compile(r"трет(?:ий|ья|ье|ьего|ьему|ьим|ьем|ью|ьей|ьи|ьих)\Z")
_RU_SHARES = {
    **dict.fromkeys("треть трети третей третям третями третях третью".split(), 3),
    **dict.fromkeys("четверть четверти четвертей четвертям четвертями четвертью".split(), 4),
}
_RU_HALF = re.compile(r"половин[аыеу]?й?\Z")
_RU_COMPOUND = re.compile(
    r"(?P<n>двадцати|тридцати|сорока|пятидесяти|шестидесяти|девяноста|сто|двух|трех|четырех|пяти"
    r"|шести|семи|восьми|девяти|десяти|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцати|полутора)"
    r"(?=дневн|месячн|летн|кратн|часов|процентн|недельн|годичн)"
)  # the unit stays behind, to be read as a unit
_KK_ORDINAL = re.compile(rf"({'|'.join(_KK)})[ыі]?нш[ыі]\w{{0,6}}\Z")
_KK_FROM = re.compile(rf"({'|'.join(_KK)})(?:д[ае]н|т[ае]н|н[ае]н)\Z")
_KK_OF = re.compile(rf"({'|'.join(_KK)})(?:с?[іы])(?:н(?:ің|ың|ен|ан|е|а|де|да)?|мен)?\Z")
_KK_CASE = re.compile(rf"({'|'.join(set(_KK) - {'он', 'бір'})})(?:ге|ға|ке|қа|д[ае]|т[ае])\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def numerals(text: str, lang: Lang) -> Iterator[Numeral]:
    """The numbers in words of a text in lower case, each with its place.

    >>> [(str(one.value), one.sort) for one in numerals("үштен екісі, он бес күн", "kk")]
    [('2/3', 'share'), ('15', 'count')]
    >>> [(str(one.value), one.sort) for one in numerals("части второй, двумя третями", "ru")]
    [('2', 'ordinal'), ('2/3', 'share')]
    """
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    read = _kazakh if lang == "kk" else _russian
    at = 0
    while at < len(words):
        found = read(text, words, at)
        if found is None:
            at += 1
            continue
        numeral, taken = found
        yield numeral
        at += taken


Words = list[tuple[int, int, str]]


def _near(text: str, words: Words, at: int) -> bool:
    """Whether a word follows the one before it with nothing but a blank between."""
    return at < len(words) and not text[words[at - 1][1] : words[at][0]].strip()


def _count(text: str, words: Words, at: int, values: dict[str, int]) -> tuple[int, int]:
    """A number of one or several words from a place: its value, and how many words it takes."""
    total = current = last = taken = 0
    while at + taken < len(words) and (not taken or _near(text, words, at + taken)):
        value = values.get(words[at + taken][2])
        if value is None:
            break
        if value == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif value == 100 and 1 <= current <= 9:
            current *= 100
        elif not current or (value < last and _fits(value, last)):
            current += value
        else:
            break
        last, taken = (value if value != 1000 else 1001), taken + 1
    return total + current, taken


def _fits(value: int, last: int) -> bool:
    """Whether a smaller number may follow: units after tens, tens and units after hundreds."""
    return (last < 100 and last % 10 == 0 and value < 10) or last >= 100


def _kazakh(text: str, words: Words, at: int) -> tuple[Numeral, int] | None:
    start, end, word = words[at]
    if found := _KK_ORDINAL.match(word):
        return Numeral(start, end, Fraction(_KK[found[1]]), "ordinal"), 1
    if word.startswith("жарты"):
        return Numeral(start, end, Fraction(1, 2), "share"), 1
    if found := _KK_FROM.match(word):
        of = _KK_OF.match(words[at + 1][2]) if _near(text, words, at + 1) else None
        if of:
            share = Fraction(_KK[of[1]], _KK[found[1]])
            return Numeral(start, words[at + 1][1], share, "share"), 2
        return Numeral(start, end, Fraction(_KK[found[1]]), "count"), 1
    if word in _KK:
        return _kazakh_count(text, words, at)
    once, _, again = word.partition("-")
    if once in _KK and again.startswith(once):  # үш-үштен
        return Numeral(start, end, Fraction(_KK[once]), "count"), 1
    for stem, value in _KK_TOGETHER.items():
        if word.startswith(stem):
            return Numeral(start, end, Fraction(value), "count"), 1
    if found := _KK_CASE.match(word):
        return Numeral(start, end, Fraction(_KK[found[1]]), "count"), 1
    return None


def _kazakh_count(text: str, words: Words, at: int) -> tuple[Numeral, int]:
    value, taken = _count(text, words, at, _KK)
    start, end = words[at][0], words[at + taken - 1][1]
    if _near(text, words, at + taken):
        _, until, following = words[at + taken]
        tail = _KK_ORDINAL.match(following)
        if tail and value >= 10 and value % 10 == 0:  # он бірінші
            return Numeral(start, until, Fraction(value + _KK[tail[1]]), "ordinal"), taken + 1
        case = _KK_FROM.match(following)
        if case and value % 10 == 0 and _KK[case[1]] < 10:  # он екіден
            return Numeral(start, until, Fraction(value + _KK[case[1]]), "count"), taken + 1
        if following == "жарым":
            return Numeral(start, until, value + Fraction(1, 2), "count"), taken + 1
    return Numeral(start, end, Fraction(value), "count"), taken


def _russian(text: str, words: Words, at: int) -> tuple[Numeral, int] | None:
    start, end, word = words[at]
    if word in _RU_COUNTS:
        return _russian_count(text, words, at)
    if found := _RU_COMPOUND.match(word):
        return Numeral(start, start + found.end(), _compound(found["n"]), "count"), 1
    if _RU_HALF.match(word):
        return Numeral(start, end, Fraction(1, 2), "share"), 1
    if word == "полутора":
        return Numeral(start, end, Fraction(3, 2), "count"), 1
    if word in _RU_SHARES and word not in ("третью", "четвертью"):
        return Numeral(start, end, Fraction(1, _RU_SHARES[word]), "share"), 1
    if _RU_THIRD.match(word):
        return Numeral(start, end, Fraction(3), "ordinal"), 1
    if ordinal := _RU_ORDINAL.match(word):
        return Numeral(start, end, Fraction(_RU_ORDINALS[ordinal[1]]), "ordinal"), 1
    return None


def _russian_count(text: str, words: Words, at: int) -> tuple[Numeral, int]:
    value, taken = _count(text, words, at, _RU_COUNTS)
    start, end = words[at][0], words[at + taken - 1][1]
    if _near(text, words, at + taken):
        first, until, following = words[at + taken]
        if following in _RU_SHARES:
            return Numeral(start, until, Fraction(value, _RU_SHARES[following]), "share"), taken + 1
        tail = _RU_ORDINAL.match(following)
        if tail and value < 20 and _RU_ORDINALS[tail[1]] > max(value, 2):  # одной пятой
            share = Fraction(value, _RU_ORDINALS[tail[1]])
            return Numeral(start, until, share, "share"), taken + 1
        if compound := _RU_COMPOUND.match(following):  # ста двадцатикратного
            whole = value + _compound(compound["n"])
            return Numeral(start, first + compound.end(), whole, "count"), taken + 1
    return Numeral(start, end, Fraction(value), "count"), taken


def _compound(word: str) -> Fraction:
    return Fraction(3, 2) if word == "полутора" else Fraction(_RU_COUNTS[word])
