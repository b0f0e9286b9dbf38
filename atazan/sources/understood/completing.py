"""A deed's parts completed from what stands before it in the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atazan.sources.understood.before import ASSOCIATION, BY_DECREE, LISTED, OF_PERSONS, Before
from atazan.sources.understood.filling import Filled, Scene, suits
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.told import Kind
from atazan.sources.understood.tongues.tables import words
from atazan.sources.understood.triggers import Trigger
from atazan.words import LANGS, Lang


def _tables(name: str) -> dict[Lang, frozenset[str]]:
    return {lang: words(lang, name) for lang in LANGS}


_HE = _tables("he")
_SITS_ON = _tables("sits_on")
_SWEAR = _tables("they_swear")
_CANDIDACY = _tables("candidacy")
_INSTEAD = _tables("instead")
_PERSONAL = _tables("personal")
_ITS = _tables("its")
_THEY = _tables("they")
_PARTIES = _tables("parties")
_MEMBERS = _tables("members")
_AGAIN = _tables("again")
_LAW = _tables("law")
_SAME = _tables("same_paper")
_HIM = _tables("him")
_THAT_POST = _tables("that_post")
_POST = _tables("post")
_PREDECESSOR = _tables("predecessor")
_ITS_SITTING = words("en", "its_sitting")
"""Beside a sitting told without its body: it is the body of the text's."""
_TITLED = frozenset({Kind.RELEASE, Kind.OATH, Kind.CONSENT})
"""Deeds about the office that a person is named with."""


_I = ("тім", "тым", "дім", "дым", "ғанмын", "генмін", "қанмын", "кенмін")


class _Here:
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
        law = next((one for one in fit if one.sort == "work"), None) if self.says(_LAW) else None
        return law or next(iter(fit), None)

    def again(self) -> bool:
        """Whether a paper told before is called by its bare sort: «Заңды Сенат мақұлдады»."""
        table = _AGAIN[self.lang]
        said = {at for at, word in enumerate(self.told.sentence.words) if word.small in table}
        return any(not any(one.first <= at <= one.last for one in self.told.names) for at in said)

    def of_whom(self) -> Mention | None:
        """Who is meant by the pronoun before a noun of the phrase: «указ о её назначении»."""
        said = self.told.sentence.words
        whose = [at for at in self.trigger.others if at and said[at - 1].small in _HIM[self.lang]]
        found = [one.mention for one in self.told.names if one.mention.sort == "person"]
        near = [one for one in found if whose and one.end <= said[whose[0]].start]
        return near[-1] if near else None

    def takes_pronoun(self) -> bool:
        """Whether the verb has a pronoun for its object beside it: «его принял председатель»."""
        said, at = self.told.sentence.words, self.trigger.head
        near = (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])
        return any(one.small in _HIM[self.lang] for one in near)

    def after_with(self, mention: Mention) -> bool:
        """Whether a name stands after "with"."""
        said = self.told.sentence.words
        first = next((one.first for one in self.told.names if one.mention == mention), 0)
        return first > 0 and said[first - 1].small in ("с", "со")

    def sits_on(self) -> bool:
        """Whether a sitting is told as one more of the body named before."""
        return bool(self.small & _ITS_SITTING) or self.says(_SITS_ON)

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


def completed(told: Scene, trigger: Trigger, filled: Filled, before: Before, number: int) -> Filled:
    """The parts found, with those that only stand before. `number` is that of the sentence."""
    here = _Here(told, trigger, before, number)
    filled = _objects(here, filled)
    filled = _actors(here, _as_bodies(here, filled))
    return _parties(here, filled) if trigger.pattern.frame.parties else _office(here, filled)


