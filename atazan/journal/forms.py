"""A form for any kind of act, made from the act's own fields; what is sent is read back into one.

A form holds strings only: `subject.kk` is one language of a text, lists have a line for each value,
deeper structures are written in YAML. Wrong fields are told in words, beside the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

import msgspec
import msgspec.inspect as inspect
import yaml
from msgspec import Struct

from atazan.journal.acts import Act, plain
from atazan.journal.deeds import deed_of, read_act
from atazan.journal.load import days_as_written
from atazan.journal.problems import Problem
from atazan.rules.book import Source
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS, Text

Sort = Literal[
    "line",
    "day",
    "slug",
    "number",
    "flag",
    "maybe",
    "choice",
    "text",
    "names",
    "lines",
    "source",
    "data",
]
LONG = ("says", "answer", "reason")
"""Fields of plain words that may be long."""
BY_LANGUAGE = ("names", "title", "note")
"""Mappings of words whose keys are languages; other mappings are data."""
SOURCE = ("work", "provision", "quote", "quote_kk")
_DAY, _SLUG = "^[0-9]{4}", "^[a-z0-9]"


class Field(Struct, frozen=True):
    """One field of an act: how it is asked for, and whether the act needs it."""

    name: str
    sort: Sort
    required: bool
    choices: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its inputs."""
        if self.sort in ("text", "names"):
            return tuple(f"{self.name}.{lang}" for lang in LANGS)
        if self.sort == "source":
            return tuple(f"{self.name}.{part}" for part in SOURCE)
        return (self.name,)


class Refused(Exception):
    """What was sent makes no act: the problem of each wrong field ('' for the whole)."""

    def __init__(self, problems: dict[str, Problem]) -> None:
        self.problems = problems
        super().__init__(", ".join(problems))


def fields(kind: str) -> list[Field]:
    """The fields of a kind of act, its own before those every act carries. Raises UnknownKind."""
    return list(_fields(kind))


@lru_cache(maxsize=256)
def _fields(kind: str) -> tuple[Field, ...]:
    told = inspect.type_info(deed_of(kind).act)
    assert isinstance(told, inspect.StructType)
    every = inspect.type_info(Act)
    assert isinstance(every, inspect.StructType)
    carried = {field.encode_name for field in every.fields}
    found = [_field(field) for field in told.fields]
    return tuple(sorted(found, key=lambda field: field.name in carried))


def _field(told: inspect.Field) -> Field:
    type_ = told.type
    optional = isinstance(type_, inspect.UnionType)
    if isinstance(type_, inspect.UnionType):
        type_ = next(one for one in type_.types if not isinstance(one, inspect.NoneType))
    sort = _sort(type_, optional)
    if sort == "names" and told.encode_name not in BY_LANGUAGE:
        sort = "data"
    choices = (
        tuple(str(one.value) for one in type_.cls) if isinstance(type_, inspect.EnumType) else ()
    )
    return Field(told.encode_name, sort, told.required, choices)


def _sort(type_: inspect.Type, optional: bool) -> Sort:
    match type_:
        case inspect.StrType(pattern=pattern):
            known: dict[str, Sort] = {_DAY: "day", _SLUG: "slug"}
            return next(
                (s for start, s in known.items() if (pattern or "").startswith(start)), "line"
            )
        case inspect.IntType():
            return "number"
        case inspect.BoolType():
            return "maybe" if optional else "flag"
        case inspect.EnumType():
            return "choice"
        case inspect.StructType(cls=cls):
            return "text" if cls is Text else "source" if cls is Source else "data"
        case inspect.DictType(value_type=inspect.StrType()):
            return "names"
        case inspect.VarTupleType(item_type=inspect.StrType()):
            return "lines"
    return "data"


def empty(kind: str) -> dict[str, str]:
    """The strings of a form not filled in: what an act of the kind says unless told otherwise."""
    defaults = {f.encode_name: f.default for f in msgspec.structs.fields(deed_of(kind).act)}
    return {
        field.name: "yes"
        for field in fields(kind)
        if field.sort == "flag" and defaults[field.name] is True
    }


