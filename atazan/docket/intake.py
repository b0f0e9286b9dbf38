"""What an uploaded file is, and whether it may be taken: told at once, before anything is kept.

The bytes decide, never the name. A petition is filed in written and (or) electronic form
(article 44(1) of the law on the Court); which files an electronic one may hold the law does not
say, so the kinds and sizes here are the platform's, and each refusal says what to do instead.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pikepdf
import puremagic
from msgspec import Struct
from pikepdf.settings import set_qpdf_limits

from atazan.docket import vault
from atazan.docket.scanner import NOT_SCANNED, Scan, holds, pieces, scanned
from atazan.journal.problems import Problem
from atazan.rules.text import LANGS, Text
from atazan.rules.words import all_words, phrase

MIB = 1024 * 1024
FILE_MOST = 20 * MIB
"""Bytes of one file."""
FILING_MOST = 100 * MIB
"""Bytes of all files of one filing."""
NAME_MOST = 120
"""Characters of a name."""
HEAD = 4096

TAKEN = {
    "pdf": ("application/pdf", ("pdf",)),
    "jpeg": ("image/jpeg", ("jpg", "jpeg", "jpe", "jfif")),
    "png": ("image/png", ("png",)),
    "tiff": ("image/tiff", ("tif", "tiff")),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    "odt": ("application/vnd.oasis.opendocument.text", ("odt",)),
    "text": ("text/plain", ("txt",)),
    "cms": ("application/cms", ("cms", "p7s", "p7m", "sig")),
}
"""Kinds that may be taken: media type, and the endings a name may have."""

_FIRST_BYTES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"PK\3\4", "zip"),
    (b"PK\5\6", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\xff\xfe", "text_other"),
    (b"\xfe\xff", "text_other"),
    (b"-----BEGIN CMS-----", "cms"),
    (b"-----BEGIN PKCS7-----", "cms"),
)
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # RFC 5652, id-signedData
_ODT = TAKEN["odt"][0]
_LOCKED_DOCX = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_OFFICE = (
    (b"wordprocessingml.document", "docx"),
    (b"ms-word.document.macroEnabled", "docx"),
    (b"word/", "docx"),
    (b"spreadsheetml", "xlsx"),
    (b"presentationml", "pptx"),
)
_MACROS = re.compile(r"vbaProject\.bin$|vbaData\.xml$|/activeX/|^Basic/|^Scripts/")
_ACTIONS = (b"/JavaScript", b"/Launch", b"/Rendition")
_ACTIVE = (*(b"/S " + one for one in _ACTIONS), b"/XFA ")  # as qpdf writes names and spaces
_MARKUP = ("eml", "htm", "html", "mht", "ps", "rtf", "svg", "vcf", "xhtml", "xml")
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,4})$")
_UNPRINTED = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f]")
_UNZIPPABLE = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
    zlib.error,
)

set_qpdf_limits(flate_max_memory=256 * MIB)


class Looked(Struct, frozen=True):
    """What a file is. `size` is in bytes; None where reading stopped at the limit.

    `media` is None where the content is not of a kind that may be taken; `pages` is known for PDF.
    """

    name: str
    sha256: str | None
    size: int | None
    media: str | None
    pages: int | None
    scan: Scan
    problems: tuple[Problem, ...]

    @property
    def taken(self) -> bool:
        """Whether it may be kept."""
        return not self.problems


def take(stream: vault.Readable, name: str) -> Looked:
    """Look at a file that is coming in, and keep it in the vault where nothing speaks against."""
    try:
        with vault.received(stream, FILE_MOST) as arrived:
            looked = look_at(arrived.path, name)
            if looked.taken:
                vault.keep(arrived)
            return looked
    except vault.TooLarge:
        shown, _ = clean_name(name)
        problem = _problem("file.too_large_stopped", shown, most=written_size(FILE_MOST))
        return Looked(shown, None, None, None, None, NOT_SCANNED, (problem,))


def look_at(source: Path | bytes, name: str) -> Looked:
    """Find out what a file is and whether it may be taken; it is not opened if infected."""
    with _opened(source) as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        scan = scanned(file) if 0 < size <= FILE_MOST else NOT_SCANNED
        opened = 0 < size <= FILE_MOST and scan.state != "infected"
        kind = _kind(file) if opened else ""
        pages, fault = _inside(file, kind) if opened else (None, "")
    media, endings = TAKEN.get(kind, (None, ("bin",)))
    shown, wrong = clean_name(name)
    shown = shown or f"{sha256[:8]}.{endings[0]}"
    refused = _unread(shown, size, scan)
    wrong += [refused] if refused else _wrong(shown, kind, fault)
    return Looked(shown, sha256, size, media, pages, scan, tuple(wrong))


def fits_together(sizes: Iterable[int]) -> Problem | None:
    """What is wrong where the files of one filing, in bytes, are too large together."""
    total = sum(sizes)
    if total <= FILING_MOST:
        return None
    facts = {"total": written_size(total), "most": written_size(FILING_MOST)}
    return Problem("file.too_large_together", facts)


def clean_name(raw: str) -> tuple[str, list[Problem]]:
    """A name as it may be shown: no folders, no control or invisible characters; any script.

    >>> clean_name("C:/үй/Шағым\\u202e.pdf")
    ('Шағым.pdf', [])
    """
    last = unicodedata.normalize("NFC", raw).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(one for one in last if unicodedata.category(one)[0] != "C").strip(" .")
    if len(name) <= NAME_MOST:
        return name, []
    return name, [_problem("file.name_long", name, length=len(name), most=NAME_MOST)]


def written_size(size: int) -> Text:
    """A size as readers write it, rounded up so that it never looks within a limit it is over.

    >>> written_size(20 * MIB).ru, written_size(20 * MIB + 1).en
    ('20\\xa0МБ', '20.1\\xa0MB')
    """
    unit, bytes_in = ("mb", MIB) if size >= MIB else ("kb", 1024)
    tenths = -(-size * 10 // bytes_in)
    number = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    said = {lang: number if lang == "en" else number.replace(".", ",") for lang in LANGS}
    return Text(**{one: phrase(f"file.size.{unit}", one, {"number": said[one]}) for one in LANGS})


def _unread(name: str, size: int, scan: Scan) -> Problem | None:
    """Why a file is not even opened."""
    if size == 0:
        return _problem("file.empty", name)
    if size > FILE_MOST:
        facts = {"size": written_size(size), "most": written_size(FILE_MOST)}
        return _problem("file.too_large", name, **facts)
    if scan.state == "infected":
        return _problem("file.infected", name, what=scan.what)
    return None


def _wrong(name: str, kind: str, fault: str) -> Iterator[Problem]:
    """What speaks against a file that was opened: its kind, its name, what is inside."""
    if kind not in TAKEN:
        yield _problem("file.not_taken", name, found=kind_named(kind))
        return
    if fault:
        what = "pdf" if kind == "pdf" else "document"
        yield _problem(f"file.{fault}.{what}", name)
    ending = _ENDING.search(name)
    if ending and ending[1].lower() not in TAKEN[kind][1] and fault != "active":
        facts = {"ending": ending[0], "found": kind_named(kind), "right": "." + TAKEN[kind][1][0]}
        yield _problem("file.mislabelled", name, **facts)


def kind_named(kind: str) -> Text:
    """A kind in the reader's words; an ending such as `.webp` where it has none of its own."""
    if not kind:
        return _text("file.kind.unknown")
    key = f"file.kind.{kind}"
    return _text(key) if key in all_words() else _text("file.kind.other", ending=f".{kind}")


