"""How right a reading is: counted by hand on small made-up texts, and the same by the program."""

from __future__ import annotations

import json

import pytest

from atazan.sources.measured import ActMarked, Count, Item, items, measure
from atazan.sources.measured.gold import BadGold
from atazan.sources.measured.pairing import pair
from atazan.sources.measured.shown import page, plain
from atazan.sources.understood.told import ActTold, Kind, Understood

TEXT = "The Senate appointed Ada Lovelace judge. The Senate appointed Emmy Noether judge."
FIRST, SECOND = "The Senate appointed Ada Lovelace judge", "The Senate appointed Emmy Noether judge"


def marked(says=FIRST, **roles):
    return ActMarked(
        **{"kind": Kind.APPOINT, "says": says, "date": "2024-05-01", "actors": ("The Senate",)}
        | roles
    )


def told(says=FIRST, **roles):
    start = TEXT.index(says)
    known = {"kind": Kind.APPOINT, "date": "2024-05-01", "actors": ("The Senate",), "objects": ()}
    known |= {"office": None, "counterparts": (), "modality": "done", "confidence": 0.9}
    return ActTold(**known | {"start": start, "end": start + len(says)} | roles)


def item(*acts, **names):
    return Item(id="x-1", lang="en", text=TEXT, acts=acts, **names)


def measured(of_item, *acts, **names):
    return measure([of_item], [Understood("en", acts=acts, **names)])


def test_an_act_told_as_marked_is_right_at_every_level():
    found = measured(item(marked()), told())

    for level in ("kind", "kind and date", "full"):
        assert found.count(level) == Count(right=1, invented=0, missed=0)
    assert not found.errors


def test_another_day_spoils_the_levels_that_ask_for_it():
    found = measured(item(marked()), told(date=None))

    assert found.count("kind").f1 == 1
    assert found.count("kind and date") == Count(right=0, invented=1, missed=1)
    assert found.count("full") == Count(right=0, invented=1, missed=1)


@pytest.mark.parametrize(
    "role",
    [
        {"modality": "planned"},
        {"actors": ("Senate", "Mazhilis")},
        {"objects": ("Ada Lovelace",)},
        {"office": "judge"},
        {"counterparts": ("UNDP",)},
    ],
)
def test_one_wrong_role_spoils_the_full_level_alone_and_is_told(role):
    found = measured(item(marked()), told(**role))

    assert found.count("kind and date").f1 == 1
    assert found.count("full").f1 == 0
    [error] = found.errors
    assert error.fault == "wrong_role" and error.found == role
    assert set(error.expected) == {"kind", *role}
    name = next(iter(role))
    assert (found.roles[name].right, found.roles["date"].right) == (0, 1)


def test_case_quotes_spaces_dashes_and_articles_of_names_do_not_count():
    found = measured(
        item(marked(actors=("the  SENATE of the «Parliament»",), office="Vice–Chair")),
        told(actors=("Senate of Parliament",), office="the vice-chair"),
    )

    assert found.count("full").f1 == 1


def test_names_of_a_role_are_compared_without_order():
    two = ("Ada Lovelace", "Emmy Noether")

    assert measured(item(marked(objects=two)), told(objects=two[::-1])).count("full").f1 == 1


def test_precision_recall_and_f1_of_a_text_counted_by_hand():
    """Marked: two appointments. Told: the first rightly, an oath nobody took, nothing else."""
    oath = told(SECOND, kind=Kind.OATH)
    found = measured(item(marked(), marked(SECOND)), told(), oath)

    every = found.count("kind")
    assert (every.precision, every.recall, every.f1) == (0.5, 0.5, 0.5)
    assert found.count("kind", "appoint") == Count(right=1, invented=0, missed=1)
    assert found.count("kind", "oath") == Count(right=0, invented=1, missed=0)
    assert found.count("kind", lang="en") == every and found.count("kind", lang="kk") == Count()


def test_words_taken_for_another_kind_are_one_error():
    found = measured(item(marked()), told(kind=Kind.ELECT))

    assert [one.fault for one in found.errors] == ["other_kind"]


def test_each_act_stands_for_one_act_only():
    found = measured(item(marked()), told(), told())

    assert found.count("kind") == Count(right=1, invented=1, missed=0)


def test_the_best_pairs_are_made_first():
    """Both told acts could be either; each goes to the one that agrees in its person."""
    ada, emmy = {"objects": ("Ada Lovelace",)}, {"objects": ("Emmy Noether",)}
    of_item = item(marked(**ada), marked(SECOND, **emmy))

    pairs = pair(of_item, [told(SECOND, **emmy), told(**ada)]).pairs
    assert len(pairs) == 2 and not any(one.wrong for one in pairs)


def test_an_act_elsewhere_in_the_text_that_shares_nothing_is_another_act():
    elsewhere = told(SECOND, actors=("Mazhilis",))
    found = measured(item(marked()), elsewhere)

    assert found.count("kind") == Count(right=0, invented=1, missed=1)
    assert [one.fault for one in found.errors] == ["invented", "missed"]


def test_the_surest_invention_is_the_worst_error():
    found = measured(item(), told(confidence=0.4), told(SECOND, confidence=0.8))

    assert [one.says for one in found.errors] == [SECOND, FIRST]
    assert (found.sureness[0.8].right, found.sureness[0.8].of) == (0, 1)


def test_names_are_counted_once_each():
    found = measured(
        item(persons=("Ada Lovelace", "Emmy Noether"), places=("Astana",)),
        persons=("ADA LOVELACE", "Ada Lovelace", "Kurt Gödel"),
        places=("Astana",),
    )

    assert found.names["persons", "en"] == Count(right=1, invented=1, missed=1)
    assert found.names["all", "all"] == Count(right=2, invented=1, missed=1)
    [wrong] = found.names_wrong
    assert (wrong.missed, wrong.invented) == (("Emmy Noether",), ("Kurt Gödel",))


def test_nothing_to_find_and_nothing_told_is_right():
    assert measured(item()).count("full").f1 == 1
    assert measured(item(), told()).count("kind").precision == 0


def test_texts_and_readings_must_be_as_many():
    with pytest.raises(ValueError):
        measure([item()], [])


def test_errors_of_the_unseen_part_are_counted_and_not_shown():
    found = measured(item(marked()), told(office="judge"))

    open_, closed = page("seen", found, 5, errors=True), page("unseen", found, 5, errors=False)
    assert FIRST in open_ and "judge" in open_
    assert FIRST not in closed and "wrong_role 1" in closed
    kept = plain(found, 5, errors=False)
    assert kept["errors"] == 1 and FIRST not in json.dumps(kept)
    assert FIRST in json.dumps(plain(found, 5, errors=True))


def test_a_line_that_does_not_follow_the_guide_is_named(tmp_path):
    (tmp_path / "en.jsonl").write_text(
        '{"id": "a", "lang": "en", "text": "Court."}\n'
        '{"id": "b", "lang": "en", "text": "Court.", "acts": [{"kind": "crown", "says": "t"}]}\n'
    )

    read = items(tmp_path)
    assert next(read).id == "a"
    with pytest.raises(BadGold, match=r"en\.jsonl:2.*crown"):
        next(read)
