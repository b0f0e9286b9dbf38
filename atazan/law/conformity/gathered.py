"""The texts held, checked against the Constitution: by work, by provision, over all works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from atazan.law import texts
from atazan.law.conformity.checked import checked
from atazan.law.conformity.concordance import concordance
from atazan.law.conformity.held import Held, repeating, resting
from atazan.law.conformity.nonconformity import Nonconformity
from atazan.law.conformity.numbering import Constitutions, Written
from atazan.law.conformity.repeated import Sought, joined
from atazan.law.models import Effect, TextVersion
from atazan.law.queries import Citing, cites
from atazan.law.text.document import Block, Document
from atazan.rules.citation import Provision
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Lang
from atazan.rules.works import works

FALL = ("does_not_conform", "void_from")
"""Effects of a decision under which a provision is held unconstitutional."""


class Checked(Struct, frozen=True):
    """A work's text in one language of the version from `since`, and what does not conform."""

    work: str
    lang: Lang
    since: date | None
    document: Document
    found: tuple[Nonconformity, ...]


class Candidate(Struct, frozen=True):
    """A place of another provision that repeats the words of the one asked about."""

    work: str
    lang: Lang
    found: Nonconformity


class Reproducing(Struct, frozen=True):
    """What else repeats or rests on a provision: candidates, for people to decide.

    `held`: when and by which decision it was held unconstitutional, None where it was not.
    """

    held: Held | None
    repeats: tuple[Candidate, ...]
    rests: tuple[Citing, ...]


class NoTextHeld(LookupError):
    """No text of the work on that day is held."""

    def __init__(self, work: str, day: date) -> None:
        self.work, self.day = work, day
        super().__init__(f"no text of '{work}' as of {day} is held; import one: atazan law import")


def conform(
    work: str, day: date, text_of: date | None = None, lang: Lang | None = None
) -> list[Checked]:
    """A work checked against the Constitution in force on `day`, each language held.

    `text_of` takes the text of another day: what would have had to be changed. Raises NoTextHeld.
    """
    of = text_of or day
    found = []
    for one in texts.languages(work):
        document = texts.text_on(work, one, of) if lang in (None, one) else None
        if document is not None:
            found.append(_checked(work, document, of, day))
    if not found:
        raise NoTextHeld(work, of)
    return found


def _checked(work: str, document: Document, of: date, day: date) -> Checked:
    lang = document.lang
    found = checked(
        document,
        day,
        written=_written(work, lang, of),
        work=work,
        texts=constitutions(lang),
        held=held_by(day),
    )
    return Checked(work, lang, document.facts.version, document, found)


def _written(work: str, lang: Lang, of: date) -> Written:
    """Since when a provision's own words stand, by the versions held."""

    @lru_cache(maxsize=4096)
    def since(eid: str) -> date:
        spans = texts.spans(work, eid, lang)
        on = [one for one in spans if one.since <= of and (one.until is None or of < one.until)]
        return on[0].since if on else of

    return since


def constitutions(lang: Lang) -> Constitutions:
    """The last text of the former Constitution and the first of the one in force, if held."""
    table = concordance()
    begins = works()[table.new].in_force_from
    assert begins is not None
    before = texts.text_on(table.old, lang, begins - timedelta(days=1))
    return Constitutions(before, texts.text_on(table.new, lang, begins))


def held_by(day: date) -> tuple[Held, ...]:
    """Every provision held unconstitutional by `day`, with its words before, where held."""
    rows = Effect.objects.filter(effect__in=FALL, superseded=False, by_decision__isnull=False)
    with_text = _texts_held()
    return tuple(_held(row, with_text) for row in rows if PartialDay.read(row.since).first <= day)


def _texts_held() -> dict[str, list[Lang]]:
    """The works of which some text is held, each with its languages."""
    found: dict[str, list[Lang]] = {}
    held = set(TextVersion.objects.values_list("work", "lang").distinct())
    for work in sorted({work for work, _ in held}):
        found[work] = [lang for lang in LANGS if (work, lang) in held]
    return found


def _held(row: Effect, with_text: dict[str, list[Lang]]) -> Held:
    since = PartialDay.read(row.since).first
    said = {one["lang"]: one["words"] for one in row.span}
    langs = with_text.get(row.work, [])
    words = said or _words(row.work, row.provision, since - timedelta(days=1), langs)
    return Held(Provision(row.work, row.provision), since, row.by_decision or "", words)


def _words(work: str, eid: str, day: date, langs: Sequence[Lang] = LANGS) -> dict[Lang, str]:
    """The words of a provision with its parts, by language; nothing for a whole work."""
    found: dict[Lang, str] = {}
    for lang in langs if eid != "whole" else ():
        piece = texts.piece_on(work, eid, lang, day)
        lines = [block.text for block in piece.blocks if _inside(block, eid)] if piece else []
        if lines:
            found[lang] = "\n".join(lines)
    return found


def _inside(block: Block, eid: str) -> bool:
    return block.kind == "text" and (block.eid == eid or block.eid.startswith(f"{eid}__"))


def reproducing(work: str, eid: str, day: date) -> Reproducing:
    """What repeats the words of a provision in any text of `day`, and what cites it.

    The words are those before it was held unconstitutional, or those of the day. Longest first.
    """
    held = next((one for one in held_by(day) if one.provision == Provision(work, eid)), None)
    asked = held or Held(Provision(work, eid), day, "", _words(work, eid, day))
    found = [
        Candidate(name, lang, one)
        for name, lang, document in _with_runs(asked, day)
        for one in repeating(document, name, [asked], day)
    ]
    found.sort(key=lambda one: one.found.place.start - one.found.place.end)
    return Reproducing(held, tuple(found), tuple(cites(work, eid, day)))


def _with_runs(asked: Held, day: date) -> Iterator[tuple[str, Lang, Document]]:
    """The texts of the day in which some run of the words stands."""
    chains = {lang: Sought(words).chains() for lang, words in asked.words.items()}
    held = [(work, lang) for work, langs in _texts_held().items() for lang in langs]
    for work, lang in (one for one in held if one[1] in chains):
        version = next(
            (
                one
                for one in texts.versions(work, lang)
                if one.since <= day and (one.until is None or day < one.until)
            ),
            None,
        )
        if version is None:
            continue
        said = _said(work, lang, version.since, version.digest)
        if any(chain in said for chain in chains[lang]):
            document = texts.text_on(work, lang, day)
            if document is not None:
                yield work, lang, document


@lru_cache(maxsize=256)
def _said(work: str, lang: Lang, since: date, digest: str) -> str:
    """All words of a version, kept by the digest of its text."""
    document = texts.text_on(work, lang, since)
    return joined(document) if document is not None else ""


def repeats_in(work: str, eid: str, lang: Lang, day: date) -> list[Nonconformity]:
    """Where an article's text of `day` repeats or rests on words held unconstitutional elsewhere.

    `line` of a place counts the lines of the article.
    """
    piece = texts.piece_on(work, eid, lang, day)
    if piece is None:
        return []
    document = Document(lang=lang, blocks=piece.blocks)
    held = held_by(day)
    return [*repeating(document, work, held, day), *resting(document, work, held, day)]
