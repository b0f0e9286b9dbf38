"""The annotated set of readings agrees with itself and with the guide."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from atazan.sources.understood.told import Kind

SET = Path(__file__).parent / "gold" / "reading"
LANGUAGES = ("kk", "ru", "en")
MODALITIES = {"done", "planned", "denied", "reported"}


class GoldAct(msgspec.Struct, forbid_unknown_fields=True):
    kind: Kind
    date: str | None
    actors: list[str]
    objects: list[str]
    office: str | None
    counterparts: list[str]
    modality: str
    says: str

    def names(self) -> list[str]:
        return [*self.actors, *self.objects, *self.counterparts, *filter(None, [self.office])]


class GoldItem(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    lang: str
    published: str | None
    text: str
    acts: list[GoldAct]
    persons: list[str]
    organisations: list[str]
    places: list[str]


@cache
def items(part: str, lang: str) -> tuple[GoldItem, ...]:
    lines = (SET / part / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=GoldItem) for line in lines)


def everything() -> list[GoldItem]:
    return [item for part in ("seen", "unseen") for lang in LANGUAGES for item in items(part, lang)]


def stem(word: str) -> str:
    """The beginning of a word that its cases leave alone: short words change their last sound."""
    return word[: max(2, len(word) - 3)] if len(word) > 3 else word[:2]


def absent(name: str, text: str) -> list[str]:
    """The words of a name that the text has in no form."""
    words = set(re.findall(r"[\w-]+", text.casefold()))
    return [
        word
        for word in re.findall(r"[\w-]+", name.casefold())
        if not any(known.startswith(stem(word)) for known in words)
    ]


def test_a_name_is_found_in_any_of_its_cases_and_a_strange_one_is_not():
    assert absent("Эльвира Азимова", "назначил Эльвиру Азимову") == []
    assert absent("Эльвира Азимова", "назначил Эльвиру Сулейменову") == ["азимова"]


def test_the_words_of_every_act_stand_in_its_text():
    assert [
        (item.id, act.says)
        for item in everything()
        for act in item.acts
        if act.says not in item.text
    ] == []


def test_every_name_stands_in_its_text_in_some_form():
    strange = [
        (item.id, name)
        for item in everything()
        for name in [
            *(name for act in item.acts for name in act.names()),
            *item.persons,
            *item.organisations,
            *item.places,
        ]
        if absent(name, item.text)
    ]

    assert strange == []


def test_who_is_put_into_or_out_of_an_office_is_among_the_names():
    of_office = {Kind.APPOINT, Kind.ELECT, Kind.RELEASE, Kind.NOMINATE, Kind.CONSENT}
    strange = [
        (item.id, name)
        for item in everything()
        for act in item.acts
        if act.kind in of_office
        for name in act.objects
        if name not in {*item.persons, *item.organisations}
    ]

    assert strange == []


def test_modalities_and_days_are_such():
    for item in everything():
        if item.published:
            date.fromisoformat(item.published)
        for act in item.acts:
            assert act.modality in MODALITIES, item.id
            if act.date is not None:
                assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", act.date), (item.id, act.date)
                date.fromisoformat((act.date + "-01-01")[:10])


def test_items_have_ids_of_their_own_and_no_text_stands_in_both_parts():
    every = everything()

    assert len({item.id for item in every}) == len(every)
    assert len({item.text for item in every}) == len(every)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_and_modality_is_there_in_each_language(lang):
    for part, least in (("seen", 3), ("unseen", 1)):
        acts = [act for item in items(part, lang) for act in item.acts]
        of_kind = {kind: sum(act.kind == kind for act in acts) for kind in Kind}

        assert min(of_kind.values()) >= least, (part, of_kind)
        assert {act.modality for act in acts} == MODALITIES
        assert any(not item.acts for item in items(part, lang))
    assert len(items("seen", lang)) >= 33
    assert len(items("unseen", lang)) >= 10
