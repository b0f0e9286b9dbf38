"""A provision stands, falls or is read anew as of a day, in the verb of the law of that day."""

from datetime import date

import pytest

from atazan.law.event import Event
from atazan.law.marks import mark_of
from atazan.law.queries import (
    UnknownWork,
    as_recorded,
    find_work,
    standing,
    touched_provisions,
    works_touched,
)
from atazan.law.standing import STATES, stand
from atazan.law.timeline import timeline
from atazan.rules.book import rules
from atazan.rules.day import PartialDay
from atazan.rules.text import LANGS
from atazan.rules.words import all_words
from atazan.rules.works import works

record = pytest.mark.django_db
CODE = "civil-procedure-code-2015"
BEFORE, DAY, AFTER = date(2026, 6, 11), date(2026, 6, 12), date(2026, 6, 13)


def event(effect="does_not_conform", since="2024-03-01", relation="own", **more):
    given = {"id": f"{effect}-{since}", "provision": "art_9", **more}
    by = {} if "by_work" in more else {"by_decision": "cc-test"}
    return Event(effect=effect, since=PartialDay.read(since), relation=relation, **{**by, **given})


def state(*events, on, provision="art_9", work=CODE):
    return stand(works()[work], provision, events, on, rules()).state


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 29), "in_force"),
        (date(2024, 3, 1), "held_unconstitutional"),
        (date(2024, 3, 2), "held_unconstitutional"),
    ],
)
def test_a_provision_held_unconstitutional_falls_on_the_day_of_the_decision(on, expected):
    assert state(event(), on=on) == expected


def test_until_july_2026_it_is_repealed_and_from_then_on_it_ceases_to_have_effect():
    old = stand(works()[CODE], "art_9", [event(since="2026-06-30")], date(2026, 7, 5), rules())
    new = stand(works()[CODE], "art_9", [event(since="2026-07-01")], date(2026, 7, 5), rules())

    assert (old.state, new.state) == ("held_unconstitutional", "ceased")
    assert "epealed" in old.says("en") and "ceased to have effect" in new.says("en")


def test_a_holding_in_part_leaves_the_rest_in_force():
    from atazan.rules.text import Text

    part = event(extent=Text(kk="бір сөз", ru="одно слово", en="one word"))
    found = stand(works()[CODE], "art_9", [part], date(2024, 3, 1), rules())

    assert found.state == "in_part" and found.applies


def test_what_befalls_an_article_befalls_its_paragraphs():
    found = stand(
        works()[CODE], "art_9__part_2", [event(relation="parent")], date(2024, 3, 1), rules()
    )

    assert found.state == "held_unconstitutional"
    assert found.inherited_from == "art_9"


def test_an_amended_article_says_nothing_sure_of_its_paragraphs():
    amended = event("amended", relation="parent", by_work="const-2026")
    assert state(amended, on=date(2024, 3, 1), provision="art_9__part_2") == "article_amended"


def test_an_article_with_a_paragraph_held_unconstitutional_applies_in_part():
    fallen = event(relation="child", provision="art_9__part_2")
    found = stand(works()[CODE], "art_9", [fallen], date(2024, 3, 1), rules())

    assert found.state == "in_part"
    assert found.children == ("art_9__part_2",)


def test_a_paragraph_that_the_lawmaker_repealed_leaves_the_article_whole():
    gone = event("repealed", relation="child", provision="art_9__part_2", by_work="const-2026")
    assert state(gone, on=date(2024, 3, 1)) == "in_force"


def test_new_words_of_the_lawmaker_end_what_the_court_held_of_the_old_ones():
    amended = event("amended", since="2024-09-01", by_work="const-2026")
    assert state(event(), amended, on=date(2024, 8, 31)) == "held_unconstitutional"
    assert state(event(), amended, on=date(2024, 9, 1)) == "amended"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2023, 12, 31), "not_yet"),
        (date(2024, 1, 1), "in_force"),
        (date(2024, 1, 2), "in_force"),
    ],
)
def test_an_article_of_a_law_in_force_may_begin_later(on, expected):
    whole = event("commenced", "2022-11-18", "parent", provision="whole", by_work="cl-court-2022")
    own = event("commenced", "2024-01-01", by_work="cl-court-2022")
    assert state(whole, own, on=on, work="cl-court-2022") == expected


def test_the_history_tells_what_came_after_the_day_too():
    found = stand(works()[CODE], "art_9", [event()], date(2024, 1, 1), rules())

    assert len(found.history) == 1
    assert found.next == found.history[0]


def test_a_day_known_in_part_is_never_named_as_a_whole_one():
    found = stand(works()[CODE], "art_9", [event(since="2024-03")], date(2024, 5, 1), rules())

    assert "март\xa02024" in found.says("ru") and "1 марта" not in found.says("ru")


def test_every_state_has_words():
    for one in STATES:
        assert f"law.state.{one}" in all_words()
        assert f"law.says.{one}" in all_words()


@record
@pytest.mark.parametrize(
    ("on", "expected"),
    [(BEFORE, "in_force"), (DAY, "conforming_confirmed"), (AFTER, "conforming_confirmed")],
)
def test_resolution_88_confirms_article_455_1_on_the_day_it_was_made(on, expected):
    assert standing(CODE, "art_455__part_1", on).state == expected


@record
def test_resolution_88_leaves_a_rule_for_the_time_until_the_law_changes():
    found = standing("labour-code-2015", "art_160__part_5__indent_1", DAY)

    assert found.state == "in_part"
    assert "one-year" in found.by.reading.en


