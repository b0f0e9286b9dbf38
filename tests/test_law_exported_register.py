"""A held law exported from the register: its text of a day, with what was done to it."""

from __future__ import annotations

import json
import subprocess
from datetime import date

import pytest
from lxml import etree

from atazan.cli.main import main
from atazan.law.exported.akn import akn
from atazan.law.exported.akn_effects import active_modifications
from atazan.law.exported.gathered import citing, commits, done_by, edition_on
from atazan.law.exported.json import as_json
from atazan.law.exported.markdown import markdown
from atazan.law.exported.refused import ExportRefused
from atazan.law.models import Effect
from atazan.law.text.read import read
from tests.law_texts import BY, SECOND, WORK, corpus_texts, texts  # noqa: F401
from tests.test_law_exported_akn import NS, schema

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("texts")]
LATER = date.fromisoformat(SECOND)


def written(lang: str = "ru", day: date = LATER) -> etree._Element:
    root = etree.fromstring(akn(edition_on(WORK, lang, day)))
    assert schema().validate(root), str(schema().error_log)
    return root


def test_the_text_of_a_day_is_valid_with_the_acts_that_changed_it():
    root = written()

    refs = {one.get("eId"): one.get("showAs") for one in root.iterfind(".//a:passiveRef", NS)}
    assert list(refs.values()) == ["№ 9-VIII"]
    done = {
        (one.get("type"), one.find("a:destination", NS).get("href"))
        for one in root.iterfind(".//a:textualMod", NS)
    }
    assert ("insertion", "#art_2-1") in done
    assert ("substitution", "#art_2__para_2") in done
    assert ("repeal", "#art_4") in done


def test_what_was_repealed_is_marked_removed_only_from_its_day():
    def status(day: date) -> str | None:
        return written(day=day).find(".//a:article[@eId='art_4']", NS).get("status")

    assert status(LATER) == "removed"
    assert status(date(2025, 12, 31)) is None


def test_json_tells_the_tree_with_standing_and_effects():
    told = json.loads(as_json(edition_on(WORK, "kk", LATER)))

    articles = {one["eid"]: one for one in told["provisions"]}
    changed = articles["art_2"]["parts"][1]
    assert (told["lang"], told["since"], told["until"]) == ("kk", SECOND, None)
    assert changed["number"] == "2."
    assert changed["text"].startswith("Бақылау түнде бес сағаттан")
    assert [one["effect"] for one in changed["effects"]] == ["amended"]
    assert articles["art_4"]["standing"] == "repealed"
    assert articles["art_1"]["effects"] == []


def test_this_article_in_an_export_is_the_article_the_words_stand_in():
    edition = edition_on(WORK, "ru", LATER)

    [cited] = citing(edition)("art_2__para_2", "Срок пункта 1 настоящей статьи не продлевается.")

    assert (cited["targets"], cited["why"]) == (("art_2__para_1",), "")
    assert cited["work"] == edition.uri


def test_a_day_without_a_text_is_refused_with_what_is_held():
    with pytest.raises(ExportRefused, match="rus@2025-01-01"):
        edition_on(WORK, "ru", date(2024, 12, 1))


def test_every_version_is_a_commit_with_both_languages_and_the_amending_act():
    first, second = commits(WORK)

    assert [sorted(one.files) for one in (first, second)] == [
        [f"{WORK}/kaz.md", f"{WORK}/rus.md"]
    ] * 2
    assert first.by_name is None
    assert second.by_name is not None and second.by_name.kk == "№ 9-VIII"
    assert second.by is not None and second.by.endswith(BY.removeprefix("law-2025-"))
    assert len(second.entries) == 2


def test_the_files_read_back_to_the_texts_held():
    edition = edition_on(WORK, "ru", LATER)

    assert read(markdown(edition).encode()).digest == edition.document.digest
    assert read(akn(edition), format="akn").blocks == edition.document.blocks


