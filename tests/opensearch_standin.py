"""A stand-in for an OpenSearch server: the part of its interface that the engine uses, in memory.

It is not the server. It keeps to what its documentation says of these requests: documents are seen
by a search only after a refresh and by their id at once, answers hold at most 10,000 documents,
words are split at blanks and cut at 255 characters, scores are BM25, aliases turn in one step, and
what it does not know it refuses. `troubles` are answers to give instead, one for each request.
"""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from math import log
from threading import RLock, Thread
from typing import Any

WINDOW = 10_000
_GAP = 100
_LONGEST = 255


class Refused(Exception):
    """The server's answer to what it does not take."""

    def __init__(self, status: int, reason: str) -> None:
        self.status, self.reason = status, reason


class Stored:
    """A document as the index knows it."""

    def __init__(self, source: dict[str, Any], properties: dict[str, Any]) -> None:
        self.source = source
        self.values: dict[str, list[Any]] = {}
        self.places: dict[str, dict[str, list[int]]] = {}
        self.length: dict[str, int] = {}
        for name, about in properties.items():
            given = source.get(name, [])
            values = given if isinstance(given, list) else [given]
            if about["type"] == "text":
                self._split(name, values)
            elif about["type"] in ("keyword", "long"):
                wanted = str if about["type"] == "keyword" else int
                if not all(isinstance(one, wanted) for one in values):
                    raise Refused(400, f"failed to parse field [{name}]")
                if any(isinstance(one, str) and len(one.encode()) > 32_766 for one in values):
                    raise Refused(400, f"immense term in field [{name}]")
                self.values[name] = values

    def _split(self, name: str, values: list[str]) -> None:
        places: dict[str, list[int]] = {}
        at = many = 0
        for value in values:
            for word in value.split():
                for part in re.findall(f".{{1,{_LONGEST}}}", word):
                    places.setdefault(part, []).append(at)
                    at, many = at + 1, many + 1
            at += _GAP
        self.places[name], self.length[name] = places, many


class Index:
    """Documents by id; those not refreshed are kept apart."""

    def __init__(self, body: dict[str, Any]) -> None:
        mappings = body["mappings"]
        _only(body, "settings", "mappings")
        _only(mappings, "dynamic", "_source", "properties")
        self.properties = mappings["properties"]
        self.included = mappings["_source"]["includes"]
        self.now: dict[str, Stored] = {}
        self.seen: dict[str, Stored] = {}

    def refresh(self) -> None:
        self.seen = dict(self.now)

    def search(self, body: dict[str, Any]) -> dict[str, Any]:
        known = ("query", "size", "sort", "_source", "docvalue_fields", "track_total_hits")
        _only(body, *known, "track_scores", "search_after", "aggs")
        size = body.get("size", 10)
        if size > WINDOW:
            raise Refused(400, f"Result window is too large, must be at most [{WINDOW}]")
        scored = self.found(body["query"])
        hits = self._sorted(scored, body.get("sort", [{"_score": "desc"}]))
        if "search_after" in body:
            hits = [one for one in hits if one[0] > _key(body["search_after"], body["sort"])]
        told = [
            {
                "_id": id,
                "_score": score,
                "fields": {name: one.values[name] for name in body.get("docvalue_fields", ())},
                "sort": [value for value, _ in sort],
            }
            for _, sort, id, one, score in hits[:size]
        ]
        total = {"value": len(scored), "relation": "eq"}
        if not body.get("track_total_hits") and len(scored) > WINDOW:
            total = {"value": WINDOW, "relation": "gte"}
        answer: dict[str, Any] = {"hits": {"total": total, "hits": told}}
        if "aggs" in body:
            answer["aggregations"] = {
                name: self._terms(about, scored) for name, about in body["aggs"].items()
            }
        return answer

    def found(self, query: dict[str, Any]) -> dict[str, float]:
        """The score of each document that a query finds."""
        ask = _Query(self)
        told = ((id, ask.score(query, one)) for id, one in self.seen.items())
        return {id: score for id, score in told if score is not None}

    def _sorted(self, scored: dict[str, float], sort: list[Any]) -> list[Any]:
        hits = []
        for id, score in scored.items():
            one = self.seen[id]
            values = [
                score if name == "_score" else one.values[name][0] for part in sort for name in part
            ]
            ways = [way for part in sort for way in part.values()]
            hits.append((_key(values, sort), [*zip(values, ways, strict=True)], id, one, score))
        return sorted(hits, key=lambda hit: hit[0])

    def _terms(self, about: dict[str, Any], scored: dict[str, float]) -> dict[str, Any]:
        _only(about, "terms")
        _only(about["terms"], "field", "size")
        said = Counter(
            value for id in scored for value in set(self.seen[id].values[about["terms"]["field"]])
        )
        most = said.most_common(about["terms"]["size"])
        return {"buckets": [{"key": key, "doc_count": many} for key, many in most]}


