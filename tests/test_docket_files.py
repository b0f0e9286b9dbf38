"""Files that people upload: told at once what they are, kept whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import random
import signal
import socket
import socketserver
import threading
import tracemalloc
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from atazan.docket import vault
from atazan.docket.intake import (
    FILE_MOST,
    FILING_MOST,
    NAME_MOST,
    Looked,
    clean_name,
    fits_together,
    look_at,
    scanned,
    take,
)

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(40)
DOCX_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
)
LONG_AGO, LATER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings) -> Path:
    """A vault of its own for each test, and no scanner."""
    settings.HOME, settings.ATAZAN_CLAMD = tmp_path, ""
    return tmp_path


def pdf(pages: int = 2, password: str | None = None, owner: str = "", **root: object) -> bytes:
    """A PDF; `root` adds to its catalogue."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        for name, value in root.items():
            made.Root["/" + name] = value
        locked = password is not None or owner
        lock = pikepdf.Encryption(owner=owner or "o", user=password or "") if locked else None
        made.save(out, encryption=lock or False)
    return out.getvalue()


def packed(**parts: str) -> bytes:
    """A ZIP; a `__` in a name is a folder, a `_` a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name, text in parts.items():
            pack.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def docx(types: str = DOCX_TYPES[0], **more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("[Content_Types].xml", f'<Override ContentType="{types}"/>')
        pack.writestr("word/document.xml", "<w:p>" + "өтініш " * 500 + "</w:p>")
        for name, text in more.items():
            pack.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def odt(**more: str) -> bytes:
    return packed(mimetype="application/vnd.oasis.opendocument.text", content_xml="<o/>", **more)


def ole(text: str) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return head + bytes(300_000) + text.encode("utf-16-le") + bytes(600)


def action(kind: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name("/" + kind), JS="app.alert(1)")


def hidden() -> pikepdf.Dictionary:
    """An action that names its kind by an escape, as those do who hide it."""
    return pikepdf.Object.parse(b"<< /S /J#61vaScript /JS (1) >>")


def apart() -> bytes:
    """A PDF whose action names its kind in an object of its own, all packed into a stream."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        kind = made.make_indirect(pikepdf.Name("/JavaScript"))
        made.Root.OpenAction = pikepdf.Dictionary(S=kind, JS="1")
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def cms() -> bytes:
    body = bytes.fromhex("06092a864886f70d010702") + b"\xa0\x03\x30\x01\0"
    return b"\x30" + bytes([len(body)]) + body


def wrong(looked: Looked) -> list[str]:
    return [problem.key for problem in looked.problems]


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("Шағым.pdf", pdf(), "application/pdf"),
        ("тек оқуға.PDF", pdf(owner="secret"), "application/pdf"),
        ("фото.JPG", JPEG, "image/jpeg"),
        ("фото.png", PNG, "image/png"),
        ("скан.tif", b"II*\0" + bytes(40), "image/tiff"),
        ("өтініш.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml"),
        ("өтініш.odt", odt(), "application/vnd.oasis.opendocument.text"),
        ("түсінік.txt", "\ufeffӘділет\r\n".encode() * 40_000, "text/plain"),
        ("MZ.txt", b"MZ", "text/plain"),
        ("қолтаңба.p7s", cms(), "application/cms"),
        ("қолтаңба.cms", b"-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n", "application/cms"),
        ("Жалоба от 12.03", pdf(), "application/pdf"),
    ],
)
def test_a_file_of_a_kind_that_is_taken_is_told_whole(name, content, media):
    looked = look_at(content, name)

    assert wrong(looked) == [] and looked.taken
    assert (looked.name, looked.size) == (name, len(content))
    assert looked.sha256 == hashlib.sha256(content).hexdigest()
    assert looked.media is not None and looked.media.startswith(media)
    assert looked.pages == (2 if media == "application/pdf" else None)
    assert looked.scan.state == "not_scanned"


