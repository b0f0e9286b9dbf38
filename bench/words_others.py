"""How fast words are analysed, how well languages are told and slips mended (Kazakh: words.py).

Texts are the laws beside the repository where they are at hand, else the strings of the platform.
Beside them in the same run: Snowball without our tables; py3langid, where it is installed, set to
the three languages. Times are of the processor, the best of three.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import pymorphy3
import Stemmer

from atazan.words import LANGS, Lang, Vocabulary, analysis, keys, language, suggest, tokens
from atazan.words.tokens import words
from bench.words_learn import texts

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "languages"


def best(work: Callable[[], Any], times: int = 3) -> float:
    """The least processor time of several runs, in seconds."""
    spent = []
    for _ in range(times):
        begun = process_time()
        work()
        spent.append(process_time() - begun)
    return min(spent)


def speed(lang: Lang, text: str) -> None:
    """Tokens a second of one language: cut alone, keys cold, keys cached."""
    count = len(words(text))
    keys("сот court", lang)
    analysis._KEYS[lang].clear()
    begun = process_time()
    keys(text, lang)
    cold = process_time() - begun
    distinct = len(set(words(text)))
    cut = best(lambda: tokens(text))
    cached = best(lambda: keys(text, lang))
    print(
        f"{lang}: {count:>8,} tokens, {distinct:,} distinct; tokens() {count / cut:,.0f}/s; "
        f"keys() cold {count / cold:,.0f}/s, cached {count / cached:,.0f}/s; "
        f"a new word {cold / distinct * 1e6:.1f} µs"
    )


def agreement() -> None:
    """How many forms of a Russian lexeme of our texts share a key: ours, and Snowball alone."""
    morph, plain = pymorphy3.MorphAnalyzer(), Stemmer.Stemmer("russian")
    lemmas = Counter(
        parse.normal_form
        for lang, text in texts()
        if lang == "ru"
        for word in set(words(text.lower()))
        for parse in morph.parse(word)[:1]
        if parse.is_known and parse.tag.POS in ("NOUN", "ADJF")
    )
    ours = snowball = 0.0
    chosen = [lemma for lemma in sorted(lemmas) if morph.parse(lemma)[0].normal_form == lemma]
    for lemma in chosen:
        forms = {form.word for form in morph.parse(lemma)[0].lexeme}
        ours += max(Counter(keys(" ".join(forms), "ru")).values()) / len(forms)
        snowball += max(Counter(plain.stemWords(sorted(forms))).values()) / len(forms)
    print(
        f"ru: forms of a lexeme that share a key, {len(chosen)} nouns and adjectives: "
        f"{ours / len(chosen):.4f}; Snowball alone {snowball / len(chosen):.4f}"
    )


def judged(name: str, tell: Callable[[str], str], gold: str) -> None:
    """Gold sentences told right, and microseconds a sentence."""
    lines = (GOLD / f"{gold}.tsv").read_text("utf-8").splitlines()
    pairs = [(lang, text) for lang, _, text in (line.partition("\t") for line in lines)]
    right = sum(tell(text) == lang for lang, text in pairs)
    spent = best(lambda: [tell(text) for _, text in pairs * 20]) / len(pairs) / 20
    print(f"language, {name}: {right}/{len(pairs)} {gold}, {spent * 1e6:.0f} µs a sentence")


def languages() -> None:
    """Our way to tell a language, and a peer beside it."""
    tellers: dict[str, Callable[[str], str]] = {"ours": language}
    try:
        peer = importlib.import_module("py3langid.langid")
        known = peer.LanguageIdentifier.from_model_file(peer.MODEL_FILE)
        known.set_languages(list(LANGS))
        tellers["py3langid"] = lambda text: str(known.classify(text)[0])
    except ImportError:
        print("py3langid: not here")
    for name, tell in tellers.items():
        for gold in ("sentences", "adversarial"):
            judged(name, tell, gold)


SLIPS = ("left out", "doubled", "swapped", "plain letter", "another letter")


def slipped(word: str, slip: str, dice: Random) -> str:
    """The word with one slip in it."""
    at = dice.randrange(1, len(word) - 1)
    if slip == "left out":
        return word[:at] + word[at + 1 :]
    if slip == "doubled":
        return word[:at] + word[at] + word[at:]
    if slip == "swapped":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if slip == "plain letter":
        return word.translate(str.maketrans("әғқңөұүһі", "агкноуухи"))
    return (
        word[:at]
        + dice.choice("аеиоунртслкмдп" if word[0] > "z" else "aeiounrtslcmdp")
        + word[at + 1 :]
    )


def spelling() -> None:
    """How often the word meant comes first and among three, by language, over our vocabulary."""
    dice = Random(2026)
    for lang in LANGS:
        counts = Counter(
            word for told, text in texts() if told == lang for word in words(text.lower())
        )
        vocabulary = Vocabulary(counts)
        meant = [w for w, n in counts.items() if n > 4 and len(w) > 5 and w.isalpha()]
        tried = first = three = 0
        spent = 0.0
        for word in dice.sample(meant, min(400, len(meant))):
            typed = slipped(word, dice.choice(SLIPS), dice)
            if typed in counts or analysis.known(typed, lang):
                continue
            begun = process_time()
            found = suggest(typed, lang, vocabulary)
            spent += process_time() - begun
            tried += 1
            first += found[:1] == (word,)
            three += word in found
        print(
            f"spelling, {lang}: {tried} slips over {len(counts):,} words: first "
            f"{first / tried:.3f}, of three {three / tried:.3f}, {spent / tried * 1e3:.1f} ms"
        )


if __name__ == "__main__":
    by_lang = {lang: "\n".join(text for told, text in texts() if told == lang) for lang in LANGS}
    for code in LANGS:
        speed(code, by_lang[code])
    agreement()
    languages()
    spelling()
