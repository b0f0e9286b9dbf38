"""A plan as a query of PostgreSQL: what is found, and how well.

Found is told by the index over `keys`; how well by what the two fields say, much as BM25 tells it:
`ts_rank` of one word grows with its number and levels off, lengths and rarity are added here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log

from atazan.search.engines import Clause, Plan, Term
from atazan.search.engines.kept_keys import short
from atazan.search.engines.tantivy import EACH_PART, NAMED, TITLE_WEIGHT

_ONE = 1.6449340668
"""What `ts_rank` divides by: times this, a word said once counts 1."""
_FIELDS = (("'{1,0,0,0}'", "words", 1.0), ("'{0,0,0,1}'", "heading", TITLE_WEIGHT))
_LENGTH = "(2.2 / (1 + 1.2 * (0.25 + 0.75 * {field} / {average})))"


class Stated:
    """A plan with its values apart: `values` are the parameters of every text asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.values: dict[str, object] = {}

    def keys(self) -> set[str]:
        """Every key whose rarity counts."""
        plan = self._plan
        clauses = (*plan.clauses, *plan.must, *plan.besides)
        return {short(key) for clause in clauses for term in clause.terms for key in term.keys}

    def value(self, value: object) -> str:
        """A parameter in the text of the query."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"%({name})s"

    def condition(self) -> str:
        """What is found, as a condition on the table of entries."""
        plan = self._plan
        parts = [self._asked()] if plan.clauses or plan.names else []
        parts += [self._clause(clause) for clause in plan.must]
        if plan.day is not None:
            day = self.value(plan.day)
            parts.append(f"(since <= {day} and replaced > {day})")
        for name, values in plan.only:
            parts.append(f"facets && {self._texts(f'{name}={value}' for value in values)}")
        if plan.among is not None:
            parts.append(f"row = any({self.value(list(plan.among))}::bigint[])")
        return " and ".join(parts) or "true"

    def score(self, rarity: Mapping[str, float], averages: tuple[float, float]) -> str:
        """How well, as an expression over what is found."""
        plan = self._plan
        lengths = [
            _LENGTH.format(field=field, average=self.value(max(average, 1.0)))
            for (_, field, _), average in zip(_FIELDS, averages, strict=True)
        ]
        several = plan.need < len(plan.clauses)
        parts = [self._best(clause, rarity, lengths, several) for clause in plan.clauses]
        parts += [self._best(clause, rarity, lengths, False) for clause in plan.must]
        parts += [self._best(clause, rarity, lengths, True) for clause in plan.besides]
        parts += [
            f"case when {self.value(without_nul(name))} = any(names) then {NAMED} else 0 end"
            for name in plan.names
        ]
        return " + ".join(parts) or "0.0"

    def _asked(self) -> str:
        """Enough of the clauses, or a name."""
        plan = self._plan
        said = [self._clause(clause) for clause in plan.clauses]
        ways = []
        if said and plan.need >= len(said):
            ways.append(f"({' and '.join(said)})")
        elif said and plan.need <= 1:
            ways += said
        elif said:
            counted = " + ".join(f"({one})::int" for one in said)
            ways.append(f"(({' or '.join(said)}) and {counted} >= {self.value(plan.need)})")
        if plan.names:
            ways.append(f"names && {self._texts(plan.names)}")
        return f"({' or '.join(ways)})"

    def _clause(self, clause: Clause) -> str:
        """One part: said by any of its terms."""
        single = [term for term in clause.terms if not _together(term)]
        ways = [self._query(" | ".join(map(_anywhere, single)))] if single else []
        ways += [self._phrase(term) for term in clause.terms if _together(term)]
        return f"({' or '.join(ways)})" if ways else "false"

    def _phrase(self, term: Term) -> str:
        """One after the other. Places end at 16,383: longer documents have their words at hand."""
        keys = [short(key) for key in term.keys]
        said = self.value(f" {' '.join(keys)} ")
        return (
            f"({self._query(' & '.join(map(quoted, keys)))} and case when long is null"
            f" then {self._query(' <-> '.join(map(quoted, keys)))}"
            f" else strpos(long, {said}) > 0 end)"
        )

    def _best(
        self, clause: Clause, rarity: Mapping[str, float], lengths: Sequence[str], lifted: bool
    ) -> str:
        """The score of a part: of the best of its terms, and of its being said at all."""
        ways = [self._term(term, rarity, lengths) for term in clause.terms]
        best = f"greatest({', '.join(ways)})" if ways else "0.0"
        if not lifted:
            return best
        return f"case when {self._clause(clause)} then {EACH_PART} + {best} else 0 end"

    def _term(self, term: Term, rarity: Mapping[str, float], lengths: Sequence[str]) -> str:
        keys = [short(key) for key in dict.fromkeys(term.keys)]
        fields = []
        for (only, field, weight), length in zip(_FIELDS, lengths, strict=True):
            each = [
                f"{self.value(rarity[key] * _ONE * weight * term.weight)}"
                f" * ts_rank({only}, keys, {self.value(quoted(key))}::tsquery)"
                for key in keys
            ]
            scored = f"{length} * ({' + '.join(each)})"
            fields.append(f"case when {field} > 0 then {scored} else 0 end")
        best = f"greatest({', '.join(fields)})"
        if len(keys) == 1:
            return best
        return f"case when {self._query(_anywhere(term))} then {best} else 0 end"

    def _query(self, query: str) -> str:
        return f"keys @@ {self.value(query)}::tsquery"

    def _texts(self, values: Iterable[str]) -> str:
        return f"{self.value([without_nul(value) for value in values])}::text[]"


def rarity(documents: int, said: int) -> float:
    """What a key is worth that so many of the documents say."""
    return log(1 + (documents - said + 0.5) / (said + 0.5)) if documents >= said else 0.0


def _together(term: Term) -> bool:
    return term.together and len(term.keys) > 1


def _anywhere(term: Term) -> str:
    """A term in the language of text search: all of its keys in the title, or all in the text."""
    keys = [quoted(short(key)) for key in dict.fromkeys(term.keys)]
    if len(keys) == 1:
        return keys[0]
    return " | ".join(f"({' & '.join(key + where for key in keys)})" for where in (":A", ":D"))


def quoted(key: str) -> str:
    """A key as a lexeme, whatever is in it."""
    escaped = without_nul(key).replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def without_nul(value: str) -> str:
    """A text without the one character that PostgreSQL does not take."""
    return value.replace("\x00", "")