def _objects(here: _Here, filled: Filled) -> Filled:
    given = here.lang == "en" and filled.objects and here.trigger.form.voice != "noun"
    theirs = here.of_whom() if here.kind in OF_PERSONS and not given else None
    if theirs:
        actors = tuple(one for one in filled.actors if one != theirs)
        return filled._replace(objects=(theirs,), actors=actors, cost=filled.cost + 0.2)
    if here.kind in OF_PERSONS and here.active and here.takes_pronoun():
        person = here.other() or here.before.subject or here.before.person
        if person and all(one.sort != "person" for one in filled.objects):
            actors = tuple(one for one in filled.actors if one != person) or filled.objects
            if here.lang == "en" and not actors and here.person() != person:
                actors = tuple(one for one in (here.person(),) if one)
            return filled._replace(objects=(person,), actors=actors, cost=filled.cost + 0.3)
    if filled.objects:
        return filled
    sorts = here.trigger.pattern.frame.objects.sorts
    if here.says(_ITS) or ("event" not in sorts and here.again()):
        thing = here.thing(sorts)
        if thing:
            return filled._replace(objects=(thing,), cost=filled.cost + 0.4)
    if here.speaks_first() and (speaker := here.speaker()):
        return filled._replace(objects=(speaker,), cost=filled.cost + 0.3)
    to_be = here.before.chosen if here.kind in (Kind.CONSENT, Kind.NOMINATE) else None
    person = to_be or here.before.subject or here.before.person
    if here.kind not in OF_PERSONS or not person:
        return filled
    speaks = here.says(_PERSONAL)
    alone = all(one.mention.sort != "person" for one in here.told.names)
    if speaks:
        named = here.person() if here.trigger.form.voice == "noun" else None
        if here.says(_THEY) and not named:
            return filled._replace(objects=here.before.subjects, cost=filled.cost + 0.4)
        found = named or to_be or here.before.subject or here.before.person
        return filled._replace(objects=(found,) if found else (), cost=filled.cost + 0.4)
    leaves = here.kind is Kind.RELEASE and here.active
    told = here.trigger.form.voice != "noun" and (filled.office or filled.actors or leaves)
    if here.kind is Kind.NOMINATE and here.lang == "ru" and not filled.office:
        told = here.says(_CANDIDACY) or here.says(_POST)  # «прокурор предложил десять лет»
    if alone and told:
        return filled._replace(objects=(person,), cost=filled.cost + 0.4)
    return filled


def _as_bodies(here: _Here, filled: Filled) -> Filled:
    """Deputies, senators and judges who decide count as their body."""
    actors = tuple(_body_of(here, one) for one in filled.actors)
    return filled._replace(actors=tuple(dict.fromkeys(actors)))


_ORGANS = ("Board ", "Council ", "Bureau ", "Governing ", "Executive ", "Congress ", "Assembly ")


def _of_association(name: str) -> str:
    """The association that an organ is of: who admits is the association."""
    organ, of, whole = name.partition(" of the ")
    told = whole.startswith(("Association", "Union", "World Conference", "Network", "League"))
    return whole if of and told and f"{organ} ".startswith(_ORGANS) else ""


def _body_of(here: _Here, actor: Mention) -> Mention:
    whole_of = here.kind is Kind.ADMIT_MEMBER and _of_association(actor.called)
    if whole_of:
        return actor._replace(name=whole_of, full="")
    whole = here.before.association
    if here.lang == "en" and actor.sort == "body" and whole:
        admits = here.kind is Kind.ADMIT_MEMBER and "Association" not in actor.called
        if admits or whole.called.startswith(actor.called + " "):
            return whole
    who, offices = here.before.chosen, here.before.offices
    if actor.sort == "office" and " " not in actor.name and who:
        name = actor.name.casefold()  # «the new chairman»: who was just elected
        if any(one == who.called and that.name.casefold().endswith(name) for one, that in offices):
            return who
    said = actor.name.casefold().split()
    head = said[-1] if here.lang == "kk" else said[0]
    if actor.sort == "person" or head not in _MEMBERS[here.lang]:
        return actor
    known = here.before.chamber
    if actor.of and known and known.called.startswith(actor.of):
        return known
    if actor.of:
        return actor._replace(sort="body", name=actor.of, full="")
    association = here.before.association
    if association and len(said) == 2 and said[0].startswith(tuple(ASSOCIATION[here.lang])):
        return association
    alone = len(said) == 1 or "палаты" in said
    if alone and here.lang == "kk":
        at = here.told.sentence.words[here.trigger.head].start
        near = [one.mention for one in here.told.names if one.mention.sort == "body"]
        own = here.before.court if here.kind is Kind.DECIDE_CASE else ()
        return next((one for one in (*near, *own) if one.start < at), here.before.body or actor)
    return (here.before.body or actor) if alone else actor


def _actors(here: _Here, filled: Filled) -> Filled:
    before, sorts = here.before, here.trigger.pattern.frame.actors.sorts
    if here.kind is Kind.OATH:
        only = filled.actors[0] if len(filled.actors) == 1 else None
        many = before.subjects if before.chosen in before.subjects else ()
        if len(many) > 1 and here.says(_SWEAR) and (only is None or only.sort != "person"):
            return filled._replace(actors=many, cost=filled.cost + 0.3)
        if before.chosen and (only is None or only.sort != "person"):
            return filled._replace(actors=(before.chosen,), cost=filled.cost + 0.3)
        return filled
    admits = here.kind is Kind.ADMIT_MEMBER and filled.actors
    if before.resolver and sorts and here.trigger.form.time == "infinitive" and not admits:
        return filled._replace(actors=(before.resolver,))
    if filled.actors or not sorts:
        return filled
    if before.resolver:
        return filled._replace(actors=(before.resolver,))
    if before.listed and _in_list(here) and "body" in sorts:
        return filled._replace(actors=(before.listed,), cost=filled.cost + 0.3)
    found = _carried(here)
    opens = here.lang == "en" and here.told.sentence.words[0].small == "it"
    if not found and opens and here.active and before.body and "body" in sorts:
        found = (before.body,)  # "It agreed in March to …"
    if not found and here.kind is Kind.HOLD_MEETING and before.body and here.sits_on():
        found = (before.body,)
    if found:
        return filled._replace(actors=found, cost=filled.cost + 0.3)
    speaks = here.says(_HE) and here.active and "person" in sorts
    if speaks and before.person in filled.objects:
        return filled
    if speaks and before.person and not here.trigger.pattern.frame.parties:
        return filled._replace(actors=(before.person,), cost=filled.cost + 0.4)
    return filled


