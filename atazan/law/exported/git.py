"""The history of a text as a git repository: one commit a version, the same texts the same ids.

The author's day is the first day of the version, at noon UTC, so that it reads as that day nearly
everywhere. git knows no time before 1970: an earlier version bears 1970-01-01, and its true day
stands, as for every version, in the trailer `Version-date`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from atazan.law.exported.refused import ExportRefused
from atazan.rules.text import LANGS, Text
from atazan.rules.words import phrase

_WHO = "Ata Zañ <export@atazan.invalid>".encode()
_BRANCH = "main"


class Commit(Struct, frozen=True, kw_only=True):
    """A version of a work: the files it puts in place of those before, by path.

    `since` is its first day and counts. `work` and `by` are URIs, `by` of the act that made it;
    `by_name` its name. `entries` are the journal's entries that recorded its texts.
    """

    since: date
    work: str
    name: str
    files: dict[str, str]
    by: str | None = None
    by_name: Text | None = None
    entries: tuple[int, ...] = ()


def write_history(commits: Iterable[Commit], folder: Path) -> tuple[str, ...]:
    """Make a repository in an empty or new folder, the files of the last version checked out.

    Commits are written as given, oldest first, and may come one by one: none is kept. The answer
    are their ids. Raises ExportRefused where git is missing or refuses, or the folder is not empty.
    """
    git = shutil.which("git")
    if git is None:
        raise ExportRefused("no_git")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportRefused("taken", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    run = _Git(git, folder)
    try:
        run("init", "--quiet", "--template=", f"--initial-branch={_BRANCH}")
        run.fed(_stream(commits), "fast-import", "--quiet", "--done", "--date-format=raw")
        run("reset", "--quiet", "--hard", _BRANCH)
    except BaseException:
        shutil.rmtree(folder / ".git", ignore_errors=True)
        raise
    return tuple(run("rev-list", "--reverse", _BRANCH).split())


class _Git:
    """git in a folder, deaf to the user's own settings: they would change what it writes."""

    def __init__(self, git: str, folder: Path) -> None:
        self.git, self.folder = git, folder
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.env = {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            self._command(arguments), env=self.env, capture_output=True, check=False
        )
        if done.returncode:
            raise self._refused(done.stderr)
        return done.stdout.decode()

    def fed(self, chunks: Iterator[bytes], *arguments: str) -> None:
        """Run with these bytes on its standard input."""
        running = subprocess.Popen(
            self._command(arguments),
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        assert running.stdin is not None
        broken = False
        with running:
            try:
                running.stdin.writelines(chunks)
                running.stdin.close()
            except BrokenPipeError:
                broken = True
            except BaseException:
                running.kill()
                raise
            said = running.stderr.read() if running.stderr else b""
        if running.returncode or broken:
            raise self._refused(said)

    def _command(self, arguments: Iterable[str]) -> list[str]:
        return [self.git, "-C", str(self.folder), "-c", "core.autocrlf=false", *arguments]

    def _refused(self, said: bytes) -> ExportRefused:
        lines = said.decode(errors="replace").strip().splitlines() or ["?"]
        return ExportRefused("git_failed", why=lines[0], folder=self.folder)


def _stream(commits: Iterable[Commit]) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    yield b"feature done\n"
    for commit in commits:
        moment = _moment(commit.since)
        yield b"commit refs/heads/%s\n" % _BRANCH.encode()
        for role in (b"author", b"committer"):
            yield b"%s %s %d +0000\n" % (role, _WHO, moment)
        yield _data(_message(commit))
        for path, text in sorted(commit.files.items()):
            yield b"M 100644 inline %s\n" % path.encode()
            yield _data(text)
    yield b"done\n"


def _data(text: str) -> bytes:
    written = text.encode()
    return b"data %d\n%s\n" % (len(written), written)


def _moment(day: date) -> int:
    """Noon of the day in seconds since 1970; the first of them for days before.

    >>> _moment(date(1970, 1, 2)), _moment(date(1936, 12, 5))
    (129600, 0)
    """
    return max(0, int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


def _message(commit: Commit) -> str:
    """What the version is in each language, then what machines look for."""
    by = f" ({commit.by_name.en})" if commit.by_name else ""
    since = commit.since.isoformat()  # as words it would change the ids with the words' library
    lines = [f"{commit.name}: {since}{by}", ""]
    for lang in LANGS:
        said = [phrase("law.export.version", lang, {"since": since})]
        if commit.by_name:
            said.append(phrase("law.export.made_by", lang, {"by": commit.by_name.says(lang)}))
        lines.append("; ".join(said))
    lines += ["", f"Work: {commit.work}", f"Version-date: {since}"]
    lines += [f"Made-by: {commit.by}"] if commit.by else []
    lines += [f"Journal-entry: {entry}" for entry in commit.entries]
    return "\n".join(lines) + "\n"
