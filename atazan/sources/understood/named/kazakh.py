"""Kazakh names: the head stands last, all that tells it apart before it."""

from __future__ import annotations

from atazan.sources.understood.named.forms import Form
from atazan.sources.understood.named.heads import Head, listed
from atazan.sources.understood.named.kazakh_before import reached
from atazan.sources.understood.named.line import Line, Phrase

_TELLING = listed("kk", "telling")
_PASSED_OVER = listed("kk", "passed_over")
_LOCAL = frozenset(("облыс", "қала", "аудан", "ауыл", "республика"))
"""Offices are told by these in small letters: облыс прокуроры."""
_ACTING = "атқарушы"
_OPENING = {"»": "«", "”": "“", '"': '"', "“": "„"}
_ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік")
_RENEWED = frozenset(("конституция", "редакция"))
_OF_ITSELF = frozenset(("министрлік", "министр", "вице-министр"))


def phrases(line: Line) -> list[Phrase]:
    """The names of a Kazakh line told by a head word, each as long as it goes."""
    found: list[Phrase] = []
    for at in line.loud:
        head = line.looks[at].head
        if head:
            found += _phrases(line, at, head)
    return found


def _phrases(line: Line, at: int, head: Head) -> list[Phrase]:
    here = line.form(at)
    inside = "attr" in here.tags and head.manner != "own"  # Парламенттегі names the Parliament
    if "verb" in here.tags or inside or _a_post(line, at, head):
        return []
    first = _begun(line, reached(line, at, head, here), at, head)
    start, title = _titled(line, first, at, head)
    if not (title[1] or _told(line, head, here, first, at)):
        return []
    if _numbered(line, at):
        first, start = at - 1, line.text.rindex("№", 0, line.words[at - 1].start)
    last = at
    if head.sort == "office" and line.small(at + 1) == "міндетін" and line.small(at + 2) == _ACTING:
        last = at + 2
    told = Phrase(head, first, at, last, start, line.words[last].end, line.form(last).noun, title)
    return _apart(line, told) if head.sort == "body" and "pl" in here.tags else [told]


def _a_post(line: Line, at: int, head: Head) -> bool:
    """Whether "қызмет" is a post (төраға қызметіне), work or a press's; "ұйым" after a name."""
    if head.lemma == "ұйым" and at and line.looks[at - 1].short:
        return True
    if head.lemma != "қызмет" or not at:
        return False
    if line.small(at - 1) == "баспасөз" or "gen" in line.form(at - 1).tags:
        return True
    if _left(line, at):
        return True
    before = line.looks[at - 1].head
    return bool(before and before.sort == "office")


_FROM_OR_TO = frozenset(("abl", "dat"))


def _left(line: Line, at: int) -> bool:
    """«Марат Омаров қызметінен босатылды»: a post that the one named before leaves or takes."""
    form, before = line.form(at), line.form(at - 1)
    tells = before.adjective or "adj" in before.tags or line.small(at - 1) in _TELLING
    return (
        form.its
        and not _FROM_OR_TO.isdisjoint(form.tags)
        and line.words[at - 1].capital
        and not tells
    )


def _apart(line: Line, told: Phrase) -> list[Phrase]:
    """Several bodies told by a head in the plural, each by its own: Үндістан мен Непал соттары."""
    places, at = [], told.first
    while at < told.at:
        place = line.place(at)
        if place:
            places.append((line.words[at].start, line.words[place[0]].end))
            at = place[0] + 1
        elif line.small(at) in ("мен", "және", "пен", "бен") and places:
            at += 1
        else:
            break
    if len(places) < 2:
        return [told]
    last = len(places) - 1
    return [
        told._replace(
            first=at, start=owner[0], end=told.end if one == last else owner[1], owner=owner
        )
        for one, owner in enumerate(places)
    ]


def _titled(line: Line, first: int, at: int, head: Head) -> tuple[int, tuple[int, int]]:
    """Where the name begins and its quoted title stands, if one is before it: «Аманат» партиясы."""
    start = line.words[first].start
    if head.sort == "office" or first == 0:
        return start, (0, 0)
    before = first
    if head.sort in ("work", "document", "event"):
        while (
            before
            and first - before < 3
            and line.joined(before)
            and (
                "adj" in line.form(before - 1).tags
                or line.small(before - 1).endswith(_ADJECTIVES)
                or line.small(before - 1) in ("заң", "жаңа", "бірлескен")
            )
        ):
            before -= 1  # «…» жаңа заң жобасы
    between = line.between(before).strip() if before else ""
    if between in _OPENING:
        found = line.text.rfind(_OPENING[between], max(0, start - 200), line.words[before - 1].end)
        if found >= line.sentence.start:
            return found, (found, line.words[before].start)
    return start, (0, 0)


