"""Find words missing: keys used and not written, and visible words that are no phrase.

`python -m atazan.portal.messages` lists them and fails where there are any (`make messages`).
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from atazan.rules.book import rules
from atazan.rules.words import PACKAGE, all_words

_KEY = re.compile(r"""\{%\s*(?:w|plain)\s+(?:"([^"]+)"|'([^']+)')""")
_PREFIX = re.compile(r"""\{%\s*word\s+(?:"([^"]+)"|'([^']+)')\s+(?:"([^"]+)"|'([^']+)')""")
_TEMPLATE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_SILENT = re.compile(r"<(pre|svg|style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_SAID = re.compile(r"""\b(?:aria-label|title|alt|placeholder|data-l)=(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENTITY = re.compile(r"&[a-z]+;|&#[0-9]+;")
_CALLS = {"phrase": 0, "Problem": 0, "sentence": 0, "plain": 0, "Finding": 3}
"""Functions whose argument at that place (or named `key`) is a key."""


def missing() -> list[str]:
    """One line for each key without words and each visible word outside a phrase."""
    found = [*_in_templates(), *_in_code(), *_of_names()]
    return sorted(set(found))


def templates() -> list[Path]:
    """Every template of the platform."""
    return sorted(PACKAGE.glob("*/templates/**/*.html"))


def _in_templates() -> Iterator[str]:
    for path in templates():
        text, name = path.read_text("utf-8"), path.relative_to(PACKAGE)
        for key in keys_of(text):
            if key not in all_words():
                yield f"{name}: '{key}' has no words; write it in words/*.yaml"
        for word in bare_words(text):
            yield f"{name}: '{word}' is no phrase; give it a key"


def keys_of(template: str) -> list[str]:
    """The keys a template names outright.

    >>> keys_of('{% w "home.title" n=3 %}{% word "status" "no" %}')
    ['home.title', 'status.no']
    """
    outright = [one or other for one, other in _KEY.findall(template)]
    return outright + [f"{a or b}.{c or d}" for a, b, c, d in _PREFIX.findall(template)]


def bare_words(template: str) -> list[str]:
    """The words a reader would see that come from no phrase.

    >>> bare_words('<p title="Hello">{% w "a.b" %} and <b>{{ name }}</b></p>')
    ['Hello', 'and']
    """
    text = _SILENT.sub(" ", _TEMPLATE.sub(" ", template))
    said = " ".join(one or other for one, other in _SAID.findall(text))
    return _WORD.findall(_ENTITY.sub(" ", f"{said} {_TAG.sub(' ', text)}"))


def _in_code() -> Iterator[str]:
    for path in sorted(PACKAGE.glob("*/**/*.py")):
        if "migrations" in path.parts:
            continue
        for key in keys_in(path.read_text("utf-8")):
            if key not in all_words():
                yield f"{path.relative_to(PACKAGE)}: '{key}' has no words; write it in words/*.yaml"


def keys_in(source: str) -> Iterator[str]:
    """The keys a Python module names outright."""
    tree = ast.parse(source)
    known = set(_CALLS) - _others(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in known:
            continue
        place = _CALLS[name]
        given = [word.value for word in node.keywords if word.arg == "key"]
        given += node.args[place : place + 1]
        for one in given:
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and "." in one.value:
                yield one.value


def _others(tree: ast.AST) -> set[str]:
    """Names the module defines itself: its own `Problem` is not ours."""
    return {
        node.name for node in ast.walk(tree) if isinstance(node, (ast.ClassDef, ast.FunctionDef))
    }


def _of_names() -> Iterator[str]:
    """Keys made from names in data: topics, kinds of act and their fields, roles, marks."""
    from atazan.journal.rights import rights
    from atazan.portal.marks import BARS, MARKS

    topics = {rule.topic for versions in rules().rules.values() for rule in versions}
    made = [
        *(f"topic.{one}" for one in topics),
        *(f"status.{one}" for one in MARKS),
        *(f"confidence.{one}" for one in BARS),
        *(f"role.{one}" for one in rights().roles),
        *_of_acts(),
    ]
    for key in made:
        if key not in all_words():
            yield f"'{key}' has no words; write it in words/*.yaml"


def _of_acts() -> Iterator[str]:
    from atazan.journal.deeds import deeds
    from atazan.journal.forms import fields

    for kind in deeds():
        yield f"kind.{kind}"
        for field in fields(kind):
            yield f"field.{field.name}"


def main() -> int:
    """Print what is missing; 1 where anything is."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atazan.config.settings")
    django.setup()
    found = missing()
    print("\n".join(found) or "every word is there in kk, ru and en")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