def test_the_command_writes_each_form(tmp_path, capsysbinary):
    for form in ("akn", "md", "json"):
        command = ["law", "export", WORK, "--format", form, "--on", SECOND, "--lang", "ru"]
        assert main(command) == 0
        shown = capsysbinary.readouterr().out
        assert main([*command, "--to", str(tmp_path)]) == 0
        capsysbinary.readouterr()
        assert (tmp_path / f"{WORK}_rus@{SECOND}.{form}").read_bytes() == shown
    assert main(["law", "export", WORK, "--format", "git", "--to", str(tmp_path / "git")]) == 0
    log = subprocess.run(
        ["git", "-C", tmp_path / "git", "log", "--format=%ad", "--date=short"],
        capture_output=True,
        text=True,
    )
    assert log.stdout.split() == [SECOND, "2025-01-01"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "nothing"),
        ([WORK, "--on", "2001-01-01"], "rus@2025-01-01"),
        ([WORK, "--format", "git"], "--to"),
        ([WORK, "--to", "/nowhere/at/all.xml"], "/nowhere/at/all.xml"),
    ],
)
def test_a_wrong_command_is_told_what_to_do(arguments, said, capsys):
    for lang in ("kk", "ru", "en"):
        assert main(["law", "export", *arguments, "--lang-out", lang]) == 2
        assert said in capsys.readouterr().err


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_real_laws_with_all_that_was_done_to_them_are_valid_and_nothing_that_stands_is_removed():
    from atazan.law.texts import versions

    held = [one for work in ("const-1995", "const-2026", "cl-court-2022") for one in versions(work)]
    assert len(held) == 7
    for one in held:
        edition = edition_on(one.work, one.lang, one.since)
        root = etree.fromstring(akn(edition))
        assert schema().validate(root), (one.work, one.lang, str(schema().error_log))
        assert edition.modifications
        for gone in root.iterfind(".//a:*[@status='removed']", NS):
            own = gone.iterfind("a:content/a:p", NS)
            assert not any((line.text or "").strip() for line in own), gone.get("eId")


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_the_law_on_the_court_shows_what_the_amendment_of_2026_repealed():
    root = etree.fromstring(akn(edition_on("cl-court-2022", "ru", date(2026, 7, 1))))

    removed = {one.get("eId") for one in root.iterfind(".//a:*[@status='removed']", NS)}
    assert {"art_40", "art_45__para_3", "art_45__para_4", "art_9__para_3"} <= removed
    assert "art_47__para_1" not in removed  # its number passed to another paragraph that day


def test_a_resolution_tells_what_it_did_to_each_act():
    row = Effect.objects.filter(effect="does_not_conform").order_by("id").first()
    assert row is not None and row.by_decision
    done = done_by(row.by_decision, "kk")

    told = [one for of_work in done.values() for one in of_work if one.id == row.id]
    assert [one.effect for one in told] == ["does_not_conform"]
    assert told[0].by.startswith("/akn/kz/judgment/kk")
    for uri, modifications in done.items():
        active = active_modifications(modifications, uri, "#dec_1")
        assert active is not None
        assert any(one.get("type") == "unconstitutionality" for one in active)
    assert done_by("nothing", "kk") == {}


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_what_was_worded_anew_is_not_told_as_repealed_inserted_and_amended():
    told: dict[tuple[str, str], set[str]] = {}
    for row in Effect.objects.filter(work="cl-court-2022", superseded=False):
        told.setdefault((row.provision, row.since), set()).add(row.effect)

    assert told["art_47__para_1", "2026-07-01"] == {"amended"}
    assert told["art_8__para_2__part_2", "2026-07-01"] == {"amended"}
    both = [where for where, done in told.items() if "inserted" in done and len(done) > 1]
    assert both == []


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus_texts")
def test_json_tells_what_the_words_of_a_provision_cite():
    edition = edition_on("cl-court-2022", "ru", date(2026, 7, 1))
    told = json.loads(as_json(edition, citing(edition)))

    article = next(one for one in _every(told["provisions"]) if one["eid"] == "art_46")
    first = article["parts"][0]
    cited = first["cites"][0]
    assert first["text"][cited["start"] : cited["end"]].startswith(
        "подпункте 1) пункта 1 статьи 73"
    )
    assert cited["work"] == "/akn/kz/act/2026/constitution"
    assert cited["targets"] == ["art_73__para_1__subpara_1"]


def _every(provisions):
    for one in provisions:
        yield one
        yield from _every(one["parts"])
