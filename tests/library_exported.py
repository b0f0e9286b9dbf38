"""A decision of the record described through and through, with words that say they are made up."""

from tests.test_library_deeds import EARLIER, LATER, acts, put, state, text, treat

KEY = EARLIER
SAID = {"kk": ("бір", "екі", "үш"), "ru": ("один", "два <и> & «три»", "три")}


def describe():
    """Texts, a position followed later, a summary, an index, a précis."""
    words = acts.Text(kk="Ойдан шығарылған.", ru="Вымышлено.", en="Made up.")
    text(**SAID)
    state(paragraphs=("p-2",), provisions=("const-1995#art_13__para_2",))
    treat(how=acts.Treatment.FOLLOWED)
    put(acts.DecisionSummarised, done_on="2026-11-01", summary=words, author=words)
    keywords = acts.Text(kk="сот; мерзім", ru="суд; срок", en="court; term")
    codes = ("5.3.13.3", "3.9")
    put(
        acts.DecisionIndexed,
        done_on="2026-11-02",
        codes=codes,
        thesaurus="22",
        keywords=keywords,
        author=words,
    )
    put(
        acts.PrecisWritten,
        done_on="2026-11-03",
        language=acts.Language.EN,
        headnotes=("Made up: a rule.",),
        facts=("Made up: facts.", "More of them."),
        reasoning=("Made up: reasons <with> & signs.",),
        author=words,
    )
    return KEY, LATER
