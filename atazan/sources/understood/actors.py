"""Who did a deed, where the sentence leaves it to what stands before."""

from __future__ import annotations

from atazan.sources.understood.before import ASSOCIATION, BY_DECREE, LISTED, OF_PERSONS
from atazan.sources.understood.filling import Filled
from atazan.sources.understood.here import HE, MEMBERS, SAME, SWEAR, Here
from atazan.sources.understood.mention import Mention
from atazan.sources.understood.told import Kind


def as_bodies(here: Here, filled: Filled) -> Filled:
    """Deputies, senators and judges who decide count as their body."""
    actors = tuple(_body_of(here, one) for one in filled.actors)
    return filled._replace(actors=tuple(dict.fromkeys(actors)))


_ORGANS = ("Board ", "Council ", "Bureau ", "Governing ", "Executive ", "Congress ", "Assembly ")


def _of_association(name: str) -> str:
    """The association that an organ is of: who admits is the association."""
    organ, of, whole = name.partition(" of the ")
    told = whole.startswith(("Association", "Union", "World Conference", "Network", "League"))
    return whole if of and told and f"{organ} ".startswith(_ORGANS) else ""


def _body_of(here: Here, actor: Mention) -> Mention:
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
    if actor.sort == "person" or head not in MEMBERS[here.lang]:
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


def actors(here: Here, filled: Filled) -> Filled:
    before, sorts = here.before, here.trigger.pattern.frame.actors.sorts
    if here.kind is Kind.OATH:
        only = filled.actors[0] if len(filled.actors) == 1 else None
        many = before.subjects if before.chosen in before.subjects else ()
        if len(many) > 1 and here.says(SWEAR) and (only is None or only.sort != "person"):
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
    speaks = here.says(HE) and here.active and "person" in sorts
    if speaks and before.person in filled.objects:
        return filled
    if speaks and before.person and not here.trigger.pattern.frame.parties:
        return filled._replace(actors=(before.person,), cost=filled.cost + 0.4)
    return filled


def _in_list(here: Here) -> bool:
    """Whether the sentence stands in a list under a heading that names a body."""
    return 0 < here.number - here.before.listed_at <= LISTED


def _carried(here: Here) -> tuple[Mention, ...]:
    """Who did the deed before, where this one is told as the same one's."""
    before, sorts = here.before, here.trigger.pattern.frame.actors.sorts
    near = here.number - before.acted_at <= (0 if here.lang == "en" else 1)
    if (
        here.kind in BY_DECREE
        and not here.active
        and (here.says(SAME) or near)
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
    if here.says(MEMBERS) and before.body and not passive:
        return (before.body,)
    return ()
