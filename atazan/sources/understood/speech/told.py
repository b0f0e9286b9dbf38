"""Speech told in the text's own words: "said that …", "according to X, …", «… деп атап өтті»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from atazan.sources.understood.mention import Speech
from atazan.sources.understood.sentences import Sentence, Word
from atazan.sources.understood.speech.direct import Said
from atazan.sources.understood.speech.speakers import Speakers
from atazan.sources.understood.speech.words import Saying

_THAT = re.compile(r",\s*(?:что|будто|якобы)\s|\sthat\s")
_ENGLISH_SAID = re.compile(r"\s+(?:the|a|an|this|these|in|it|he|she|they|all|there|our|[A-Z])")
_BARE = frozenset("said says believes argued argues claimed claims insisted thinks".split())
"""Words that tell speech without "that": one can conclude, note or stress a thing, too."""
_KAZAKH_FACT = re.compile(
    r"(?:[ғгқк][аеа]н(?:ды[ғқ]|ді[гк])?|[аеиый]т[ыі]н(?:ды[ғқ]|ді[гк])?|(?:ды|ті|ді|ты)[ғг])"
    r"(?:[ыі]н|[ыі]м[ыі]зд[ыі]|[ыі])$|(?:[ғқ]аны|[гк]ені|[ыі]лу[ыі]|у[ыі])мен$"
)
_PAPER = re.compile(
    r"(?:law|constitution|article|code|decree|agreement|memorandum|document|text|provision|"
    r"resolution|report|draft|treaty|declaration|paper|statement|norm|rule|plan|poll|data)s?"
)
_SOURCES = ("источник", "собеседник", "очевид", "source", "official", "insider", "дереккөз")
_PRESS = re.compile(
    r"пресс-(?:служб|центр)|баспасөз қызмет|press (?:service|office)", re.IGNORECASE
)
WITHIN = 12
"""Words at most from a word of saying to its "that"."""
LATE = 11
"""Words at most from a word of saying to the end of a sentence that it closes."""


def told(
    text: str, sentences: list[Sentence], words: Said, speakers: Speakers, taken: list[Speech]
) -> Iterator[Speech]:
    """The speech that sentences tell, outside what is `taken` by direct speech."""
    spans = iter(sorted(taken))
    span = next(spans, None)
    at = 0
    for sentence in sentences:
        while span is not None and span.end <= sentence.start:
            span = next(spans, None)
        while at < len(words.all) and words.all[at].start < sentence.start:
            at += 1
        first = at
        while at < len(words.all) and words.all[at].start < sentence.end:
            at += 1
        if at == first:
            continue
        if (
            span is not None
            and span.start < sentence.end
            and (span.start <= sentence.start + 1 or sentence.lang == "kk")
        ):
            continue
        found = _told(text, sentence, words.all[first:at], speakers)
        if found is None or found.end - found.start <= 10:
            continue
        if _PRESS.search(text, sentence.start, sentence.end) and not _someone_named(
            speakers, sentence
        ):
            continue
        heard = any(one.sort not in "TDHR" for one in words.all[first:at])
        if found.speaker or heard or _unnamed(sentence):
            speakers.hear(found)
            yield found


def _someone_named(speakers: Speakers, sentence: Sentence) -> bool:
    found = speakers.between(sentence.start, sentence.end)
    return any(one.sort == "person" for one in found)


def _told(text: str, sentence: Sentence, found: list[Saying], speakers: Speakers) -> Speech | None:
    by = {"kk": _kazakh, "ru": _russian, "en": _english}[sentence.lang]
    return by(text, sentence, found, speakers)


def _speech(start: int, end: int, text: str, name: str) -> Speech:
    while start < end and text[start] in ' ,:–—-\n\t"«':
        start += 1
    while end > start and text[end - 1] in " ,.!?…–—-\n":
        end -= 1
    return Speech(start, end, name, False)


def _name(
    found: list[Saying],
    speakers: Speakers,
    near: tuple[int, int],
    start: int,
    named: Callable[[int, int], str] | None = None,
) -> str:
    """Who speaks between two places; a pronoun stands for the last person before the sentence."""
    name = (named or speakers.before)(*near)
    if not name and any(one.sort == "P" and near[0] <= one.start < near[1] for one in found):
        return speakers.last(start)
    return name


def _russian(
    text: str, sentence: Sentence, found: list[Saying], speakers: Speakers
) -> Speech | None:
    start, end = sentence.start, sentence.end
    for one in found:
        if one.sort in "BN" or (one.sort == "R" and _unnamed(sentence)):
            return _by_words(text, sentence, one, found, speakers)
        if one.sort not in "ST":
            continue
        head = text[max(start, one.start - 5) : one.start].lower()
        if head.endswith("как ") and (comma := text.find(",", one.end, end)) > 0:
            name = _name(found, speakers, (one.end, comma), start)
            if one.sort == "T" and not _person(speakers, name, start, end):
                continue
            return _speech(comma, end, text, name)
        that = _THAT.search(text, one.end, end)
        if that and _near(sentence, one, that.start()):
            name = _name(found, speakers, (start, that.start()), start)
            if (
                one.sort == "T"
                and not _person(speakers, name, start, end)
                and not _unnamed(sentence)
            ):
                continue
            return _speech(that.end(), end, text, name)
        if one.sort == "S" and _closes(text, sentence, one):
            name = _name(found, speakers, (one.end, end), start)
            return _speech(start, one.start, text, name) if name else None
    return None


def _english(
    text: str, sentence: Sentence, found: list[Saying], speakers: Speakers
) -> Speech | None:
    start, end = sentence.start, sentence.end
    for one in found:
        if one.sort in "BN" or (one.sort == "R" and _unnamed(sentence)):
            return _by_words(text, sentence, one, found, speakers)
        if one.sort not in "ST":
            continue
        name = _name(found, speakers, (start, one.start), start)
        if text[max(start, one.start - 40) : one.start].lower().startswith("as "):
            comma = text.find(",", one.end - 1, end)
            if comma > 0:
                return _speech(comma, end, text, name)
        that = _THAT.search(text, one.end, end)
        if that and _near(sentence, one, that.start()) and (name or _someone(sentence, one)):
            if (
                one.sort == "T"
                and not _person(speakers, name, start, end)
                and not _unnamed(sentence)
            ):
                continue
            return _speech(that.end(), end, text, name)
        if one.sort == "S" and _closes_english(text, sentence, one):
            comma = text.rfind(",", start, one.start)
            named = speakers.after(comma, end) or _name(found, speakers, (comma, end), start)
            return _speech(start, comma, text, named) if named else None
        bare = one.sort == "S" and text[one.start : one.end].lower() in _BARE
        if bare and name and _ENGLISH_SAID.match(text, one.end, end):
            return _speech(one.end, end, text, name)
    return None


def _kazakh(
    text: str, sentence: Sentence, found: list[Saying], speakers: Speakers
) -> Speech | None:
    start, end = sentence.start, sentence.end
    for one in found:
        if one.sort == "K":
            name = _name(found, speakers, (start, one.start), start, speakers.nearest)
            return _speech(one.end, end, text, name)
    said = next((one for one in found if one.sort == "S" or one.sort == "T"), None)
    if said is None:
        return None
    after = _name(found, speakers, (said.end, end), start)
    begun, before = _subject(text, sentence, said, speakers, found)
    name = after or before
    if said.sort == "T" and not _person(speakers, name, start, end):
        return None
    if said.sort == "T" and not after and found[0].sort == "D":
        return None
    quoting = [one for one in found if one.sort == "D" and one.last < said.first <= one.last + 4]
    if quoting:
        return _speech(begun, quoting[-1].start, text, name)
    if text[said.start : said.end].lower() in ("деді", "дейді"):
        return _speech(begun, said.start, text, name)
    for word in reversed(sentence.words[max(0, said.first - 7) : said.first]):
        if name and _fact(word):
            return _speech(begun, word.end, text, name)
    return None


def _fact(word: Word) -> bool:
    return len(word.small) > 5 and _KAZAKH_FACT.search(word.small) is not None


def _subject(
    text: str, sentence: Sentence, said: Saying, speakers: Speakers, found: list[Saying]
) -> tuple[int, str]:
    """Where what is said begins: after a speaker named at the head of the sentence."""
    start = sentence.start
    heads = [
        one
        for one in speakers.between(start, said.start)
        if (not one.cases or "nom" in one.cases) and one.start - start < 60
    ]
    if not heads:
        pronoun = next((one for one in found if one.sort == "P" and one.start - start < 25), None)
        return (pronoun.end, speakers.last(start)) if pronoun else (start, "")
    if text[heads[0].end : heads[0].end + 1] == "," and said.end + 3 >= sentence.end:
        return start, heads[0].called  # a list begins with it
    last = heads[0]
    for one in heads[1:]:
        if one.start - last.end > 2 or last.sort == "person":
            break
        last = one
    name = next((one.called for one in heads if one.sort == "person" and one.end <= last.end), "")
    return last.end, name or last.called


def _person(speakers: Speakers, name: str, start: int, end: int) -> bool:
    """Whether a person or office speaks; an organ or a medium is the text's own source."""
    return any(
        one.called == name and one.sort != "body" for one in speakers.between(start, end)
    ) or bool(name and not speakers.between(start, end))


