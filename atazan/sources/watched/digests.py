"""The digest: one letter a period about all an account watches, never twice the same.

It tells acts that are new, corrected, better sourced or withdrawn, each once although two things
that are watched may share it, with day, page and sources. Nothing new: no letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import override
from msgspec import Struct

from atazan.rules.day import PartialDay, day_in_astana
from atazan.rules.text import Lang
from atazan.rules.words import in_words, partly, phrase
from atazan.search.address import page_of
from atazan.search.saved.rounds import Sent, addressed, counted, due, language_of, tell
from atazan.sources.timelines.ledger import Ledger, ledger
from atazan.sources.timelines.subjects import Keyring, Subject, UnknownSubject, subject
from atazan.sources.timelines.timeline import Entry as Told
from atazan.sources.timelines.timeline import entries, outlets
from atazan.sources.watched.keeping import watches
from atazan.sources.watched.models import Digest
from atazan.sources.watched.news import How, News, news

LISTED = 40
"""Acts a letter lists; of more it tells the number and where they are."""
SOURCES = 3
"""Sources named of an act; of one better sourced, the last ones."""
_SALT = "atazan.sources.watched.stop"


class Section(Struct, frozen=True):
    """What is new of a thing."""

    subject: Subject
    news: list[News]


def send(now: datetime, limit: int = 2000) -> Sent:
    """Send the digests that are due. Never raises for one letter."""
    rows = list(due(Digest.objects.all(), now)[:limit])
    if not rows:
        return Sent()
    journal = ledger()
    day = day_in_astana(now)
    make = [(row, partial(_letter, row, journal, day)) for row in rows]
    return counted([tell(row, journal.head, now, letter) for row, letter in make])


def new_of(user: Any, journal: Ledger, since: int, up_to: int | None = None) -> list[Section]:
    """What is new of all an account watches, thing by thing; an act stands once."""
    found, seen, keyring = [], set(), Keyring()
    for row in watches(user):
        try:
            one = subject(row.sort, row.thing)
        except UnknownSubject:
            continue
        told = [
            item
            for item in news(journal, keyring.keys(one), max(since, row.since), up_to)
            if item.line.number not in seen
        ]
        seen |= {item.line.number for item in told}
        if told:
            found.append(Section(one, told))
    return found


def _letter(row: Digest, journal: Ledger, day: date, up_to: int) -> EmailMessage | None:
    found = new_of(row.user, journal, row.told, up_to)
    return letter(row, found, day, up_to) if found else None


def letter(row: Digest, found: list[Section], day: date, up_to: int) -> EmailMessage:
    """The letter: what is new of each thing, and how to have no more of them."""
    lang = language_of(row.user)
    number = sum(len(one.news) for one in found)
    stop = _stop(row, lang)
    subject = phrase("watched.letter.subject", lang, {"n": number})
    said = [phrase("watched.letter.new", lang, {"n": number}), *_sections(found, day, lang)]
    mine = page_of("account/watching/", lang)
    said.append(phrase("watched.letter.stop", lang, {"where": stop, "mine": mine}))
    said.append(phrase("letter.end", lang))
    body = "\n\n".join(one.strip() for one in said) + "\n"
    return addressed(subject, body, row.user.email, f"digest-{row.pk}-{up_to}", stop)


def _sections(found: list[Section], day: date, lang: Lang) -> Iterator[str]:
    left = LISTED
    for one in found:
        name = one.subject.says(lang)
        yield f"{name}\n{'=' * min(len(name), 60)}"
        shown, left = one.news[:left], left - len(one.news[:left])
        yield from lines(shown, day, lang)
        if len(one.news) > len(shown):
            more = {"n": len(one.news) - len(shown)}
            yield phrase("watched.letter.more", lang, more)
        where = page_of(f"timelines/{one.subject.path}", lang)
        yield phrase("watched.letter.all", lang, {"where": where})


def lines(shown: list[News], day: date, lang: Lang) -> Iterator[str]:
    """Each act in a few lines: what became of it, its day and words, its page, its sources."""
    told = {one.number: one for one in told_of(shown, day)}
    for item in shown:
        number = item.line.number
        known = told.get(number)
        if known is None:
            facts = {"no": number, "what": phrase(f"kind.{item.line.kind}", lang)}
            yield phrase("watched.letter.withdrawn", lang, facts)
        else:
            yield _line(known, item.how, lang)


def told_of(shown: list[News], day: date) -> list[Told]:
    """The acts that still stand, told as timelines tell them."""
    standing = [item.line for item in shown if item.how != "withdrawn"]
    return entries(standing, day, outlets(), {})


def _line(one: Told, how: How, lang: Lang) -> str:
    head = title_of(one, how, lang)
    where = [page_of(one.told.page, lang)] if one.told.page else []
    sources = one.told.sources
    named = "; ".join(sources[-SOURCES:] if how == "sourced" else sources[:SOURCES])
    told = [phrase("watched.letter.sources", lang, {"named": named})] if named else []
    return "\n".join((head, *where, *told))


def title_of(one: Told, how: How, lang: Lang) -> str:
    """What became of an act, its day, and what it is, in a line."""
    became = "" if how == "new" else f"{phrase(f'watched.how.{how}', lang)} "
    what = phrase(f"kind.{one.told.kind}", lang)
    return f"{became}{day_in_words(one, lang)}. {what}: {one.told.says(lang)}"


def day_in_words(one: Told, lang: Lang) -> str:
    """The day of an act as far as known."""
    if one.day is None:
        return phrase("timelines.no_day", lang)
    day = PartialDay.read(one.day)
    words = in_words(day.first, lang) if day.exact else partly(day, lang)
    return words if one.known == "done" else phrase("timelines.seen_on", lang, {"day": words})


def _stop(row: Digest, lang: Lang) -> str:
    token = signing.dumps([row.pk, row.user_id], salt=_SALT)
    with override(lang):
        return f"{settings.ATAZAN_SITE}{reverse('watching-stop', args=[token])}"


def of_token(token: str) -> Digest | None:
    """The digest a letter's link stands for; None where it is gone. Raises BadSignature."""
    pk, user = signing.loads(token, salt=_SALT)
    return Digest.objects.filter(pk=pk, user_id=user).first()
