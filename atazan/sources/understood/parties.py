"""Who did a deed together, and which office it is about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from atazan.sources.understood.filling import Filled
from atazan.sources.understood.here import (
    HE,
    INSTEAD,
    PARTIES,
    POST,
    PREDECESSOR,
    THAT_POST,
    TITLED,
    Here,
)
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.told import Kind

_SENT = ("өкілдері", "делегация", "мүшелері", "басшылығы")


def _sender(party: Mention) -> Mention:
    """The body whose envoys, all unnamed, were met: «Венеция комиссиясының өкілдері»."""
    sent = party.sort == "office" and party.of
    if sent and party.name.casefold().split()[-1].startswith(_SENT):
        return party._replace(sort="body", name=party.of, full="")
    return party


def parties_of(here: Here, filled: Filled) -> Filled:
    before = here.before
    if here.lang == "kk" and filled.counterparts:
        senders = tuple(_sender(one) for one in filled.counterparts)
        filled = filled._replace(counterparts=senders)
    if here.lang == "kk" and filled.counterparts and not filled.actors:
        meeting = here.kind is Kind.HOLD_MEETING and here.active
        other = before.person if meeting else before.body
        apart = other is not None and other not in filled.counterparts
        return filled._replace(actors=(other,)) if other and apart else filled
    meets = here.kind is Kind.HOLD_MEETING and here.active and here.says(HE)
    if meets and before.person and before.person not in filled.actors:
        people = [one for one in filled.actors if one.sort == "person"]
        return filled._replace(
            actors=(before.person,), counterparts=(*people, *filled.counterparts)
        )
    if here.kind is Kind.HOLD_MEETING and here.lang == "ru" and here.meets_unnamed(filled):
        return filled._replace(actors=(before.person,) if before.person else ())
    received = here.kind is Kind.HOLD_MEETING and not here.active and here.says(HE)
    alone = bool(filled.actors) and not filled.counterparts
    if received and alone and before.person and before.person not in filled.actors:
        return filled._replace(counterparts=(before.person,))  # "he was received by …"
    alone = here.kind is Kind.HOLD_MEETING and here.active and not filled.counterparts
    if alone and before.person and here.takes_pronoun() and before.person not in filled.actors:
        return filled._replace(counterparts=(before.person,), cost=filled.cost + 0.3)
    if here.lang == "en" and before.parties:  # "the ombudspersons signed": those who met
        whom = (filled.actors, filled.counterparts)
        told = [tuple(one for one in those if one.name not in PARTIES["en"]) for those in whom]
        filled = filled._replace(actors=told[0], counterparts=told[1])
    both = (*filled.actors, *filled.counterparts)
    signs = here.kind is Kind.SIGN_AGREEMENT and here.says(PARTIES)
    if signs and len(both) >= 2 and all(one.called in before.held for one in both):
        held = list(dict.fromkeys(before.held[one.called] for one in both))
        first, *others = _home_first(here, held)
        return filled._replace(actors=(first,), counterparts=tuple(others))
    lone = both[0] if len(both) == 1 and here.lang == "ru" else None
    joint = here.kind in (Kind.PROJECT, Kind.SIGN_AGREEMENT) and not here.says(PARTIES)
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
    if here.says(PARTIES) or here.kind is Kind.SIGN_AGREEMENT:
        known = before.parties
        if here.kind is Kind.SIGN_AGREEMENT:
            known = tuple(before.held.get(one.called, one) for one in known)
        named = here.lang == "ru" and here.active
        every = (*filled.actors, *known) if named else (*known, *filled.actors)
        parties = _once((*every, *filled.counterparts))
        first, *others = parties if filled.actors else _home_first(here, parties)
        return filled._replace(actors=(first,), counterparts=tuple(others), cost=filled.cost + 0.5)
    return filled


def _home_first(here: Here, parties: list[Mention]) -> list[Mention]:
    """Parties that a Russian text only means: the court it is about before the other."""
    own = {one.called for one in here.before.court} if here.lang == "ru" else set()
    return sorted(parties, key=lambda one: one.called not in own)


def _once(parties: Sequence[Mention]) -> list[Mention]:
    """The parties, each once by its name."""
    return list({one.called: one for one in reversed(parties)}.values())[::-1]


def office_before(here: Here, filled: Filled) -> Filled:
    """The office of the deed: told for the person, their title, or "this post"."""
    if filled.office and here.lang == "ru":
        return _whole_office(here, filled, filled.office)
    if filled.office or not here.trigger.pattern.frame.office:
        return filled
    about = filled.actors if here.kind is Kind.OATH else filled.objects
    found = here.told.titles.get(about[0].start) if about and here.kind in TITLED else None
    if found is None and about and here.lang == "en":  # "Appointed: T. Baizhan, judge of the Court"
        title = here.told.titles.get(about[0].start)
        found = title if title and title.start > about[0].start else None
    heads = here.kind is Kind.ELECT and here.trigger.pattern.frame.needs == ("objects",)
    if found is None and not heads:
        known = {here.before.office(one.called) for one in about}
        found = known.pop() if len(known) == 1 else None
    so_called = here.lang == "ru" and here.told.sentence.smalls[0] in ("им", "ею")
    if found is None and (so_called or here.says(INSTEAD)):
        found = here.before.post
    of_other = here.lang == "en" and here.kind is Kind.CONSENT and here.says(PREDECESSOR)
    left = of_other or (here.kind is Kind.RELEASE and (here.lang == "en" or here.says(PREDECESSOR)))
    if found is None and (left or (here.says(THAT_POST) and here.says(POST))):
        found = here.before.post
    if here.lang == "kk":
        found = _as_told(here, found)
    if found is None:
        return filled
    filled = filled._replace(office=found)
    return _whole_office(here, filled, found) if here.lang == "ru" else filled


_WHICH = frozenset(("бұрынғы", "жаңа"))


def _as_told(here: Here, office: Mention | None) -> Mention | None:
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


def _whole_office(here: Here, filled: Filled, office: Mention) -> Filled:
    """An office told by one word, with the body that the same office was last told with."""
    known = here.before.post
    if office.of or " " in office.name or known is None or known.name.endswith(office.name):
        return filled
    head, _, rest = known.name.partition(" ")
    if not rest or head.casefold() != office.name.casefold() or not known.of:
        return filled
    return filled._replace(office=office._replace(name=f"{office.name} {rest}", of=known.of))
