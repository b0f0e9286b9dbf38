"""`atazan read`: a line answers a line, nothing is done twice or lost, bad input told in words."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from argparse import Namespace
from datetime import date
from time import monotonic, sleep

import pytest

from atazan.cli.main import main
from atazan.cli.read_kept import kept
from atazan.cli.read_lines import answer
from atazan.cli.read_told import told
from atazan.sources.opened import Paper
from atazan.sources.reading.answered import answered, written
from atazan.sources.reading.done import Done, Output, StateRefused, key
from atazan.sources.reading.lines import Line, lines
from atazan.sources.understood.told import ActTold, Kind, Understood
from tests.conftest import ROOT

TEXT = "Сенат назначил судью. 𝒜 Судья принёс присягу."
OATH = ActTold(
    kind=Kind.OATH,
    date="2024-05-01",
    actors=("Судья",),
    objects=(),
    office=None,
    counterparts=(),
    modality="done",
    confidence=0.9,
    start=TEXT.index("Судья"),
    end=len(TEXT) - 1,
)
ALL = {"id", "acts", "persons", "organisations", "places", "sources"}


def oath(text, lang, published):
    """A reader that finds one act in every text, on the day of publication."""
    return Understood(lang or "ru", acts=(OATH,), persons=(str(published),), sources=(str(lang),))


def line(**given):
    return Line(7, json.dumps(given, ensure_ascii=False).encode(), False)


def read(given, read=oath, out="en", **default):
    return json.loads(written(answered(given, read, out, **default)))


def test_a_line_is_answered_with_every_field_of_an_act():
    told = read(line(id="a", text=TEXT))

    assert set(told) == ALL and told["id"] == "a"
    [act] = told["acts"]
    assert list(act) == [
        *("kind", "date", "actors", "objects", "office", "counterparts"),
        *("modality", "confidence", "start", "end", "said_by"),
    ]
    assert act["kind"] == "oath" and act["office"] is None and act["objects"] == []
    assert TEXT[act["start"] : act["end"]] == "Судья принёс присягу"


def test_the_reader_is_told_language_and_day_of_the_line_else_those_of_the_command():
    own = read(line(text=TEXT, lang="kaz", published="2019-11-04T11:24:00+00:00"), lang="en")
    default = read(line(text=TEXT), lang="en", published=date(2024, 5, 1))

    assert (own["persons"], own["sources"]) == (["2019-11-04"], ["kk"])
    assert (default["persons"], default["sources"]) == (["2024-05-01"], ["en"])
    assert read(line(text=TEXT, published="2019-11"))["persons"] == ["None"]


@pytest.mark.parametrize(
    ("content", "id", "word"),
    [
        (b'{"id": 2', None, "no JSON"),
        (b'{"id": 3, "text": "\xff"}', None, "byte 19"),
        (b"[1]", None, "no JSON object"),
        (b'{"id": true, "text": "a"}', None, "true"),
        (b'{"id": 4}', 4, "null"),
        (b'{"id": 5, "text": ["a"]}', 5, '["a"]'),
        (b'{"id": 6, "text": " \\n"}', 6, "empty"),
        (b'{"id": 7, "text": "a", "lang": "de"}', 7, "de"),
        (b'{"id": 8, "text": "a", "published": "soon"}', 8, "soon"),
        (b'{"id": 9, "text": "a", "published": 2019}', 9, "2019"),
        (b"[" * 100_000, None, "no JSON"),
    ],
)
def test_a_bad_line_is_answered_with_its_number_and_the_reason(content, id, word):
    told = read(Line(7, content, False))

    assert set(told) == {"id", "line", "error"} and told["line"] == 7
    assert told["id"] == id and word in told["error"]


@pytest.mark.parametrize(("lang", "word"), [("kk", "бос"), ("ru", "пусто"), ("en", "empty")])
def test_the_reason_is_said_in_the_language_asked(lang, word):
    assert word in read(line(id=1, text=""), out=lang)["error"]


def test_a_defect_in_one_text_does_not_stop_the_others():
    def broken(*_):
        raise KeyError("office")

    told = read(line(id="a", text=TEXT), broken)
    assert told["id"] == "a" and "office" in told["error"] and "report" in told["error"]


def test_of_a_line_over_the_limit_no_more_is_held_and_the_next_is_read():
    found = list(lines(io.BytesIO(b"x" * 1000 + b"\nsecond\r\n\n" + b"y" * 1000), longest=10))

    assert found == [(1, b"x" * 10, True), (2, b"second", False), (4, b"y" * 10, True)]
    assert "too long" in read(found[0])["error"]


# Going on after a sudden end.


class Killed(BaseException):
    """The end of the process, at a moment of our choice."""


class Dying:
    """A file that takes so many bytes and then ends the process in the middle of a write."""

    def __init__(self, path, bytes_left):
        self.file, self.left = path.open("ab", buffering=0), bytes_left

    def write(self, given):
        self.file.write(given[: self.left])
        if self.left < len(given):
            raise Killed
        self.left -= len(given)
        return len(given)

    def __getattr__(self, name):
        return getattr(self.file, name)


GIVEN = b"".join(b'{"id": %d, "text": "%s"}\n' % (n, b"word " * (n % 3)) for n in range(6))


def answer_all(out, state, dies_in=None, after=0):
    """Answer GIVEN into `out`; the process may die while it writes the answers or the state."""
    asked = []

    def one(given):
        asked.append(given.number)
        return answered(given, oath, "en")

    with kept(Namespace(out=out, state=state), "jsonl", "en") as answers:
        if dies_in == "out":
            answers._output._stream = Dying(out, after)
        if dies_in == "state":
            answers._done._file = Dying(state, after)
        for _ in answer(io.BytesIO(GIVEN), 0, one, answers):
            pass
    return asked


@pytest.mark.parametrize("dies_in", ["out", "state"])
def test_killed_at_any_moment_a_reading_goes_on_without_losing_or_repeating_a_line(
    tmp_path, dies_in
):
    whole = tmp_path / "whole"
    answer_all(whole, tmp_path / "whole.state")
    expected = whole.read_bytes()
    assert expected.count(b"\n") == 6
    size = (whole if dies_in == "out" else tmp_path / "whole.state").stat().st_size

    for after in range(0, size, 7):
        out, state = tmp_path / f"{after}", tmp_path / f"{after}.state"
        try:
            answer_all(out, state, dies_in, after)
        except Killed:
            kept_before = state.read_bytes().count(b"\n") - 1
            again = answer_all(out, state)
            assert len(again) == 6 - kept_before
        assert out.read_bytes() == expected


PROGRAM = """
import sys, time
from argparse import Namespace
from pathlib import Path
from atazan.cli.read_kept import kept
from atazan.cli.read_lines import answer
from atazan.sources.reading.answered import answered
from atazan.sources.understood.told import Understood
def slow(*_):
    time.sleep(0.001)
    return Understood("en")