def _by_words(
    text: str, sentence: Sentence, one: Saying, found: list[Saying], speakers: Speakers
) -> Speech | None:
    """«По словам X, …», "according to X, …", before what is said or after it."""
    start, end = sentence.start, sentence.end
    comma = text.find(",", one.end, end)
    stop = comma if comma > 0 else end
    if one.sort == "N":
        name = speakers.last(start)
    else:
        name = speakers.after(one.end, stop)
        if not name and any(
            _PAPER.fullmatch(word.small) for word in sentence.within(one.end, stop)
        ):
            return None
    if comma > 0 and one.start - start < 12:
        return _speech(comma, end, text, name)
    return _speech(start, one.start, text, name)


def _near(sentence: Sentence, one: Saying, place: int) -> bool:
    limit = min(one.last + WITHIN, len(sentence.words) - 1)
    return sentence.words[limit].end >= place


def _closes(text: str, sentence: Sentence, one: Saying) -> bool:
    """«…, отметил министр.»: a comma before the word, and the sentence ends soon after."""
    return (
        len(sentence.words) - one.last <= LATE
        and one.first > 3
        and text[sentence.start : one.start].rstrip(" –—-").endswith(",")
    )


def _unnamed(sentence: Sentence) -> bool:
    """Whether a source without a name tells it."""
    return any(word.small.startswith(_SOURCES) for word in sentence.words[:6])


def _someone(sentence: Sentence, one: Saying) -> bool:
    """Whether not a paper but someone unnamed says it: "a source says that", not "the law says"."""
    before = sentence.words[max(0, one.first - 4) : one.first]
    if before and before[-1].small in ("was", "is", "been", "were", "be"):
        return False  # "it was noted that": the text itself tells it
    return bool(before) and not any(_PAPER.fullmatch(word.small) for word in before)


def _closes_english(text: str, sentence: Sentence, one: Saying) -> bool:
    """ "…, the minister said.": a comma a few words before, and the sentence ends with it."""
    comma = text.rfind(",", sentence.start, one.start)
    if comma < sentence.start + 15 or len(sentence.words) - one.last > LATE:
        return False
    between = text[comma + 1 : one.start].split()
    ends = len(sentence.words) - one.last - 1
    return (ends <= 4 and len(between) <= 7) or not between