class _Query:
    """The query language, for one document at a time: a score, or None where it is not found."""

    def __init__(self, index: Index) -> None:
        self._index, self._stats = index, {}

    def score(self, query: dict[str, Any], one: Stored) -> float | None:
        if len(query) != 1:
            raise Refused(400, "[query] malformed query, expected one name")
        ((name, about),) = query.items()
        ask: Callable[[Any, Stored], float | None] | None = getattr(self, f"_{name}", None)
        if ask is None:
            raise Refused(400, f"unknown query [{name}]")
        return ask(about, one)

    def _match_all(self, about: Any, one: Stored) -> float:
        return 1.0

    def _match_none(self, about: Any, one: Stored) -> None:
        return None

    def _bool(self, about: Any, one: Stored) -> float | None:
        _only(about, "must", "filter", "should", "must_not", "minimum_should_match", "boost")
        must = [self.score(part, one) for part in about.get("must", ())]
        kept = [self.score(part, one) for part in about.get("filter", ())]
        if None in must or None in kept:
            return None
        if any(self.score(part, one) is not None for part in about.get("must_not", ())):
            return None
        should = [self.score(part, one) for part in about.get("should", ())]
        said = [score for score in should if score is not None]
        least = 1 if should and not must and not kept else 0
        if len(said) < about.get("minimum_should_match", least):
            return None
        return float(sum(must) + sum(said)) * about.get("boost", 1.0)

    def _dis_max(self, about: Any, one: Stored) -> float | None:
        _only(about, "queries", "tie_breaker")
        scores = [self.score(part, one) for part in about["queries"]]
        said = [score for score in scores if score is not None]
        return max(said) if said else None

    def _constant_score(self, about: Any, one: Stored) -> float | None:
        _only(about, "filter", "boost")
        return None if self.score(about["filter"], one) is None else about.get("boost", 1.0)

    def _term(self, about: Any, one: Stored) -> float | None:
        ((field, value),) = about.items()
        if isinstance(value, dict):
            _only(value, "value")
            value = value["value"]
        if field in one.places:
            return self._said(field, [value], len(one.places[field].get(value, ())), one)
        return 1.0 if value in self._values(field, one) else None

    def _terms(self, about: Any, one: Stored) -> float | None:
        ((field, values),) = about.items()
        if len(values) > 65_536:
            raise Refused(400, "too many terms")
        return None if set(values).isdisjoint(self._values(field, one)) else 1.0

    def _range(self, about: Any, one: Stored) -> float | None:
        ((field, limits),) = about.items()
        _only(limits, "lte", "gt")
        for value in self._values(field, one):
            above = "gt" not in limits or value > limits["gt"]
            if above and ("lte" not in limits or value <= limits["lte"]):
                return 1.0
        return None

    def _match_phrase(self, about: Any, one: Stored) -> float | None:
        ((field, said),) = about.items()
        _only(said, "query", "analyzer", "boost")
        words = said["query"].split()
        places = one.places[field]
        times = sum(
            all(at + n in places.get(word, ()) for n, word in enumerate(words))
            for at in places.get(words[0], ())
        )
        score = self._said(field, words, times, one)
        return None if score is None else score * said.get("boost", 1.0)

    def _values(self, field: str, one: Stored) -> list[Any]:
        if field not in self._index.properties:
            return []
        return one.values.get(field, [])

    def _said(self, field: str, words: list[str], times: int, one: Stored) -> float | None:
        """BM25 of words said so often."""
        if not times:
            return None
        rarity = sum(self._rarity(field, word) for word in words)
        _, average = self._field(field)
        long = 0.25 + 0.75 * one.length[field] / average
        return rarity * times * 2.2 / (times + 1.2 * long)

    def _field(self, field: str) -> tuple[int, float]:
        if field not in self._stats:
            lengths = [one.length[field] for one in self._index.seen.values() if one.length[field]]
            self._stats[field] = len(lengths), sum(lengths) / max(1, len(lengths))
        return self._stats[field]

    def _rarity(self, field: str, word: str) -> float:
        if (field, word) not in self._stats:
            said = sum(word in one.places[field] for one in self._index.seen.values())
            many, _ = self._field(field)
            self._stats[field, word] = log(1 + (many - said + 0.5) / (said + 0.5))
        return self._stats[field, word]


def _key(values: list[Any], sort: list[Any]) -> tuple[Any, ...]:
    ways = [way for part in sort for way in part.values()]
    given = [value[0] if isinstance(value, tuple) else value for value in values]
    return tuple(-one if way == "desc" else one for one, way in zip(given, ways, strict=True))


def _only(given: dict[str, Any], *known: str) -> None:
    unknown = set(given) - set(known)
    if unknown:
        raise Refused(400, f"unknown key {sorted(unknown)}")