@pytest.mark.parametrize(
    ("name", "content", "keys"),
    [
        ("бос.pdf", b"", ["file.empty"]),
        ("үлкен.pdf", b"%PDF-" + bytes(FILE_MOST - 4), ["file.too_large"]),
        ("жабық.pdf", pdf(password="1234"), ["file.encrypted.pdf"]),
        ("жарты.pdf", pdf(40)[:-700], ["file.damaged.pdf"]),
        ("басы.pdf", b"%PDF-1.7\n" + bytes(90), ["file.damaged.pdf"]),
        ("ашылса.pdf", pdf(OpenAction=action("JavaScript")), ["file.active.pdf"]),
        ("іске.pdf", pdf(OpenAction=action("Launch")), ["file.active.pdf"]),
        (
            "тереңде.pdf",
            pdf(AA=pikepdf.Dictionary(WC=pikepdf.Dictionary(Next=[action("JavaScript")]))),
            ["file.active.pdf"],
        ),
        ("жасырын.pdf", pdf(OpenAction=hidden()), ["file.active.pdf"]),
        ("бөлек.pdf", apart(), ["file.active.pdf"]),
        ("нысан.pdf", pdf(AcroForm=pikepdf.Dictionary(XFA="x")), ["file.active.pdf"]),
        ("фото.jpg", pdf(), ["file.mislabelled"]),
        ("шот.pdf", PNG, ["file.mislabelled"]),
        ("шот.exe", pdf(), ["file.mislabelled"]),
        ("кілт.jpg", pdf(password="1"), ["file.encrypted.pdf", "file.mislabelled"]),
        ("макрос.docm", docx(DOCX_TYPES[1]), ["file.active.document"]),
        ("макрос.docx", docx(word__vbaProject_bin="x"), ["file.active.document"]),
        ("макрос.odt", odt(Basic__Standard__script_xml="x"), ["file.active.document"]),
        ("жабық.docx", ole("EncryptedPackage"), ["file.encrypted.document"]),
        ("жабық.odt", odt(**{"META-INF__manifest_xml": "<m:encryption-data/>"}), None),
        ("жарты.docx", docx()[:-60], ["file.damaged.document"]),
        ("жарты.odt", odt()[:-60], ["file.damaged.document"]),
        ("ескі.doc", ole("WordDocument"), ["file.not_taken"]),
        ("кесте.xlsx", packed(a="x"), ["file.not_taken"]),
        ("фото.heic", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(40), ["file.not_taken"]),
        ("бет.txt", b"<!DOCTYPE html><html><body>hi</body></html>", ["file.not_taken"]),
        ("ескі.txt", "Жалоба гражданина".encode("cp1251"), ["file.not_taken"]),
        ("кең.txt", "Шағым".encode("utf-16"), ["file.not_taken"]),
        ("шот.pdf", b"MZ\x90\0" + bytes(200), ["file.not_taken"]),
        ("белгісіз.pdf", bytes(range(1, 30)) * 40, ["file.not_taken"]),
        ("вирус.txt", EICAR, ["file.infected"]),
        ("вирус.pdf", pdf() + bytes(vault.CHUNK - 700) + EICAR, ["file.infected"]),
    ],
)
def test_what_speaks_against_a_file_is_told_in_three_languages(name, content, keys):
    looked = look_at(content, name)

    assert wrong(looked) == (keys or ["file.encrypted.document"]) and not looked.taken
    for problem in looked.problems:
        said = [problem.says(lang) for lang in ("kk", "ru", "en")]
        assert len(set(said)) == 3 and all(name in one and "{" not in one for one in said)


def test_a_mislabelled_file_is_told_by_both_its_name_and_its_content():
    [problem] = look_at(pdf(), "фото.jpg").problems

    assert "кончается на .jpg, а по содержанию это PDF" in problem.says("ru")
    assert ".pdf" in problem.says("kk")


def test_a_kind_that_is_not_taken_is_named_with_those_that_are():
    [heic] = look_at(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(40), "фото.heic").problems
    [gif] = look_at(b"GIF89a" + bytes(30), "a.gif").problems

    assert "HEIC" in heic.says("kk") and "PDF, JPEG, PNG" in heic.says("kk")
    assert "файл .gif" in gif.says("ru")


def test_a_size_over_the_limit_never_looks_within_it():
    [problem] = look_at(bytes(FILE_MOST + 1), "үлкен.bin").problems

    said = problem.says("ru").replace("\xa0", " ")
    assert "20,1 МБ" in said and "не больше 20 МБ" in said


def test_exactly_the_limit_is_taken():
    assert take(io.BytesIO(b"a" * FILE_MOST), "шекте.txt").taken


def test_files_of_one_filing_are_weighed_together():
    assert fits_together([FILE_MOST] * 5) is None
    problem = fits_together([FILING_MOST, 1])

    assert problem is not None and problem.key == "file.too_large_together"
    assert "100,1\xa0МБ" in problem.says("kk")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Әйгүл\\Шағым №1.pdf", "Шағым №1.pdf"),
        ("a\0b\r\n\x1b.pdf", "ab.pdf"),
        ("gpj.\u202efdp.pdf", "gpj.fdp.pdf"),
        ("и\u0306.txt", "й.txt"),
        (" .. ", ""),
    ],
)
def test_a_name_keeps_its_letters_and_nothing_else(raw, name):
    assert clean_name(raw) == (name, [])