def _in_list(here: _Here) -> bool:
    """Whether the sentence stands in a list under a heading that names a body."""
    return 0 < here.number - here.before.listed_at <= LISTED


def _carried(here: _Here) -> tuple[Mention, ...]:
    """Who did the deed before, where this one is told as the same one's."""
    before, sorts = here.before, here.trigger.pattern.frame.actors.sorts
    near = here.number - before.acted_at <= (0 if here.lang == "en" else 1)
    if (
        here.kind in BY_DECREE
        and not here.active
        and (here.says(_SAME) or near)
        and sorts != ("body",)
    ):
        return before.actors
    if here.kind is Kind.DECIDE_CASE:
        return before.court
    if here.kind is Kind.ADMIT_MEMBER and before.association:
        return (before.association,)
    if here.kind is Kind.CONSENT and here.lang == "kk":
        gives = before.chamber or before.body
        return (gives,) if gives else ()
    passive = here.lang == "kk" and not here.active and here.kind in OF_PERSONS
    if here.says(_MEMBERS) and before.body and not passive:
        return (before.body,)
    return ()


_SENT = ("өкілдері", "делегация", "мүшелері", "басшылығы")


def _sender(party: Mention) -> Mention:
    """The body whose envoys, all unnamed, were met: «Венеция комиссиясының өкілдері»."""
    sent = party.sort == "office" and party.of
    if sent and party.name.casefold().split()[-1].startswith(_SENT):
        return party._replace(sort="body", name=party.of, full="")
    return party


def _parties(here: _Here, filled: Filled) -> Filled:
    before = here.before
    if here.lang == "kk" and filled.counterparts:
        senders = tuple(_sender(one) for one in filled.counterparts)
        filled = filled._replace(counterparts=senders)
    if here.lang == "kk" and filled.counterparts and not filled.actors:
        meeting = here.kind is Kind.HOLD_MEETING and here.active
        other = before.person if meeting else before.body
        apart = other is not None and other not in filled.counterparts
        return filled._replace(actors=(other,)) if other and apart else filled
    meets = here.kind is Kind.HOLD_MEETING and here.active and here.says(_HE)
    if meets and before.person and before.person not in filled.actors:
        people = [one for one in filled.actors if one.sort == "person"]
        return filled._replace(
            actors=(before.person,), counterparts=(*people, *filled.counterparts)
        )
    if here.kind is Kind.HOLD_MEETING and here.lang == "ru" and here.meets_unnamed(filled):
        return filled._replace(actors=(before.person,) if before.person else ())
    received = here.kind is Kind.HOLD_MEETING and not here.active and here.says(_HE)
    alone = bool(filled.actors) and not filled.counterparts
    if received and alone and before.person and before.person not in filled.actors:
        return filled._replace(counterparts=(before.person,))  # "he was received by …"
    alone = here.kind is Kind.HOLD_MEETING and here.active and not filled.counterparts
    if alone and before.person and here.takes_pronoun() and before.person not in filled.actors:
        return filled._replace(counterparts=(before.person,), cost=filled.cost + 0.3)
    if here.lang == "en" and before.parties:  # "the ombudspersons signed": those who met
        whom = (filled.actors, filled.counterparts)
        told = [tuple(one for one in those if one.name not in _PARTIES["en"]) for those in whom]
        filled = filled._replace(actors=told[0], counterparts=told[1])
    both = (*filled.actors, *filled.counterparts)
    signs = here.kind is Kind.SIGN_AGREEMENT and here.says(_PARTIES)
    if signs and len(both) >= 2 and all(one.called in before.held for one in both):
        held = list(dict.fromkeys(before.held[one.called] for one in both))
        first, *others = _home_first(here, held)
        return filled._replace(actors=(first,), counterparts=tuple(others))
    lone = both[0] if len(both) == 1 and here.lang == "ru" else None
    joint = here.kind in (Kind.PROJECT, Kind.SIGN_AGREEMENT) and not here.says(_PARTIES)
    if lone and here.kind is Kind.HOLD_MEETING and before.person and here.after_with(lone):
        apart = before.person.called != lone.called  # «состоялась встреча с председателем …»
        return filled._replace(actors=(before.person,), counterparts=(lone,)) if apart else filled
    if lone and joint and here.after_with(lone):  # «мы завершили проект вместе с Фондом»
        court = next(iter(before.court), None)
        own = court if court and "мы" in here.small else before.body or court
        actors = (own,) if own and own.called != lone.called else ()
        return filled._replace(actors=actors, counterparts=(lone,)) if actors else filled
    if len(both) >= 2 or not before.parties:
        return filled
    if here.says(_PARTIES) or here.kind is Kind.SIGN_AGREEMENT:
        known = before.parties
        if here.kind is Kind.SIGN_AGREEMENT:
            known = tuple(before.held.get(one.called, one) for one in known)
        named = here.lang == "ru" and here.active
        every = (*filled.actors, *known) if named else (*known, *filled.actors)
        parties = _once((*every, *filled.counterparts))
        first, *others = parties if filled.actors else _home_first(here, parties)
        return filled._replace(actors=(first,), counterparts=tuple(others), cost=filled.cost + 0.5)
    return filled


