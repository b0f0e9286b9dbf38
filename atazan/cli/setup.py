"""What commands that need the database share: settings, and sentences for wrong input."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

from atazan.rules.text import LANGS, Lang


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
        from atazan.rules.words import phrase

        words = phrase("cli.no_day", asked_lang(sys.argv[1:]), {"written": written})
        raise argparse.ArgumentTypeError(words) from None


def asked_lang(given: Sequence[str]) -> Lang:
    """The language of messages before the arguments are read: --lang-out, else --lang, else en."""
    for name in ("--lang-out", "--lang"):
        for place, word in enumerate(given):
            option, _, value = word.partition("=")
            value = value or (given[place + 1] if place + 1 < len(given) else "")
            for lang in LANGS:
                if option == name and value == lang:
                    return lang
    return "en"


def no_record(lang: Lang) -> str:
    """That nothing was recorded yet in the place looked in, which the sentence names."""
    from django.conf import settings

    from atazan.rules.words import phrase

    base = settings.DATABASES["default"]
    place = base["NAME"] if "sqlite" in base["ENGINE"] else f"{base['HOST']}/{base['NAME']}"
    return phrase("cli.no_record", lang, {"place": place})


def refuse(*sentences: object) -> int:
    """Say what is wrong on standard error; 2 as the exit code."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 2
