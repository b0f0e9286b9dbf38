"""The page docs/reference/petition.md, written from the classes and the rules themselves."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import msgspec
from msgspec import Struct
from msgspec import inspect as types

from atazan.rules import petition
from atazan.rules.book import RuleBook, rules

_INTRODUCTION = """\
# The facts of a petition

What `atazan check FILE` takes, in YAML or JSON; `--jsonl` takes one JSON object a line. An unknown
field is refused. `null` (or leaving a field out) means *not said*: it is never taken as satisfied,
it comes back under `missing`. Days are written `2026-09-18`.

This page is written from `atazan/rules/petition.py` and the rules; a test keeps it so.
"""
EXAMPLES = (
    (
        "A citizen, in time",
        "2026-09-18",
        """\
id: first-example
applicant: {capacity: citizen}
challenged:
  - {act: Tax Code, provision: art_12__para_1, kind: normative, status: in_force}
case:
  norm_applied: true
  directly_affects: true
  applicant_took_part: true
  judicial_acts:
    - {instance: appeal, adopted_on: 2025-09-18, in_force: true}
rights: {whose: own, signs_of_violation: true}
subject: {asks: law}
earlier_rulings: []
""",
    ),
    (
        "A corrected petition that keeps its first day",
        "2026-10-20",
        """\
id: second-example
stage: filed
applicant: {capacity: citizen}
challenged:
  - {act: Tax Code, provision: art_12__para_1, kind: normative, status: in_force}
case:
  norm_applied: true
  directly_affects: true
  applicant_took_part: true
  judicial_acts:
    - {instance: appeal, adopted_on: 2025-09-18, in_force: true}
rights: {whose: own, signs_of_violation: true}
subject: {asks: law}
earlier_rulings: []
earlier_filing:
  filed_on: 2026-09-18
  returned_on: 2026-09-19
  grounds: [sr2-form-content]
  notification_received_on: 2026-09-20
events: {filed_on: 2026-10-20}
""",
    ),
)


def render_petition_page(book: RuleBook | None = None) -> str:
    """The page as Markdown."""
    book = rules() if book is None else book
    page = [_INTRODUCTION]
    for kind in _classes(petition.Petition):
        page.append(_class(kind))
    page.append(_codes("Codes of contents", "content.", book))
    page.append(_codes("Codes of attachments", "attachment.", book))
    page.append(_codes("Ids of grounds", "ground.", book))
    page.append(_ANSWER)
    for title, day, written in EXAMPLES:
        page.append(f"## Example: {title}\n\n```yaml\n{written}```\n\n{_answer(written, day)}")
    return "\n".join(page)


def _classes(kind: type[Struct]) -> list[type[Struct]]:
    """The class and every class its fields hold, each once, in order."""
    found = [kind]
    for field in types.type_info(kind).fields:  # type: ignore[attr-defined]
        for part in _parts(field.type):
            if isinstance(part, types.StructType) and part.cls not in found:
                found.append(part.cls)
    return found


def _parts(kind: Any) -> list[Any]:
    if isinstance(kind, types.UnionType):
        return [inner for one in kind.types for inner in _parts(one)]
    if isinstance(kind, types.VarTupleType):
        return _parts(kind.item_type)
    return [kind]


def _class(kind: type[Struct]) -> str:
    doc = inspect.cleandoc(kind.__doc__ or "")
    rows = ["| field | takes | if left out |", "|---|---|---|"]
    for field in types.type_info(kind).fields:  # type: ignore[attr-defined]
        rows.append(f"| `{field.name}` | {_shown(field.type)} | {_default(field)} |")
    return f"## {kind.__name__}\n\n{doc}\n\n" + "\n".join(rows) + "\n"


def _shown(kind: Any) -> str:
    if isinstance(kind, types.UnionType):
        return " or ".join(_shown(one) for one in kind.types if not isinstance(one, types.NoneType))
    if isinstance(kind, types.VarTupleType):
        return f"list of {_shown(kind.item_type)}"
    if isinstance(kind, types.StructType):
        return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
    if isinstance(kind, types.LiteralType):
        return ", ".join(f"`{value}`" for value in kind.values)
    return {"StrType": "text", "IntType": "number", "BoolType": "true, false", "DateType": "day"}[
        type(kind).__name__
    ]


def _default(field: Any) -> str:
    if field.required:
        return "**required**"
    value = field.default
    if value is None or value is msgspec.NODEFAULT:
        return "not said"
    if isinstance(value, Struct):
        return "nothing said"
    if value == ():
        return "none"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _codes(title: str, prefix: str, book: RuleBook) -> str:
    rows = ["| code | what | from | to | provision |", "|---|---|---|---|---|"]
    for id, versions in book.rules.items():
        if not id.startswith(prefix):
            continue
        first, last = versions[0], versions[-1]
        until = last.term.last or "today"
        source = f"{last.source.work} {last.source.provision_eid}"
        code = id.removeprefix(prefix)
        what = last.title.en
        rows.append(f"| `{code}` | {what} | {first.term.since} | {until} | {source} |")
    return f"## {title}\n\n" + "\n".join(rows) + "\n"


def _answer(written: str, day: str) -> str:
    from datetime import date

    import yaml

    from atazan.rules.admissibility import assess
    from atazan.rules.answer import as_text
    from atazan.rules.bad_petition import read_facts

    on = date.fromisoformat(day)
    assessment = assess(read_facts(yaml.safe_load(written), on), on)
    text = as_text(assessment, "en").replace("\u00a0", " ")
    return f"`atazan check FILE --on {day} --lang en` answers:\n\n```text\n{text}\n```\n"


_ANSWER = f"""\
## The answer

`--format json` gives `id`, `on`, `stage`, `outcome` ({
    ", ".join(f"`{one}`" for one in ("admissible", "returned_by_staff", "refused", "terminated"))
}, or `null` while facts it
turns on are not said), `may_apply` (as the petition stands), `curable`, `grounds` (`id`, `work`,
`provision`, `says`, `because`), `last_day_to_file`, `effective_filing_date`,
`correction_deadline`, `decision_due`, `missing`, `findings` (`holds` is true, false, or null where
it is left to the Court or not said), `arithmetic`, `doubts`, `elsewhere`. A folder gives a list.
`--jsonl` gives lean lines (ids and days); a line that cannot be read gives `id`, `error` and
`fields`, and the batch goes on.

Grounds of the likely outcome come first; those that would meet the petition at the next step
follow. Exit codes: 0 all admissible, 1 some not (or not known yet), 2 input that cannot be read.
Stages: {", ".join(f"`{one}`" for one in get_args(petition.Stage))}.
"""


if __name__ == "__main__":
    print(render_petition_page(), end="")