def _home_first(here: _Here, parties: list[Mention]) -> list[Mention]:
    """Parties that a Russian text only means: the court it is about before the other."""
    own = {one.called for one in here.before.court} if here.lang == "ru" else set()
    return sorted(parties, key=lambda one: one.called not in own)


def _once(parties: Sequence[Mention]) -> list[Mention]:
    """The parties, each once by its name."""
    return list({one.called: one for one in reversed(parties)}.values())[::-1]


def _office(here: _Here, filled: Filled) -> Filled:
    """The office of the deed: told for the person, their title, or "this post"."""
    if filled.office and here.lang == "ru":
        return _whole_office(here, filled, filled.office)
    if filled.office or not here.trigger.pattern.frame.office:
        return filled
    about = filled.actors if here.kind is Kind.OATH else filled.objects
    found = here.told.titles.get(about[0].start) if about and here.kind in _TITLED else None
    if found is None and about and here.lang == "en":  # "Appointed: T. Baizhan, judge of the Court"
        title = here.told.titles.get(about[0].start)
        found = title if title and title.start > about[0].start else None
    heads = here.kind is Kind.ELECT and here.trigger.pattern.frame.needs == ("objects",)
    if found is None and not heads:
        known = {here.before.office(one.called) for one in about}
        found = known.pop() if len(known) == 1 else None
    so_called = here.lang == "ru" and here.told.sentence.smalls[0] in ("им", "ею")
    if found is None and (so_called or here.says(_INSTEAD)):
        found = here.before.post
    of_other = here.lang == "en" and here.kind is Kind.CONSENT and here.says(_PREDECESSOR)
    left = of_other or (
        here.kind is Kind.RELEASE and (here.lang == "en" or here.says(_PREDECESSOR))
    )
    if found is None and (left or (here.says(_THAT_POST) and here.says(_POST))):
        found = here.before.post
    if here.lang == "kk":
        found = _as_told(here, found)
    if found is None:
        return filled
    filled = filled._replace(office=found)
    return _whole_office(here, filled, found) if here.lang == "ru" else filled


_WHICH = frozenset(("бұрынғы", "жаңа"))


def _as_told(here: _Here, office: Mention | None) -> Mention | None:
    """A Kazakh office by its bare word is the one told before: «Бұрынғы директор … кетті»."""
    said = here.told.sentence.smalls
    if office is None:
        if "орнына" in here.small and here.kind is not Kind.RELEASE:
            return here.before.post
        which = [after for one, after in pairwise(said) if one in _WHICH]
        bare = which[0] if which and len(which[0]) > _SHORT else ""
    else:
        one_word = " " not in office.name and not _WHICH.isdisjoint(said)
        bare = office.name.casefold() if one_word else ""
    offices = [one for _, one in reversed(here.before.offices)]
    known = (one for one in offices if one and bare and " " in one.name)
    same = (one for one in known if one.name.casefold().split()[-1].startswith(bare))
    return next(same, office)


_SHORT = 4


def _whole_office(here: _Here, filled: Filled, office: Mention) -> Filled:
    """An office told by one word, with the body that the same office was last told with."""
    known = here.before.post
    if office.of or " " in office.name or known is None or known.name.endswith(office.name):
        return filled
    head, _, rest = known.name.partition(" ")
    if not rest or head.casefold() != office.name.casefold() or not known.of:
        return filled
    return filled._replace(office=office._replace(name=f"{office.name} {rest}", of=known.of))
