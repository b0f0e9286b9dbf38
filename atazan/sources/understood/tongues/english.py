"""English: the place before or after the verb and the preposition tell the part."""

from __future__ import annotations

from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.tongues.form import Form, Named, Slot
from atazan.sources.understood.tongues.tables import words

_BE = words("en", "be")
_TO_COME = words("en", "to_come")
_NOT = words("en", "not")
_BARRIERS = words("en", "barriers")
_PREPOSITIONS: dict[str, Slot] = {
    "by": "agent", "with": "with", "between": "between", "among": "between", "of": "of",
    "to": "to", "into": "to", "before": "to", "from": "from",
}  # fmt: skip
_OTHER = words("en", "other")
_ARTICLES = words("en", "articles")


class _English:
    head_first = True

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        if "noun" in tags or "adj" in tags:
            return None
        if "participle" in tags:
            return Form("active", "present")
        if small == lemma:
            return Form("active", "infinitive")
        return Form("active", "present" if "pl" in tags or small == lemma + "s" else "past")

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form:
        before = [word.small for word in sentence.words[max(0, at - 5) : at]]
        near = before[-3:]
        passive = form.time != "present" and bool(_BE & set(near))
        negated = bool(_NOT & set(near))
        time = form.time
        if form.voice != "noun" and {
            "will",
            "would",
            "shall",
            "should",
            "may",
            "might",
            "could",
            "to",
            "must",
        } & set(near):
            time = "future"
        elif time == "infinitive":
            time = (
                "past"
                if {"did", "didn't", "has", "have", "had"} & set(near) or passive
                else "present"
            )
        return form._replace(
            voice="passive" if passive and form.voice != "noun" else form.voice,
            time=time,
            negated=negated,
        )

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        said = sentence.words
        at = named.first - 1
        while at >= 0 and said[at].small in _ARTICLES:
            at -= 1
        before = said[at].small if at >= 0 else ""
        found: dict[Slot, float] = {"any": 1.0}
        slot = _PREPOSITIONS.get(before)
        if slot:
            found[slot] = 0.0
            return found
        if before in _OTHER:
            return found
        if named.last < head:
            found["subj"] = 0.0
            if any(named.last + 1 == one for one in nouns):
                found["of"] = 0.1
        else:
            found["obj"] = 0.0
            found["subj"] = 0.8
        return found

    def barrier(self, small: str) -> bool:
        return small in _BARRIERS


ENGLISH = _English()
