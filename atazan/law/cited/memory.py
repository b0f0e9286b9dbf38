"""What was cited so far in a text, and what words like "the same" and "this" mean by it."""

from __future__ import annotations

import re

from atazan.law.cited.citation import CitedWork, Path, Step
from atazan.law.cited.grammar import PATH_WORDS, RANK
from atazan.law.cited.known import Known
from atazan.law.cited.mention import Mention
from atazan.law.cited.owner import Aliases, Owner
from atazan.law.cited.pointing import Pointer

MOST_ALIASES = 64
"""Names a text gives to acts that are kept at a time: the latest ones."""

_ALIAS = re.compile(
    r"[»\"”]?\s*\((?:далее|бұдан\s+әрі|одан\s+әрі|hereinafter)(?:\s+(?:referred\s+to\s+as|also))?\s*[-–—,:]?\s*(?:по\s+тексту\s*[-–—]\s*)?(?:the\s+)?[«\"“]?([^)»\"”]{2,60})",
    re.I,
)
_CLOSING = frozenset('»"”(')


class Memory:
    """The citation found last, the acts cited by kind, the names given to them, and the place.

    `here` is the eId of the provision the text is at; `context` the act it stands in.
    """

    def __init__(self, context: Known | None, here: str) -> None:
        self.context, self.here = context, here
        self.mentioned = False
        self.aliases: Aliases = {}
        self.acts: dict[str, dict[str, CitedWork]] = {}
        self.last: tuple[CitedWork | None, str, str, tuple[str, ...], tuple[Path, ...]] | None = (
            None
        )

    def remember(
        self, text: str, end: int, kind: str, work: CitedWork | None, why: str,
        targets: tuple[str, ...], path: tuple[Path, ...], owner: Owner | None,
    ) -> None:  # fmt: skip
        """Take note of a citation just found, and of what the text calls its act from here on."""
        self.last = (work, why, kind, targets, path)
        self.mentioned = isinstance(owner, Mention)
        if not self.mentioned:
            return
        if work is not None:
            listed = self.acts.setdefault(kind, {})
            listed.pop(work.uri, None)
            listed[work.uri] = work
        near = text[end : end + 2]
        if near[1:] == "(" or near[:1] in _CLOSING:
            named = _ALIAS.match(text, end)
            if named and isinstance(owner, Mention):
                self.aliases[named[1].strip()] = owner
                if len(self.aliases) > MOST_ALIASES:
                    del self.aliases[next(iter(self.aliases))]

    def pointed(
        self, one: Pointer, targets: tuple[str, ...], path: tuple[Path, ...]
    ) -> tuple[CitedWork | None, tuple[str, ...], tuple[Path, ...], str]:
        """The act, provisions and ways that pointing words mean, or why that is open."""
        if one.level == "act":
            work, why = self._this_act(one) if one.sense == "this" else self.same_act(one)
            return work, targets, path, why
        if one.sense == "this":
            prefix = _upto(self.here, one.level)
            work = self.context.work if self.context else None
            why = "no_context" if work is None else "" if prefix else "article_unknown"
        else:
            work, prefix, why = self.same_provision(one.level)
        if prefix:
            steps = _path_of(prefix)
            targets = tuple(f"{prefix}__{eid}" for eid in targets) or (prefix,)
            path = tuple(steps + way for way in path) or (steps,)
        return work, targets, path, why

    def _this_act(self, one: Pointer) -> tuple[CitedWork | None, str]:
        if self.context is None:
            return None, "no_context"
        is_constitution = self.context.work.uri.endswith("/constitution")
        if (one.kind == "constitution") != is_constitution:
            return None, "context_differs"
        return self.context.work, ""

    def same_act(self, one: Pointer) -> tuple[CitedWork | None, str]:
        """The act of that kind cited last, where no other of its kind was cited."""
        listed = self.acts.get(one.kind, {})
        latest = listed[next(reversed(listed))] if listed else None
        if latest is not None and (len(listed) == 1 or (self.last and self.last[0] == latest)):
            return latest, ""
        return None, "several_acts" if listed else "nothing_before"

    def same_provision(self, level: str) -> tuple[CitedWork | None, str, str]:
        """The act and the provision of that level cited last, where only one may be meant."""
        if self.last is None:
            return None, "", "nothing_before"
        work, why, _, targets, _ = self.last
        prefixes = {_upto(eid, level) for eid in targets}
        if len(prefixes) != 1 or not (prefix := prefixes.pop()):
            return (
                None,
                "",
                "several_provisions" if len(prefixes) > 0 or targets else "nothing_before",
            )
        return work, prefix, why


def _upto(eid: str, level: str) -> str:
    """The eId cut after its last step of this level; "" where it has none."""
    steps = eid.split("__") if eid else []
    places = [at for at, step in enumerate(steps) if step.rpartition("_")[0] == level]
    return "__".join(steps[: places[-1] + 1]) if places else ""


def _path_of(eid: str) -> Path:
    return tuple(
        Step(PATH_WORDS[level], number)
        for level, _, number in (step.rpartition("_") for step in eid.split("__"))
        if level in RANK
    )
