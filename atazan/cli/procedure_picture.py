"""The page docs/reference/procedure.md: a petition's steps, what leads from one to the next, and
under which article; written from the rules and the table of rights, once for each law."""

from __future__ import annotations

from datetime import date

from atazan.journal.rights import ABSENT, Rights, rights
from atazan.rules.book import Rule, RuleBook, RulesOnDay, rules

_INTRODUCTION = """\
# Өтініштің жолы · Путь обращения · The way of a petition

Which step may follow which (`rules/procedure.yaml`), which act leads there (`rights.yaml`,
`rules/steps.yaml`) and under which provision of the constitutional law on the Court. One picture
for each version of the law; **bold** arrows of the second stand in it alone. This page is written
from the rules; a test keeps it so.
"""
_OUTSIDE = "not carried out by the platform"


def render_procedure_page(book: RuleBook | None = None, table: Rights | None = None) -> str:
    """The page as Markdown with a Mermaid picture for each law."""
    book, table = book or rules(), table or rights()
    days = _days(book)
    page = [_INTRODUCTION, _names(table, book, days)]
    before: set[tuple[str, str]] = set()
    for day, until in zip(days, [*days[1:], None], strict=True):
        law = book.on(day)
        page.append(_title(day, until))
        page.append(_picture(law, table, before))
        page.append(_arrows(law, table, before))
        before = _moves(law)
    return "\n".join(page)


def _days(book: RuleBook) -> list[date]:
    """The days on which the routes became what they are."""
    routes = [rule for versions in book.rules.values() for rule in versions if rule.kind == "route"]
    return sorted({rule.term.since for rule in routes})


def _title(day: date, until: date | None) -> str:
    ends = f" until {until}" if until else ""
    return f"## From {day}{ends}\n"


def _routes(law: RulesOnDay) -> list[Rule]:
    return law.of_kind("route")


def _moves(law: RulesOnDay) -> set[tuple[str, str]]:
    return {(rule.value.step, to) for rule in _routes(law) for to in rule.value.to}


def _names(table: Rights, book: RuleBook, days: list[date]) -> str:
    """Each step in the three languages, in the order in which routes lead to them."""
    steps = dict.fromkeys(
        step
        for day in days
        for rule in _routes(book.on(day))
        for step in (rule.value.step, *rule.value.to)
    )
    rows = ["| step | қазақша | русский | English |", "|---|---|---|---|"]
    for step in steps:
        said = table.states.get(step)
        words = [said.kk, said.ru, said.en] if said else [_OUTSIDE, "", ""]
        rows.append(f"| `{step}` | {' | '.join(words)} |")
    return "\n".join(rows) + "\n"


def _picture(law: RulesOnDay, table: Rights, before: set[tuple[str, str]]) -> str:
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> lodged: {_acts(ABSENT, 'lodged', law, table)}",
    ]
    final: dict[str, None] = {}
    for rule in _routes(law):
        for to in rule.value.to:
            told = _acts(rule.value.step, to, law, table)
            new = "**" if before and (rule.value.step, to) not in before else ""
            lines.append(f"    {rule.value.step} --> {to}: {new}{told}{new}")
        final |= dict.fromkeys(rule.value.ends)
    lines += [f"    {step} --> [*]" for step in final]
    return "\n".join([*lines, "```", ""])


def _acts(step: str, to: str, law: RulesOnDay, table: Rights) -> str:
    """The acts that lead from a step to another, each with its article on the day."""
    return (
        ", ".join(
            f"{act.partition('/')[0]} ({_article(rule)})"
            for act, rule in _leading(step, to, law, table)
        )
        or _OUTSIDE
    )


def _leading(step: str, to: str, law: RulesOnDay, table: Rights) -> list[tuple[str, Rule]]:
    kinds = dict.fromkeys(
        right.act
        for right in table.rights
        if right.stream == "petition" and step in right.states and right.to == to
    )
    found = ((kind, _rule(kind, law)) for kind in kinds)
    return [(kind, rule) for kind, rule in found if rule is not None]


def _rule(kind: str, law: RulesOnDay) -> Rule | None:
    """The rule that authorises an act of this kind; None where none does on the day."""
    from atazan.journal.deeds import deed_of

    return law.get(str(deed_of(kind).rule))


def _article(rule: Rule) -> str:
    """`art. 47(2)`; Mermaid allows neither `:` nor `;` on an arrow."""
    eid = rule.source.provision_eid
    parts = [part.partition("_")[2] for part in eid.split("__")]
    return f"art. {parts[0]}" + "".join(f"({part})" for part in parts[1:])


def _arrows(law: RulesOnDay, table: Rights, before: set[tuple[str, str]]) -> str:
    """The same as a table, with who may do it and what the law leaves open."""
    rows = ["| from | to | act | who | provision |", "|---|---|---|---|---|"]
    for rule in _routes(law):
        for to in rule.value.to:
            step = rule.value.step
            new = " (new)" if before and (step, to) not in before else ""
            for act, why in _leading(step, to, law, table):
                who = ", ".join(_who(act, step, table))
                rows.append(f"| `{step}` | `{to}`{new} | `{act}` | {who} | {_article(why)} |")
            if not _leading(step, to, law, table):
                rows.append(f"| `{step}` | `{to}`{new} | {_OUTSIDE} | | {_article(rule)} |")
    gone = sorted(before - _moves(law))
    rows += ["", *(f"No longer: `{step}` → `{to}`." for step, to in gone)]
    return "\n".join(rows).rstrip("\n") + "\n"


def _who(act: str, step: str, table: Rights) -> list[str]:
    return [
        table.roles[right.role].en
        for right in table.rights
        if right.stream == "petition" and right.act == act and step in right.states
    ]