def _kind(file: BinaryIO) -> str:
    """A kind of TAKEN, a kind with words of its own, or an ending such as `gif`; '' if unknown."""
    file.seek(0)
    head = file.read(HEAD)
    found = next((kind for first, kind in _FIRST_BYTES if head.startswith(first)), "")
    if found == "zip":
        return _packed(file, head)
    if found == "ole":
        return "docx" if holds(file, _LOCKED_DOCX) else "ole"
    if found:
        return found
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:1] == b"\x30" and _SIGNED_DATA in head[:20]:
        return "cms"
    return _by_letters(file, _guessed(head))


def _guessed(head: bytes) -> str:
    """The ending of the kind that puremagic sees in the first bytes; '' where it is not sure."""
    if head.startswith((b"MZ", b"\x7fELF")):
        return "exe"
    try:
        best = puremagic.magic_string(head)[0]
    except (puremagic.PureError, ValueError, IndexError):
        return ""
    return best.extension.strip(".").lower() if best.confidence >= 0.6 else ""


def _by_letters(file: BinaryIO, guess: str) -> str:
    """Plain text, text in letters other than UTF-8, or what was guessed."""
    if guess in _MARKUP:
        return guess
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        for piece in pieces(file):
            if _UNPRINTED.search(decoder.decode(piece)):
                return guess
        decoder.decode(b"", final=True)
        return "text"
    except UnicodeDecodeError:
        file.seek(0)
        unprinted = _UNPRINTED.search(file.read(HEAD).decode("latin-1"))
        return guess or ("" if unprinted else "text_other")


