"""A text on a day as JSON: its provisions as a tree, each with its words, standing and effects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from atazan.law.exported.edition import WHOLE, Edition, Modification
from atazan.law.exported.tree import Line, Node, tree
from atazan.law.text.document import Block, Words, provisions

Citing = Callable[[str, str], list[dict[str, Any]]]
"""What a provision (its eId) cites with its words."""


def as_json(edition: Edition, citing: Citing | None = None) -> bytes:
    """The edition in UTF-8, indented, keys always in this order.

    - `work` (short id), `uri`, `title`, `number`, `lang`, `day` (asked about), `since` (counts),
      `until` (does not; null: still this text), `digest` (SHA-256 of the words without blanks);
    - `front`, `preamble`, `back`: the lines around the body;
    - `effects`: those on the whole work;
    - `provisions`: each with `eid`, `wid` (its permanent name), `level`, `number` (as printed),
      `heading`, `text` (its own words, lines parted by newlines), `standing` (a state of
      `atazan.law.standing`; null where nothing on record touched it), `effects`, `notes` (of the
      compilers), `cites` (left out where nothing looked for citations) and `parts`, its provisions;
    - a citation has `start` and `end` (code points of `text`), `work` (URI), `targets` (eIds) and
      `why` (empty, or the reason for what is left open);
    - an effect has `id`, `effect`, `since`, `until`, `by` (URI), `by_name`, `decided_on`, `extent`,
      `reading`, `words`, `was`, as `edition.Modification` says.
    """
    text = tree(edition.document.blocks)
    own = provisions(edition.document.blocks)
    told = {
        "work": edition.work,
        "uri": edition.uri,
        "title": edition.title,
        "number": edition.number,
        "lang": edition.document.lang,
        "day": edition.day,
        "since": edition.since,
        "until": edition.until,
        "digest": edition.document.digest,
        "front": _lines(text.front),
        "preamble": _lines(text.preamble),
        "back": _lines(text.back),
        "effects": _effects(edition, WHOLE),
        "provisions": [_provision(one, edition, own, citing) for one in _parts(text.body)],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _parts(node: Node) -> Iterator[Node]:
    return (item for item in node.items if isinstance(item, Node))


def _lines(blocks: tuple[Block, ...]) -> list[dict[str, str]]:
    return [{"kind": block.kind, "text": block.printed} for block in blocks]


def _provision(
    node: Node, edition: Edition, own: dict[str, Words], citing: Citing | None
) -> dict[str, Any]:
    words = own.get(node.eid)
    notes = [
        item.block.printed
        for item in node.items
        if isinstance(item, Line) and item.block.kind == "note"
    ]
    told: dict[str, Any] = {
        "eid": node.eid,
        "wid": node.wid or node.eid,
        "level": node.level.split("@")[0],
        "number": words.number if words else "",
        "heading": words.heading if words else "",
        "text": words.text if words else "",
        "standing": edition.states.get(node.eid),
        "effects": _effects(edition, node.eid),
        "notes": notes,
    }
    if citing is not None:
        told["cites"] = citing(node.eid.split("@")[0], told["text"]) if told["text"] else []
    told["parts"] = [_provision(one, edition, own, citing) for one in _parts(node)]
    return told


def _effects(edition: Edition, provision: str) -> list[dict[str, Any]]:
    return [_effect(one) for one in edition.modifications if one.provision == provision]


def _effect(one: Modification) -> dict[str, Any]:
    told = msgspec.structs.asdict(one)
    del told["provision"]
    return told