def _begun(line: Line, first: int, at: int, head: Head) -> int:
    """Where the name begins: at the first capital, or the first word that tells a name."""
    for one in range(first, at):
        small, word = line.words[one].small, line.words[one]
        if small == "жаңа" and line.form(one + 1).lemma in _RENEWED:
            return one
        if small == "мүшелер" and head.lemma == "комитет":
            return one
        if small in _PASSED_OVER:
            continue
        if small == "өзара":  # өзара түсіністік туралы меморандум
            return one
        if head.sort in ("document", "work") and _on(line, one, at):
            return one
        if head.sort == "document" and at - one <= 3 and _plain(line, one, at):
            return one
        if head.sort == "document" and _of_a_deed(line, one, at):
            return one
        if head.sort == "office" and one == at - 1 and _of_a_body(line, one):
            return one
        if head.sort == "office" and one == at - 1 and small in _LOCAL:
            return one
        if word.capital and _opening(line, one, at, head):
            continue
        if word.capital or (small[0].isdigit() and head.sort == "event"):
            return one
        if head.lemma in _OF_ITSELF and at - one <= 6:
            return one
        if small in _TELLING and line.form(one).tags & {"adj", "noun"}:
            return one
        if head.manner == "alone" and line.small(at - 1) == "жөніндегі":
            return max(one, at - 3)  # адам құқықтары жөніндегі уәкіл
    return at


def _on(line: Line, one: int, at: int) -> bool:
    """Whether words in small letters up to "туралы" tell what a paper is on."""
    for later in range(one, at):
        if line.words[later].capital or line.looks[later].head:
            return False
        if line.small(later) == "туралы":
            return later > one
    return False


def _plain(line: Line, one: int, at: int) -> bool:
    """Whether the words up to a paper are plain words that tell its kind: ниет хаттамасы."""
    if one and "num" in line.form(one - 1).tags:  # «екі орган меморандумға қол қойды»
        return False
    return all(
        (line.form(later).tags & {"noun", "adj"} or line.form(later).adjective)
        and not line.form(later).tags & {"loc", "dat", "acc", "ins", "abl", "its", "pl"}
        and not line.words[later].capital
        and line.small(later) not in _PASSED_OVER
        for later in range(one, at)
    )


def _of_a_deed(line: Line, one: int, at: int) -> bool:
    """Whether a paper is named by what it is to do, or to change: судьяларды оқыту бағдарламасы."""
    if line.small(one).startswith(("түзету", "өзгеріс")):
        return one == at - 1
    if line.small(one) == "бірлескен":
        return True
    taught = at - one >= 2 and "ger" in line.form(at - 1).tags
    return taught and not any(line.words[later].capital for later in range(one, at))


def _of_a_body(line: Line, one: int) -> bool:
    head = line.looks[one].head
    return bool(head and head.sort == "body")


def _opening(line: Line, one: int, at: int, head: Head) -> bool:
    """Whether a word has its capital only for standing first, and tells no name."""
    if not line.opens(one):
        return False
    if line.looks[one].places or line.looks[one].short or line.small(one) in _TELLING:
        return False
    if head.lemma in _OF_ITSELF or head.sort == "office" or line.looks[one].head:
        return False
    if head.sort == "body" and head.manner == "wide" and one == 0 and line.form(at).its:
        return False
    if any(_of_a_body(line, later) for later in range(one + 1, at)):
        return False
    nxt = one + 1
    if nxt < at and (line.looks[nxt].places or line.small(nxt) in _TELLING):
        return line.words[nxt].capital
    return not any(line.words[later].capital for later in range(nxt, at + 1))


def _numbered(line: Line, at: int) -> bool:
    """Whether a number tells the body: №5 мектеп."""
    return (
        at > 0
        and line.words[at - 1].word.isdigit()
        and "№" in line.text[max(0, line.words[at - 1].start - 2) : line.words[at].start]
    )


def _told(line: Line, head: Head, here: Form, first: int, at: int) -> bool:
    capital, word = line.capital(at), line.words[at]
    if head.sort == "office":
        if head.lemma == "басшы":
            return first < at
        return head.manner == "alone" or first < at
    if head.sort in ("event", "document", "work"):
        if head.manner == "bare":
            return True
        return first < at
    if head.lemma == "комитет" and at and line.small(at - 1) == "мүшелер":
        return True
    if head.lemma == "палата" and "pl" in here.tags:
        return False
    if head.manner == "own":
        return word.capital or first < at
    if first == at:
        return (capital and not here.its and head.lemma != "орталық") or _numbered(line, at)
    if any(line.words[one].capital for one in range(first, at)):
        return (
            here.its
            or capital
            or line.words[first].small in _TELLING
            or (head.manner == "wide" and line.capital(first))
            or line.small(at - 1) == "жөніндегі"
        )
    return head.lemma in _OF_ITSELF or line.words[first].small in (
        "конституциялық",
        "қалалық",
        "облыстық",
        "аудандық",
        "жоғарғы",
        "жоғары",
        "орталық",
    )
