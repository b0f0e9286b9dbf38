"""The form a word of a deed stands in, and the places that names take beside it."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from atazan.sources.understood.mention import Mention
from atazan.sources.understood.sentences import Sentence

Voice = Literal["active", "passive", "noun"]
Time = Literal["past", "future", "infinitive", "present"]
Slot = Literal["subj", "obj", "agent", "of", "with", "between", "to", "from", "office", "any"]


class Form(NamedTuple):
    """How the word of a deed stands: `future` and `infinitive` are deeds to come."""

    voice: Voice
    time: Time
    negated: bool = False


class Named(NamedTuple):
    """A mention in its sentence: `first` and `last` are indexes of its words, both counted."""

    mention: Mention
    first: int
    last: int


class Tongue(Protocol):
    """The grammar of one language, as far as telling deeds needs it."""

    head_first: bool
    """Whether the first word of a phrase of more words is its verb (in Kazakh it is the last)."""

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        """The form of a word read with these tags; None where it tells no deed."""

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form | None:
        """The form as its neighbours make it: auxiliaries, modal verbs, negation.

        None where the word there tells no deed («тағайындауға келісім берді»).
        """

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        """The places a name may take beside the word at `head`, with what speaks against each.

        `nouns` are the other words of the phrase (of "held a meeting": meeting).
        """

    def barrier(self, small: str) -> bool:
        """Whether a word begins a clause of its own."""
