"""Petitions in bulk: one JSON object a line in, one a line out, in the same order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import BinaryIO

import msgspec

from atazan.rules.admissibility import assess
from atazan.rules.assessment import Assessment
from atazan.rules.bad_petition import BadPetition, Problem, read_json
from atazan.rules.book import NoRuleInForce, Rule, rules
from atazan.rules.text import Lang
from atazan.rules.works import works

_BATCH = 1000


class Line(msgspec.Struct, frozen=True, gc=False):
    """What a line says: ids and days only."""

    id: str | int | None
    outcome: str | None
    may_apply: bool | None
    grounds: list[msgspec.Raw]
    last_day_to_file: date | None
    effective_filing_date: date | None
    correction_deadline: date | None
    decision_due: date | None
    missing: list[str]


class ErrorLine(msgspec.Struct, frozen=True):
    """A line that could not be read; the batch goes on."""

    id: str | int | None
    error: str
    fields: list[str]


class _Id(msgspec.Struct, frozen=True):
    id: str | int | None = None


def check_lines(lines: Iterable[bytes], out: BinaryIO, on: date, lang: Lang) -> int:
    """Assess every line. Returns 0 if all are admissible, 1 if some are not, 2 on an error line."""
    encoder, book = msgspec.json.Encoder(), rules()
    worst, batch = 0, []
    for line in lines:
        if not line.strip():
            continue
        try:
            assessment = assess(read_json(line, on, book), on, book)
            worst = worst if assessment.outcome == "admissible" else max(worst, 1)
            batch.append(encoder.encode(lean(assessment)))
        except BadPetition as bad:
            worst = 2
            batch.append(encoder.encode(_error(line, bad, lang)))
        except NoRuleInForce as none:
            worst = 2
            bad = BadPetition([Problem("--on", "fault.no_rule", {"day": none.day})])
            batch.append(encoder.encode(_error(line, bad, lang)))
        if len(batch) >= _BATCH:
            out.write(b"\n".join(batch) + b"\n")
            batch.clear()
    if batch:
        out.write(b"\n".join(batch) + b"\n")
    out.flush()
    return worst


def lean(assessment: Assessment) -> Line:
    """The line of an assessment."""
    return Line(
        assessment.petition.id,
        assessment.outcome,
        assessment.may_apply,
        [_ground(ground.rule) for ground in assessment.grounds],
        assessment.last_day_to_file,
        assessment.effective_filing_date,
        assessment.correction_deadline,
        assessment.decision_due,
        [one.code for one in assessment.missing],
    )


def _ground(rule: Rule) -> msgspec.Raw:
    return _written(rule.id.removeprefix("ground."), rule.source.work, rule.source.provision_eid)


@lru_cache(maxsize=256)
def _written(id: str, work: str, provision: str) -> msgspec.Raw:
    parts = {"id": id, "work": works()[work].uri, "provision": provision}
    return msgspec.Raw(msgspec.json.encode(parts))


def _error(line: bytes, bad: BadPetition, lang: Lang) -> ErrorLine:
    try:
        id = msgspec.json.decode(line, type=_Id).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        id = None
    return ErrorLine(id, bad.says(lang), [problem.field for problem in bad.problems])
