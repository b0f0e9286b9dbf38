"""A question with its likely misspellings put right by the words the index holds."""

from __future__ import annotations

from atazan import words
from atazan.rules.text import Lang
from atazan.search.engines import Clause, Engine, Plan, Shelf, Term
from atazan.search.planning import Question
from atazan.words import Vocabulary


class Spelling:
    """The words of an index, made ready once for each state of it."""

    def __init__(self, engine: Engine, shelf: Shelf) -> None:
        self._engine, self._shelf = engine, shelf
        self._ready: dict[Lang, tuple[object, Vocabulary]] = {}

    def meant(self, question: Question) -> str | None:
        """The question with each word the index does not know put right; None if none is likely."""
        asked, lang = question.asked.words, question.lang
        right = asked
        for token in reversed(words.tokens(asked)):
            if words.is_common(token.word, lang) or self._known(token.word, lang):
                continue
            near = words.suggest(token.word, lang, self._vocabulary(lang))
            if near:
                right = right[: token.start] + near[0] + right[token.end :]
        return right if right != asked else None

    def _known(self, word: str, lang: Lang) -> bool:
        """Whether any document says the word, as it is or by a key."""
        terms = tuple(Term(lang, (key,)) for key in words.asked_keys(word, lang))
        return bool(self._engine.find(Plan(clauses=(Clause(terms),)), 1).total) if terms else True

    def _vocabulary(self, lang: Lang) -> Vocabulary:
        state = (self._engine.mark, self._engine.size)
        if self._ready.get(lang, (None,))[0] != state:
            self._ready[lang] = (state, Vocabulary(self._shelf.vocabulary(lang)))
        return self._ready[lang][1]
