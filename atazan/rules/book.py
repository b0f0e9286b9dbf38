"""The rule book of a jurisdiction: dated rules with their sources, read from YAML.

A rule is a key with versions. Each version holds from its day until the next begins, `until` (first
day on which it no longer holds) or a version marked `repealed`. Nothing in force is NoRuleInForce.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from atazan.rules.citation import Provision, levels
from atazan.rules.day import Term
from atazan.rules.text import Text

JURISDICTIONS = Path(__file__).resolve().parent.parent / "jurisdictions"


class NoRuleInForce(LookupError):
    """No version of the rule was in force on the day asked; there is no default."""

    def __init__(self, key: str, day: date) -> None:
        self.key, self.day = key, day
        super().__init__(f"no rule '{key}' was in force on {day}; ask for a day on which it was")


class FileRefused(ValueError):
    """A data file is refused whole: names the file, the key and the reason."""

    def __init__(self, path: Path | str, key: str, reason: str) -> None:
        self.path, self.key, self.reason = str(path), key, reason
        super().__init__(f"{path}: {key}: {reason}")


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule stands: work, provision, and a few of its words (`quote`, ru, as printed)."""

    work: str
    provision_eid: str = msgspec.field(name="provision")
    quote: str | None = None
    quote_kk: str | None = None

    @property
    def provision(self) -> Provision:
        return Provision(self.work, self.provision_eid)


class Rule(Struct, frozen=True):
    """One version of a rule.

    `value` is the typed content, its class given by `kind`; `says` states the rule in one sentence;
    `uncertain` lists ids of doubts (doubts.yaml) about this version.
    """

    id: str
    topic: str
    kind: str
    title: Text
    term: Term
    source: Source
    also: tuple[Source, ...]
    says: Text
    uncertain: tuple[str, ...]
    value: Any


class _Version(Struct, forbid_unknown_fields=True):
    since: date = msgspec.field(name="from")
    source: Source
    says: Text | None = None
    until: date | None = None
    also: tuple[Source, ...] = ()
    uncertain: tuple[str, ...] = ()
    repealed: bool = False
    value: dict[str, Any] = {}


class _Rule(Struct, forbid_unknown_fields=True):
    kind: str
    title: Text
    versions: list[_Version]


class RulesOnDay(Mapping[str, Rule]):
    """The rules in force on one day, by id. A missing id raises NoRuleInForce."""

    def __init__(self, day: date, rules: dict[str, Rule]) -> None:
        self.day, self._rules = day, rules

    def __getitem__(self, key: str) -> Rule:
        try:
            return self._rules[key]
        except KeyError:
            raise NoRuleInForce(key, self.day) from None

    def get(self, key: str, default: Any = None) -> Any:
        """The rule, or `default` where none is in force: only for asking whether there is one."""
        return self._rules.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._rules

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def of_kind(self, kind: str) -> list[Rule]:
        """The rules of one kind, in the order of their files."""
        return [rule for rule in self._rules.values() if rule.kind == kind]

    def under(self, prefix: str) -> list[Rule]:
        """The rules whose id begins with `prefix`, in the order of their files."""
        return [rule for rule in self._rules.values() if rule.id.startswith(prefix)]


class RuleBook:
    """All rules of a jurisdiction with all their versions."""

    def __init__(self, rules: Mapping[str, tuple[Rule, ...]]) -> None:
        self.rules = dict(rules)
        self._edges = sorted(
            {
                edge
                for versions in self.rules.values()
                for rule in versions
                for edge in (rule.term.since, rule.term.until)
                if edge is not None
            }
        )
        self._between: dict[int, dict[str, Rule]] = {}

    def on(self, day: date) -> RulesOnDay:
        """The rules in force on `day`."""
        from bisect import bisect_right

        slot = bisect_right(self._edges, day)
        if slot not in self._between:
            self._between[slot] = {
                key: rule
                for key, versions in self.rules.items()
                for rule in versions
                if rule.term.covers(day)
            }
        return RulesOnDay(day, self._between[slot])

    @property
    def edges(self) -> list[date]:
        """Every day on which some rule begins or ends to hold."""
        return list(self._edges)


@lru_cache(maxsize=4)
def rules(jurisdiction: str = "kz") -> RuleBook:
    """The rule book shipped for a jurisdiction. Raises FileRefused."""
    return load(JURISDICTIONS / jurisdiction / "rules")


def load(folder: Path) -> RuleBook:
    """Read every `*.yaml` of a folder as one book. Raises FileRefused; nothing is half-loaded."""
    book: dict[str, tuple[Rule, ...]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, written in read_yaml(path).items():
            if key in book:
                raise FileRefused(path, key, "stands in another file already; give it one home")
            book[key] = _rule(path, key, written)
    return RuleBook(book)


class _NoRepeats(yaml.CSafeLoader):
    """YAML where a key may stand once: a second one would silently replace the first."""


def _mapping(loader: _NoRepeats, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [key.value for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else set()
    if twice:
        raise yaml.constructor.ConstructorError(
            None, None, f"the key '{min(twice)}' stands twice", node.start_mark
        )
    loader.flatten_mapping(node)
    return dict(loader.construct_pairs(node, deep=True))


_NoRepeats.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file ({} where it is empty). Raises FileRefused."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_NoRepeats) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        raise FileRefused(path, "whole file", f"cannot be read as YAML: {wrong}") from wrong


def _rule(path: Path, key: str, written: Any) -> tuple[Rule, ...]:
    from atazan.rules.kinds import KINDS

    try:
        read = msgspec.convert(written, _Rule)
    except msgspec.ValidationError as wrong:
        raise FileRefused(path, key, str(wrong)) from wrong
    if read.kind not in KINDS:
        raise FileRefused(path, key, f"kind '{read.kind}' is none of {', '.join(sorted(KINDS))}")
    if not read.versions:
        raise FileRefused(path, key, "has no versions; a rule needs at least one")
    done = []
    for number, version in enumerate(read.versions):
        later = read.versions[number + 1].since if number + 1 < len(read.versions) else None
        at = f"{key} from {version.since}"
        if later is not None and later <= version.since:
            raise FileRefused(path, at, f"the next version begins on {later}; put the oldest first")
        if version.until and later and later < version.until:
            raise FileRefused(path, at, f"holds until {version.until}, the next begins on {later}")
        _check_source(path, at, version)
        if version.repealed:
            continue
        if version.says is None:
            raise FileRefused(path, at, "has no `says`: state the rule in kk, ru and en")
        try:
            value = msgspec.convert(version.value, KINDS[read.kind])
            term = Term(version.since, version.until or later)
        except (msgspec.ValidationError, ValueError) as wrong:
            raise FileRefused(path, at, str(wrong)) from wrong
        done.append(
            Rule(
                id=key,
                topic=path.stem,
                kind=read.kind,
                title=read.title,
                term=term,
                source=version.source,
                also=version.also,
                says=version.says,
                uncertain=version.uncertain,
                value=value,
            )
        )
    return tuple(done)


def _check_source(path: Path, at: str, version: _Version) -> None:
    from atazan.rules.works import works

    for source in (version.source, *version.also):
        if source.work not in works():
            raise FileRefused(path, at, f"work '{source.work}' is not in works.yaml")
        try:
            levels(source.provision_eid)
        except ValueError as wrong:
            raise FileRefused(path, at, str(wrong)) from wrong
