"""Deeds about sources: a document is described, its mechanisms named; a reader reports an error."""

from __future__ import annotations

from typing import ClassVar

from atazan.journal.acts import Act, Names, Slug, WrittenDay
from atazan.rules.text import Text


class DocumentDescribed(Act, frozen=True, kw_only=True, tag="document.described/1"):
    """A document that tells of the record: a news item, a report, an official paper.

    `files` are the names it is cited by in `sources`; `published` is None where it carries no day.
    """

    id: Slug
    title: Names
    language: str
    publisher: str | None = None
    published: WrittenDay | None = None
    url: str | None = None
    files: tuple[str, ...] = ()


class MechanismNamed(Act, frozen=True, kw_only=True, tag="mechanism.named/1"):
    """A mechanism of constitutional justice in a document, and where the platform has it.

    `page` is a path of the portal without its language (`offices/ombudsman`); `command` the same
    answer on the command line.
    """

    id: Slug
    document: Slug
    says: Text
    page: str
    command: str | None = None


class ErrorReported(Act, frozen=True, kw_only=True, tag="error.reported/1"):
    """A reader says that a page is wrong. The reader's words and contact are sealed, erasable."""

    private: ClassVar[tuple[str, ...]] = ("says", "contact")

    id: Slug
    page: str
    says: str
    contact: str | None = None


class ErrorAnswered(Act, frozen=True, kw_only=True, tag="error.answered/1"):
    """The keeper of the record answers: what was put right, or why nothing was."""

    id: Slug
    answer: str
