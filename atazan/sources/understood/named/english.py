"""English names: capitals before the head, "of" and its like after it."""

from __future__ import annotations

from atazan.sources.understood.named.forms import headed
from atazan.sources.understood.named.heads import Head
from atazan.sources.understood.named.known import is_short
from atazan.sources.understood.named.line import Line, Phrase
from atazan.sources.understood.named.places import place_at

_TELLING = frozenset(
    "constitutional supreme federal high national central regional district city international european state human "
    "prosecutor attorney prime draft civil criminal administrative tax labour labor round vice deputy first".split()
)
_COURTS = frozenset("constitutional supreme".split())
_FUNCTION = frozenset(
    "the a an this that these those in on at by for from to of with and but or as when while after before during since "
    "under according today yesterday earlier later also then he she it they we i his her its their our my there here "
    "if although however such new former current all both each every some any no not who which what our mr mrs ms "
    "following monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)
_LINKS = frozenset("of for on against in to".split())
_SINGULAR = {
    "courts": "court", "judges": "judge", "members": "member", "deputies": "deputy", "ministers": "minister",
    "ambassadors": "ambassador", "chairs": "chair", "conferences": "conference", "agreements": "agreement",
    "memorandums": "memorandum", "memoranda": "memorandum", "protocols": "protocol", "laws": "law", "codes": "code",
    "associations": "association", "organizations": "organization", "organisations": "organisation",
    "universities": "university", "institutions": "institute", "commissioners": "commissioner", "justices": "justice",
    "parliaments": "parliament", "referendums": "referendum", "prosecutors": "prosecutor", "speakers": "speaker",
    "presidents": "president", "drafts": "draft", "projects": "project", "decrees": "decree", "bills": "bill",
}  # fmt: skip
_PLACED = frozenset(
    "office embassy representative coordinator ambassador centre center consulate consul".split()
)
_LONGEST = 40


def _head(line: Line, at: int) -> Head | None:
    small = line.words[at].small.removesuffix("'s").removesuffix("'")
    return headed(_SINGULAR.get(small, small), "en")


def phrases(line: Line) -> list[Phrase]:
    """The names of an English line told by a head word, each as long as it goes."""
    found = []
    for at in range(len(line.words)):
        head = _head(line, at)
        if head:
            phrase = _phrase(line, at, head)
            if phrase:
                found.append(phrase)
    return found


def _phrase(line: Line, at: int, head: Head) -> Phrase | None:
    first = _modified(line, at, head)
    last, end = _tail(line, at, head)
    if not _told(line, head, first, at, last, end):
        return None
    return Phrase(head, first, at, last, line.words[first].start, end)


def _modified(line: Line, at: int, head: Head) -> int:
    """The leftmost capitalised word right before the head, or a small word that tells a name."""
    first = at
    while line.joined(first):
        word = line.words[first - 1]
        if word.small.endswith(("'s", "s'")):
            place = place_at(line, first - 1)
            return first - 1 if place and head.sort in ("body", "office") else first
        before = _head(line, first - 1)
        if (
            before
            and before.sort == "office"
            and head.sort == "office"
            and word.small not in _TELLING
        ):
            break
        if word.small in _FUNCTION:
            break
        if not (
            word.capital
            or word.small in _TELLING
            or (head.sort == "event"
            and word.small[0].isdigit())
        ):
            break
        if word.capital and line.opens(first - 1) and not _proper(line, first - 1, first, at):
            break
        first -= 1
    return first


def _proper(line: Line, at: int, first: int, head_at: int) -> bool:
    """Whether the first word of a sentence belongs to the name that goes on after it."""
    small = line.words[at].small
    return (
        small in _TELLING
        or bool(place_at(line, at))
        or is_short(line.words[at].word, "en")
        or (line.words[first].capital and not small.endswith(("ly", "ing", "ed")))
    )


def _told(line: Line, head: Head, first: int, at: int, last: int, end: int) -> bool:
    tailed = last > at or end > line.words[last].end
    capitals = any(line.words[one].capital for one in range(first, at)) or line.capital(at)
    if head.sort == "office":
        if head.lemma in ("head", "general", "member", "members"):
            return tailed
        if head.manner == "alone":
            return line.words[at].word[0].isupper() or tailed or first < at or head.lemma != "chair"
        return tailed or (first < at and line.words[first].capital and line.words[at].capital)
    if head.sort in ("event", "document", "work"):
        if head.manner == "bare":
            return True
        return tailed or (first < at and (capitals or head.lemma == "code" or head.sort == "event"))
    if head.manner == "own":
        return line.words[at].capital or tailed or (first < at and capitals)
    if line.words[at].capital:
        return first < at or tailed or line.capital(at)
    if head.lemma == "ministry":
        return tailed
    if first < at and line.words[first].small in _COURTS:
        return tailed or not line.words[at].small.endswith("s")
    return first < at and capitals and tailed


def _tail(line: Line, at: int, head: Head) -> tuple[int, int]:
    last, end = at, _end(line, at)
    if line.words[at].small.endswith(("'s", "s'")):
        return last, end
    if (
        head.sort == "office"
        and line.joined(at + 1)
        and line.words[at + 1].small in ("general", "resident")
    ):
        last, end = at + 1, line.words[at + 1].end
    while last - at < _LONGEST:
        quoted = (
            line.quoted(end)
            if head.sort in ("event", "document", "work") or head.manner == "wide"
            else 0
        )
        if quoted and not (head.sort == "body" and last > at):
            return line.word_before(quoted), quoted
        if not line.joined(last + 1):
            after = _listed(line, last, at, head)
        else:
            after = _linked(line, last, at, head)
        if after <= last:
            return last, end
        last, end = after, _end(line, after)
        if line.words[after].small.endswith(("'s", "s'")):
            return last, end
    return last, end


def _end(line: Line, at: int) -> int:
    word = line.words[at]
    return (
        word.end - 2
        if word.small.endswith("'s")
        else word.end - 1
        if word.small.endswith("'")
        else word.end
    )


def _linked(line: Line, last: int, at: int, head: Head) -> int:
    one, words = last + 1, line.words
    small = words[one].small
    if small == "and":
        return _and(line, last, at, head)
    if small in ("under", "to", "at") and head.sort == "body" and one + 1 < len(words):
        nxt = one + 2 if words[one + 1].small == "the" else one + 1
        if small == "under" and nxt < len(words) and words[nxt].small == "president":
            return nxt
        return last
    if small not in _LINKS or one + 1 >= len(words):
        return last
    nxt = one + 2 if words[one + 1].small == "the" and line.joined(one + 1) else one + 1
    if nxt >= len(words) or not line.joined(nxt):
        return last
    place = place_at(line, nxt)
    if small in ("in", "to"):
        if small == "to" and head.lemma not in (
            "ambassador",
            "embassy",
            "adviser",
            "advisor",
            "representative",
            "mission",
        ):
            return last
        wanted = head.lemma in _PLACED or (head.sort == "body" and head.lemma == "commissioner")
        return place[0] if place and wanted else last
    if place:
        return _and_place(line, place[0], at)
    if words[nxt].capital:
        return _capitals(line, nxt, head.sort == "office")
    return _small(line, small, nxt, at, head, last)


def _and_place(line: Line, last: int, at: int) -> int:
    if (
        line.words[at].small.endswith("s")
        and last + 2 < len(line.words)
        and line.words[last + 1].small == "and"
    ):
        nxt = last + 3 if line.words[last + 2].small == "the" else last + 2
        place = place_at(line, nxt)
        if place and line.joined(last + 1):
            return place[0]
    return last


def _capitals(line: Line, last: int, known: bool = False) -> int:
    """The last of a run of capitals; `known`: of words of the lexicon, as a person may follow."""
    while (
        line.joined(last + 1)
        and line.words[last + 1].capital
        and not line.words[last].small.endswith("'s")
    ):
        if line.words[last + 1].small in _FUNCTION or (known and line.form(last + 1).name):
            break
        if _head(line, last) and _head(line, last).sort == "body" and not _head(line, last + 1):  # type: ignore[union-attr]
            break
        last += 1
    return last


def _small(line: Line, link: str, nxt: int, at: int, head: Head, last: int) -> int:
    """Complements in small letters: ministry of justice, commissioner for human rights, law on courts."""
    words = line.words
    if link == "of" and words[nxt].small == "state" and head.lemma in ("head", "secretary"):
        return nxt
    inner = _head(line, nxt)
    if (
        link == "of"
        and inner
        and inner.sort in ("body", "office")
        and head.sort in ("office", "body")
    ):
        return _tail(line, nxt, inner)[0] if inner.lemma == "ministry" else last
    telling = words[nxt].small in _COURTS and nxt + 1 < len(words) and _head(line, nxt + 1)
    if link == "of" and telling and head.sort != "body":
        return _tail(line, nxt + 1, telling)[0]
    if head.lemma in ("ministry", "minister") and link == "of":
        second = words[nxt].small in ("foreign", "internal", "national", "higher")
        return nxt + 1 if second and line.joined(nxt + 1) else nxt
    if words[nxt].small == "human" and line.joined(nxt + 1) and words[nxt + 1].small == "rights":
        return nxt + 1
    if (
        head.sort == "document"
        and link in ("of", "on")
        and head.lemma in ("memorandum", "agreement", "protocol")
    ):
        return _plain(line, nxt)
    if head.sort == "document" and head.lemma == "draft" and link == "of":
        return _draft(line, nxt, last)
    return last


def _draft(line: Line, nxt: int, last: int) -> int:
    while nxt < len(line.words) and line.words[nxt].small in ("new", "constitutional", "a", "the"):
        nxt += 1
    inner = _head(line, nxt) if nxt < len(line.words) else None
    return nxt if inner and inner.sort == "work" else last


def _plain(line: Line, last: int) -> int:
    """Words of a plain complement: understanding, cooperation, mutual legal assistance."""
    at = last
    while line.joined(at + 1) and at - last < 4:
        small = line.words[at + 1].small
        if (
            small == "and"
            and line.joined(at + 2)
            and line.words[at + 2].small.endswith(("tion", "ing", "ance"))
        ):
            at += 2
            continue
        if (
            line.words[at].small.endswith(("tion", "ing", "ance", "ship", "s"))
            or small in _FUNCTION | _LINKS
        ):
            break
        at += 1
    return at


def _and(line: Line, last: int, at: int, head: Head) -> int:
    """Words after "and" that are of the same name: Science and Higher Education."""
    one = last + 2
    if last == at or one >= len(line.words) or not line.joined(one) or not line.words[one].capital:
        return last
    if place_at(line, last) or line.words[last].small.endswith("'s") or head.manner != "wide":
        return last
    if (
        is_short(line.words[one].word, "en")
        or is_short(line.words[last].word, "en")
        or place_at(line, one)
    ):
        return last
    until = _capitals(line, one)
    inner = [_head(line, place) for place in range(one, until + 1)]
    if any(found and found.sort in ("body", "office") for found in inner):
        plural = line.words[until].small.endswith("s") and line.words[last].small.endswith("s")
        return until if plural else last
    return until


def _listed(line: Line, last: int, at: int, head: Head) -> int:
    """Words after a comma that are of the same name, where "and" and a last one follow."""
    one = last + 1
    if (
        head.manner != "wide"
        or last == at
        or one >= len(line.words)
        or line.between(one).strip() != ","
    ):
        return last
    if not line.words[one].capital or place_at(line, last):
        return last
    until = _capitals(line, one)
    if any(_head(line, place) for place in range(one, until + 1)):
        return last
    if until + 1 < len(line.words) and line.words[until + 1].small == "and":
        return until if _and(line, until, at, head) > until else last
    return until if _listed(line, until, at, head) > until else last
