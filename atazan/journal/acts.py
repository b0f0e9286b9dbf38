"""What every act carries, and how acts are written down and read back.

An act is a deed of an organ or a person on a day: frozen, typed, in the past tense. Its kind ends
in a shape number (`office.taken/1`); a new shape is `/2`, and `/1` stays readable.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta, Struct

from atazan.rules.book import Source
from atazan.rules.day import PartialDay

WrittenDay = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""A day as a source gives it: 2022-12-29, 2022-12 or 2022."""

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,118}$")]
"""A readable name of a thing in the record: `azimova`, `constitutional_court_chair`."""

SCRIPTS = {"kk", "ru", "en"}
Names = dict[str, str]
"""Names by language (`kk`, `ru`, `en`); a language whose form was not found is left out."""


class Confidence(StrEnum):
    """How sure the record is of a fact."""

    HIGH = "high"  # official, or two sources that do not rest on each other
    MEDIUM = "medium"
    LOW = "low"


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """A deed on a day, with the sources that tell of it.

    `done_on` may be known in part; None where no source gives a day. `done_by` is an organ, office
    or person; `under` the provision that authorises the deed.
    """

    private: ClassVar[tuple[str, ...]] = ()
    """Fields with personal data: the journal keeps their salted digest, never the words."""

    done_on: WrittenDay | None = None
    done_by: Slug | None = None
    under: Source | None = None
    sources: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    note: Names | None = None

    @property
    def kind(self) -> str:
        """The kind as journalled, with its shape number."""
        return kind_of(type(self))

    @property
    def day(self) -> PartialDay | None:
        """The day it was done, as far as known."""
        return None if self.done_on is None else PartialDay.read(self.done_on)

    def ruled_on(self, recorded: date) -> date:
        """The day whose rules govern it: the first it may have been done on, else `recorded`."""
        return recorded if self.day is None else self.day.first


def kind_of(act: type[Act]) -> str:
    """The kind of a class of acts."""
    tag = act.__struct_config__.tag
    if not isinstance(tag, str):
        raise TypeError(f"{act.__name__} names no kind; write class {act.__name__}(Act, tag='…/1')")
    return tag


def plain(act: Act) -> dict[str, Any]:
    """The act as JSON knows it; fields left at their default are left out."""
    default = {name: value for name, value in _defaults(type(act)).items()}
    found: dict[str, Any] = msgspec.to_builtins(act)
    return {
        key: value for key, value in found.items() if key not in default or value != default[key]
    }


def values(act: Act, *names: str) -> dict[str, Any]:
    """Some fields of an act, as JSON knows them: what a register row takes over as it is."""
    return {name: msgspec.to_builtins(getattr(act, name)) for name in names}


_DEFAULTS: dict[type[Act], dict[str, Any]] = {}


def _defaults(act: type[Act]) -> dict[str, Any]:
    if act not in _DEFAULTS:
        _DEFAULTS[act] = {
            f.encode_name: msgspec.to_builtins(f.default)
            if f.default is not msgspec.NODEFAULT
            else msgspec.to_builtins(f.default_factory())
            for f in msgspec.structs.fields(act)
            if not f.required
        }
    return _DEFAULTS[act]
