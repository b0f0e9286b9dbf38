"""Kazakh: the ending tells the part; the verb stands last; postpositions follow."""

from __future__ import annotations

from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.tongues.form import Form, Named, Slot, Voice
from atazan.sources.understood.tongues.tables import words

_BARRIERS = words("kk", "barriers")
_BETWEEN = words("kk", "between")
_BY = words("kk", "by")
_TO_COME = words("kk", "to_come")
_NOT = words("kk", "not")


class _Kazakh:
    head_first = False

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        kinds = frozenset(tags)
        if "noun" in kinds:
            return Form("noun", "past")
        if "verb" not in kinds or "imp" in kinds:
            return None
        voice: Voice = "passive" if "pass" in kinds else "active"
        negated = "neg" in kinds
        if "ger" in kinds:
            return Form(
                "noun" if kinds & {"its", "gen", "loc", "abl"} else voice, "infinitive", negated
            )
        if kinds & {"pur", "hab", "fut"} or {"conv", "pres"} <= kinds:
            return Form(voice, "future", negated)
        if "conv" in kinds or "cond" in kinds:
            return Form(voice, "future", negated)
        return Form(voice, "past", negated)

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form:
        after = [word.small for word in sentence.words[at + 1 : at + 3]]
        negated = form.negated or bool(after and after[0] in _NOT)
        time = form.time
        if any(one in _TO_COME for one in after):
            time = "future"
        return form._replace(time=time, negated=negated)

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        said, mention = sentence.words, named.mention
        cases = mention.cases or frozenset(("nom",))
        after = said[named.last + 1].small if named.last + 1 < len(said) else ""
        then = said[named.last + 2].small if named.last + 2 < len(said) else ""
        found: dict[Slot, float] = {"any": 1.0}
        if after in _BETWEEN or then in _BETWEEN:
            found["between"] = 0.0
            return found
        if "nom" in cases:
            found["subj"] = 0.0 if named.last < head else 0.6
            # «Сенат отырысы»: a name without an ending just before the noun is of it
            if any(named.last + 1 == one for one in (head, *nouns)):
                found["of"] = 0.1
            found["obj"] = 0.8
        if "acc" in cases:
            found["obj"] = 0.0
        if "ins" in cases:
            found["with"] = 0.0
        if "dat" in cases:
            found["to"] = 0.0
        if "abl" in cases:
            found["from"] = 0.0
        if ("gen" in cases or "nom" in cases) and (after in _BY or then in _BY):
            found["agent"] = 0.0
            found.pop("subj", None)
        if "gen" in cases:
            found["of"] = 0.0 if any(0 < one - named.last <= 4 for one in (head, *nouns)) else 0.5
            found["subj"] = 0.7
        return found

    def barrier(self, small: str) -> bool:
        return small in _BARRIERS


KAZAKH = _Kazakh()
