"""How far the words before a Kazakh head tell it apart."""

from __future__ import annotations

import re

from atazan.sources.understood.named.forms import CASES, Form
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.line import Line

_LONGEST = 24
_TELLING = listed("kk", "telling")
_PASSED_OVER = listed("kk", "passed_over")
_ABOUT = listed("kk", "about")
_ATTRIBUTIVE = ("лық", "лік", "дық", "дік", "тық", "тік", "шы", "ші")
_ROMAN = re.compile(r"[IVX]{1,5}")
_RENEWED = frozenset(("конституция", "редакция"))
_ALIEN = frozenset(("олий", "милли", "жоғорку", "мәжлиси", "маджлиси", "мажлиси"))


_WHEN = frozenset("бұрынғы жаңа қазіргі тұңғыш алғашқы".split())
"""Between a body and its office, no part of the name: соттың бұрынғы төрағасы."""
_WITHIN = frozenset(("кеңес", "хатшылық", "төралқа", "президиум", "алқа"))
"""Bodies of a body: Судьялар одағы кеңесі."""
_WITH = ("-мен", "-пен", "-бен")
_LANDS = ("ияның", "станның", "ландтың", "ландияның")
_CHANGES = ("түзету", "өзгеріс", "ереже")


def _owned(line: Line, at: int) -> bool:
    return at > 0 and line.joined(at) and "gen" in line.form(at - 1).tags


def reached(line: Line, at: int, head: Head, here: Form) -> int:
    """The leftmost word that may depend on the head."""
    first, about, owner = at, False, False
    its = here.its or head.sort in ("office", "document") or line.small(at - 1) == "жөніндегі"
    while line.joined(first) and at - first < _LONGEST:
        before = first - 1
        form, small = line.form(before), line.words[before].small
        if small == "жаңа" and line.form(first).lemma in _RENEWED:
            first = before
            break
        if small in _WHEN and head.sort == "office" and _owned(line, before):
            first = before
            continue
        if small in _PASSED_OVER and not about:
            if small not in ("және", "мен") or not _coordinated(line, before, at, head):
                break
            first = before - 1
            continue
        if small.endswith(_WITH) or (small == "бойынша" and head.sort == "office"):
            break
        if small in _ABOUT:
            about = True
        elif line.looks[before].short:
            owner = True
        elif not _depends(line, before, form, its, about, owner, head):
            break
        elif "gen" in form.tags:
            owner, about = True, False
        first = before
    return first


def _coordinated(line: Line, at: int, head_at: int, head: Head) -> bool:
    """Whether "және" joins two words inside the name: Мәдениет және ақпарат министрлігі."""
    if (
        at < 1
        or at + 1 >= head_at
        or not line.joined(at)
        or (head.sort == "office" and head.lemma != "министр")
    ):
        return False
    left, right = line.form(at - 1), line.form(at + 1)
    if left.head and "pl" not in left.tags:
        return False
    if line.in_place(at - 1) and line.in_place(at + 1):
        return "pl" in line.form(head_at).tags
    if line.looks[at - 1].short or line.in_place(at - 1) or line.in_place(at + 1):
        return False
    return _bare(left) and (_bare(right) or "gen" in right.tags or bool(right.adjective))


def _bare(form: Form) -> bool:
    return (
        bool(form.tags & {"noun", "adj", "name"})
        and not form.tags & CASES
        and "verb" not in form.tags
    )


def _depends(
    line: Line, at: int, form: Form, its: bool, about: bool, owner: bool, head: Head
) -> bool:
    """Whether a word may tell the words after it apart."""
    tags, word, next_ = form.tags, line.words[at], line.form(at + 1)
    other = head.sort == "office" and form.head and form.head.sort != "office"
    if other and next_.head is head and not next_.its and not tags & CASES:
        return False  # «Референдум Президенттің Жарлығымен тағайындалды»
    leads = about and form.head and form.head.sort == "office" and "its" not in tags
    if leads and head.sort in ("document", "work") and line.opens(at) and not tags & CASES:
        return False  # «Министр … туралы заң жобасын таныстырды»
    office = head.sort == "office" and form.head and form.head.sort == "office"
    if office and not tags & CASES and next_.head is not head and ("its" in tags or not next_.its):
        return False  # «Облыс әкімі қала әкімі лауазымына … ұсынды»: two offices
    if head.sort == "document" and (word.small == "бірлескен" or _taught(tags, next_)):
        return True
    if head.lemma == "жоба" and word.small.startswith(_CHANGES) and next_.head is head:
        return True
    if word.small in _ALIEN or (word.small == "мүшелер" and head.lemma == "комитет"):
        return True
    if form.head and form.head.sort == "body" and form.head.manner != "own" and "its" in tags:
        apart = head.sort != "office" or line.form(at + 1).head is not head
        apart = apart and not (head.lemma in _WITHIN and next_.head is head and next_.its)
        if apart and not owner and not tags & CASES and "pl" not in tags:
            return False
    if (
        "pl" in tags
        and "its" not in tags
        and not tags & CASES
        and line.opens(at)
        and word.capital
        and not about
        and not (next_.head and next_.its)
    ):
        return False
    if "its" in tags and not tags & CASES and not about and at + 1 < len(line.words):
        after = at + 1
        if line.in_place(after) or (line.words[after].capital and line.small(after) in _TELLING):
            return line.in_place(at)
    if word.small in _TELLING or (word.capital and line.small(at + 1) == "атындағы"):
        return True
    if word.small == "заң" and line.small(at + 1) == "шығарушы":
        return True
    body = bool(form.head and form.head.sort == "body" and word.capital and "its" not in tags)
    if body and not owner and head.sort in ("work", "document", "event") and not tags & CASES:
        return False
    if line.in_place(at):
        return not tags & {"dat", "acc", "ins", "abl"} and ("loc" not in tags or "attr" in tags)
    if word.small[0].isdigit() or "num" in tags or _ROMAN.fullmatch(word.word):
        return head.sort in ("event", "document")
    if "verb" in tags and not form.adjective:
        return (about or its) and bool(tags & {"inf", "ger"}) and not tags & CASES
    if about and "adv" in tags:
        return True
    if "attr" in tags:
        return word.capital or about
    if tags & {"dat", "acc", "abl", "ins", "loc"}:
        return about and "dat" in tags
    if "gen" in tags:
        if head.lemma == "сот" and word.capital and word.small.endswith(_LANDS):
            return True
        return its and (bool(form.head) or not form.name or about)
    if not tags & {"noun", "adj", "name", "abbr"} and not form.adjective:
        return word.word.isascii() and word.capital and its
    if "name" in tags or form.name:
        adjacent = line.form(at + 1).head is head or not word.capital
        return its and head.sort != "office" and head.manner != "own" and adjacent
    if not its:
        return "adj" in tags or bool(form.adjective) or _attributive(word.small)
    named = form.head and form.head.sort in ("body", "office")
    return owner or not (named and head.sort in ("event", "document"))


def _taught(tags: frozenset[str], after: Form) -> bool:
    """Whether a word is what a deed in a paper's name is done to: судьяларды оқыту бағдарламасы."""
    if "acc" in tags and "ger" in after.tags:
        return True
    return {"acc", "its"} <= after.tags and not tags & CASES and "noun" in tags


def _attributive(small: str) -> bool:
    """Whether a noun is used as an adjective by its ending or by custom: аудиторлық, шығарушы."""
    return small in _TELLING or small.endswith(_ATTRIBUTIVE)
