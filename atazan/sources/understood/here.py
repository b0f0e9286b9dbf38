"""A deed in its sentence, with what stands before it: what the words around ask for."""

from __future__ import annotations

from collections.abc import Sequence

from atazan.sources.understood.before import Before
from atazan.sources.understood.filling import Filled, Scene, suits
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang


def _tables(name: str) -> dict[Lang, frozenset[str]]:
    return {lang: words(lang, name) for lang in LANGS}


HE = _tables("he")
SITS_ON = _tables("sits_on")
SWEAR = _tables("they_swear")
CANDIDACY = _tables("candidacy")
INSTEAD = _tables("instead")
PERSONAL = _tables("personal")
ITS = _tables("its")
THEY = _tables("they")
PARTIES = _tables("parties")
MEMBERS = _tables("members")
AGAIN = _tables("again")
LAW = _tables("law")
SAME = _tables("same_paper")
HIM = _tables("him")
THAT_POST = _tables("that_post")
POST = _tables("post")
PREDECESSOR = _tables("predecessor")
ITS_SITTING = words("en", "its_sitting")
"""Beside a sitting told without its body: it is the body of the text's."""
TITLED = frozenset({Kind.RELEASE, Kind.OATH, Kind.CONSENT})
"""Deeds about the office that a person is named with."""


_I = ("тім", "тым", "дім", "дым", "ғанмын", "генмін", "қанмын", "кенмін")


class Here:
    """A trigger in its sentence, with what stands before."""

    def __init__(self, told: Scene, trigger: Trigger, before: Before, number: int) -> None:
        self.told, self.trigger, self.before, self.number = told, trigger, before, number
        self.lang, self.kind = told.sentence.lang, trigger.pattern.kind
        self.small = told.sentence.said

    def says(self, table: dict[Lang, frozenset[str]]) -> bool:
        """Whether the sentence has a word of the table."""
        return not table[self.lang].isdisjoint(self.small)

    @property
    def active(self) -> bool:
        return self.trigger.form.voice == "active"

    def thing(self, sorts: Sequence[str]) -> Mention | None:
        """The thing of these sorts named last: in the sentence before the trigger, or before it."""
        at = self.told.sentence.words[self.trigger.head].start
        here = [one.mention for one in self.told.names if one.mention.end < at]
        things = reversed((*self.before.things, *here))
        kinds = {"work", "document", "event"} & set(sorts)
        fit = [one for one in things if one.sort in kinds and suits(one, self.trigger)]
        law = next((one for one in fit if one.sort == "work"), None) if self.says(LAW) else None
        return law or next(iter(fit), None)

    def again(self) -> bool:
        """Whether a paper told before is called by its bare sort: «Заңды Сенат мақұлдады»."""
        table = AGAIN[self.lang]
        said = {at for at, word in enumerate(self.told.sentence.words) if word.small in table}
        return any(not any(one.first <= at <= one.last for one in self.told.names) for at in said)

    def of_whom(self) -> Mention | None:
        """Who is meant by the pronoun before a noun of the phrase: «указ о её назначении»."""
        said = self.told.sentence.words
        whose = [at for at in self.trigger.others if at and said[at - 1].small in HIM[self.lang]]
        found = [one.mention for one in self.told.names if one.mention.sort == "person"]
        near = [one for one in found if whose and one.end <= said[whose[0]].start]
        return near[-1] if near else None

    def takes_pronoun(self) -> bool:
        """Whether the verb has a pronoun for its object beside it: «его принял председатель»."""
        said, at = self.told.sentence.words, self.trigger.head
        near = (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])
        return any(one.small in HIM[self.lang] for one in near)

    def after_with(self, mention: Mention) -> bool:
        """Whether a name stands after "with"."""
        said = self.told.sentence.words
        first = next((one.first for one in self.told.names if one.mention == mention), 0)
        return first > 0 and said[first - 1].small in ("с", "со")

    def sits_on(self) -> bool:
        """Whether a sitting is told as one more of the body named before."""
        return bool(self.small & ITS_SITTING) or self.says(SITS_ON)

    def meets_unnamed(self, filled: Filled) -> bool:
        """«…, а также встретился с коллективом библиотеки»: who is left out, whom is no name."""
        said, at = self.told.sentence.words, self.trigger.head
        then = at + 1 < len(said) and said[at + 1].small in ("с", "со")
        return then and self.active and not filled.actors and not filled.counterparts

    def other(self) -> Mention | None:
        """Whom a pronoun after the verb stands for: in English not who stands right before it."""
        if self.lang != "en":
            return self.person()
        at = self.told.sentence.words[self.trigger.head].start
        found = [one.mention for one in self.told.names if one.mention.end < at]
        people = [one for one in found if one.sort == "person"]
        acts = bool(found) and found[-1].sort == "person"
        return next(reversed(people[:-1] if acts else people), None)

    def speaks_first(self) -> bool:
        """Whether a Kazakh verb is of the one who speaks: «қызметімнен кеттім»."""
        small = self.told.sentence.words[self.trigger.head].small
        leaves = self.lang == "kk" and self.kind is Kind.RELEASE and self.active
        return leaves and small.endswith(_I)

    def speaker(self) -> Mention | None:
        """Who speaks: the last person of the sentence, else the one spoken of before."""
        found = [one.mention for one in self.told.names if one.mention.sort == "person"]
        return found[-1] if found else self.before.person

    def person(self) -> Mention | None:
        """The last person named before the trigger in its own sentence."""
        at = self.told.sentence.words[self.trigger.head].start
        found = [one.mention for one in self.told.names if one.mention.sort == "person"]
        return next((one for one in reversed(found) if one.start < at), None)
