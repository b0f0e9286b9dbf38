"""Forms that no ending explains: those of pronouns, and of де, екен, емес."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from atazan.words.kazakh.analysis import Candidate
from atazan.words.kazakh.lexicon import NAMES


def irregular(word: str) -> list[Candidate]:
    """Return the readings of a form that `irregular.txt` lists."""
    return _forms().get(word, [])[:]


def is_irregular(word: str) -> bool:
    """Tell whether `irregular.txt` lists a form."""
    return word in _forms()


def irregular_forms(lemma: str) -> list[str]:
    """Return the listed forms of a headword."""
    return [form for form, found in _forms().items() if any(one.lemma == lemma for one in found)]


@cache
def _forms() -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {}
    text = files("atazan.words.kazakh").joinpath("irregular.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            form, lemma, pos, *endings = line.split()
            tags = (NAMES[pos], *endings)
            found.setdefault(form, []).append(
                Candidate(0.5, -len(form), lemma, lemma, tags, True, lemma)
            )
    return found
