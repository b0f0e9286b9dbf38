"""A measurement as a page of text, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from atazan.sources.measured.counting import Count
from atazan.sources.measured.errors import Error
from atazan.sources.measured.measuring import ALL, LEVELS, NAMED, Measured, Share
from atazan.sources.understood.told import Kind
from atazan.words import LANGS

_ROWS = (ALL, *LANGS)


def page(name: str, found: Measured, worst: int, errors: bool) -> str:
    """The measurement of one part of the set; `errors` False: their number alone."""
    lines = [f"== {name}: {found.texts} texts ==", "", *_levels(found), "", *_kinds(found), ""]
    lines += [*_names(found), "", *_roles(found), ""]
    lines += [*_worst(found, worst)] if errors else _only_numbers(found)
    return "\n".join(lines)


def plain(found: Measured, worst: int, errors: bool) -> dict[str, Any]:
    """The measurement as JSON holds it."""
    told: dict[str, Any] = {"texts": found.texts, "acts": {}, "names": {}}
    for (kind, lang, level), count in sorted(found.acts.items()):
        told["acts"].setdefault(kind, {}).setdefault(lang, {})[level] = _shares(count)
    for (sort, lang), count in sorted(found.names.items()):
        told["names"].setdefault(sort, {})[lang] = _shares(count)
    told["roles"] = msgspec.to_builtins(found.roles)
    told["confidence"] = {str(k): msgspec.to_builtins(v) for k, v in sorted(found.sureness.items())}
    told["errors"] = len(found.errors)
    if errors:
        told["worst"] = msgspec.to_builtins(found.errors[:worst])
        told["names_wrong"] = msgspec.to_builtins(found.names_wrong[:worst])
        told["patterns"] = msgspec.to_builtins(found.patterns)
    return told


def _shares(count: Count) -> dict[str, Any]:
    shares = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
    numbers: dict[str, Any] = msgspec.to_builtins(count)
    return {name: round(value, 4) for name, value in shares.items()} | numbers


def _levels(found: Measured) -> Iterator[str]:
    yield f"{'acts':16}{'':16}precision   recall       F1   right invented missed"
    for lang in _ROWS:
        for level in LEVELS:
            yield f"{lang:16}{level:16}{_line(found.count(level, lang=lang))}"


def _line(count: Count) -> str:
    shares = f"{count.precision:9.3f}{count.recall:9.3f}{count.f1:9.3f}"
    return f"{shares}{count.right:8}{count.invented:9}{count.missed:7}"


def _kinds(found: Measured) -> Iterator[str]:
    yield f"{'F1 by kind':20}{'marked':>7}" + "".join(f"{lang:>24}" for lang in _ROWS)
    yield f"{'':27}" + f"{'kind':>10}{'date':>7}{'full':>7}" * len(_ROWS)
    for kind in Kind:
        every = found.count("kind", kind)
        if not every.right + every.missed + every.invented:
            continue
        cells = "".join(
            f"{_f1(found.count(level, kind, lang)):>{10 if level == 'kind' else 7}}"
            for lang in _ROWS
            for level in LEVELS
        )
        yield f"{kind:20}{every.right + every.missed:7}{cells}"


def _f1(count: Count) -> str:
    return f"{count.f1:.2f}" if count.right + count.invented + count.missed else "–"


def _names(found: Measured) -> Iterator[str]:
    yield f"{'names':16}{'':16}precision   recall       F1   right invented missed"
    for lang in _ROWS:
        for sort in (ALL, *NAMED):
            yield f"{lang:16}{sort:16}{_line(found.names.get((sort, lang), Count()))}"


def _roles(found: Measured) -> Iterator[str]:
    yield "of acts of the right kind, right in:"
    yield "  " + "   ".join(f"{role} {_share(share)}" for role, share in found.roles.items())
    yield "right in all, by confidence:"
    yield "  " + "   ".join(
        f"{low:.1f}+ {_share(share)} of {share.of}" for low, share in sorted(found.sureness.items())
    )


def _share(share: Share) -> str:
    return f"{share.right / share.of:.3f}" if share.of else "–"


def _only_numbers(found: Measured) -> list[str]:
    by_fault: dict[str, int] = {}
    for one in found.errors:
        by_fault[one.fault] = by_fault.get(one.fault, 0) + 1
    told = ", ".join(f"{fault} {n}" for fault, n in by_fault.items()) or "none"
    return [f"errors: {told} (not shown: this part is kept unseen; --show-unseen shows them)"]


def _worst(found: Measured, worst: int) -> Iterator[str]:
    weak = sorted(
        ((name, share) for name, share in found.patterns.items() if share.right < share.of),
        key=lambda one: one[1].right - one[1].of,
    )
    if weak:
        yield "patterns that err most (right of proposed):"
        yield "  " + ", ".join(f"{name} {one.right}/{one.of}" for name, one in weak[:worst])
    for fault in ("invented", "missed", "other_kind", "wrong_role"):
        of_it = [one for one in found.errors if one.fault == fault]
        yield f"{fault.replace('_', ' ')}: {len(of_it)}"
        for one in of_it[:worst]:
            yield from _told(one)
    yield f"names: {len(found.names_wrong)} lists differ"
    for names in found.names_wrong[:worst]:
        told = f"missed {_list(names.missed)}; invented {_list(names.invented)}"
        yield f"  {names.id} {names.sort}: {told}"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"


def _told(one: Error) -> Iterator[str]:
    pattern = f"   [{one.pattern}]" if one.pattern else ""
    yield f"  {one.id}: {one.says!r}{pattern}"
    if one.expected:
        yield f"      expected {_facts(one.expected)}"
    if one.found:
        yield f"      found    {_facts(one.found)}"


def _facts(roles: dict[str, object]) -> str:
    def said(value: object) -> str:
        return " | ".join(value) if isinstance(value, (tuple, list)) else str(value)

    return "; ".join(f"{role}: {said(value) or '–'}" for role, value in roles.items())
