"""Russian: keys by the Snowball stemmer, lemmas and paradigms by the dictionary of pymorphy3."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymorphy3
import Stemmer

from atazan.words.word import Reading, table_lines

_STEMMER = Stemmer.Stemmer("russian")
_HERE = Path(__file__).parent
_SURNAME = re.compile(r".(?:баев|беков|жанов|ханов|галиев|алиев|кулов|дуллаев|манов)$")
"""Surnames of the region that the stemmer would cut in the nominative alone."""


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=1)
def _mended() -> tuple[dict[str, str], dict[str, str]]:
    """Forms, then stems, that have another key than their Snowball stem.

    By hand, from surnames met (bench/words_learn.py) and from the paradigms of the dictionary
    (bench/words_russian_learn.py).
    """
    forms: dict[str, str] = {}
    stems: dict[str, str] = {}
    for one, to in table_lines(_HERE / "russian_stems.txt"):
        into = forms if one[0] == "=" else stems
        into[one.lstrip("=")] = to
    forms |= {line[0]: line[0] for line in table_lines(_HERE / "russian_names.txt")}
    for to, *kept in table_lines(_HERE / "russian_kept.txt"):
        forms |= dict.fromkeys(kept, to)
    return forms, stems


def key(word: str) -> str:
    """The index key of a folded word: its Snowball stem, the faulty ones put right.

    >>> key("органов") == key("орган"), key("граждане") == key("гражданина")
    (True, True)
    >>> key("судей") == key("судов"), key("Назарбаев".lower()) == key("назарбаева")
    (False, True)
    """
    word = word.replace("ё", "е")
    forms, stems = _mended()
    found = forms.get(word)
    if found:
        return found
    if _SURNAME.search(word):
        return word
    stem: str = _STEMMER.stemWord(word)
    return stems.get(stem, stem)


def has(word: str) -> bool:
    """Whether the dictionary has a folded word, in whatever form."""
    found: bool = _dictionary().word_is_known(word)
    return found


_TAGS = dict(
    one.split("=")
    for one in (
        "NOUN=noun ADJF=adj ADJS=adj COMP=adj VERB=verb INFN=verb PRTF=verb PRTS=verb GRND=verb "
        "NUMR=num ADVB=adv NPRO=pron PREP=prep CONJ=conj PRCL=part INTJ=intj PRED=adv "
        "gent=gen gen2=gen datv=dat accs=acc ablt=ins loct=loc loc2=loc voct=voc plur=pl "
        "past=past pres=pres futr=fut impr=imp pssv=pass 1per=1 2per=2 3per=3 "
        "Surn=person Name=person Patr=person Geox=place Abbr=abbr"
    ).split()
)
"""What is said of a form, in the tags that Kazakh has too; the marks of pymorphy3 by ours."""
_OF_VERBS = {"INFN": "inf", "PRTF": "participle", "PRTS": "participle", "GRND": "conv"}
_SHORT = {"ADJS": "short", "PRTS": "short", "COMP": "more"}


def _tags(parse: Any) -> tuple[str, ...]:
    marks = str(parse.tag).replace(" ", ",").split(",")
    kinds = (table.get(marks[0]) for table in (_TAGS, _OF_VERBS, _SHORT))
    return tuple(dict.fromkeys(filter(None, [*kinds, *map(_TAGS.get, marks[1:])])))


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a folded word, the likeliest first.

    >>> readings("судьями")[0].tags
    ('noun', 'pl', 'ins')
    """
    found: dict[Reading, None] = {}
    for parse in _dictionary().parse(word):
        tags = _tags(parse)
        found[Reading(parse.normal_form, key(parse.normal_form), tags, parse.is_known)] = None
    return tuple(found)


@lru_cache(maxsize=20_000)
def forms(lemma: str) -> tuple[str, ...]:
    """Every form of the lexeme of a lemma; the lemma alone if the dictionary has no such word."""
    for parse in _dictionary().parse(lemma):
        if parse.normal_form == lemma and parse.is_known:
            return tuple(dict.fromkeys(form.word for form in parse.lexeme))
    return (lemma,)


@lru_cache(maxsize=20_000)
def asked_keys(word: str) -> tuple[str, ...]:
    """The keys of all forms of the lexemes the word may belong to."""
    found = {key(word): None}
    for parse in _dictionary().parse(word):
        if parse.is_known:
            found |= {key(form.word): None for form in parse.lexeme}
    return tuple(found)
