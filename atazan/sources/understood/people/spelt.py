"""Names as they stand in a text, with the ways to bring each to the nominative."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from atazan.sources.understood.mention import Case
from atazan.sources.understood.people import declined, given
from atazan.sources.understood.people.given import ALL, Form, Sex
from atazan.sources.understood.people.parts import FATHERS, Part, Row
from atazan.sources.understood.people.signs import signs
from atazan.words import Lang

_NAMES = tuple(
    re.compile(one)
    for one in (
        r"(?P<given>[Gg](?:p?G)?)I*(?P<father>P*)p*(?P<family>[SUs]|[Gg](?![PF]))",
        r"(?P<given>G)(?P<family>c)",
        r"(?P<family>U)(?P<given>k)",
        r"(?P<given>[GgU])(?P<father>[GgU]F)p*(?P<family>[SUs]?)",
        r"(?P<family>[SU])(?P<given>[GgU])(?P<father>[GgU]F)",
        r"(?P<given>G)(?P<family>[SUs])(?P<father>P)",
        r"(?P<family>[SUGgs])(?P<given>[Gg])(?P<father>P+)(?![SUs])",
        r"(?P<given>[GgU])(?P<father>P+)",
        r"(?P<family>S)(?P<given>[Gg])(?!P|p*[SU])",
        r"(?P<initials>I{1,3})(?P<family>[SUGgCcs])",
        r"(?P<family>[SUGgs])(?P<initials>I{1,3})(?![SUGg])",
        r"(?P<given>U)I*(?P<family>S)",
    )
)
_CYRILLIC = (
    re.compile(r"(?P<given>G)(?P<family>UG)(?![SUsPG])"),
    re.compile(r"(?P<given>S)(?P<family>S)(?![SUsPG])"),
    re.compile(r"(?P<given>[Gg])(?P<father>P)(?P<family>[cC])"),
)
_LATIN = (
    re.compile(r"(?P<given>G)(?P<family>UG)(?![SUsPG])"),
    re.compile(r"(?P<given>G)(?P<family>UU)"),
    re.compile(r"(?P<family>[UXC])(?P<given>k)"),
)
_KAZAKH_ALONE = (re.compile(r"(?P<given>G)(?P<family>C)"),)
"""Names told so only in Russian, in Latin letters, in Kazakh: two surnames, a Korean name, a
surname that is a word too («Данияр Қожа»)."""
_TITLED = re.compile(
    r"(?P<given>C?[UgS]{1,2}|C|G[GU]?)p*(?P<family>[USg]|G(?![SUPF])|(?<=G)[Cc])|(?P<alone>[SUGg])"
)
_TOLD = re.compile(r"(?P<given>U{1,2}|[Gg]{1,2}|GU)p*(?P<family>[USg]|G(?![SUPFs])|(?<=G)[Cc])")


class Way(NamedTuple):
    """A way to read a name: its parts in the nominative (folded), whose it is, in what cases."""

    given: str
    father: str
    family: str
    sex: Sex
    cases: frozenset[Case]
    words: tuple[str, ...]


class Spelt(NamedTuple):
    """A name in a row: its parts, the ways to read it, initials folded."""

    row: Row
    parts: tuple[Part, ...]
    ways: tuple[Way, ...]
    initials: str = ""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.parts[0].word.start

    @property
    def end(self) -> int:
        """Where it ends; the stop of a last initial is part of it."""
        last = self.parts[-1]
        return last.word.end + (last.kind == "I")


def spelt(row: Row, titled: bool, told: bool, at: int) -> Spelt | None:
    """The longest name that begins at a part of a row, None where there is none.

    `titled`: a title or office stands before it; `told`: a verb of speech or an office beside it.
    """
    roles = _roles(row.kinds[at : at + _LONGEST], titled, told, row.parts[at].lang)
    if (titled or row.parts[at].word.small in _KOREAN) and _three(row, at):
        roles = "family", "given", "given"
    if not roles:
        return None
    parts = row.parts[at : at + len(roles)]
    if any(_inflected(one) for one in parts[:-1]):
        return None
    if row.kinds[at : at + 2] == "SS" and not parts[0].word.small.endswith(("ын", "ин")):
        return None
    if len(parts) > 2 and parts[0].kind == parts[1].kind == "G" and signs(parts[0].word.small):
        return None
    initials = "".join(
        [one.word.small[0] for one, role in zip(parts, roles, strict=True) if role == "initials"]
    )
    smalls = tuple([one.word.small.replace("ё", "е") for one in parts])
    lang = parts[-1].lang
    read = _russian if lang == "ru" else _kazakh if lang == "kk" else _english
    return Spelt(row, parts, read(smalls, roles), initials)


_KOREAN = frozenset(
    "ким пак ли чхве цой юн мун хан чо чон кан ю ан чхон "
    "kim park lee choi yoon moon han cho kang".split()
)
"""Korean family names before two syllables: Ким Чен Ын."""


_CHINESE = frozenset(
    "чжан ван ли лю чэнь ян хуан чжао чжоу сюй сунь ма чжу ху го хэ гао линь ло си дэн цзян вэнь "
    "цао лян сун тан хань фэн чжэн се шэнь цай ким пак цой чхве".split()
)
"""Family names that stand first and unchanged: с Чжан Цзюнем."""


def _three(row: Row, at: int) -> bool:
    """Whether three short words stand in a row, as Korean names do in Russian and Kazakh."""
    parts = row.parts[at:]
    return (
        len(parts) == 3
        and all(len(one.word.small) < 5 for one in parts)
        and not {"G", "I", "p"} & set(row.kinds[at:])
    )


_LONGEST = 9
"""Words of a row that are looked at from one on."""


@lru_cache(maxsize=20_000)
def _roles(kinds: str, titled: bool, told: bool, lang: Lang) -> tuple[str, ...]:
    """What each part of the longest name at the beginning of a row is; () where there is none."""
    patterns = [
        *_NAMES,
        *(_LATIN if lang == "en" else _CYRILLIC if lang == "ru" else _KAZAKH_ALONE),
    ]
    patterns += [_TITLED] if titled else [_TOLD] if told else []
    best = max(
        (one for one in (name.match(kinds) for name in patterns) if one), key=_length, default=None
    )
    if best is None:
        return ()
    if best[0] == "gG":
        return "family", "given"
    roles = [""] * best.end()
    for role in best.re.groupindex:
        for place in range(*best.span(role)):
            roles[place] = "family" if role == "alone" else role
    return tuple(roles)


def _length(found: re.Match[str]) -> int:
    return found.end()


def _inflected(part: Part) -> bool:
    """Whether a Kazakh word has a case ending: within a name only the last word has one."""
    return (
        part.kind in "UGg"
        and part.lang == "kk"
        and "nom" not in declined.kazakh(part.word.small).cases
    )


@lru_cache(maxsize=20_000)
def _russian(smalls: tuple[str, ...], roles: tuple[str, ...]) -> tuple[Way, ...]:
    """The ways whose parts agree in sex and case, the likeliest first."""
    choices = [_choices(small, role) for small, role in zip(smalls, roles, strict=True)]
    found: dict[Way, None] = {}
    for forms in product(*choices):
        cases = frozenset.intersection(*(one.cases for one in forms))
        sexes = {one.sex for one in forms} - {""}
        if cases and len(sexes) < 2:
            found[_way(forms, roles, next(iter(sexes), ""), cases)] = None
    if not found:
        forms = tuple(Form(small, "", ALL) for small in smalls)
        return (_way(forms, roles, "", frozenset()),)
    return tuple(sorted(found, key=lambda way: "nom" not in way.cases))


def _choices(small: str, role: str) -> tuple[Form, ...]:
    if role in ("", "initials") or small in FATHERS or (role == "given" and small in _CHINESE):
        return (Form(small, "", ALL),)
    if role == "given":
        return _given(small)
    return declined.russian(small)


def _given(small: str) -> tuple[Form, ...]:
    """The given names a Russian form may be of; a woman's that ends in a consonant has no cases."""
    found = given.russian(small) or declined.russian(small)
    whose = given.givenish(small)
    found = (
        tuple(one._replace(sex=whose) for one in found if one.sex != "f") if whose == "m" else found
    )
    as_woman = given.sex(small) is not None and small[-1] not in "аяоуыэюией"
    return (*found, Form(small, "f", ALL)) if as_woman else found


