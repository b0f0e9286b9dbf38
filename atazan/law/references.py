"""Provisions that running text of a law names, in Russian and Kazakh: lists and ranges included.

Russian names the inner step first ("подпункты 1) и 2) пункта 1 статьи 73 Конституции"), Kazakh the
outer one ("Конституцияның 73-бабы 1-тармағының 1) және 2) тармақшалары"). What names another act
than the law itself or the Constitution is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

from msgspec import Struct

Base = Literal["constitution", "itself"]
LANGS_READ: tuple[Literal["ru", "kk"], ...] = ("ru", "kk")
_ORDER = ("section", "chapter", "art", "para", "part", "subpara", "indent")
_OUTER = {"art", "chapter", "section"}
_LEVELS = {
    "подпункт": "subpara",
    "пункт": "para",
    "стат": "art",
    "част": "part",
    "абзац": "indent",
    "глав": "chapter",
    "раздел": "section",
    "тармақша": "subpara",
    "тармақ": "para",
    "тармағ": "para",
    "баб": "art",
    "бап": "art",
    "бөлі": "part",
    "тарау": "chapter",
}
_RU = "перв втор трет четверт пят шест седьм восьм девят десят".split()
_KK = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()
_N = r"[0-9]+(?:-[0-9]+)*"
_RU_TOKENS = re.compile(
    r"(?P<this>настоящ\w+\s+(?P<which>стать|подпункт|пункт|част|Конституц)\w*(?:\s+закон\w*)?)"
    r"|(?P<const>Конституци(?:и|ей|я|ю)\b(?:\s+Республики\s+Казахстан)?+(?!,\s+принятой))"
    r"|(?P<level>подпункт|пункт|стат(?=ь|ей)|част|абзац|глав|раздел)\w*"
    rf"|(?P<n>{_N})(?:\s?[–—]\s?(?P<to>[0-9]+))?\)?"
    rf"|(?P<ord>{'|'.join(_RU)})\w*"
    r"|(?P<sep>,|(?:и|или|либо)\b)"
    r"|(?P<other>Конституци\w+|Указ\w*"
    r"|(?:[А-Я][\w-]+ого\s+(?:[\w-]+ого\s+)?)?[ЗзКк](?:акон|одекс)(?:а|ов)\b)"
    r"|(?P<stop>\w+|[^\s\w])"
)
_KK_TOKENS = re.compile(
    r"(?P<this>[Оо]сы\s+(?P<which>бап|бабы|тармақша|тармақ|бөлік|Конституция)\w*(?:\s+заң\w*)?)"
    r"|(?P<const>Конституция(?:сы)?ның\b)"
    rf"|(?P<n>{_N})(?:\s?[–—]\s?(?P<to>[0-9]+))?\)?(?![0-9])"
    rf"|(?P<ord>{'|'.join(_KK)})\b"
    r"|-?(?P<level>тармақша|тармақ|тармағ|баб|бап|бөлі(?=к|г)|абзац|тарау)\w*"
    r"|(?P<sep>,|(?:және|немесе|мен|пен|бен|не)\b)"
    r"|(?P<other>[Зз]аңның|[Кк]одекс\w*|Жарлы\w*)"
    r"|(?P<stop>\w+|[^\s\w])"
)
_THIS = {"стать": "art", "пункт": "para", "подпункт": "subpara", "част": "part"}
_THIS |= {"бап": "art", "бабы": "art", "тармақ": "para", "тармақша": "subpara", "бөлік": "part"}


Chain = list[tuple[str, list[str]]]
"""Steps named together, each with its numbers, the outer one first."""


class Reference(Struct, frozen=True):
    """A provision named: of the `constitution`, or of the text `itself`."""

    base: Base
    eid: str


class _Token(NamedTuple):
    kind: str
    value: str
    upto: str = ""


def references(words: str, lang: Literal["ru", "kk"], here: str) -> list[Reference]:
    """The provisions these words name; `here` is the eId of the provision they stand in.

    >>> references("пунктами 2 и 3 статьи 50 Конституции", "ru", "art_59")[1].eid
    'art_50__para_3'
    >>> references("осы баптың 1-тармағының 4) және 5) тармақшалары", "kk", "art_73__para_4")[0].eid
    'art_73__para_1__subpara_4'
    """
    read = _russian if lang == "ru" else _kazakh
    return list(dict.fromkeys(read(list(_tokens(words, lang)), here)))


def _tokens(words: str, lang: str) -> Iterator[_Token]:
    for match in (_RU_TOKENS if lang == "ru" else _KK_TOKENS).finditer(words):
        kind = match.lastgroup or "stop"
        group = match.groupdict()
        if group["this"]:
            yield _Token("this", _THIS.get(group["which"], ""))
        elif group["level"]:
            yield _Token("level", _LEVELS[group["level"]])
        elif group["n"]:
            yield _Token("n", group["n"], group.get("to") or "")
        elif group["ord"]:
            yield _Token("n", str((_RU if lang == "ru" else _KK).index(group["ord"]) + 1))
        else:
            yield _Token(kind, match[0])


def _numbers(tokens: list[_Token], at: int) -> tuple[list[str], int]:
    """The list of numbers that begins at a token, and the token after it."""
    found: list[str] = []
    while at < len(tokens) and tokens[at].kind == "n":
        found += _range(tokens[at])
        at += 1
        if at + 1 < len(tokens) and tokens[at].kind == "sep" and tokens[at + 1].kind == "n":
            at += 1
    return found, at


def _range(one: _Token) -> list[str]:
    """11–13 is 11, 12, 13; a range that begins with an inserted number is read by its ends."""
    if one.upto and one.value.isdigit() and 0 < int(one.upto) - int(one.value) < 100:
        return [str(n) for n in range(int(one.value), int(one.upto) + 1)]
    return [one.value, one.upto] if one.upto else [one.value]


def _russian(tokens: list[_Token], here: str) -> Iterator[Reference]:
    """Read chains until something names what they belong to, or they break off."""
    chains: list[Chain] = []
    at, joined = 0, False
    while at < len(tokens):
        token = tokens[at]
        numbers, after = _numbers(tokens, at + 1) if token.kind == "level" else ([], at)
        if numbers:
            if not joined:
                chains.append([])
            chains[-1].insert(0, (token.value, numbers))
            at, joined = after, True
            continue
        if token.kind != "sep":
            yield from _closed(chains, token, here)
            chains = []
        at, joined = at + 1, False
    yield from _closed(chains, _Token("stop", ""), here)


def _closed(chains: list[Chain], by: _Token, here: str) -> Iterator[Reference]:
    """What the chains name, now that it is known what they belong to."""
    if by.kind == "other":
        return
    for place, steps in enumerate(chains):
        if not _OUTER & {level for level, _ in steps}:
            steps = _shared(steps, chains[place + 1 :]) + steps
        base: Base = "constitution" if by.kind == "const" else "itself"
        yield from _named(steps, base, _within(by.value, here) if by.kind == "this" else "")


def _shared(chain: Chain, later: list[Chain]) -> Chain:
    """The outer steps a chain shares with the one after it: "пункта 1 и пункта 6 статьи 73"."""
    own = _ORDER.index(chain[0][0])
    for other in later:
        outer = [step for step in other if _ORDER.index(step[0]) < own]
        if outer and outer[0][0] == "art":
            return outer
    return []


def _within(level: str, here: str) -> str:
    """The provision that "this article" or "this paragraph" means; empty for the law itself."""
    steps = here.split("__")
    places = [at for at, step in enumerate(steps) if step.startswith(f"{level}_")]
    return "__".join(steps[: places[-1] + 1]) if level and places else ""


def _named(steps: Chain, base: Base, within: str) -> Iterator[Reference]:
    """Every combination of the numbers; nothing where no article is known."""
    levels = [level for level, _ in steps]
    whole = bool(_OUTER & {*levels})
    if not whole and not within:
        return
    prefix = [] if whole else [within]
    for numbers in product(*(numbers for _, numbers in steps)):
        own = [f"{level}_{number}" for level, number in zip(levels, numbers, strict=True)]
        yield Reference(base, "__".join([*prefix, *own]))


def _kazakh(tokens: list[_Token], here: str) -> Iterator[Reference]:
    """Keep the path of steps: a step joins the one before it, after a comma it takes its place."""
    base: Base = "itself"
    within, foreign, joined, at = "", False, False, 0
    path: Chain = []
    while at < len(tokens):
        token = tokens[at]
        numbers, after = _numbers(tokens, at)
        if numbers and after < len(tokens) and tokens[after].kind == "level":
            level = tokens[after].value
            if level == "art":  # an article is named without its chapter
                path = []
            elif not joined:
                path = [step for step in path if _ORDER.index(step[0]) < _ORDER.index(level)]
            path.append((level, numbers))
            at, joined = after + 1, True
            if not foreign and not _goes_on(tokens, at):
                yield from _named(path, base, within)
            continue
        if token.kind != "sep":
            base = "constitution" if token.kind == "const" else "itself"
            within = _within(token.value, here) if token.kind == "this" else ""
            path, foreign = [], token.kind == "other"
        at, joined = at + 1, False


def _goes_on(tokens: list[_Token], at: int) -> bool:
    """Whether an inner step follows at once."""
    numbers, after = _numbers(tokens, at)
    return bool(numbers) and after < len(tokens) and tokens[after].kind == "level"
