"""Decisions as JSON and CSV, all of them in one archive that anyone can verify."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from django.test import override_settings
from msgspec import json as msgspec_json

from atazan.decisions.models import Decision, Holding, Resolution
from atazan.library.exported import bundle, kept, shape, tables
from atazan.library.exported.stamps import head, stamps
from atazan.library.exported.told import told, told_of
from tests.library_exported import KEY, LATER, SAID, describe
from tests.test_library_deeds import state

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker, tmp_path_factory):
    """The downloads of the record as loaded, made once."""
    with django_db_blocker.unblock(), override_settings(HOME=tmp_path_factory.mktemp("home")):
        yield kept.kept()


def rows(written):
    text = b"".join(written).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def files(found):
    with zipfile.ZipFile(found.path) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def test_every_decision_is_a_line_of_json_that_reads_back_the_same():
    lines = list(shape.as_lines())
    assert len(lines) == Decision.objects.count()
    for line, one in zip(lines, told(), strict=True):
        assert shape.read(line) == shape.shape(one)


def test_json_has_everything_the_register_has_of_a_decision():
    describe()
    told_here = shape.read(shape.as_json(told_of(KEY)))
    columns = {field.attname for field in Decision._meta.fields}

    assert columns - {"entry", "stream"} <= set(shape.DecisionShape.__struct_fields__)
    assert told_here.texts == {lang: list(lines) for lang, lines in SAID.items()}
    assert [one.id for one in told_here.positions] == ["made-up"]
    assert [(one.by, one.treatment) for one in told_here.treated] == [(LATER, "followed")]
    assert told_here.indexing.codes == ["5.3.13.3", "3.9"]
    assert told_here.precis["en"].headnotes == ["Made up: a rule."]
    assert shape.read(shape.as_json(told_of(LATER))).treats[0].position == "made-up"


def test_the_schema_names_every_field():
    named = json.loads(shape.schema())["$defs"]["DecisionShape"]["properties"]
    assert set(named) == set(shape.DecisionShape.__struct_fields__)


def test_csv_has_a_row_a_decision_and_a_row_a_holding():
    assert b"".join(tables.decisions_csv()).startswith(b"\xef\xbb\xbf")
    assert [row["id"] for row in rows(tables.decisions_csv())] == [one.row.id for one in told()]
    held = rows(tables.holdings_csv())
    assert len(held) == Holding.objects.count()
    assert {row["outcome"] for row in held} >= {"does_not_conform", "official_interpretation", ""}


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_cell_is_a_formula(evil):
    Decision.objects.filter(pk=KEY).update(subject={"kk": evil, "ru": "а", "en": "a"})
    (row,) = rows(tables.decisions_csv(told((KEY,))))
    assert row["subject_kk"] == f"'{evil}"


def test_the_archive_verifies_by_its_own_checksums_and_manifest(whole):
    found = files(whole.named("decisions.zip"))
    lines = found.pop("SHA256SUMS").decode().splitlines()
    sums = {line[66:]: line[:64] for line in lines}
    assert sums == {name: hashlib.sha256(body).hexdigest() for name, body in found.items()}

    manifest = msgspec_json.decode(found["manifest.json"], type=bundle.Manifest)
    assert {one.path for one in manifest.files} == set(found) - {"manifest.json"}
    assert (manifest.made_from_entry, manifest.entry_hash) == (head().entry, head().hash)
    assert manifest.decisions == Decision.objects.count()
    assert manifest.licence == "Apache-2.0"


def test_the_archive_holds_every_form_of_every_decision(whole):
    found = set(files(whole.named("decisions.zip")))
    for id in Decision.objects.values_list("id", flat=True):
        assert {f"akn/{id}_kaz.akn", f"akn/{id}_rus.akn", f"codices/{id}_eng.xml"} <= found
    assert {"decisions.jsonl", "decisions.csv", "holdings.csv", "README.md"} <= found


def test_the_same_decisions_give_the_same_archive_byte_for_byte(tmp_path):
    describe()
    for name in "ab":
        found = list(told((KEY, LATER)))
        bundle.write_zip(
            bundle.with_manifest(bundle.all_files(found), head(), len(found)), tmp_path / name
        )
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_kept_is_given_again_until_the_record_moves_on(tmp_path, settings):
    settings.HOME = tmp_path
    row = Decision.objects.filter(pk=KEY)
    Decision.objects.exclude(pk=KEY).delete()
    before = kept.kept()
    row.update(subject={"kk": "б", "ru": "б", "en": "b"})  # no act: nothing is looked at
    assert kept.kept() == before

    state()
    after = kept.kept()
    assert after.head.entry > before.head.entry
    assert not before.downloads[0].path.exists()
    assert [one.name for one in after.downloads] == [one.name for one in before.downloads]
    assert after.downloads[0].sha256 != before.downloads[0].sha256


def test_a_decision_bears_the_moment_of_the_last_act_that_tells_of_it():
    before = stamps()
    describe()
    after = stamps()
    moved = {id for id in after if after[id] != before[id]}
    assert {KEY, LATER} <= moved
    assert "ccl-2020-1" not in moved
    assert after[LATER].entry <= after[KEY].entry == head().entry


def test_a_decision_withdrawn_is_known_to_be_gone():
    from atazan.journal.corrections import ActWithdrawn
    from atazan.journal.record import By, record, version_of
    from tests.test_library_deeds import NOON

    stream = f"decision/{KEY}"
    act = ActWithdrawn(subject=stream, version=1, reason="made up for a test", sources=("test",))
    record(act, by=By("chief", "chief_curator"), at=NOON, seen=version_of(stream))

    assert stamps()[KEY].gone
    assert KEY not in [one.row.id for one in told()]


def test_a_resolution_adopted_but_not_published_is_in_no_download(tmp_path, settings):
    settings.HOME = tmp_path
    Decision.objects.exclude(pk=KEY).delete()
    secret = "sealedresolution"
    Resolution.objects.create(
        id="cc-2026-secret",
        stream="petition/2026-00001",
        entry=1,
        petition="2026-00001",
        number="999-НП",
        number_kk="999-НҚ",
        title={"kk": secret},
        subject={"kk": secret, "ru": secret, "en": secret},
        texts=secret,
        adopted_on="2026-11-01",
    )
    for one in kept.kept().downloads:
        written = one.path.read_bytes()
        if one.name.endswith(".zip"):
            written = b"".join(files(one).values())
        assert secret.encode() not in written and b"cc-2026-secret" not in written, one.name


FILES = ["record.json", "judgment-kk.akn", "precis-en.docx", "precis-en.xml", "precis-kk.json"]


@pytest.mark.parametrize("name", FILES)
def test_a_decision_on_record_has_each_file_and_one_not_published_none(client, name):
    Resolution.objects.create(
        id="cc-2026-secret",
        stream="petition/2026-00001",
        entry=1,
        petition="2026-00001",
        number="999-НП",
        number_kk="999-НҚ",
        title={},
        subject={},
        texts="",
        adopted_on="2026-11-01",
    )
    assert client.get(f"/ru/decisions/{KEY}/{name}").status_code == 200
    assert client.get(f"/ru/decisions/cc-2026-secret/{name}").status_code == 404
    assert client.get(f"/ru/decisions/999-НҚ/{name}").status_code == 404


@pytest.mark.parametrize("name", ["precis-fr.docx", "precis-en.pdf", "judgment-en.akn"])
def test_other_forms_and_languages_are_not_found(client, name):
    assert client.get(f"/ru/decisions/{KEY}/{name}").status_code == 404


def test_the_page_of_downloads_and_the_api_tell_the_same(client, tmp_path, settings):
    settings.HOME = tmp_path
    Decision.objects.exclude(pk=KEY).delete()
    told_there = client.get("/api/downloads").json()
    page = client.get("/kk/decisions/downloads/?format=json").json()
    assert {name: page[name] for name in told_there} == told_there
    for one in told_there["downloads"]:
        sent = client.get(f"/kk/decisions/downloads/{one['name']}")
        body = b"".join(sent.streaming_content)
        assert (len(body), hashlib.sha256(body).hexdigest()) == (one["bytes"], one["sha256"])
    sums = client.get("/kk/decisions/downloads/SHA256SUMS").content.decode()
    assert sums == "".join(f"{one['sha256']}  {one['name']}\n" for one in told_there["downloads"])
    assert client.get("/kk/decisions/downloads/other.zip").status_code == 404


def test_the_command_writes_a_folder_that_verifies_and_refuses_a_full_one(tmp_path, capsys):
    from atazan.cli.main import main

    folder = tmp_path / "out"
    given = ["library", "export", str(folder), "--only", "33-НҚ", "--format", "json"]
    assert main(given) == 0
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        assert hashlib.sha256((folder / line[66:]).read_bytes()).hexdigest() == line[:64]
    assert shape.read((folder / "decisions.jsonl").read_bytes()).id == KEY
    assert main(given) == 2
    assert str(folder) in capsys.readouterr().err
    assert main(["library", "export", str(tmp_path / "new"), "--only", "none"]) == 2


def test_the_command_reads_a_precis_back(tmp_path, capsysbinary):
    from atazan.cli.main import main
    from atazan.library.exported.codices import twin
    from atazan.library.exported.codices.blocks import bulletin
    from atazan.library.exported.codices.docx import as_docx

    one = bulletin(told_of(KEY))
    path = tmp_path / "a.docx"
    path.write_bytes(as_docx(one))
    assert main(["library", "precis", str(path)]) == 0
    assert twin.from_json(capsysbinary.readouterr().out) == one
    path.write_bytes(b"no word file")
    assert main(["library", "precis", str(path)]) == 2