class StandIn:
    """The server's state and what it answers."""

    def __init__(self) -> None:
        self.indexes: dict[str, Index] = {}
        self.aliases: dict[str, str] = {}
        self.troubles: list[int] = []
        self.full: list[int] = []
        self.allowed: str | None = None
        self.asked: list[str] = []
        self.address = ""
        self.lock = RLock()

    def allow(self, name: str, password: str) -> None:
        """From now on only with this name."""
        given = base64.b64encode(f"{name}:{password}".encode()).decode()
        self.allowed = f"Basic {given}"

    def answer(self, method: str, path: str, body: bytes) -> Any:
        parts = path.strip("/").split("/")
        match method, parts:
            case "GET", ["_alias", name]:
                if name not in self.aliases:
                    raise Refused(404, f"alias [{name}] missing")
                return {self.aliases[name]: {"aliases": {name: {}}}}
            case "POST", ["_aliases"]:
                return self._turn(json.loads(body)["actions"])
            case "GET", [name]:
                return {one: {} for one in self.indexes if fnmatch(one, name)}
            case "PUT", [name]:
                if name in self.indexes or name != name.lower():
                    raise Refused(400, f"bad or known index name [{name}]")
                self.indexes[name] = Index(json.loads(body))
            case "DELETE", [name]:
                self._named(name)
                del self.indexes[name]
            case "POST", [name, "_refresh"]:
                self._named(name).refresh()
            case "POST", [name, "_bulk"]:
                return self._bulk(self._named(name), body)
            case "POST", [name, "_search"]:
                return self._named(name).search(json.loads(body))
            case "POST", [name, "_count"]:
                _only(asked := json.loads(body), "query")
                return {"count": len(self._named(name).found(asked["query"]))}
            case "PUT", [name, "_doc", id]:
                index = self._named(name)
                index.now[id] = Stored(json.loads(body), index.properties)
            case "GET", [name, "_doc", id]:
                index = self._named(name)
                if id not in index.now:
                    raise Refused(404, "not found")
                source = index.now[id].source
                return {"_source": {k: v for k, v in source.items() if k in index.included}}
            case _:
                raise Refused(400, f"no handler found for {method} {path}")
        return {"acknowledged": True}

    def _named(self, name: str) -> Index:
        found = self.indexes.get(self.aliases.get(name, name))
        if found is None:
            raise Refused(404, f"no such index [{name}]")
        return found

    def _turn(self, actions: list[Any]) -> Any:
        for action in actions:
            ((what, about),) = action.items()
            if what == "remove_index":
                del self.indexes[about["index"]]
            elif what == "add":
                self.aliases[about["alias"]] = about["index"]
            else:
                raise Refused(400, f"unknown action [{what}]")
        self.aliases = {name: one for name, one in self.aliases.items() if one in self.indexes}
        return {"acknowledged": True}

    def _bulk(self, index: Index, body: bytes) -> Any:
        if not body.endswith(b"\n"):
            raise Refused(400, "The bulk request must be terminated by a newline [\\n]")
        lines = iter(body.splitlines())
        items = []
        for line in lines:
            ((what, about),) = json.loads(line).items()
            source = json.loads(next(lines)) if what == "index" else None
            if self.full:
                items.append({what: {"status": self.full.pop(0)}})
                continue
            known = about["_id"] in index.now
            if source is None:
                index.now.pop(about["_id"], None)
                items.append({what: {"status": 200 if known else 404}})
            else:
                index.now[about["_id"]] = Stored(source, index.properties)
                items.append({what: {"status": 200 if known else 201}})
        return {
            "errors": any(next(iter(i.values()))["status"] >= 300 for i in items),
            "items": items,
        }


class _Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, server: StandIn, *args: Any) -> None:
        self.of = server
        super().__init__(*args)

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.of.lock:
            status, answer = self._answer(body)
        if status == 0:  # the line is cut
            self.close_connection = True
            return
        told = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def _answer(self, body: bytes) -> tuple[int, Any]:
        self.of.asked.append(f"{self.command} {self.path}")
        if self.of.troubles and (trouble := self.of.troubles.pop(0)) != 200:
            return trouble, {"error": {"reason": "trouble"}}
        if self.of.allowed not in (None, self.headers.get("Authorization")):
            return 401, {"error": {"reason": "unauthorized"}}
        try:
            return 200, self.of.answer(self.command, self.path, body)
        except Refused as refused:
            cause = {"type": "refused", "reason": refused.reason}
            return refused.status, {"error": {"root_cause": [cause], **cause}}

    do_GET = do_PUT = do_POST = do_DELETE = _any  # noqa: N815

    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """A stand-in on a port of this machine."""
    standing = StandIn()
    door = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Door, standing))
    door.daemon_threads = True
    standing.address = f"http://127.0.0.1:{door.server_address[1]}"
    Thread(target=partial(door.serve_forever, 0.02), daemon=True).start()
    try:
        yield standing
    finally:
        door.shutdown()
        door.server_close()
