"""What the texts held show of provisions: whether a day's text has them, whether words changed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from atazan.law import texts
from atazan.law.event import Event
from atazan.law.text.document import Words
from atazan.rules.text import Lang

_OF_TEXT = re.compile(r":[en][0-9]+$")
"""How the id of an effect ends that a text, or a note in it, told."""


class Held:
    """The texts of one work on one day, in every language held: what `standing.Seen` asks.

    Made for one question and thrown away: it keeps what it read.
    """

    def __init__(self, work: str, day: date) -> None:
        self.work, self.day = work, day
        self.langs = texts.languages(work)
        self._read: dict[tuple[Lang, date], dict[str, Words]] = {}
        self._named: dict[tuple[Lang, date], dict[str, Words]] = {}
        self._newest = {lang: texts.version_day(work, lang, day) for lang in self.langs}

    def present(self, provision: str) -> bool | None:
        """Whether the text of the day has the provision, in some language held of that day.

        A sole line of an article is its first part and its first indent too: citations name it so.
        """
        held = [text for lang in self.langs if (text := self._text(lang, self.day))]
        if not held:
            return None
        return any(name in text for text in held for name in _spelled(provision))

    def left_alone(self, provision: str, by: Event) -> bool | None:
        """Whether its own words are the same before an event and on the day.

        In every language of which a text from before it and one from after it are held.
        """
        if not by.since.exact:
            return None
        told = [
            same
            for lang in self.langs
            if (same := self._same(lang, provision, by.since.first)) is not None
        ]
        return all(told) if told else None

    def compared(self, by: Event) -> bool:
        """Whether another language has a text from before an event and one from after it.

        What no text told, but an act of the record, needs no comparison: its language is said.
        """
        if not _OF_TEXT.search(by.id):
            return True
        if not by.since.exact:
            return False
        since = by.since.first
        return any(
            (newest := texts.version_day(self.work, lang, None)) is not None
            and newest >= since
            and bool(self._text(lang, since - timedelta(days=1)))
            for lang in self.langs
            if lang != by.lang
        )

    def _same(self, lang: Lang, provision: str, since: date) -> bool | None:
        newest = self._newest[lang]
        before = self._by_name(lang, since - timedelta(days=1))
        if newest is None or newest < since or not before:
            return None
        now = self._own(self._text(lang, self.day), provision)
        then = before.get(now.wid) if now else None
        return bool(now and then and (now.heading, now.text) == (then.heading, then.text))

    def _by_name(self, lang: Lang, day: date) -> dict[str, Words]:
        """The provisions of a day by their permanent names."""
        if (lang, day) not in self._named:
            self._named[lang, day] = {one.wid: one for one in self._text(lang, day).values()}
        return self._named[lang, day]

    def _own(self, text: dict[str, Words], provision: str) -> Words | None:
        return next((text[name] for name in _spelled(provision) if name in text), None)

    def shows(self, event: Event) -> bool | None:
        """Whether the newest text held carries what was done; None where none could show it.

        A repeal: the provision is gone, or stands only to say so; one that reaches only so far
        leaves it there. A court's finding: the words are no longer those the court saw.
        """
        newest = [day for lang in self.langs if (day := texts.version_day(self.work, lang, None))]
        if not newest or event.effect in ("commenced", "suspended") or not event.since.exact:
            return None
        if event.extent is not None and event.by_decision is None:
            return None
        since, last = event.since.first, max(newest)
        if last < since or event.provision == "whole":
            return False
        after = Held(self.work, last)
        if event.by_decision is not None or event.effect == "repealed":
            there = after.present(event.provision)
            return not there or after.left_alone(event.provision, event) is False
        return after.present(event.provision) is True

    def _text(self, lang: Lang, day: date) -> dict[str, Words]:
        if (lang, day) not in self._read:
            self._read[lang, day] = texts.provisions_on(self.work, lang, day)
        return self._read[lang, day]


def _spelled(provision: str) -> list[str]:
    """The provision, and what it is part of where it may be its first or only line."""
    found = [provision]
    while provision.endswith(("__part_1", "__indent_1")):
        provision = provision.rpartition("__")[0]
        found.append(provision)
    return found
