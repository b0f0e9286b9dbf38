"""Whether a folder of rules is whole: what `atazan rules check` and `make rules` ask."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from atazan.rules.book import FileRefused, RuleBook, load
from atazan.rules.doubts import unknown_doubts
from atazan.rules.kinds import KINDS
from atazan.rules.procedure import dead_ends
from atazan.rules.text import LANGS
from atazan.rules.words import WordsError, all_words

_LANGUAGE = re.compile(r"(?:^|_)(?:kk|ru|en)$")


def check_book(folder: Path) -> list[str]:
    """Everything wrong with a folder of rule files, one line each; an empty list is a clean bill.

    Files, ids, days, sources and languages are checked on reading (the first wrong one ends it);
    then doubts that no file knows, routes that lead nowhere, and phrases.
    """
    try:
        book = load(folder)
    except FileRefused as refused:
        return [str(refused)]
    return [*unknown_doubts(book), *dead_ends(book), *wrong_words()]


def unused_kinds(book: RuleBook) -> list[str]:
    """Kinds no rule is of: a kind nobody needs, or rules that were forgotten."""
    used = {rule.kind for versions in book.rules.values() for rule in versions}
    return [f"kinds.py: no rule is of kind '{kind}'" for kind in sorted(set(KINDS) - used)]


def wrong_words() -> list[str]:
    """Phrases left out in a language, or naming a value in one language and not in another."""
    try:
        return unequal_words(all_words())
    except WordsError as wrong:
        return [str(wrong)]


def unequal_words(words: Mapping[str, dict[str, Any]]) -> list[str]:
    """Phrases that name a value in one language and not in another, one line each."""
    return [
        f"'{key}' names {{{name}}} in one language and not in {lang}; say it in all three"
        for key, said in words.items()
        for lang, name in _missing_values(said)
    ]


def _missing_values(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    named = {lang: _values(said[lang]) for lang in LANGS}
    everywhere = set().union(*named.values())
    for lang in LANGS:
        for name in sorted(everywhere - named[lang]):
            yield lang, name


def _values(said: Any) -> set[str]:
    """The values a phrase names; `office_kk` and `office_ru` are one value in two languages."""
    texts = said.values() if isinstance(said, dict) else [said]
    named = (
        name for text in texts for _, name, _, _ in string.Formatter().parse(str(text)) if name
    )
    return {_LANGUAGE.sub("", name) for name in named}
