"""Requests to an OpenSearch, by plain HTTP: repeated while the server is busy, refused with a
reason."""

from __future__ import annotations

import base64
import http.client
import json
import ssl
from collections.abc import Iterable, Mapping
from threading import local
from time import sleep
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from atazan.search.bad import ServerFails

TIMEOUT = 30.0
"""Seconds an answer may take."""
WAITS = (0.1, 0.4, 1.6, 3.2)
"""Seconds before each further try of what a busy server refused."""
_BUSY = (429, 502, 503, 504)

Json = Any


class Server:
    """An OpenSearch at an address `https://name:password@host:9200/path`.

    With a `key`, that is sent instead of a name. Certificates are checked against
    those the machine trusts (SSL_CERT_FILE adds one's own). A connection for each thread is kept.
    """

    def __init__(self, address: str, key: str = "", waits: Iterable[float] = WAITS) -> None:
        told = urlsplit(address)
        self.host = told.hostname or ""
        self._port, self._path, self._secure = told.port, told.path.rstrip("/"), told.scheme
        self._waits = tuple(waits)
        self._headers = {"Accept": "application/json", **_credentials(told, key)}
        self._own = local()

    def ask(self, method: str, path: str, body: Json = None, *, none: bool = False) -> Json:
        """The answer; with `none`, None where the server knows of no such thing.

        Raises ServerFails.
        """
        sent = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        status, answer = self._tried(method, path, sent, "application/json")
        if status == 404 and none:
            return None
        if status >= 400:
            raise self._refused(status, answer)
        return answer

    def bulk(self, index: str, lines: Iterable[tuple[Json, Json | None]]) -> None:
        """Do many things to documents; those the server was too busy for again. Raises
        ServerFails if any of them is refused. What has been done stays done."""
        left = list(lines)
        for wait in (*self._waits, None):
            if not left:
                return
            sent = b"".join(_line(action) + (_line(one) if one else b"") for action, one in left)
            path = f"/{index}/_bulk"
            status, answer = self._tried("POST", path, sent, "application/x-ndjson")
            if status >= 400:
                raise self._refused(status, answer)
            told = [next(iter(item.items())) for item in answer["items"]]
            wrong = [one for action, one in told if _failed(action, one["status"])]
            if wrong:
                raise self._refused(wrong[0]["status"], wrong[0])
            left = [line for line, (_, one) in zip(left, told, strict=True) if one["status"] == 429]
            if left and wait is not None:
                sleep(wait)
        if left:
            raise self._refused(429, {"error": {"reason": "too many requests"}})

    def _tried(self, method: str, path: str, sent: bytes | None, kind: str) -> tuple[int, Json]:
        """Ask, and again while the server is busy or the line is cut: every request may be
        repeated without harm."""
        wrong: Exception | None = None
        status, answer = 0, None
        for wait in (*self._waits, None):
            try:
                status, answer = self._once(method, path, sent, kind)
                wrong = None
                if status not in _BUSY:
                    return status, answer
            except ssl.SSLCertVerificationError as untrusted:
                raise ServerFails("search.bad.server_untrusted", self._facts()) from untrusted
            except (OSError, http.client.HTTPException) as cut:
                self._own.__dict__.clear()
                wrong = cut
            if wait is not None:
                sleep(wait)
        if wrong is not None:
            facts = self._facts(reason=str(wrong) or type(wrong).__name__)
            raise ServerFails("search.bad.server_silent", facts) from wrong
        return status, answer

    def _once(self, method: str, path: str, sent: bytes | None, kind: str) -> tuple[int, Json]:
        connection = self._connection()
        headers = {**self._headers, **({"Content-Type": kind} if sent is not None else {})}
        connection.request(method, self._path + path, sent, headers)
        response = connection.getresponse()
        read = response.read()
        try:
            return response.status, json.loads(read) if read else {}
        except ValueError:
            reason = read[:200].decode("utf-8", "replace")
            return max(response.status, 500), {"error": {"reason": reason}}

    def _connection(self) -> http.client.HTTPConnection:
        kept: http.client.HTTPConnection | None = getattr(self._own, "connection", None)
        if kept is None:
            if self._secure == "https":
                context = ssl.create_default_context()
                kept = http.client.HTTPSConnection(
                    self.host, self._port or 443, timeout=TIMEOUT, context=context
                )
            else:
                kept = http.client.HTTPConnection(self.host, self._port or 9200, timeout=TIMEOUT)
            self._own.connection = kept
        return kept

    def close(self) -> None:
        """Close this thread's connection; others go with their threads."""
        kept = getattr(self._own, "connection", None)
        if kept is not None:
            kept.close()
            self._own.__dict__.clear()

    def _refused(self, status: int, answer: Json) -> ServerFails:
        if status in (401, 403):
            return ServerFails("search.bad.server_forbids", self._facts(code=status))
        if status in _BUSY:
            return ServerFails("search.bad.server_busy", self._facts(code=status))
        facts = self._facts(code=status, reason=_reason(answer))
        return ServerFails("search.bad.server_refuses", facts)

    def _facts(self, **more: object) -> Mapping[str, object]:
        return {"host": self.host, **more}


def _credentials(told: SplitResult, key: str) -> dict[str, str]:
    if key:
        return {"Authorization": f"ApiKey {key}"}
    if told.username is None:
        return {}
    given = f"{unquote(told.username)}:{unquote(told.password or '')}"
    return {"Authorization": f"Basic {base64.b64encode(given.encode()).decode()}"}


def _failed(action: str, status: int) -> bool:
    """What is not there need not be deleted; what was too much is sent again."""
    return status >= 400 and status != 429 and (action, status) != ("delete", 404)


def _line(one: Json) -> bytes:
    return json.dumps(one, ensure_ascii=False).encode() + b"\n"


def _reason(answer: Json) -> str:
    error = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(error, dict):
        return str(error or answer)[:300]
    causes = error.get("root_cause") or [error]
    return str(causes[0].get("reason") or error.get("reason"))[:300]
