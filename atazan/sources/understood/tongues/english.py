"""English: the place before or after the verb and the preposition tell the part."""

from __future__ import annotations

from typing import NamedTuple

from atazan.sources.understood.sentences import Sentence, Word
from atazan.sources.understood.tongues.form import Form, Named, Slot, Time
from atazan.sources.understood.tongues.tables import words

_BE = words("en", "be")
_HAVE = words("en", "have")
_DID = words("en", "did")
_TO_COME = words("en", "to_come")
_DONE_TO = words("en", "done_to")
_NOT = words("en", "not")
_REFUSED_TO = words("en", "refused_to")
_NONE = words("en", "none")
_ADVERBS = words("en", "adverbs")
_BARRIERS = words("en", "barriers")
_ADJUNCT = words("en", "adjunct")
_BEFORE_NOUNS = words("en", "before_nouns")
_DATED = words("en", "dated")
_FALSE = words("en", "said_false")
_PREPOSITIONS: dict[str, Slot] = {
    "by": "agent", "with": "with", "alongside": "with", "between": "between", "among": "between",
    "of": "of", "to": "to", "into": "to", "before": "to", "from": "from",
}  # fmt: skip
_OTHER = words("en", "other")
_ARTICLES = words("en", "articles")
_PAPERS = words("en", "papers")
_OF_NATIONS = ("ese", "ish", "an", "i", "kh", "zbek", "yz", "ch")
_BEGUN = words("en", "begun")
_ASKED = words("en", "asked")
_PUT, _POSTS = words("en", "put_in_office"), words("en", "posts")
_SAME_FORM = words("en", "same_form")
_EVERY, _PRONOUNS, _NEWS = words("en", "every"), words("en", "pronouns"), words("en", "news")
_WHO = words("en", "who")
_IN_CLAUSE, _PAST_CLAUSE = -0.9, -1.8
"""What it costs less to be the subject of a clause of "who", and of the verb after the clause."""
_IF = words("en", "if")
_I = words("en", "i_say")
_IT, _HIM = words("en", "it"), words("en", "him")
_AS_IT, _BY_BEFORE = -0.6, 1.3
"""What it costs less to be "it" after the verb, and more to be told by "by" before the verb."""
_THINGS = ("document", "work", "event")
_KNOWN = _OTHER | _PREPOSITIONS.keys()
_IN_TITLES = frozenset(("of", "the", "for", "and"))
_LONG_TITLE = 12
_NEAR_IF = 6
_SO_FAR = 12
"""Words before "and" among which the auxiliary of the verb joined by it is looked for."""


_NO_DEED = Form("passive", "present")
"""As a norm stands ("is elected for six years"): a noun that looks like a verb tells no deed."""


class _Chain(NamedTuple):
    """The auxiliaries right before a verb.

    `near` is the last of them, `at` the index of the first, `before` the word before that.
    """

    said: frozenset[str]
    near: str
    at: int
    before: str


