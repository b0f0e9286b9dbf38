"""From what a form sent to an act, and from an act to lines that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from django.http import QueryDict

from atazan.docket.desk.forms import Field, Form
from atazan.docket.guide.norm import norm
from atazan.docket.models import Petition, Suspension
from atazan.journal.acts import Act
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.problems import BadAct, Problem
from atazan.journal.rights import Whose, rights
from atazan.rules.day import parsed

_LONGEST = 20_000
ADDED = ("norm_act", "norm_provision")
"""The words that name one more provision."""


class NotWhole(Exception):
    """What was sent makes no act: the problem of each field."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        self.problems = dict(problems)
        super().__init__(", ".join(self.problems))


def raw(form: Form, given: QueryDict) -> dict[str, list[str]]:
    """What was sent, by field; reasons stand under `reason-<ground>`."""
    names = [one.name for one in form.fields] + (["done_on"] if form.dated else [])
    names += [*ADDED] if any(one.sort == "norms" for one in form.fields) else []
    found = {name: given.getlist(name) for name in names}
    for name in given:
        if name.startswith("reason-"):
            found[name] = given.getlist(name)
    return found


def act_of(
    form: Form, given: Mapping[str, list[str]], row: Petition, *, today: date, by: Any
) -> Act:
    """The act a form says. Raises NotWhole, BadAct."""
    told: dict[str, Any] = {"kind": form.kind, "id": row.id}
    problems: dict[str, Problem] = {}
    done_on = _first(given, "done_on") if form.dated else today.isoformat()
    told["done_on"] = _day("done_on", done_on, problems)
    for field in form.fields:
        told |= _read(field, given, problems, today)
    if problems:
        raise NotWhole(problems)
    try:
        return read_act({**told, **_known(form.kind, row, by)})
    except msgspec.ValidationError as wrong:
        raise BadAct(Problem("deed.bad.unreadable", {"why": str(wrong)})) from wrong


def _read(
    field: Field, given: Mapping[str, list[str]], problems: dict[str, Problem], today: date
) -> dict[str, Any]:
    name, first = field.name, _first(given, field.name)
    if field.sort == "grounds":
        return _grounds(field, given, problems)
    if field.sort == "norms":
        return {name: _norms(name, given, problems, today)}
    if field.sort in ("judges", "present"):
        return {name: list(dict.fromkeys(given.get(name, ())))}
    if field.sort == "day":
        return {name: _day(name, first, problems)}
    if not first:
        problems[name] = Problem(f"deed.bad.{field.sort}")
    if len(first) > _LONGEST:
        problems[name] = Problem("deed.bad.long", {"most": _LONGEST})
    if field.sort == "choice" and first and first not in field.choices:
        problems[name] = Problem("deed.bad.choice")
    if name == "granted":
        return {name: first == "yes"}
    return {name: first}


def _grounds(
    field: Field, given: Mapping[str, list[str]], problems: dict[str, Problem]
) -> dict[str, Any]:
    """Grounds, and the words for each; of a proposal no words are asked."""
    chosen = [one for one in dict.fromkeys(given.get("grounds", ())) if one]
    if field.optional:
        return {"grounds": chosen if _first(given, "proposal") == "refuse" else []}
    if not chosen:
        problems["grounds"] = Problem("deed.bad.grounds")
    reasons = {one: _first(given, f"reason-{one}") for one in chosen}
    for one, words in reasons.items():
        if not words or len(words) > _LONGEST:
            problems[f"reason-{one}"] = Problem("deed.bad.words")
    return {"grounds": chosen, "reasons": msgspec.json.encode(reasons).decode()}


def _norms(
    name: str, given: Mapping[str, list[str]], problems: dict[str, Problem], today: date
) -> list[dict[str, str]]:
    """The provisions kept, and the one more that was named in words."""
    kept = [one.split(" ", 1) for one in dict.fromkeys(given.get(name, ())) if " " in one]
    found = [{"work": work, "provision": provision} for work, provision in kept]
    act, provision = (_first(given, one) for one in ADDED)
    if act or provision:
        more = norm(act, provision, not provision, today)
        if more.work is None or more.eid is None:
            facts = {"act": act or "—", "provision": provision or "—"}
            problems[name] = Problem("act.bad.norm", facts)
        else:
            found.append(more.source)
    elif not found:
        problems[name] = Problem("deed.bad.norms")
    return found


def _known(kind: str, row: Petition, by: Any) -> dict[str, Any]:
    """What no form asks for, because the docket or the account says it."""
    told: dict[str, Any] = {}
    fields = deed_of(kind).act.__struct_fields__
    right = rights().of(by.role, kind, "petition", row.step)
    if right is not None and right.whose is Whose.SELF:
        told["done_by"] = by.person or "—"
    if kind == "petition.taken/1":
        told["clerk"] = by.name
    if kind == "notice.received/1":
        told["how"] = "post"
    if kind == "proceedings.resumed/1":
        told["since"] = _stopped(row)
    if "round" in fields:
        told["round"] = row.round + (kind != "vote.cast/1")
    return told


def _stopped(row: Petition) -> str:
    found = Suspension.objects.filter(petition=row.id, until=None).first()
    if found is None:
        raise BadAct(Problem("docket.bad.suspension", {"since": "—"}))
    return str(found.since)


def _first(given: Mapping[str, list[str]], name: str) -> str:
    return next(iter(given.get(name, ())), "").strip()


def _day(name: str, written: str, problems: dict[str, Problem]) -> str:
    found = parsed(written)
    if found is None:
        problems[name] = Problem("deed.bad.day")
        return ""
    return found.isoformat()


def as_sent(act: Act, form: Form) -> dict[str, list[str]]:
    """An act as its form would send it."""
    found: dict[str, list[str]] = {}
    if form.dated:
        found["done_on"] = [str(act.done_on)]
    for field in form.fields:
        value = getattr(act, field.name)
        if field.sort == "norms":
            found[field.name] = [f"{one.work} {one.provision}" for one in value]
        elif field.name == "granted":
            found[field.name] = ["yes" if value else "no"]
        else:
            found[field.name] = list(value) if isinstance(value, tuple) else [str(value)]
    for ground, words in reasons_of(act).items():
        found[f"reason-{ground}"] = [words]
    return found


def reasons_of(act: Act) -> dict[str, str]:
    """The words for each ground, where an act not yet sealed has them."""
    written = getattr(act, "reasons", "")
    if not written.startswith("{"):
        return {}
    found: dict[str, str] = msgspec.json.decode(written)
    return found
