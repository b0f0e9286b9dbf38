"""The PostgreSQL server of the tests, for what works with it directly."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import psycopg

REACHED: dict[str, Any] = {"conninfo": os.environ.get("ATAZAN_DATABASE", "")}


def break_off(reached: Mapping[str, Any]) -> None:
    """End every connection that is in the middle of copying."""
    with psycopg.connect(reached["conninfo"], autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where pid <> pg_backend_pid() and query ilike 'copy %' and state = 'active'"
        )