class _English:
    head_first = True

    def form(self, tags: tuple[str, ...], lemma: str, small: str) -> Form | None:
        if "noun" in tags or "adj" in tags:
            return None
        if "participle" in tags:
            return Form("active", "present")
        if small == lemma and small not in _SAME_FORM:
            return Form("active", "infinitive")
        return Form("active", "present" if "pl" in tags or small == lemma + "s" else "past")

    def in_place(self, form: Form, sentence: Sentence, at: int) -> Form:
        said = sentence.words
        chain = _chain(said, at)
        if not chain.said and chain.before in ("and", "or"):
            chain = _joined(said, chain.at - 1)
        negated = _negated(said, chain)
        if form.voice == "noun":
            return form._replace(negated=negated)
        if form.time in ("infinitive", "present") and not chain.said and _is_noun(said, at):
            return _NO_DEED
        if "to" in chain.said and form.time == "present" and said[at].small.endswith("s"):
            return _NO_DEED  # "to changes"
        if chain.near == "are" and form.time == "past" and not _is_dated(said):
            return _NO_DEED  # "constitutions are adopted by parliaments"
        if form.time == "past" and _supposed(said, chain):
            return _NO_DEED  # "if passed, it would …"
        going = said[at].small.endswith("ing") and form.time == "present"
        passive = not going and form.time != "present" and chain.near in _BE
        bare = not chain.said or chain.said <= _NOT
        reduced = form.time == "past" and bare and (bool(chain.said) or _reduced(said, at))
        voice = "passive" if passive or reduced else form.voice
        time = _time(form, chain, said, going=going)
        if time == "present" and not going and _is_dated(said):
            time = "past"  # "the Senate meets on Friday": the day tells whether it is to come
        return Form(voice, time, negated)

    def slots(
        self, named: Named, sentence: Sentence, head: int, nouns: tuple[int, ...]
    ) -> dict[Slot, float]:
        said = sentence.words
        at = named.first - 1
        while at >= 0 and (said[at].small in _ARTICLES or _nation(said, at)):
            at -= 1
        begins = named.mention.start if at + 1 == named.first else said[at + 1].start
        before = said[at].small if at >= 0 and begins - said[at].end <= 1 else ""
        found: dict[Slot, float] = {"any": 1.0}
        if named.mention.sort == "person":
            if said[named.last].small.endswith("'s"):
                return {"of": 0.3, "any": 1.0}  # "President Tokayev's pick"
            before = before if before in _KNOWN else _titled_after(said, at) or before
        if named.last + 1 < head and said[named.last + 1].small in _WHO:
            past = _clause_ends(said, named.last + 2, head)
            if not past or before not in _OTHER | _PREPOSITIONS.keys():
                found["subj"] = _PAST_CLAUSE if past else _IN_CLAUSE
                return found
        slot = _PREPOSITIONS.get(before)
        if slot == "agent" and at > 0 and said[at - 1].small in ("led", "headed"):
            slot, before = None, ""  # "a delegation led by President Veske was received"
        if slot == "to" and at > 0 and said[at - 1].small == "according":
            return found
        if slot == "of" and at > 0 and said[at - 1].small in _PAPERS:
            slot = "agent"  # "by order of the Head of State"
        if slot:
            others = slot == "agent" and (2 < named.last < head or _by_another(said, at, head))
            found[slot] = _BY_BEFORE if others else 0.0
            return found
        if before in _OTHER:
            return found
        if named.last < head and head and said[head - 1].small in _I:
            return found  # "which we opened": told by the one who speaks
        if named.last < head:
            object_before = said[head - 1].small == "and" and named.last == head - 2
            found["subj"] = 1.2 if object_before and head > 3 else 0.0
            if named.mention.sort in _THINGS:
                found["obj"] = (
                    _AS_IT if head + 1 < len(said) and said[head + 1].small in _IT else 0.3
                )
            if any(named.last + 1 == one for one in nouns):
                found["of"] = 0.1
        elif said[head + 1].small in _IT or said[head + 1].small in _HIM:
            found["subj"] = 0.8
        else:
            found["obj"] = 0.0
            if said[head - 1].small not in _PRONOUNS:
                found["subj"] = 0.8
        return found

    def barrier(self, small: str) -> bool:
        return small in _BARRIERS


def _chain(said: tuple[Word, ...], at: int) -> _Chain:
    """The auxiliaries before the word at `at`, adverbs between them left out."""
    found: list[str] = []
    one = at - 1
    while one >= 0 and said[one + 1].start - said[one].end == 1:
        small = said[one].small
        if small in _BE or small in _HAVE or small in _TO_COME or small in _DID or small in _NOT:
            found.append(small)
        elif not (small.endswith("ly") or small in _ADVERBS):
            break
        one -= 1
    near = next((small for small in found if small not in _NOT or small in _BE), "")
    return _Chain(frozenset(found), near, one + 1, said[one].small if one >= 0 else "")


def _joined(said: tuple[Word, ...], at: int) -> _Chain:
    """The auxiliaries of a verb joined by "and" at `at`: those of the verb before."""
    for one in range(at - 1, max(0, at - _SO_FAR) - 1, -1):
        small = said[one].small
        if small in _BARRIERS:
            break
        if small in _BE or small in _HAVE or (small in _TO_COME and small != "to"):
            return _chain(said, one + 1)
    return _Chain(frozenset(), "", at, "")