def _packed(file: BinaryIO, head: bytes) -> str:
    """What a ZIP holds; one that is cut short is named by how it begins."""
    try:
        with zipfile.ZipFile(file) as pack:
            types, mimetype = _part(pack, "[Content_Types].xml"), _part(pack, "mimetype")
    except _UNZIPPABLE:
        types, mimetype = head if b"[Content_Types].xml" in head else b"", head
    if _ODT.encode() in mimetype:
        return "odt"
    return next((kind for mark, kind in _OFFICE if mark in types), "zip")


def _inside(file: BinaryIO, kind: str) -> tuple[int | None, str]:
    """Pages of a PDF, and the fault of what is inside: encrypted, damaged, active, or ''."""
    file.seek(0)
    if kind == "pdf":
        return _in_pdf(file)
    return None, _in_document(file) if kind in ("docx", "odt") else ""


def _in_pdf(file: BinaryIO) -> tuple[int | None, str]:
    """A PDF whose owner only limits printing opens without a password and is taken."""
    on_disk = isinstance(file, io.BufferedReader)
    mode = pikepdf.AccessMode.mmap if on_disk else pikepdf.AccessMode.default
    try:
        with pikepdf.open(file, access_mode=mode) as pdf:
            pages = len(pdf.pages)
            active = any(_acts(_written(one)) for one in pdf.objects)
    except pikepdf.PasswordError:
        return None, "encrypted"
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError):
        return None, "damaged"
    file.seek(max(file.seek(0, os.SEEK_END) - 1024, 0))
    if not pages or b"%%EOF" not in file.read():
        return None, "damaged"
    return pages, "active" if active else ""


def _acts(written: bytes) -> bool:
    """Whether an object acts by itself; the name of an action may stand as an object of its own."""
    return written in _ACTIONS or any(mark in written for mark in _ACTIVE)


def _written(one: object) -> bytes:
    """An object of a PDF as it is written, names in one spelling; of a stream its dictionary."""
    if isinstance(one, pikepdf.Stream):
        one = one.stream_dict
    return one.unparse(resolved=True) if isinstance(one, pikepdf.Object) else b""


def _in_document(file: BinaryIO) -> str:
    if file.read(4) != b"PK\3\4":
        return "encrypted"
    try:
        with zipfile.ZipFile(file) as pack:
            types = _part(pack, "[Content_Types].xml")
            locked = b"encryption-data" in _part(pack, "META-INF/manifest.xml")
            parts = pack.infolist()
    except _UNZIPPABLE:
        return "damaged"
    if locked or any(one.flag_bits & 1 for one in parts):
        return "encrypted"
    macros = b"macroEnabled" in types or any(_MACROS.search(one.filename) for one in parts)
    return "active" if macros else ""


def _part(pack: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of one part, at most 1 MiB unpacked; nothing where there is none."""
    if name not in pack.namelist():
        return b""
    with pack.open(name) as part:
        return part.read(MIB)


@contextmanager
def _opened(source: Path | bytes) -> Iterator[BinaryIO]:
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
        yield file


def _problem(key: str, name: str, **facts: object) -> Problem:
    return Problem(key, {"name": name, **facts})


def _text(key: str, **facts: object) -> Text:
    return Text(**{lang: phrase(key, lang, facts) for lang in LANGS})