def _kazakh(smalls: tuple[str, ...], roles: tuple[str, ...]) -> tuple[Way, ...]:
    last = declined.kazakh(smalls[-1]) if roles[-1] != "initials" else Form(smalls[-1], "", ALL)
    forms = (*(Form(small, "", ALL) for small in smalls[:-1]), last)
    return (
        _way(
            forms,
            roles,
            _whose(forms, roles),
            last.cases if roles[-1] != "initials" else frozenset(),
        ),
    )


def _english(smalls: tuple[str, ...], roles: tuple[str, ...]) -> tuple[Way, ...]:
    forms = tuple(Form(small.removesuffix("'s"), "", ALL) for small in smalls)
    return (_way(forms, roles, _whose(forms, roles), frozenset()),)


def _whose(forms: tuple[Form, ...], roles: tuple[str, ...]) -> Sex:
    """Whose name it is by its given name, patronymic or surname, the first that tells."""
    for form, role in zip(forms, roles, strict=True):
        whose = (
            given.sex(form.name)
            if role == "given"
            else given.patronymic(form.name)
            if role == "father"
            else None
        )
        if whose:
            return whose
    return ""


def _way(forms: tuple[Form, ...], roles: tuple[str, ...], sex: Sex, cases: frozenset[Case]) -> Way:
    def named(role: str) -> str:
        return " ".join(form.name for form, own in zip(forms, roles, strict=True) if own == role)

    return Way(
        named("given"),
        named("father"),
        named("family"),
        sex,
        cases,
        tuple(one.name for one in forms),
    )
