"""Make the table that mends Russian stems: `atazan/words/russian_stems.txt`.

Snowball gives some words two stems: орган and орга, граждан and гражда. Of each noun and adjective
of the dictionary of pymorphy3 the odd stems are led to the one most of its forms have, unless
another word needs the odd stem; of two rare words and one of the platform's own the latter wins.
Takes some minutes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pymorphy3
import Stemmer

from bench.words_learn import texts

TABLE = Path(__file__).resolve().parents[1] / "atazan/words/russian_stems.txt"
LEFT_OUT = {
    "V-oy",
    "V-ey",
    "V-be",
    "Erro",
    "Arch",
    "Dist",
    "Infr",
    "Slng",
    "Supr",
    "Litr",
    "COMP",
    "Cmp2",
}
NAMES = {"Name", "Surn", "Patr", "Abbr", "Init", "Orgn", "Trad"}

morph = pymorphy3.MorphAnalyzer()
stemmer = Stemmer.Stemmer("russian")


def stem(word: str) -> str:
    """The Snowball stem, ё aside."""
    found: str = stemmer.stemWord(word.replace("ё", "е"))
    return found


def own_lemmas() -> set[str]:
    """The lemmas of the words that the laws, facts and strings at hand use."""
    words = {
        word
        for lang, text in texts()
        if lang == "ru"
        for word in re.findall(r"[а-яё]+", text.lower())
    }
    return {parse.normal_form for word in words for parse in morph.parse(word) if parse.score > 0.1}


def stems_of(parse: Any) -> dict[str, int]:
    """How many forms of a lexeme have each stem; short forms of adjectives count for little."""
    forms = {one.word: one.tag.POS for one in parse.lexeme if not LEFT_OUT & one.tag.grammemes}
    stems: Counter[str] = Counter()
    for form, kind in forms.items():
        stems[stem(form)] += 0 if kind in ("ADJS", "PRTS") else 1
    return stems


def lexemes() -> Any:
    """Every lexeme of the dictionary by its first form."""
    for word, _tag, normal, _paradigm, place in morph.dictionary.iter_known_words():
        if place == 0 and word == normal:
            yield word


def wanted_of(parse: Any, stems: dict[str, int]) -> str:
    """The stem that stands for a lexeme: that of most forms, of its lemma where it is a tie."""
    most = max(stems.values())
    best = [one for one, count in stems.items() if count == most]
    own = stem(parse.normal_form)
    return own if own in best else best[0]


def mended(parse: Any) -> bool:
    """Whether the stems of a lexeme are to be one."""
    return parse.tag.POS in ("NOUN", "ADJF") and not NAMES & parse.tag.grammemes


def stems_led(own: set[str]) -> dict[str, str]:
    """Odd stems by the stem they are led to."""
    needs: dict[str, dict[str, int]] = defaultdict(dict)  # odd stem: stem wanted: weight
    for word in sorted(set(lexemes())):
        for parse in morph.parse(word):
            if parse.normal_form != word or not parse.is_known or NAMES & parse.tag.grammemes:
                continue
            stems = stems_of(parse)
            wanted = wanted_of(parse, stems) if stems else ""
            for one, count in stems.items():
                to = wanted if mended(parse) else one
                weight = min(count, 1) * (2 if word in own else 1)
                needs[one][to] = max(weight, needs[one].get(to, 0))
    led = {}
    for one, wanted_by in sorted(needs.items()):
        heaviest = max(wanted_by.values())
        to_ = [to for to, weight in wanted_by.items() if weight == heaviest]
        if len(to_) == 1 and to_[0] != one and len(one) > 1:
            led[one] = to_[0]
    return {one: to for one, to in led.items() if to not in led}


def forms_led(own: set[str], led: dict[str, str]) -> dict[str, str]:
    """Forms of the platform's own words whose stem another word needs, by their key."""
    found = {}
    for lemma in sorted(own):
        for parse in morph.parse(lemma):
            if parse.normal_form != lemma or not parse.is_known or not mended(parse):
                continue
            wanted = wanted_of(parse, stems_of(parse) or {stem(lemma): 1})
            wanted = led.get(wanted, wanted)
            for one in parse.lexeme:
                form = one.word.replace("ё", "е")
                key = led.get(stem(form), stem(form))
                if key != wanted and not LEFT_OUT & one.tag.grammemes:
                    likeliest = morph.parse(one.word)[0]
                    if likeliest.normal_form == lemma and likeliest.tag.POS == one.tag.POS:
                        found[form] = wanted
    return found


def main() -> None:
    """Write the table: `=` before a form, nothing before a stem."""
    own = own_lemmas()
    led = stems_led(own)
    forms = forms_led(own, led)
    lines = [f"={form}\t{to}" for form, to in forms.items()]
    lines += [f"{one}\t{to}" for one, to in led.items()]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(forms)} forms and {len(led)} stems led to another stem")


if __name__ == "__main__":
    main()
