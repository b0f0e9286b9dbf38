"""Letters to applicants: that there is news on a petition, never what it says.

The journal is what there is to tell: one letter an entry. What was sent stands in Delivery. Each is
taken by one sender, sent outside any transaction, and tried again after a while if it did not go.
A letter carries the number, what kind of news, where to look, and by when where a period of the
applicant's runs; no provision, no ground, no name.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db.models import F, Max, Q, QuerySet
from msgspec import Struct

from atazan.docket.clocks import clocks
from atazan.docket.models import Delivery, Petition
from atazan.docket.sight import Viewer, show
from atazan.journal.models import Entry, Stream
from atazan.rules.day import day_in_astana
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import phrase

NEWS = {
    "petition.filed/1": "filed",
    "petition.corrected/1": "filed",
    "petition.registered/1": "registered",
    "petition.returned/1": "returned",
    "petition.admitted/1": "admitted",
    "petition.refused/1": "refused",
    "petition.joined/1": "joined",
    "petition.withdrawn/1": "withdrawn",
    "proceedings.suspended/1": "suspended",
    "proceedings.resumed/1": "resumed",
    "term.prolonged/1": "prolonged",
    "hearing.convened/1": "convened",
    "session.adjourned/1": "adjourned",
    "resolution.published/1": "published",
    "resolution.served/1": "served",
    "proceedings.terminated/1": "terminated",
}
"""What kind of news an act is to the applicant; other acts are none."""
APPLICANTS = ("citizen", "representative")
NOBODY = "no address"
"""What stands beside an entry of which there is nobody to tell by letter: that is no fault."""
TRIES = 8
WAIT = timedelta(minutes=10)
"""How long a letter rests after a try, times the number of tries."""


class Message(Struct, frozen=True):
    """News on a petition of an account: the petition's number, the kind of news, when."""

    id: str
    what: str
    at: datetime
    entry: int

    @property
    def day(self) -> date:
        return day_in_astana(self.at)

    def says(self, lang: Lang) -> str:
        return phrase(f"letter.news.{self.what}", lang)


class Letter(Struct, frozen=True):
    """A letter to send: one entry told to one address in one language."""

    message: Message
    to: str
    lang: Lang
    due: date | None

    def subject(self) -> str:
        return phrase("letter.petition.subject", self.lang, {"id": self.message.id})

    def body(self) -> str:
        """The sentences of the letter, each a paragraph."""
        said = [phrase("letter.petition", self.lang, {"id": self.message.id})]
        said.append(self.message.says(self.lang))
        if self.due is not None:
            said.append(phrase("letter.due", self.lang, {"day": self.due}))
        said.append(phrase("letter.look", self.lang, {"where": self._where()}))
        said.append(phrase("letter.end", self.lang))
        return "\n\n".join(one.strip() for one in said) + "\n"

    def _where(self) -> str:
        return f"{settings.ATAZAN_SITE}/{self.lang}/petitions/{self.message.id}/"


def messages(account: str, limit: int = 100) -> list[Message]:
    """The news on an account's petitions, the latest first."""
    names = Stream.objects.filter(owner=account, name__startswith="petition/").values("name")
    rows = Entry.objects.filter(stream__in=names, kind__in=NEWS).order_by("-number")[:limit]
    return [_message(row) for row in rows]


def _message(entry: Entry) -> Message:
    id = entry.stream.partition("/")[2]
    return Message(id, NEWS[entry.kind], entry.recorded_at, entry.number)


def deliver(now: datetime, limit: int = 500) -> int:
    """Send what is not sent yet, the oldest first; how many letters went. Never raises for one
    letter: what went wrong stands beside it, and it is tried again."""
    _take_up()
    waiting = _waiting(now).order_by("entry").values_list("entry", flat=True)[:limit]
    return sum(_deliver(number, now) for number in list(waiting))


def _take_up() -> None:
    """A row for each entry that is news and has none. Entries are numbered in the order in which
    they are committed, so none can appear below the last one taken up."""
    last = Delivery.objects.aggregate(last=Max("entry"))["last"] or 0
    new = Entry.objects.filter(number__gt=last, kind__in=NEWS).order_by("number")
    rows = [Delivery(entry=number) for number in new.values_list("number", flat=True)[:5000]]
    Delivery.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _waiting(now: datetime) -> QuerySet[Delivery]:
    rested = Q(claimed_at=None)
    for tries in range(1, TRIES):
        rested |= Q(tries=tries, claimed_at__lte=now - tries * WAIT)
    return Delivery.objects.filter(rested, sent_at=None, tries__lt=TRIES)


def _deliver(number: int, now: datetime) -> bool:
    """Take one letter, send it, and note what became of it. Whoever comes second takes nothing."""
    mine = _waiting(now).filter(pk=number).update(claimed_at=now, tries=F("tries") + 1)
    if not mine:
        return False
    row = Delivery.objects.filter(pk=number)
    letter = letter_of(Entry.objects.get(pk=number))
    if letter is None:
        row.update(tries=TRIES, fault=NOBODY)
        return False
    try:
        _message_of(letter).send()
    except Exception as wrong:  # a mail server may fail in any way; the letter stays
        row.update(fault=f"{type(wrong).__name__}: {wrong}"[:200])
        return False
    row.update(sent_at=now, fault="")
    return True


def _message_of(letter: Letter) -> EmailMessage:
    """The same entry gives the same Message-ID, so that a mail reader knows a second copy."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    headers = {
        "Message-ID": f"<entry-{letter.message.entry}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(letter.subject(), letter.body(), to=[letter.to], headers=headers)


def letter_of(entry: Entry) -> Letter | None:
    """The letter about an entry; None where its petition is no applicant's or has no address."""
    message = _message(entry)
    owner = Stream.objects.filter(pk=entry.stream).values_list("owner", flat=True).first()
    user = get_user_model().objects.filter(username=owner, is_active=True).first()
    if user is None or not user.email:
        return None
    roles = tuple(user.groups.filter(name__in=APPLICANTS).values_list("name", flat=True))
    row = Petition.objects.filter(pk=message.id).first()
    if row is None or show(row, Viewer(user.get_username(), roles)) is None:
        return None
    return Letter(message, user.email, _language(user, row), _due(row))


def _language(user: Any, row: Petition) -> Lang:
    told = getattr(getattr(user, "profile", None), "language", row.language)
    return next((lang for lang in LANGS if lang == told), "kk")


def _due(row: Petition) -> date | None:
    """The last day of the applicant's own period, where one runs."""
    theirs = [one.due for one in clocks(row) if one.who == "applicant" and one.done is None]
    return min((day for day in theirs if day is not None), default=None)


def soon(now: datetime) -> int:
    """Send a few at once, where letters only go to a folder of this machine; a mail server is
    never called while somebody waits for a page: `atazan deliver` does that."""
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return 0
    return deliver(now, limit=20)