@record
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2023, 2, 21), "in_force"),
        (date(2023, 2, 22), "held_unconstitutional"),
        (date(2025, 12, 31), "held_unconstitutional"),
        (date(2026, 1, 1), "work_ended"),
    ],
)
def test_the_cassation_duty_fell_in_2023_and_its_code_ended_in_2026(on, expected):
    assert standing("tax-code-2017", "art_610__para_2", on).state == expected


@record
def test_a_council_holding_rests_on_the_constitution_of_its_day():
    found = standing("l-housing", "art_107__subpara_8", date(2020, 1, 21))

    assert found.state == "held_unconstitutional"
    assert found.finding.rule.source.work == "const-1995"


@record
def test_after_july_2026_an_earlier_resolution_binds_so_far_as_it_does_not_contradict():
    then = standing("akimat-almaty-2-122-2016", "para_1", date(2026, 6, 30))
    now = standing("akimat-almaty-2-122-2016", "para_1", date(2026, 7, 1))

    assert then.binding.holds is True
    assert now.binding.holds is None


@record
def test_the_reading_of_the_once_only_limits_binds_from_7_july_2026():
    assert standing("const-2026", "art_43__para_1", date(2026, 7, 6)).state == "in_force"
    found = standing("const-2026", "art_43__para_1", date(2026, 7, 7))
    assert found.state == "officially_interpreted"
    assert all(found.says(lang) for lang in LANGS)


@record
def test_nothing_on_record_is_said_with_low_confidence():
    found = standing("criminal-code-2014", "art_1", date(2024, 1, 1))

    assert (found.state, found.confidence) == ("in_force", "low")


@record
def test_a_reader_who_writes_342_3_means_the_part_the_court_spoke_of():
    assert as_recorded("criminal-procedure-code-2014", "art_342__para_3") == "art_342__part_3"
    assert as_recorded("tax-code-2017", "art_610__para_2") == "art_610__para_2"


def test_a_work_is_found_by_id_number_and_address():
    for name in ("cl-court-2022", "153-VII", "№ 153-vii", "/akn/kz/act/2022/153-vii"):
        assert find_work(name).id == "cl-court-2022"


def test_an_unknown_work_is_refused_with_what_to_give_instead():
    with pytest.raises(UnknownWork, match="153-VII"):
        find_work("999-XX")


def test_a_number_of_several_works_names_them_all():
    with pytest.raises(UnknownWork) as refused:
        find_work("2")
    assert len(refused.value.near) > 1


@record
def test_the_list_of_touched_provisions_grows_with_the_days():
    before = {(s.work.id, s.provision) for s in touched_provisions(BEFORE)}
    after = {(s.work.id, s.provision) for s in touched_provisions(DAY)}

    assert before < after
    assert ("akimat-almaty-2-122-2016", "para_1") in after - before
    assert works_touched(DAY)["akimat-almaty-2-122-2016"] == 1


def test_that_an_article_begins_does_not_revive_a_paragraph_repealed_before():
    repealed = event("repealed", "2017-03-14", by_work="am-2017", provision="art_9__para_4")
    begins = event("commenced", "2023-01-01", "parent", by_work="am-2022", provision="art_9")
    anew = event("inserted", "2023-01-01", "parent", by_work="am-2022", provision="art_9")
    later = date(2024, 1, 1)

    assert state(repealed, begins, on=later, provision="art_9__para_4") == "repealed"
    assert state(repealed, anew, on=later, provision="art_9__para_4") == "in_force"


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["art_50__para_2", "art_50__para_3", "art_51__para_1"])
def test_of_two_wordings_in_one_text_one_holds_until_the_election_and_the_other_from_it(place):
    """Constitution of 1995: "from the elections of the eighth Mazhilis" (19 March 2023)."""

    def states(day):
        return [standing("const-1995", one, day).state for one in (place, f"{place}@2")]

    assert states(date(2023, 3, 18))[1] == "not_yet"
    assert states(date(2023, 3, 18))[0] not in ("repealed", "not_yet")
    assert states(date(2026, 6, 30)) == ["repealed", "in_force"]
    old = standing("const-1995", place, date(2026, 6, 30))
    assert old.confidence == "medium" and "в этой редакции" in old.by.extent.ru


@pytest.mark.django_db
@pytest.mark.parametrize("article", ["art_44", "art_47"])
def test_of_an_article_nothing_is_known_of_it_is_said_that_its_parts_commenced(article):
    """Law on the Court of 2022: the paragraphs have days of their own, the articles none."""
    found = standing("cl-court-2022", article, date(2023, 3, 1))

    assert mark_of(found).key == "law.mark.parts_begun"
    drawn = timeline(found, [])
    assert drawn is not None
    keys = {one.key for one in drawn.lanes[0].stretches}
    assert "law.mark.not_said" not in keys and "law.mark.parts_begun" in keys


def test_a_repeal_that_reaches_only_so_far_is_not_told_as_whole():
    from atazan.rules.text import Text

    extent = Text(kk="осы редакциясында", ru="в этой редакции", en="in this wording")
    gone = event("repealed", by_work="cl-amend-2026", extent=extent)
    found = stand(works()[CODE], "art_9", [gone], date(2026, 7, 5), rules())

    assert (found.state, mark_of(found).key) == ("repealed", "law.mark.repealed_so_far")
    assert "в следующем объёме" in found.says("ru")
