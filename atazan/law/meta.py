"""`meta.yaml` beside a text: what it says of the act and of the version, or where it is broken.

Its fields are told in docs/reference/texts.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from atazan.law.import_checks import TextRefused

_DAYS = ("approved_on", "approval_date", "version_date")
_TEXTS = ("requisite", "form", "uri", "source", "link")


def meta_of(path: Path) -> Mapping[str, Any]:
    """The fields of the `meta.yaml` in the folder of a text; none where there is no such file.

    Raises TextRefused: no YAML, no fields, a day that is none, a field of another sort.
    """
    beside = path.with_name("meta.yaml")
    if not beside.is_file():
        return {}
    try:
        written = beside.read_text("utf-8")
        node = yaml.compose(written, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as wrong:
        raise TextRefused("meta_no_utf8", path=str(beside)) from wrong
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise TextRefused("meta_no_yaml", path=str(beside), line=line) from wrong
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise TextRefused("meta_no_fields", path=str(beside), line=1)
    for why, field, line, value in _wrong(node):
        raise TextRefused(why, path=str(beside), field=field, line=line, value=value)
    try:
        read = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError) as wrong:
        raise TextRefused("meta_no_yaml", path=str(beside), line=1) from wrong
    return read if isinstance(read, Mapping) else {}


def _wrong(node: yaml.MappingNode) -> Iterator[tuple[str, str, int, str]]:
    """What is wrong with fields: the reason, the field, its line from 1, its value."""
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name == "caused_by":
            if not isinstance(value, yaml.MappingNode):
                yield "meta_field", name, line, _said(value)
            continue
        for one in _by_language(value):
            line = one.start_mark.line + 1
            if name in _DAYS and not _is_day(_said(one)):
                yield "meta_no_day", name, line, _said(one)
            elif name in _TEXTS and not isinstance(one, yaml.ScalarNode):
                yield "meta_field", name, line, _said(one)


def _by_language(value: yaml.Node) -> list[yaml.Node]:
    """A value, or those it has for each language: kaz, rus, eng."""
    pairs = value.value if isinstance(value, yaml.MappingNode) else []
    if pairs and all(key.value in ("kaz", "rus", "eng") for key, _ in pairs):
        return [one for _, one in pairs]
    return [value]


def _said(value: yaml.Node) -> str:
    return str(value.value)[:60] if isinstance(value, yaml.ScalarNode) else "…"


def _is_day(written: str) -> bool:
    try:
        return bool(date.fromisoformat(written)) and len(written) == 10
    except ValueError:
        return written in ("", "~", "null")