def test_a_long_name_is_told_with_its_length_and_not_cut():
    name = "ш" * NAME_MOST + ".pdf"
    looked = look_at(pdf(), name)

    assert wrong(looked) == ["file.name_long"] and looked.name == name
    assert "124" in looked.problems[0].says("kk") and "120" in looked.problems[0].says("kk")


def test_a_file_without_a_name_is_named_by_its_digest():
    looked = look_at(pdf(), "..")

    assert looked.taken and looked.name == f"{looked.sha256[:8]}.pdf"


# A scanner


class Daemon(socketserver.BaseRequestHandler):
    """clamd's INSTREAM: reads the pieces, then gives the answer of the server."""

    def handle(self):
        line = self.request.makefile("rb")
        assert line.read(10) == b"zINSTREAM\0"
        while size := int.from_bytes(line.read(4), "big"):
            self.server.seen += line.read(size)
        self.request.sendall(self.server.answer)


@pytest.fixture(params=["tcp", "unix"])
def daemon(request, settings, tmp_path):
    if request.param == "tcp":
        server = socketserver.TCPServer(("127.0.0.1", 0), Daemon)
        settings.ATAZAN_CLAMD = f"127.0.0.1:{server.server_address[1]}"
    else:
        server = socketserver.UnixStreamServer(str(tmp_path / "clamd"), Daemon)
        settings.ATAZAN_CLAMD = f"unix:{tmp_path / 'clamd'}"
    server.seen, server.answer = b"", b"stream: OK\0"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_daemon_sees_every_byte_and_its_answer_is_kept(daemon):
    content = pdf() + random.Random(1).randbytes(3 * vault.CHUNK)

    assert scanned(content).state == "clean"
    assert daemon.seen == content


def test_an_infection_is_named_and_the_file_is_not_kept(daemon):
    daemon.answer = b"stream: Win.Trojan.Agent-1 FOUND\0"
    looked = take(io.BytesIO(pdf()), "шағым.pdf")

    assert wrong(looked) == ["file.infected"] and "Win.Trojan.Agent-1" in looked.scan.says("kk")
    with pytest.raises(vault.NotKept):
        vault.open(looked.sha256)


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b""])
def test_a_daemon_that_does_not_judge_leaves_the_file_not_scanned(daemon, answer):
    daemon.answer = answer

    assert scanned(pdf()).state == "not_scanned"


