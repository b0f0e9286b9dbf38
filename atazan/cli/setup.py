"""What commands that need the database share: settings, and sentences for wrong input."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime


def django_ready() -> None:
    """Set Django up once, and let the rules know the works of the register."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atazan.config.settings")
    import django

    django.setup()
    from atazan.law.works_known import ask_the_register

    ask_the_register()


def now() -> datetime:
    """The moment of the command. Doors read the clock; nothing below them does."""
    return datetime.now(UTC)


def day(written: str) -> date:
    """A day given on the command line, for argparse."""
    import argparse

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{written}' is no day; write it like 2024-05-01"
        ) from None


def refuse(*sentences: object) -> int:
    """Say what is wrong on standard error; 2 as the exit code."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 2