def _negated(said: tuple[Word, ...], chain: _Chain) -> bool:
    if chain.said & _NOT:
        return True
    if "to" in chain.said and chain.before in _REFUSED_TO:
        return True
    at = chain.at - 1
    while at >= max(0, chain.at - 4) and said[at + 1].start - said[at].end == 1:
        if said[at].small in _NONE:
            return True  # "no such decree was signed"
        at -= 1
    if any(word.small in _FALSE for word in said[max(0, chain.at - 9) : chain.at]):
        return True
    return said[0].small in _NEWS and any(word.small in _FALSE for word in said[chain.at :])


def _by_another(said: tuple[Word, ...], at: int, head: int) -> bool:
    """Whether "by" at `at` tells who did another deed than that at `head`: "put forward by"."""
    before = said[at - 1].small if at else ""
    return at - 1 > head and before.endswith(("ed", "forward"))


def _supposed(said: tuple[Word, ...], chain: _Chain) -> bool:
    """Whether a deed is only supposed: "once passed", "if a referendum were held"."""
    if chain.before in _IF:
        return True
    for at in range(chain.at - 1, max(0, chain.at - _NEAR_IF) - 1, -1):
        if said[at + 1].start - said[at].end != 1:
            return False
        if said[at].small == "if":
            return True
    return False


def _titled_after(said: tuple[Word, ...], at: int) -> str:
    """The preposition before a long title: "with the Authorised Person for Rights F. Eshmatova"."""
    for one in range(at, max(-1, at - _LONG_TITLE), -1):
        word = said[one]
        if said[one + 1].start - word.end != 1:
            return ""
        if word.small in ("with", "by"):
            return word.small
        if not (word.capital or word.small in _IN_TITLES):
            return ""
    return ""


def _nation(said: tuple[Word, ...], at: int) -> bool:
    """ "his Chinese counterpart"."""
    return (
        at + 1 < len(said)
        and said[at + 1].small in _ARTICLES
        and said[at].capital
        and said[at].small.endswith(_OF_NATIONS)
    )


def _clause_ends(said: tuple[Word, ...], at: int, head: int) -> bool:
    """Whether a clause of "who" that begins at `at` ends before the verb, with its comma."""
    chain = _chain(said, head).at
    return chain > at and said[chain].start - said[chain - 1].end > 1


def _is_dated(said: tuple[Word, ...]) -> bool:
    """Whether a sentence tells of one day, not of what is done "every Monday"."""
    dated = any(word.small in _DATED or word.small[0].isdigit() for word in said)
    return dated and not any(word.small in _EVERY for word in said)


def _is_noun(said: tuple[Word, ...], at: int) -> bool:
    """Whether a word is the noun that is spelt like the verb: "the vote", "its call"."""
    if not at or said[at].start - said[at - 1].end != 1:
        return False
    before = said[at - 1]
    return before.small in _BEFORE_NOUNS or before.small.endswith("'s")


def _reduced(said: tuple[Word, ...], at: int) -> bool:
    """A participle without its auxiliary: "appointed by", ", elected in 2022,"."""
    after = said[at + 1].small if at + 1 < len(said) else ""
    if after == "by" or (said[at].small in _PUT and after in _POSTS):
        return True  # "Elvira Azimova appointed Chair of the Constitutional Court"
    apart = after in _ADJUNCT and at > 0 and said[at].start - said[at - 1].end > 1
    return apart and _closes(said, at + 1)


def _closes(said: tuple[Word, ...], at: int) -> bool:
    """Whether a clause ends a few words on: ", elected in 2022, …"."""
    last = len(said) - 1
    return any(one >= last or said[one + 1].start - said[one].end > 1 for one in range(at, at + 6))


def _time(form: Form, chain: _Chain, said: tuple[Word, ...], *, going: bool) -> Time:
    if "to" in chain.said:
        tried = chain.before in _DONE_TO or chain.before in _REFUSED_TO
        took = chain.at > 1 and said[0].small == "it" and said[1].small == "took"
        return "past" if tried or took else "future"
    if chain.said & _TO_COME:
        return "future"
    if going and (chain.said & _BE or chain.before in _BEGUN):
        return "past"
    if form.time == "infinitive":
        if chain.said & (_DID | _HAVE | _BE):
            return "past"
        asked = any(word.small in _ASKED for word in said[max(0, chain.at - 3) : chain.at])
        return "future" if asked else "present"
    return form.time


ENGLISH = _English()