def raw_of(act: Act) -> dict[str, str]:
    """The strings of the form that would send this act."""
    told: dict[str, Any] = msgspec.to_builtins(act)
    raw: dict[str, str] = {}
    for field in fields(act.kind):
        value = told.get(field.name)
        if value is None:
            continue
        if field.sort in ("text", "names", "source"):
            raw |= {f"{field.name}.{part}": str(words) for part, words in value.items() if words}
        elif field.sort == "lines":
            raw[field.name] = "\n".join(value)
        elif field.sort == "data":
            raw[field.name] = as_yaml(value) if value else ""
        elif field.sort in ("flag", "maybe"):
            raw[field.name] = "yes" if value else "" if field.sort == "flag" else "no"
        else:
            raw[field.name] = str(value)
    return raw


def as_yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=76)


def sent(kind: str, posted: Mapping[str, Any]) -> dict[str, str]:
    """The strings of the form as sent; anything that is no field of the kind is left out."""
    parts = [part for field in fields(kind) for part in field.parts]
    return {part: str(posted.get(part, "")).replace("\r\n", "\n").strip() for part in parts}


def shown(field: Field, raw: Mapping[str, str], problem: Problem | None) -> dict[str, Any]:
    """A field for the page: its inputs as (name, last part, value), and what is wrong with it."""
    inputs = [(part, part.rpartition(".")[2], raw.get(part, "")) for part in field.parts]
    return {
        "field": field,
        "inputs": inputs,
        "value": inputs[0][2],
        "problem": problem,
        "long": field.name in LONG,
    }


def told(act: Act) -> list[tuple[str, str, Any]]:
    """The fields of an act for reading: name, sort, value; those left empty are left out."""
    written = plain(act)
    sorts = {field.name: field.sort for field in fields(act.kind)}
    return [
        (name, sorts[name], as_yaml(written[name]) if sorts[name] == "data" else written[name])
        for name in sorts
        if name in written
    ]


def read(kind: str, raw: Mapping[str, str]) -> Act:
    """The act that the strings of a form write down. Raises Refused."""
    values: dict[str, Any] = {}
    problems: dict[str, Problem] = {}
    for field in fields(kind):
        try:
            value = _value(field, raw)
        except ValueError:
            problems[field.name] = Problem(f"forms.bad_{field.sort}", {"field": field.name})
            continue
        if value is not None:
            values[field.name] = value
        elif field.required:
            problems[field.name] = Problem("forms.missing", {})
    if problems:
        raise Refused(problems)
    try:
        return read_act({"kind": kind, **values})
    except msgspec.ValidationError as wrong:
        raise Refused(
            {_place(str(wrong)): Problem("forms.unfit", {"reason": str(wrong)})}
        ) from wrong


def _place(reason: str) -> str:
    at = reason.rpartition("`$.")[2]
    return at.split("`")[0].split(".")[0].split("[")[0] if "`$." in reason else ""


def _value(field: Field, raw: Mapping[str, str]) -> Any:
    """The value of one field, None where nothing was sent. Raises ValueError."""
    found = {part.partition(".")[2]: raw.get(part, "") for part in field.parts}
    if field.sort in ("text", "names", "source"):
        return _parts(field, {part: words for part, words in found.items() if words})
    words = raw.get(field.name, "")
    match field.sort:
        case "flag":
            return words == "yes"
        case "maybe":
            return {"yes": True, "no": False}.get(words)
        case "lines":
            return [line.strip() for line in words.splitlines() if line.strip()] or None
    if not words:
        return None
    match field.sort:
        case "day":
            return str(PartialDay.read(words))
        case "number":
            return int(words.replace(" ", "").replace("\u00a0", ""))
        case "data":
            return _data(words)
    return words


def _parts(field: Field, found: dict[str, str]) -> dict[str, str] | None:
    needed = (
        LANGS if field.sort == "text" else ("work", "provision") if field.sort == "source" else ()
    )
    if found and any(part not in found for part in needed):
        raise ValueError
    return found or None


def _data(words: str) -> Any:
    try:
        return days_as_written(yaml.safe_load(words))
    except yaml.YAMLError as wrong:
        raise ValueError(str(wrong)) from wrong
