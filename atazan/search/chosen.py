"""The engine that the settings choose, with its shelf and its lock.

`tantivy`: all in a folder of this machine. `postgresql`: all in the database of the platform.
The address of an OpenSearch: keys there; what is shown beside it, in the database where that is
PostgreSQL, else in the folder.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from hashlib import blake2b
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from atazan.rules.text import LANGS
from atazan.rules.words import phrase
from atazan.search.document import Audience
from atazan.search.engines import Engine, Shelf
from atazan.search.shape import shape

if TYPE_CHECKING:
    from atazan.search.engines.opensearch_http import Server
    from atazan.search.engines.postgresql_base import Base

Parts = tuple[Engine, Shelf, AbstractContextManager[None]]


def parts(by: str, audience: Audience, home: Path) -> Parts:
    """Engine, shelf and lock of an audience's index. Raises ImproperlyConfigured, in every
    language."""
    if by == "tantivy":
        return _in_folder(home / audience / shape())
    if by == "postgresql":
        return _in_database(by, audience)
    if by.startswith(("https://", "http://")) and urlsplit(by).hostname:
        return _on_server(by, audience, home)
    raise _bad("search.bad.setting", by)


def _in_folder(folder: Path) -> Parts:
    from atazan.search.engines.tantivy import Tantivy

    return Tantivy(folder / "keys"), *_beside(folder)


def _beside(folder: Path) -> tuple[Shelf, AbstractContextManager[None]]:
    """What is shown, and the lock, in a folder."""
    from atazan.search.shelf import SqliteShelf
    from atazan.search.writing import Writing

    folder.mkdir(parents=True, exist_ok=True)
    return SqliteShelf(folder / "shown.sqlite"), Writing(folder)


def _in_database(by: str, audience: Audience) -> Parts:
    from django.db import connection

    if connection.vendor != "postgresql":
        raise _bad("search.bad.setting_database", by)
    from atazan.search.engines.postgresql import Postgresql
    from atazan.search.engines.postgresql_base import Turn
    from atazan.search.engines.postgresql_shelf import PostgresqlShelf

    base = _base(audience)
    return Postgresql(base), PostgresqlShelf(base), Turn(base)


def _on_server(by: str, audience: Audience, home: Path) -> Parts:
    from django.db import connection

    from atazan.search.engines.opensearch import OpenSearch

    if connection.vendor == "postgresql":
        from atazan.search.engines.postgresql_base import Turn
        from atazan.search.engines.postgresql_shelf import PostgresqlShelf

        base = _base(audience)
        family = f"atazan-{home.name}-{audience}".lower()
        engine = OpenSearch(_server(by), f"{family}-{shape()}", family)
        return engine, PostgresqlShelf(base), Turn(base)
    # What is shown lies on this machine, so the keys must be this machine's own too.
    own = blake2b(f"{node()}|{home}".encode(), digest_size=6).hexdigest()
    family = f"atazan-{own}-{audience}"
    engine = OpenSearch(_server(by), f"{family}-{shape()}", family)
    return engine, *_beside(home / audience / shape())


def _server(by: str) -> Server:
    from django.conf import settings

    from atazan.search.engines.opensearch_http import Server

    return Server(by, settings.ATAZAN_SEARCH_KEY)


def _base(audience: Audience) -> Base:
    """The tables of an audience in the platform's database; those of other shapes go."""
    from django.db import connection

    from atazan.search.engines.postgresql_base import Base, drop_tables

    own = ("cursor_factory", "context", "prepare_threshold")
    given = {name: v for name, v in connection.get_connection_params().items() if name not in own}
    base = Base(given, f"{audience}_{shape()}")
    drop_tables(base, f"{audience}_", but=f"{base.name}_")
    return base


def _bad(key: str, given: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(" · ".join(phrase(key, lang, {"given": given}) for lang in LANGS))
