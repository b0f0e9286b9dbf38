"""The index of the record kept up to the journal's head.

The index notes the entry it is up to, and its hash. What was recorded since names the subjects to
write anew. Where the journal no longer has that entry (a rollback, a restored copy), the steps are
undone to the last one it has. A corrected act, another version of the rules or a lost index has
everything looked at again. Who asks while another process writes is answered from the state before,
and told so.
"""

from __future__ import annotations

from atexit import register
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from time import monotonic
from typing import get_args

from django.conf import settings
from django.db import connection
from msgspec import Struct
from msgspec.structs import replace

from atazan.journal.models import Entry
from atazan.search import rooms
from atazan.search.bad import IndexBusy
from atazan.search.contents import Changes, Contents, Step
from atazan.search.document import Audience
from atazan.search.index import Index, open_index

SHORTLY = 0.5
"""Seconds a question waits for another process that brings the index up to date."""
FIRST = 120.0
"""Seconds it waits where there is no index yet."""
EVERY = ("*",)
"""The subjects of a step that looked at everything."""
_CORRECTIONS = ("act.corrected/1", "act.withdrawn/1")


class Refreshed(Struct, frozen=True):
    """What was done: `put` and `drop` count documents, `seconds` is how long it took.

    `behind`: another process was at it, and nothing was waited for.
    """

    put: int = 0
    dropped: int = 0
    seconds: float = 0.0
    whole: bool = False
    behind: bool = False


class Kept:
    """An index with its contents; one thread of this process brings it up to date at a time."""

    def __init__(self, folder: Path, audience: Audience) -> None:
        self.folder, self.audience = folder, audience
        folder.mkdir(parents=True, exist_ok=True)
        self.index: Index = open_index(
            audience, folder, resolve=rooms.straight, by=settings.ATAZAN_SEARCH
        )
        self._contents = Contents(folder / f"{audience}.contents.sqlite")
        self._lock = Lock()
        self._sound: Step | None = None

    def refresh(self, wait: float | None = None) -> Refreshed:
        """Bring the index up to the journal's head, if it is not."""
        head = _head()
        if self._sound == head:
            return Refreshed()
        if wait is None:
            wait = SHORTLY if self.index.size else FIRST
        if not self._lock.acquire(timeout=wait):
            return Refreshed(behind=True)
        try:
            with self._contents.held(wait):
                done = self._brought_up()
            self._sound = done[0]
            return done[1]
        except (TimeoutError, IndexBusy):
            return Refreshed(behind=True)
        finally:
            self._lock.release()

    def _brought_up(self) -> tuple[Step, Refreshed]:
        begun, head = monotonic(), _head()
        if self.index.size != self._contents.size:  # lost, or of another shape
            whole, corrected = True, False
            changes = self._contents.anew(rooms.documents(self.audience))
            self.index.replace(changes.put, entry=head.entry, state=head.hash)
            step = head
        elif self._contents.last() == head:
            return head, Refreshed()
        else:
            changed, corrected = self._changed(head)
            whole = changed is None
            found = rooms.documents(self.audience, changed) if changed != set() else ()
            changes = self._contents.changes(found, changed)
            self._write(changes, head, corrected)
            step = replace(head, subjects=tuple(sorted(changed)) if changed is not None else EVERY)
        self._contents.wrote(changes, step)
        took = monotonic() - begun
        return head, Refreshed(len(changes.digests), len(changes.drop), took, whole)

    def _write(self, changes: Changes, head: Step, corrected: bool) -> None:
        """What an act put right said before it was leaves the files too."""
        if changes.digests or changes.drop:
            self.index.put(changes.put, drop=changes.drop, entry=head.entry, state=head.hash)
            if corrected:
                self.index.purge()

    def _changed(self, head: Step) -> tuple[set[str] | None, bool]:
        """The subjects to write anew (None: all), and whether words may have to leave the files:
        an earlier act was put right, or this is another journal."""
        undone: set[str] = set()
        steps = self._contents.steps()
        for step in steps:
            if step.entry == 0 or Entry.objects.filter(pk=step.entry, hash=step.hash).exists():
                later = Entry.objects.filter(number__gt=step.entry)
                corrected = later.filter(kind__in=_CORRECTIONS).exists()
                if corrected or EVERY[0] in undone or steps[0].made != head.made:
                    return None, corrected
                streams = set(later.values_list("stream", flat=True))
                return rooms.subjects(streams) | undone, False
            undone |= set(step.subjects)
        return None, bool(steps)

    def look_again(self) -> None:
        """At the next question compare everything with the registers."""
        with self._lock, self._contents.held(FIRST):
            self._contents.doubt()
            self._sound = None

    def close(self) -> None:
        """Give back files."""
        self.index.close()
        self._contents.close()


def _head() -> Step:
    """The last entry of the journal, and the version of the files."""
    last = Entry.objects.order_by("-number").values_list("number", "hash").first()
    number, hash = last or (0, "")
    return Step(number, hash, rooms.made())


_kept: dict[tuple[str, Audience], Kept] = {}
_opening = Lock()


def kept(audience: Audience = "public") -> Kept:
    """The index of this process's database for an audience."""
    name = _database()
    with _opening:
        if (name, audience) not in _kept:
            _kept[name, audience] = Kept(_folder(name), audience)
        return _kept[name, audience]


def refresh(audience: Audience = "public") -> Refreshed:
    """Bring the index of an audience up to the journal's head."""
    return kept(audience).refresh()


def look_again() -> None:
    """The registers were written anew without an entry: compare everything at the next question."""
    for audience in get_args(Audience):
        kept(audience).look_again()


def forget() -> None:
    """Close every index; what is asked next opens it again."""
    with _opening:
        for one in _kept.values():
            one.close()
        _kept.clear()


def _database() -> str:
    """What the database is known by: a file in the home folder may move with it, indexed."""
    base = connection.settings_dict
    server = "|".join(str(base.get(one) or "") for one in ("ENGINE", "HOST", "PORT"))
    return f"{server}|{str(base.get('NAME') or '').removeprefix(f'{settings.HOME}/')}"


def _folder(name: str) -> Path:
    """Where the indexes of a database lie; those of one in memory go with the process."""
    if "mode=memory" in name or name.endswith("|:memory:"):
        passing = TemporaryDirectory(prefix="atazan-search-")
        register(passing.cleanup)
        return Path(passing.name)
    key = blake2b(name.encode(), digest_size=6).hexdigest()
    return Path(settings.HOME) / "search" / key
