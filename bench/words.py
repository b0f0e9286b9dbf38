"""How well and how fast Kazakh words are analysed, against what else can be had.

Gold of our own (tests/gold/words, not yet reviewed by a second speaker): 60 words of law with
lemmas, 40 nouns in 28 forms, and forms of 40 words met in laws and records beside their lookalikes.
Our endings alone, without the lexicon, stand for a stripper of suffixes.
Peers in the same run, where installed: no analysis at all, the Snowball stemmer of Turkish,
another Turkish stemmer, simplemma set to Turkish (neither knows Kazakh), and hunspell through
spylls with the dictionary of the Debian package hunspell-kk, which must be named. No peer is part
of the platform. Forms made by qazaq-inflector, where installed, judge us from outside.

    python bench/words.py [--hunspell /usr/share/hunspell/kk_KZ]
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from atazan.words import kazakh
from atazan.words.kazakh.guessing import guessed
from atazan.words.kazakh.letters import ALPHABET
from atazan.words.tokens import words
from atazan.words.word import folded

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "words"
Analyse = Callable[[str], list[str]]
_CASES = "nominative genitive dative accusative locative ablative instrumental".split()
_PERSONS = "1sg 2sg 2sg_formal 1pl 3".split()


def rows(name: str) -> list[list[str]]:
    """The rows of a gold file."""
    lines = (GOLD / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def paradigm(noun: str, plural: str, genitive: str, dative: str, its: str) -> list[str]:
    """28 forms of a noun; made as the tests make them."""
    sys.path.insert(0, str(ROOT / "tests"))
    made: list[str] = importlib.import_module("test_words_kazakh").paradigm(
        noun, plural, genitive, dative, its
    )
    return made


def judge(name: str, keys: Analyse) -> None:
    """Lemmas of the gold, one key for a paradigm, recall and precision over forms met."""
    first = anyhow = same = forms = hit = missed = false = 0
    for word, gold in rows("kazakh-lemmas.tsv"):
        lemmas = gold.casefold().split("|")
        found = keys(word.lower())
        first += found[:1] != [] and found[0] in lemmas
        anyhow += any(lemma in lemmas for lemma in found)
    for row in rows("kazakh-nouns.tsv"):
        key = keys(row[0])[:1]
        for form in paradigm(*row):
            forms += 1
            same += keys(form)[:1] == key
    for word, own, alike in rows("kazakh-attested.tsv"):
        key = keys(word)[:1]
        found_own = sum(keys(form)[:1] == key for form in own.split())
        hit += found_own
        missed += len(own.split()) - found_own
        false += sum(keys(form)[:1] == key for form in alike.split())
    print(
        f"{name:34} gold {first:2} (any {anyhow:2})/60   paradigm {same / forms:.3f}   "
        f"recall {hit / (hit + missed):.3f}   precision {hit / (hit + false or 1):.3f}"
    )


def ours(word: str) -> list[str]:
    """Lemmas by our analyser, the likeliest first."""
    return [reading.lemma for reading in kazakh.readings(word)]


def peers(hunspell: str | None) -> Iterator[tuple[str, Analyse]]:
    """What else is installed, as functions from a word to its lemmas or stem."""
    yield "none (surface)", lambda word: [word]
    for name, make in (
        ("snowball Turkish", _snowball),
        ("TurkishStemmer", _turkish),
        ("simplemma Turkish", _simplemma),
    ):
        try:
            yield name, make()
        except ImportError:
            print(f"{name:34} not installed")
    if hunspell:
        yield "spylls + hunspell-kk", _hunspell(hunspell)


def _snowball() -> Analyse:
    stem = importlib.import_module("snowballstemmer").stemmer("turkish").stemWord
    return lambda word: [stem(word)]


def _turkish() -> Analyse:
    stem = importlib.import_module("TurkishStemmer").TurkishStemmer().stem
    return lambda word: [stem(word)]


def _simplemma() -> Analyse:
    lemmatize = importlib.import_module("simplemma").lemmatize
    return lambda word: [lemmatize(word, lang="tr")]


def _hunspell(path: str) -> Analyse:
    dictionary = importlib.import_module("spylls.hunspell").Dictionary.from_files(path)

    def stems(word: str) -> list[str]:
        found = [form.stem for form in dictionary.lookuper.good_forms(word)]
        return sorted(found, key=len)[:1] + found or [word]

    return stems


def from_outside() -> None:
    """The key of forms that another program made of the 40 nouns, and whether any reading fits."""
    try:
        inflector = importlib.import_module("qazaq_inflector").QazaqNameInflector()
    except ImportError:
        print("qazaq-inflector is not installed: no forms from outside")
        return
    total = same = read = 0
    for noun, *_ in rows("kazakh-nouns.tsv"):
        forms = set()
        for case in _CASES:
            forms |= {
                inflector.inflect(noun, case),
                inflector.inflect(inflector.pluralize(noun), case),
            }
            for person in _PERSONS:
                for plural in (False, True):
                    forms.add(inflector.possessive(noun, person, case, plural))
        for form in forms:
            total += 1
            same += kazakh.key(form) == kazakh.key(noun)
            read += noun in ours(form)
    print(f"{total} forms by qazaq-inflector: one key {same / total:.3f}, read {read / total:.3f}")


def speed(text: list[str]) -> None:
    """Tokens a second of running text: with nothing kept yet, and again."""
    kazakh.key("сот")
    for name, given in (("running text", text), ("distinct words", list(dict.fromkeys(text)))):
        cold = _fresh(given)
        cached = []
        for _ in range(3):
            begun = process_time()
            for word in given:
                kazakh.key(word)
            cached.append(process_time() - begun)
        rate = len(given) / median(cached)
        print(
            f"{name}: {len(given):,} tokens, cold {len(given) / cold:,.0f}/s, cached {rate:,.0f}/s"
        )


def _fresh(given: list[str]) -> float:
    kazakh.key.cache_clear()
    begun = process_time()
    for word in given:
        kazakh.key(word)
    return process_time() - begun


def load() -> float:
    """Seconds of the processor to read the lexicon in a new process; the middle of five."""
    code = (
        "import time; from atazan.words.kazakh import lexicon as l; b = time.process_time();"
        "l.lexicon(); print(time.process_time() - b)"
    )
    run = [sys.executable, "-c", code]
    return median(float(subprocess.check_output(run, text=True)) for _ in range(5))


def main() -> None:
    """Print every figure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--hunspell", help="path of a Kazakh hunspell dictionary, without ending")
    path = asked.parse_args().hunspell
    judge("ours", ours)
    judge("ours, by key", lambda word: [kazakh.key(word)])
    judge("our endings without the lexicon", lambda word: [min(guessed(word)).lemma])
    for name, keys in peers(path):
        judge(name, keys)
    from_outside()
    corpus = ROOT.parent / "shared" / "corpus"
    laws = [file.read_text("utf-8") for file in sorted(corpus.rglob("kaz.md"))]
    text = [folded(word) for law in laws for word in words(law)]
    if text:
        speed(text)
        met = [word for word in text if not word.strip(ALPHABET)]
        known = sum(kazakh.readings(word)[0].known for word in met)
        print(f"lexicon covers {known / len(met):.4f} of {len(met):,} words of the laws at hand")
    print(f"lexicon read in {load():.3f} s")


if __name__ == "__main__":
    main()
