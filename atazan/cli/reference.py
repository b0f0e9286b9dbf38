"""The generated pages of docs/: each is made from what the program itself knows."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def pages() -> dict[str, Callable[[], str]]:
    """Every generated page: its path from the root of the project, and what writes it."""
    return {
        "docs/doubts.md": _doubts,
        "docs/reference/rights.md": _rights,
        "docs/reference/acts.md": _acts,
        "docs/reference/commands.md": _commands,
        "docs/reference/settings.md": _settings,
        "docs/reference/errors.md": _errors,
        "docs/reference/api.md": _api,
        "docs/reference/petition.md": _petition,
        "docs/reference/procedure.md": _procedure,
    }


def outdated() -> list[str]:
    """The generated pages that do not say what they should."""
    found = []
    for path, render in pages().items():
        page = ROOT / path
        if not page.exists() or page.read_text("utf-8") != render():
            found.append(path)
    return found


def write() -> list[str]:
    """Write the generated pages anew; the paths of those that changed."""
    changed = outdated()
    for path in changed:
        page = ROOT / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(pages()[path](), "utf-8")
    return changed


def _doubts() -> str:
    from atazan.rules.book import rules
    from atazan.rules.doubts import render_doubts

    return render_doubts(rules())


def _petition() -> str:
    from atazan.cli.petition_reference import render_petition_page

    return render_petition_page()


def _procedure() -> str:
    from atazan.cli.procedure_picture import render_procedure_page

    return render_procedure_page()


def _rights() -> str:
    from atazan.journal.rights import rights

    table = rights()
    lines = [
        "# Құқықтар кестесі · Таблица прав · Table of rights",
        "",
        *(text for text in (table.basis.kk, "", table.basis.ru, "", table.basis.en, "")),
    ]
    for stream, name in table.streams.items():
        rows = [right for right in table.rights if right.stream == stream]
        if not rows:
            continue
        lines += [f"## {name.kk} · {name.ru} · {name.en} (`{stream}`)", ""]
        lines += ["| act | in the state | who | then | if the rules of the day forbid it |"]
        lines += ["|---|---|---|---|---|"]
        grouped: dict[tuple[str, str, str, str], list[str]] = {}
        for right in rows:
            states = ", ".join(table.states[state].en for state in right.states)
            key = (right.act, states, table.states[right.to].en, right.contradiction.value)
            grouped.setdefault(key, []).append(table.roles[right.role].en)
        for (act, states, to, contradiction), roles in grouped.items():
            who = "; ".join(dict.fromkeys(roles))
            lines.append(f"| `{act}` | {states} | {who} | {to} | {contradiction} |")
        lines.append("")
    return "\n".join(lines)


def _acts() -> str:
    import msgspec

    from atazan.journal.deeds import deeds

    lines = ["# Kinds of acts", "", "What the journal records, with the fields of each kind.", ""]
    shared = {"done_on", "done_by", "under", "sources", "confidence", "note"}
    lines += [
        "Every act has `done_on` (2022-12-29, 2022-12 or 2022), `done_by` (a slug), `under` (the"
        " provision that authorises it), `sources`, `confidence` (high, medium, low) and `note`.",
        "",
    ]
    for kind, deed in sorted(deeds().items()):
        lines += [f"## `{kind}`", "", _prose(deed.act), ""]
        fields = [f for f in msgspec.structs.fields(deed.act) if f.name not in shared]
        lines += [f"- `{f.name}`{'' if f.required else ' (may be left out)'}" for f in fields]
        lines.append("")
    return "\n".join(lines)


def _commands() -> str:
    import argparse
    import importlib

    from atazan.cli.main import COMMANDS

    parser = argparse.ArgumentParser(prog="atazan")
    subparsers = parser.add_subparsers()
    for name in sorted({*COMMANDS.values()}):
        importlib.import_module(f"atazan.cli.{name}").add_parser(subparsers)
    lines = ["# Commands", ""]
    for name, one in sorted(subparsers.choices.items()):
        one.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=96)
        lines += [f"## `atazan {name}`", "", "```", one.format_help().strip(), "```", ""]
    return "\n".join(lines)


def _settings() -> str:
    text = (ROOT / "atazan/config/settings.py").read_text("utf-8")
    said = re.findall(r"^(ATAZAN_[A-Z_]+) {2,}(.+)$", text, re.MULTILINE)
    used = set(re.findall(r'environ\.get\("(ATAZAN_[A-Z_]+)"', text))
    missing = used - {name for name, _ in said}
    if missing:
        raise ValueError(f"settings.py does not say what {', '.join(sorted(missing))} is for")
    lines = ["# Settings", "", "From the environment.", ""]
    return "\n".join([*lines, *(f"- `{name}`: {what}" for name, what in said), ""])


def _errors() -> str:
    lines = ["# Errors", "", "What the platform refuses, and what it then says.", ""]
    for name, error in sorted(_error_classes(), key=lambda one: (one[0], one[1].__module__)):
        lines += [f"## `{name}`", "", _prose(error), ""]
    return "\n".join(lines)


def _error_classes() -> Iterator[tuple[str, type]]:
    import importlib
    import pkgutil

    import atazan

    seen: set[type] = set()
    for module in pkgutil.walk_packages(atazan.__path__, "atazan."):
        if ".migrations" in module.name or module.name.startswith("atazan.config"):
            continue
        for name, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            ours = one.__module__ == module.name and issubclass(one, Exception)
            if ours and not name.startswith("_") and one not in seen:
                seen.add(one)
                yield name, one


def _prose(thing: type) -> str:
    said = inspect.getdoc(thing)
    if not said:
        raise ValueError(f"{thing.__module__}.{thing.__name__} says nothing of itself")
    return said


def _api() -> str:
    from atazan.api.api import api

    schema = api.get_openapi_schema()
    lines = ["# API", "", schema["info"]["description"].strip(), ""]
    lines += [
        "JSON over HTTP under `/api/`; the full schema (OpenAPI 3.1) at `/api/openapi.json`. Every",
        "endpoint takes `?lang=kk|ru|en`, and answers what it refuses with `Problems`:",
        "",
        "```json",
        '{"problems": [{"says": "…", "field": "on", "value": "31.02.2026"}]}',
        "```",
        "",
        "400 cannot be read, 401 no key, 403 not permitted (with `id`, `work`, `provision`), 404",
        "not there or not yours to see, 409 changed meanwhile (`version`), 413 too large, 422 does",
        "not fit, 429 too often.",
        "",
    ]
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            if not one.get("description"):
                raise ValueError(f"{method.upper()} {path} says nothing of itself")
            lines += [f"## `{method.upper()} {path}`", "", one["description"].strip(), ""]
            lines += _asked(one)
            lines += ["```shell", one["x-codeSamples"][0]["source"], "```", ""]
            lines += _answered(one, schema)
    return "\n".join(lines)


def _asked(one: dict[str, Any]) -> list[str]:
    """Who may ask, and with which parameters."""
    key = "A key is needed." if one.get("security") and {} not in one["security"] else ""
    named = [f"`{given['name']}`" for given in one["parameters"] if given["name"] != "lang"]
    told = " ".join(filter(None, (key, f"Takes {', '.join(named)}." if named else "")))
    return [told, ""] if told else []


def _answered(one: dict[str, Any], schema: dict[str, Any]) -> list[str]:
    """The status of success and the fields of the answer."""
    status, told = next((s, t) for s, t in one["responses"].items() if int(s) < 300)
    found = told["content"]["application/json"]["schema"]
    listed = found.get("type") == "array"
    ref = (found["items"] if listed else found).get("$ref", "").rpartition("/")[2]
    fields = schema["components"]["schemas"].get(ref, {}).get("properties", {})
    names = ", ".join(f"`{name}`" for name in fields)
    return [f"Answers {status}{' with a list' if listed else ''}: {names}.", ""]
