"""What a text lets someone say: direct and told speech with its speaker, and its own sources."""

from __future__ import annotations

from collections.abc import Iterable

from atazan.sources.understood.mention import Mention, Speech
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.speech.direct import direct, said
from atazan.sources.understood.speech.sources import sources
from atazan.sources.understood.speech.speakers import Speakers
from atazan.sources.understood.speech.told import told

__all__ = ["sources", "speech"]


def speech(text: str, sentences: list[Sentence], mentions: Iterable[Mention]) -> list[Speech]:
    """The stretches of a text that someone says, in order; speakers come from `mentions`."""
    words = said(sentences)
    if not words.all and not any(mark in text for mark in '«“"„‘'):
        return []
    speakers = Speakers(mentions)
    quoted = list(direct(text, words, speakers))
    return sorted([*quoted, *told(text, sentences, words, speakers, quoted)])
