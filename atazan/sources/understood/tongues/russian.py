"""Russian: the case tells the part; the preposition may change it."""

from __future__ import annotations

from atazan.sources.understood.mention import Case
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.tongues.form import Form, Named, Slot, Voice
from atazan.sources.understood.tongues.tables import words

_BARRIERS = words("ru", "barriers")
_PREPOSITIONS: dict[str, Slot] = {
    "с": "with", "со": "with", "вместе": "with", "между": "between", "перед": "to",
    "к": "to", "ко": "to", "в": "to", "во": "to",
    "из": "from", "от": "from", "у": "from",
}  # fmt: skip
_OTHER = words("ru", "other")
_BY = words("ru", "by")
"""After these words a genitive names who did it."""
_TO_COME = words("ru", "to_come")
_DONE_FIRST = words("ru", "done_first")


_TWO_ASPECTS = words("ru", "two_aspects")
"""Their forms of the present are told from the future by nothing."""
_SUPPORT = words("ru", "support")
_WHOSE = frozenset(("которого", "которой", "которых"))
_WHICH = words("ru", "which")
_OF_CASE: dict[str, frozenset[Case]] = {
    one: frozenset(cases)
    for cases in (("nom",), ("gen", "acc"), ("acc",), ("ins",), ("dat",))
    for one in words("ru", f"behalf_{cases[0]}")
}
"""Who speaks for a body takes the case, the body stands after in the genitive: «с делегацией
Сената», «приняла представителей Суда»."""
_ANY: frozenset[Case] = frozenset(("nom", "acc", "gen", "ins", "dat", "loc"))
_AGAINST = words("ru", "against")
"""«признал не соответствующей»: after "not" these deny what is found, not the finding."""
_REFLEXIVE = words("ru", "reflexive")
_PRESENCE = words("ru", "presence")
_NOUN_TO_COME = words("ru", "noun_to_come")


class _Russian:
    head_first = True

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        kinds = frozenset(tags)
        if "noun" in kinds:
            return Form("noun", "past")
        if "verb" not in kinds or "imp" in kinds:
            return None
        passive = "pass" in kinds or (lemma.endswith("ся") and lemma not in _REFLEXIVE)
        voice: Voice = "passive" if passive else "active"
        if "inf" in kinds:
            return Form(voice, "infinitive")
        if "fut" in kinds and lemma not in _TWO_ASPECTS:
            return Form(voice, "future")
        return Form(voice, "present" if kinds & {"pres", "fut"} else "past")

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form:
        before = [word.small for word in sentence.words[max(0, at - 4) : at]]
        negated = form.negated or bool(
            before
            and (
                before[-1] == "не"
                or (
                    before[-2:-1] == ["не"]
                    and before[-1] in ("был", "была", "было", "были", "будет", "стал", "стали")
                )
            )
        )
        time = form.time
        if (
            any(one in _TO_COME for one in before)
            and time in ("infinitive", "past")
            and form.voice != "noun"
        ):
            time = (
                "future"
                if time == "infinitive" or {"будет", "будут", "если"} & set(before)
                else time
            )
        after = [word.small for word in sentence.words[at + 1 : at + 3]]
        denies = after[:1] == ["не"] and (form.voice == "noun" or not _AGAINST & {*after[1:]})
        negated = negated or denies
        if form.voice == "noun" and (set(before) | set(after)) & _NOUN_TO_COME:
            time = "future"
        if time == "infinitive" and any(one in _DONE_FIRST for one in before):
            time = "past"
        return form._replace(time=time, negated=negated)

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        said, mention = sentence.words, named.mention
        cases = mention.cases or _ANY
        before = said[named.first - 1].small if named.first else ""
        first = named.first
        if before in _OF_CASE and "gen" in cases and mention.sort != "person":
            cases, first = _OF_CASE[before], first - 1
            before = said[first - 1].small if first else ""
        preposition = before
        bare = "nom" in cases and not cases & {"gen", "dat", "ins", "loc"}
        if before not in _PREPOSITIONS and before not in _OTHER and first > 1 and not bare:
            further = said[first - 2].small
            # «с председателем Конституционного Суда Анваром Усманом», «с новым послом»
            preposition = further if before.endswith(("ым", "им", "ой", "ом", "ей")) else before
        found: dict[Slot, float] = {"any": 1.0}
        if before in _PRESENCE:
            found["to"] = 0.0
            return found
        if before in _SUPPORT:
            found["with"] = 0.3
            return found
        slot = _PREPOSITIONS.get(preposition)
        if slot == "with" and "ins" not in cases:
            slot = "from"
        if slot == "to" and preposition in ("в", "во") and mention.sort == "place":
            return found
        if slot:
            found[slot] = 0.0
            return found
        if preposition in _OTHER:
            return found
        follows = said[named.last + 1].small if named.last + 1 < len(said) else ""
        if follows in _WHICH and named.last < head:  # «Азимов, который ушёл в отставку»
            found["subj"], found["obj"] = -0.9, -0.7
            return found
        beyond = {one.small for one in said[named.last + 2 : named.last + 4]}
        if named.last < head and beyond & _WHOSE:
            found["of"] = -0.9  # «Озолс, срок полномочий которого истёк»
            return found
        after = named.first > head
        if "nom" in cases:
            found["subj"] = 0.0 if not after else 0.2
        if "acc" in cases:
            found["obj"] = 0.1 if after else 0.4
        if "ins" in cases:
            found["agent"] = 0.2
        if "dat" in cases:
            found["to"] = 0.2
        if "gen" in cases:
            if before in _BY or (named.first > 1 and said[named.first - 2].small in _BY):
                found["agent"] = 0.0
            close = [one for one in (head, *nouns) if 0 < named.first - one <= 3]
            found["of"] = 0.0 if close else 0.6
        return found

    def barrier(self, small: str) -> bool:
        return small in _BARRIERS


RUSSIAN = _Russian()
