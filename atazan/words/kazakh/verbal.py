"""Endings of verbs: voice, negation, then a finite form, a converb, or a verbal noun.

Verbal nouns and participles (алу, алған, алатын, алар, алмақ) go on with the endings of nouns.
"""

from __future__ import annotations

from typing import Final

from atazan.words.kazakh.endings import NONE, Ending, Endings, both, joined, table
from atazan.words.kazakh.letters import (
    ANY,
    CONSONANT,
    GLIDE,
    LATERAL,
    NASAL,
    SIBILANT,
    VOICED,
    VOICELESS,
    VOWEL,
)

_NEGATION: Final = (
    both("ма", VOWEL | GLIDE | LATERAL, "neg")
    + both("ба", NASAL | SIBILANT, "neg")
    + both("па", VOICELESS, "neg")
)
_PAST_PARTICIPLE: Final = both("ған", VOICED, "past") + both("қан", VOICELESS, "past")
_HABITUAL: Final = both("йтын", VOWEL, "hab") + both("атын", CONSONANT, "hab")
_FUTURE: Final = both("р", VOWEL, "fut") + both("ар", CONSONANT, "fut")
_PURPOSE: Final = (
    both("мақ", VOWEL | GLIDE | LATERAL, "pur")
    + both("бақ", NASAL | SIBILANT, "pur")
    + both("пақ", VOICELESS, "pur")
)
_GERUND: Final = (Ending("у", ANY, 3, ("ger",)),)

_NOUNS: Final = (
    _GERUND
    + joined(_PAST_PARTICIPLE + _HABITUAL, NONE, both("дық", ANY, "ness"))
    + joined(_FUTURE, NONE, both("лық", ANY, "ness"))
    + _PURPOSE
    + joined(_PURPOSE, both("шы", ANY, "agent"))
    + joined(_GERUND, both("лы", ANY, "state"))
)
_NEGATED_NOUNS: Final = _NOUNS + joined(both("с", VOWEL, "fut"), NONE, both("тық", ANY, "ness"))

_SONANT: Final = VOWEL | GLIDE | LATERAL | NASAL
_I: Final = (
    both("мын", _SONANT, "1sg") + both("бын", SIBILANT, "1sg") + both("пын", VOICELESS, "1sg")
)
_THOU: Final = both("сың", ANY, "2sg") + both("сыз", ANY, "2pol")
_YOU_ALL: Final = both("сыңдар", ANY, "2pl") + both("сыздар", ANY, "2pl")
_WE: Final = (
    both("мыз", _SONANT, "1pl") + both("быз", SIBILANT, "1pl") + both("пыз", VOICELESS, "1pl")
)
_PERSONS: Final = _I + _THOU + _YOU_ALL + _WE

_DID_PERSONS: Final = (
    both("м", VOWEL, "1sg")
    + both("ң", VOWEL, "2sg")
    + both("ңыз", VOWEL, "2pol")
    + both("ңдар", VOWEL, "2pl")
    + both("ңыздар", VOWEL, "2pl")
    + (Ending("қ", VOWEL, 1, ("1pl",)), Ending("к", VOWEL, 2, ("1pl",)))
)
_DID: Final = both("ды", VOICED, "did") + both("ты", VOICELESS, "did")
_IF: Final = both("са", ANY, "if")
_IMPERFECT: Final = both("й", VOWEL, "conv") + both("а", CONSONANT, "conv")
_PERFECT: Final = both("п", VOWEL, "perf") + both("ып", CONSONANT, "perf")

_FINITE: Final = (
    joined(_DID + _IF, NONE, _DID_PERSONS)
    + _IMPERFECT
    + joined(_IMPERFECT, both("ды", ANY, "pres"), _PERSONS)
    + _PERFECT
    + joined(_PERFECT, both("ты", ANY, "evid"), joined(both("ты", ANY, "evid"), _PERSONS))
    + joined(_PAST_PARTICIPLE + _HABITUAL + _FUTURE + _PERFECT, _PERSONS)
    + both("сын", ANY, "imp")
    + both("ңыз", VOWEL, "imp")
    + both("ыңыз", CONSONANT, "imp")
    + both("ңдар", VOWEL, "imp")
    + both("ыңдар", CONSONANT, "imp")
    + both("йын", VOWEL, "opt")
    + both("айын", CONSONANT, "opt")
    + both("йық", VOWEL, "opt")
    + both("айық", CONSONANT, "opt")
    + joined(both("ғай", VOICED, "wish") + both("қай", VOICELESS, "wish"), NONE, _PERSONS)
    + both("ғалы", VOICED, "since")
    + both("қалы", VOICELESS, "since")
)
_NEGATED_FINITE: Final = _FINITE + both("йынша", VOWEL, "until")

_AGENT: Final = joined(_GERUND, both("шы", ANY, "agent"))
_AGENTS: Final = _AGENT + joined(_NEGATION, _AGENT)
AGENT: Final = table(_AGENTS + joined(_AGENTS, both("лық", VOWEL, "agency")))
VERBAL_NOUNS: Final = table(_NOUNS + joined(_NEGATION, _NEGATED_NOUNS))
"""What makes a noun or participle of a verb, by its text: у, ған, мағандық."""
FINITE: Final = table(NONE + _FINITE + joined(_NEGATION, NONE, _NEGATED_FINITE))
"""Everything that ends a verb for good, by its text: ады, ып, маса."""

_PASSIVE: Final = (
    both("л", VOWEL, "pass")
    + both("н", VOWEL, "pass")
    + both("ыл", CONSONANT, "pass")
    + both("ын", CONSONANT, "pass")
)
_CAUSATIVE: Final = (
    both("т", VOWEL | GLIDE | LATERAL, "caus")
    + both("дыр", VOICED, "caus")
    + both("тыр", VOICELESS, "caus")
    + both("ғыз", VOICED, "caus")
    + both("қыз", VOICELESS, "caus")
)
_RECIPROCAL: Final = both("с", VOWEL, "recip") + both("ыс", CONSONANT, "recip")


def _voices() -> Endings:
    once = _PASSIVE + _CAUSATIVE + _RECIPROCAL
    twice = joined(_CAUSATIVE + _RECIPROCAL, _PASSIVE, _CAUSATIVE)
    doubled = joined(_PASSIVE, both("ыл", LATERAL | NASAL, "pass"))
    return once + twice + doubled + joined(_RECIPROCAL, _CAUSATIVE, _PASSIVE)


VOICES: Final = table(_voices())
