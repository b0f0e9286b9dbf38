"""A plan as a query of OpenSearch."""

from __future__ import annotations

from typing import Any

from atazan.search.engines import Clause, Plan, Term
from atazan.search.engines.kept_keys import short
from atazan.search.engines.tantivy import EACH_PART, NAMED, TITLE_WEIGHT

Query = dict[str, Any]
_FIELDS = (("text", 1.0), ("title", TITLE_WEIGHT))
_MOST_VALUES = 60_000
"""Values of one `terms` query; the server takes 65,536."""


def query(plan: Plan, visible: Query) -> Query:
    """What is found and how well, among what is `visible`."""
    must: list[Query] = []
    if plan.clauses or plan.names:
        must.append(_asked(plan))
    must += [_clause(clause) for clause in plan.must]
    return {
        "bool": {
            "must": must,
            "filter": [visible, *_filters(plan)],
            "should": [_lifted(_clause(clause)) for clause in plan.besides],
            "minimum_should_match": 0,
        }
    }


def any_of(field: str, values: list[Any]) -> Query:
    """What has one of the values, however many they are."""
    parts = [
        {"terms": {field: values[at : at + _MOST_VALUES]}}
        for at in range(0, len(values), _MOST_VALUES)
    ]
    if not parts:
        return {"match_none": {}}
    return parts[0] if len(parts) == 1 else {"bool": {"should": parts, "minimum_should_match": 1}}


def _asked(plan: Plan) -> Query:
    """Enough of the clauses, or a name."""
    several = plan.need < len(plan.clauses)
    said = [_lifted(one) if several else one for one in map(_clause, plan.clauses)]
    ways = []
    if said:
        need = min(plan.need, len(said))
        ways.append({"bool": {"should": said, "minimum_should_match": need}})
    ways += [
        {"constant_score": {"filter": {"term": {"name": name}}, "boost": NAMED}}
        for name in plan.names
    ]
    return {"bool": {"should": ways, "minimum_should_match": 1}}


def _filters(plan: Plan) -> list[Query]:
    found: list[Query] = []
    if plan.day is not None:
        found.append({"range": {"since": {"lte": plan.day}}})
        found.append({"range": {"replaced": {"gt": plan.day}}})
    for name, values in plan.only:
        found.append(any_of("facet", [f"{name}={value}" for value in values]))
    if plan.among is not None:
        found.append(any_of("row", list(plan.among)))
    return found


def _clause(clause: Clause) -> Query:
    """The best of its terms in the field that says it best."""
    ways = [_term(term, field, weight) for term in clause.terms for field, weight in _FIELDS]
    return {"dis_max": {"queries": ways, "tie_breaker": 0.0}} if ways else {"match_none": {}}


def _term(term: Term, field: str, weight: float) -> Query:
    boost = term.weight * weight
    keys = [short(key) for key in term.keys]
    if len(keys) > 1 and term.together:
        said = {"query": " ".join(keys), "analyzer": "whitespace", "boost": boost}
        return {"match_phrase": {field: said}}
    each = [{"term": {field: {"value": key}}} for key in dict.fromkeys(keys)]
    return {"bool": {"must": each, "boost": boost}}


def _lifted(part: Query) -> Query:
    """A part with what is added for its being said at all."""
    plus = {"constant_score": {"filter": {"match_all": {}}, "boost": EACH_PART}}
    return {"bool": {"must": [part, plus]}}