file = open(sys.argv[1], "rb")
with kept(Namespace(out=Path(sys.argv[2]), state=None), "jsonl", "en") as answers:
    for _ in answer(file, 0, lambda line: answered(line, slow, "en"), answers):
        pass
"""


def test_a_process_killed_in_the_midst_is_gone_on_with(tmp_path):
    given, out = tmp_path / "given", tmp_path / "out"
    given.write_bytes(b"".join(b'{"id": %d, "text": "court"}\n' % n for n in range(200)))
    command = [sys.executable, "-c", PROGRAM, str(given), str(out)]
    process = subprocess.Popen(command, cwd=ROOT)
    until = monotonic() + 30
    while not (out.exists() and out.stat().st_size > 2000) and monotonic() < until:
        sleep(0.002)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert out.read_bytes().count(b"\n") < 200

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0 and "not read again" in done.stderr
    assert [json.loads(one)["id"] for one in out.read_bytes().splitlines()] == list(range(200))


def test_a_second_reading_with_the_same_state_reads_what_is_new_alone(tmp_path, capsys):
    out, state = tmp_path / "out", tmp_path / "state"
    assert len(answer_all(out, state)) == 6
    before = out.read_bytes()

    assert answer_all(out, state) == []
    assert out.read_bytes() == before
    assert "6 texts" in capsys.readouterr().err


def test_lines_refused_before_still_count_when_a_reading_goes_on(tmp_path):
    state = tmp_path / "state"
    first = Done(state, "jsonl")
    first.add(key("a"), 10, refused=True)
    first.close()

    second = Done(state, "jsonl")
    assert second.refused == 1 and key("a") in second
    second.close()


def test_an_output_without_a_state_is_not_written_over(tmp_path):
    out, state = tmp_path / "out", tmp_path / "out.state"
    out.write_text("mine")

    for _ in range(2):
        with (
            pytest.raises(StateRefused) as refused,
            kept(Namespace(out=out, state=None), "json", "en"),
        ):
            pass
        assert refused.value.key.endswith("out_exists") and out.read_text() == "mine"
        assert not state.exists()


def test_a_state_of_another_reading_or_of_a_lost_output_is_refused(tmp_path):
    out, state = tmp_path / "out", tmp_path / "state"
    answer_all(out, state)

    with pytest.raises(StateRefused, match="other"):
        Done(state, "text")
    out.write_bytes(b"")
    done = Done(state, "jsonl")
    with pytest.raises(StateRefused, match="out_shorter"):
        Output.into(out, done)
    with pytest.raises(StateRefused, match="in_use"):
        Done(state, "jsonl")
    done.close()
    strange = tmp_path / "strange"
    strange.write_bytes(b"a letter to my mother\n")
    with pytest.raises(StateRefused, match="other"):
        Done(strange, "jsonl")
    assert strange.read_bytes() == b"a letter to my mother\n"


# The whole way, from files.

CONSENT = "Вчера Сенат дал согласие на назначение Эльвиры Азимовой."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-binary.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "c-report.txt").write_text(CONSENT, "utf-8")
    (tmp_path / "d-again.txt").write_text(CONSENT, "utf-8")
    (tmp_path / "e-large.txt").write_bytes(b"court " * 200_000)
    return tmp_path


def test_what_cannot_be_opened_is_told_and_the_rest_is_read(folder, capsys):
    told = ["read", str(folder), "--published", "2022-12-29", "--format", "json", "--limit", "1"]

    assert main(told) == 1
    printed = capsys.readouterr()
    first, again = map(json.loads, printed.out.splitlines())
    [act] = first["acts"]
    assert (act["kind"], act["date"]) == ("consent", "2022-12-28")
    assert act["objects"] == ["Эльвира Азимова"]
    assert first["text"][act["start"] : act["end"]].startswith("Сенат")
    assert first["repeats"] is None
    assert again["repeats"]["place"].endswith("c-report.txt") and again["repeats"]["same"]
    for name in ("a-empty.txt", "b-binary.bin", "e-large.txt"):
        assert name in printed.err
    assert "Not read: 3" in printed.err


def test_of_papers_read_before_only_the_new_ones_are_read(folder, tmp_path, capsys):
    out = tmp_path / "out"
    first, second = str(folder / "c-report.txt"), str(folder / "d-again.txt")
    assert main(["read", first, "--format", "json", "--out", str(out)]) == 0
    assert main(["read", first, second, "--format", "json", "--out", str(out)]) == 0

    first, again = map(json.loads, out.read_bytes().splitlines())
    assert first["place"].endswith("c-report.txt") and again["place"].endswith("d-again.txt")
    assert again["repeats"]["hash"] == first["hash"]


@pytest.mark.parametrize(
    ("lang", "word", "ahead"),
    [("kk", "Келісім беру", "Әрі қарай"), ("ru", "Согласие", "Дальше"), ("en", "Consent", "Next")],
)
def test_a_page_ends_with_what_to_do_next(folder, capsys, lang, word, ahead):
    assert main(["read", str(folder / "c-report.txt"), "--lang-out", lang]) == 0

    printed = capsys.readouterr().out
    assert word in printed and printed.splitlines()[-1].startswith(ahead)


def test_lines_are_answered_in_order_and_the_exit_code_tells_of_bad_ones(tmp_path, capsys):
    given = tmp_path / "given.jsonl"
    good = json.dumps({"id": "b", "text": CONSENT, "published": "2022-12-29"}, ensure_ascii=False)
    given.write_text(f'{{"id": "a"\n{good}\n', "utf-8")

    assert main(["read", "--jsonl", str(given)]) == 1
    bad, told = map(json.loads, capsys.readouterr().out.splitlines())
    assert bad["line"] == 1 and told["id"] == "b"
    [act] = told["acts"]
    assert CONSENT[act["start"] : act["end"]].startswith("Сенат")
    assert main(["read", str(given), "--jsonl"]) == 1


def test_nothing_to_read_and_a_file_that_is_not_there_are_said_so(tmp_path, capsys):
    assert main(["read"]) == 2
    assert main(["read", "--jsonl", str(tmp_path / "none")]) == 2
    assert main(["read", "--desk", "--jsonl", "x"]) == 2
    said = capsys.readouterr().err
    assert "--jsonl" in said and str(tmp_path / "none") in said and "--desk" in said


def test_texts_are_read_without_the_database_and_without_the_network(tmp_path):
    given = tmp_path / "given.jsonl"
    given.write_text(json.dumps({"id": 1, "text": f"{CONSENT} The Court sat. Сот отырысы өтті."}))
    program = (
        "import sys, socket; socket.socket = None\n"
        "from atazan.cli.main import main\n"
        "code = main(['read', '--jsonl', sys.argv[1]])\n"
        "sys.exit(code or 'django' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(given)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True)

    assert done.returncode == 0 and json.loads(done.stdout)["id"] == 1, done.stderr


@pytest.mark.once
@pytest.mark.django_db
def test_papers_are_taken_to_the_desk_once_and_their_originals_kept(folder, capsys, settings):
    settings.HOME = folder / "home"
    paper = str(folder / "c-report.txt")

    assert main(["read", "--desk", paper, str(folder / "a-empty.txt")]) == 1
    assert main(["read", "--desk", paper]) == 0
    printed = capsys.readouterr()
    first, _, again, _ = printed.out.splitlines()
    assert "acts proposed: 1" in first and "nothing changed" in again
    assert "a-empty.txt" in printed.err
    kept_once = [path for path in settings.HOME.rglob("*") if path.is_file()]
    assert CONSENT.encode() in [path.read_bytes() for path in kept_once] and len(kept_once) == 2


@pytest.mark.once
@pytest.mark.django_db
def test_a_role_that_may_not_read_papers_in_is_refused(folder, capsys, settings):
    settings.HOME = folder / "home"

    assert main(["read", "--desk", "--role", "citizen", str(folder / "c-report.txt")]) == 2
    assert capsys.readouterr().err.strip()


# What a lawyer reads.


def paper(**known):
    return Paper(**{"place": "a.txt", "hash": "0" * 64, "text": TEXT} | known)


def shown(act, lang, **known):
    understood = Understood("ru", acts=(act,) if act else (), persons=("Ада Лавлейс",))
    return told(paper(**known), understood, lang).replace("\xa0", " ")


def test_an_act_is_told_in_words_with_the_words_that_prove_it():
    page = shown(OATH, "en", title="Присяга", outlet="Вестник", published="2024-05-02")

    assert page.startswith("Присяга\n  Вестник · 2 May 2024 · in Russian · a.txt\n")
    assert "1. Oath of office · 1 May 2024 · happened · 90 % sure" in page
    assert "Who takes the oath: Судья\n" in page
    assert "«Судья принёс присягу»" in page
    assert "Persons: Ада Лавлейс" in page


@pytest.mark.parametrize(("lang", "word"), [("kk", "Ант беру"), ("ru", "Присяга"), ("en", "Oath")])
def test_acts_are_told_in_the_language_asked(lang, word):
    assert word in shown(OATH, lang)


def test_who_says_it_is_told_and_a_day_that_is_not_told_is_said_so():
    from msgspec.structs import replace

    page = shown(replace(OATH, modality="reported", said_by="Ада Лавлейс", date=None), "en")

    assert "day not told · according to Ада Лавлейс" in page


def test_a_text_without_acts_says_so():
    assert "No acts were found" in shown(None, "en")