def test_a_daemon_that_is_down_is_never_taken_for_clean(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.ATAZAN_CLAMD = f"127.0.0.1:{free.getsockname()[1]}"
        looked = look_at(pdf(), "шағым.pdf")
        infected = look_at(EICAR, "вирус.txt")

    assert looked.taken and looked.scan.state == "not_scanned"
    assert infected.scan.state == "infected"
    assert "не проверен" in looked.scan.says("ru")


# The vault


def files(home: Path) -> list[str]:
    return sorted(str(one.relative_to(home / "files")) for one in home.glob("files/*/*"))


def test_the_same_bytes_are_kept_once_and_read_back(home):
    first, second = (take(io.BytesIO(pdf(3)), name) for name in ("a.pdf", "б.pdf"))

    assert first.sha256 == second.sha256
    assert files(home) == [f"{first.sha256[:2]}/{first.sha256}"]
    with vault.open(first.sha256) as file:
        assert file.read() == pdf(3)
    assert (home / "files" / files(home)[0]).stat().st_mode & 0o777 == 0o600


def test_a_file_refused_leaves_nothing(home):
    assert not take(io.BytesIO(pdf(password="1")), "a.pdf").taken
    assert files(home) == []


def test_an_oversized_upload_stops_early_and_leaves_nothing(home):
    class Endless:
        given = 0

        def read(self, size: int) -> bytes:
            self.given += size
            return bytes(size)

    stream = Endless()
    looked = take(stream, "шексіз.pdf")

    assert wrong(looked) == ["file.too_large_stopped"]
    assert stream.given <= FILE_MOST + vault.CHUNK
    assert files(home) == [] and "шексіз.pdf" in looked.problems[0].says("kk")


def test_a_stream_that_breaks_off_leaves_nothing(home):
    class Broken(io.BytesIO):
        def read(self, size: int = -1) -> bytes:
            if self.tell():
                raise ConnectionResetError
            return super().read(size)

    with pytest.raises(ConnectionResetError):
        vault.put(Broken(bytes(3 * vault.CHUNK)), FILE_MOST)
    assert files(home) == []


def test_bytes_changed_on_the_disk_are_never_given_out(home):
    kept = vault.put(io.BytesIO(b"evidence"), 100)
    (home / "files" / files(home)[0]).write_bytes(b"evidencE")

    with pytest.raises(vault.Changed) as told:
        vault.open(kept.sha256)
    assert kept.sha256 in told.value.says("kk") and told.value.found in told.value.says("ru")

    vault.put(io.BytesIO(b"evidence"), 100)  # put again, they are whole again
    with vault.open(kept.sha256) as file:
        assert file.read() == b"evidence"


@pytest.mark.parametrize("name", ["", "../secret", "a" * 63, "A" * 64, "0" * 64, "0" * 64 + "\n"])
def test_what_was_never_put_is_not_kept(name):
    with pytest.raises(vault.NotKept):
        vault.open(name)


def test_erased_bytes_are_gone(home):
    kept = vault.put(io.BytesIO(b"personal"), 100)

    assert vault.forget(kept.sha256) and files(home) == []
    assert not vault.forget(kept.sha256)


def test_the_sweep_removes_only_what_is_old_and_named_nowhere(home):
    named, loose = (vault.put(io.BytesIO(one), 100).sha256 for one in (b"named", b"loose"))
    (home / "files" / "arriving" / "left").write_bytes(b"half")

    assert vault.sweep({named}, LONG_AGO) == ()
    assert set(vault.sweep({named}, LATER)) == {loose, "left"}
    assert files(home) == [f"{named[:2]}/{named}"]


def test_bytes_put_again_during_the_sweep_stay(home, monkeypatch):
    kept = vault.put(io.BytesIO(b"again"), 100)
    place = home / "files" / files(home)[0]
    os.utime(place, (0, 0))
    real, times = os.replace, []

    def put_again_first(source, target):
        if not times:
            times.append(1)
            vault.put(io.BytesIO(b"again"), 100)
        real(source, target)

    monkeypatch.setattr(os, "replace", put_again_first)
    assert vault.sweep(set(), LONG_AGO) == ()
    with vault.open(kept.sha256) as file:
        assert file.read() == b"again"


class Deadly(io.BytesIO):
    """A stream whose reader is killed once it has given out `until` bytes."""

    def __init__(self, content: bytes, until: int) -> None:
        super().__init__(content)
        self.until = until

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= self.until:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(min(size or 1, self.until - self.tell()))


def killed(work) -> None:
    """Do the work in a process of its own, which must die of SIGKILL before the end."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


CONTENT = random.Random(7).randbytes(5 * vault.CHUNK + 3)
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.parametrize(
    "until", [1, vault.CHUNK, len(CONTENT), *random.Random(3).sample(range(len(CONTENT)), 12)]
)
def test_a_process_killed_at_any_byte_leaves_only_what_the_sweep_removes(home, until):
    killed(lambda: vault.put(Deadly(CONTENT, until), FILE_MOST))

    [left] = files(home)
    assert left.startswith("arriving/")
    with pytest.raises(vault.NotKept):
        vault.open(DIGEST)
    vault.sweep(set(), LATER)
    assert files(home) == []
    assert vault.put(io.BytesIO(CONTENT), FILE_MOST).sha256 == DIGEST


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("after", [False, True])
def test_a_process_killed_between_two_steps_leaves_the_file_whole_or_not_at_all(home, step, after):
    def work() -> None:
        real = getattr(os, step)

        def last(*given):
            if after:
                real(*given)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(os, step, last)
        vault.put(io.BytesIO(CONTENT), FILE_MOST)

    killed(work)
    if step == "replace" and after:
        with vault.open(DIGEST) as file:
            assert file.read() == CONTENT
    else:
        with pytest.raises(vault.NotKept):
            vault.open(DIGEST)


def test_a_large_file_is_looked_at_in_little_memory(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes("ә".encode() * (FILE_MOST // 2))
    tracemalloc.start()
    with path.open("rb") as stream:
        looked = take(stream, "large.txt")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert looked.taken and peak < 1.25 * 1024 * 1024


@pytest.mark.parametrize("cut", random.Random(5).sample(range(1, len(pdf(20))), 25))
def test_a_pdf_cut_at_any_byte_is_never_taken(cut):
    content = pdf(20)[:cut]
    looked = take(io.BytesIO(content), "жарты.pdf")

    assert not looked.taken or content.rstrip().endswith(b"%%EOF")
    assert looked == look_at(content, "жарты.pdf")
