"""The acts that can be named: facts of works.yaml, names of cited_works.yaml, decisions of the record."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct

from atazan.law.cited.citation import CitedWork
from atazan.rules.book import JURISDICTIONS, read_yaml
from atazan.rules.decision_names import Printed, work_uri
from atazan.rules.text import LANGS
from atazan.rules.works import shipped, works

_FOLDER = JURISDICTIONS / "kz"
ROMAN = str.maketrans("іхвсмІХВСМ", "ixvcmIXVCM")
_DASHES = str.maketrans("‐‑‒–—−", "------")


class Known(Struct, frozen=True):
    """An act with the days and articles for which its name means it."""

    work: CitedWork
    since: date | None = None
    until: date | None = None
    articles: tuple[int, int] | None = None
    treaty: bool = False

    def on(self, day: date | None) -> bool:
        """Whether the name means this act on the day; without a day it always may."""
        return day is None or (
            (self.since is None or self.since <= day) and (self.until is None or day < self.until)
        )


class Name(Struct, frozen=True):
    """A name by its words, each as the stem it begins with."""

    words: tuple[str, ...]
    known: tuple[Known, ...]
    short: bool = False


def slug(number: str) -> str:
    """A number as it stands in an address: `153-VII` is `153-vii`."""
    return number.translate(ROMAN).translate(_DASHES).lower().replace("/", "-")


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(_FOLDER / "cited_works.yaml")
    return found


@lru_cache(maxsize=1)
def known() -> dict[str, Known]:
    """Every act by its short id."""
    named = _file()["works"]
    found: dict[str, Known] = {}
    for id in {**shipped(), **named}:
        here, work = named.get(id, {}), shipped().get(id)
        uri = here.get("uri") or (work.uri if work else "")
        number = (work.number if work else None) or here.get("number")
        adopted = (work.adopted if work else None) or here.get("date")
        name = here.get("name") or (work.title.says("en") if work else None)
        found[id] = Known(
            CitedWork(uri, number, adopted, name, id),
            here.get("from") or (None if here.get("treaty") else adopted),
            here.get("until"),
            tuple(here["articles"]) if "articles" in here else None,
            bool(here.get("treaty")),
        )
    return found


@lru_cache(maxsize=1)
def foreign() -> dict[str, CitedWork]:
    """Constitutions of other states by the code of the state."""
    return {
        code: CitedWork(here["uri"], None, here["date"], here["name"], f"const-{code}")
        for code, here in _file()["foreign"].items()
    }


def foreign_names() -> Iterator[tuple[str, str, str]]:
    """Language, words for the state, code."""
    for code, here in _file()["foreign"].items():
        for lang in ("kk", "ru", "en"):
            for words in here.get(lang, ()):
                yield lang, words, code


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name in small letters."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=1)
def names() -> dict[str, tuple[Name, ...]]:
    """Names by the language they are written in, the longest first."""
    by: dict[tuple[str, tuple[str, ...], bool], list[Known]] = {}
    for id, here in _file()["works"].items():
        for lang in ("kk", "ru", "en"):
            for name in here.get(lang, ()):
                by.setdefault((lang, words_of(name), False), []).append(known()[id])
            for name in here.get("short", {}).get(lang, ()):
                by.setdefault((lang, (name,), True), []).append(known()[id])
    for work in shipped().values():
        if work.kind not in ("law", "constitutional_law", "amending_law"):
            continue
        for lang in LANGS:
            title = bare_title(work.title.says(lang))
            by.setdefault((lang, title, False), [])
            if known()[work.id] not in by[lang, title, False]:
                by[lang, title, False].append(known()[work.id])
    found: dict[str, list[Name]] = {"kk": [], "ru": [], "en": []}
    for (lang, words, short), acts in by.items():
        found[lang].append(Name(words, tuple(acts), short))
    return {
        lang: tuple(sorted(listed, key=lambda one: -len(one.words)))
        for lang, listed in found.items()
    }


_COUNTRY = {
    ("республик", "казахстан"): 2,
    ("қазақстан", "республика"): 2,
    ("republic", "kazakhstan"): 2,
}


def bare_title(title: str) -> tuple[str, ...]:
    """The words of a title without the name of the country."""
    words = [word for word in words_of(title) if word not in ("рк", "қр", "the")]
    kept: list[str] = []
    at = 0
    while at < len(words):
        pair = words[at : at + 3]
        if len(pair) > 1 and (
            (pair[0].startswith("республик") and pair[1].startswith("казахстан"))
            or (pair[0].startswith("қазақстан") and pair[1].startswith("республика"))
        ):
            at += 2
        elif pair[:3] in (["republic", "of", "kazakhstan"],):
            at += 3
            if kept and kept[-1] in ("of", "in"):
                kept.pop()
        else:
            kept.append(words[at])
            at += 1
    return tuple(kept)


@lru_cache(maxsize=1)
def by_number() -> dict[str, list[Known]]:
    """Acts by number as in an address."""
    found: dict[str, list[Known]] = {}
    for one in known().values():
        if one.work.number and "/judgment/" not in one.work.uri:
            found.setdefault(slug(one.work.number), []).append(one)
    return found


@lru_cache(maxsize=1)
def by_stem() -> dict[str, list[Known]]:
    """Acts by number without its Roman figure; older laws are cited either way."""
    found: dict[str, list[Known]] = {}
    for number, listed in by_number().items():
        found.setdefault(number.partition("-")[0], []).extend(listed)
    return found


def stem(number: str) -> str:
    """A resolution's number without its suffix: `33-НП`, `33-НҚ` and `33` are one.

    >>> stem("33-НҚ"), stem("2/1"), stem("74- НП")
    ('33', '2/1', '74')
    """
    return re.split(r"\s?[-‐‑–—]\s?(?=[^\W\d])", number)[0].strip().lower()


@lru_cache(maxsize=1)
def decisions() -> dict[tuple[str, str], list[CitedWork]]:
    """Decisions of the record by body (`court`, `council`) and number without its suffix."""
    found: dict[tuple[str, str], list[CitedWork]] = {}
    own = {
        (one.work.date, stem(one.work.number or "")): one.work
        for one in known().values()
        if "/judgment/" in one.work.uri or one.work.id == "council-regulation-2002"
    }
    for path in sorted((_FOLDER / "record").glob("5*-decisions-*.yaml")):
        body = "council" if "council" in path.name else "court"
        for act in read_yaml(path):
            if act.get("number") and act.get("kind", "").startswith("decision.adopted"):
                number, day = str(act["number"]), _day(act.get("done_on"))
                uri = work_uri(_printed(act))
                subject = (act.get("title") or {}).get("en") or (act.get("subject") or {}).get("en")
                whose = "Constitutional Council" if body == "council" else "Constitutional Court"
                name = f"Normative resolution No. {_latin(number)} of the {whose}"
                work = own.get((day, stem(number))) or CitedWork(
                    uri, number, day, f"{name}: {subject}" if subject else name, act["id"]
                )
                found.setdefault((body, stem(number)), []).append(work)
    return found


def _printed(act: dict[str, Any]) -> Printed:
    done_on = str(act["done_on"]) if act.get("done_on") else None
    named = {name: act[name] for name in ("id", "body", "form")}
    return Printed(**named, number=str(act["number"]), done_on=done_on)


def _latin(number: str) -> str:
    return number.replace("НП", "NP").replace("НҚ", "NQ")


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def of_context(context: str | None) -> Known | None:
    """The act the text stands in, asked by address, short id, number or title; None if unknown."""
    if not context:
        return None
    asked = context.strip().split("/!")[0].split("~")[0]
    if asked in known():
        return known()[asked]
    for one in known().values():
        if one.work.uri == asked or (asked.startswith(one.work.uri + "/") and one.work.uri):
            return one
    number = by_number().get(slug(re.sub(r"^(?:№|N[o.]*)\s*", "", asked).split(" ")[0]), [])
    if len(number) == 1:
        return number[0]
    title = bare_title(asked)
    for work in shipped().values():
        if (
            title
            in [bare_title(work.title.says(one)) for one in ("kk", "ru", "en")]
            + [bare_title(work.short.says(one)) for one in ("kk", "ru", "en")]
            and work.kind != "constitution"
        ):
            return known()[work.id]
    late = works().get(asked) or next((w for w in works().values() if w.uri == asked), None)
    if late is not None:
        return Known(CitedWork(late.uri, late.number, late.adopted, late.title.says("en"), late.id))
    minted = re.fullmatch(r"/akn/[a-z]{2}/[a-z0-9/.-]+", asked)
    return Known(CitedWork(asked)) if minted else None
