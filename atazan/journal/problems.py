"""What can be wrong with an act or a command, said to the person who sent it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from atazan.rules.finding import Finding
from atazan.rules.text import Lang
from atazan.rules.words import phrase

if TYPE_CHECKING:
    from atazan.journal.acts import Act


class Problem(Struct, frozen=True):
    """Something wrong with what was sent, apart from the law: its words and the values in them."""

    key: str
    facts: dict[str, Any] = field(default_factory=dict)

    def says(self, lang: Lang) -> str:
        return phrase(self.key, lang, self.facts)


class BadAct(ValueError):
    """The act cannot stand: an unknown office, two holders of one seat, a missing source."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.says("en") for problem in problems))


class NotPermitted(PermissionError):
    """The rules of the day do not allow it; `findings` say why and under which provision."""

    def __init__(self, findings: Sequence[Finding | Problem]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.says("en") for finding in findings))


class Stale(RuntimeError):
    """Someone else changed the subject after the version this command saw.

    `mine` is the act that was not recorded; `theirs` are the acts recorded since. Nothing is lost.
    """

    def __init__(self, stream: str, seen: int, now: int, mine: Act, theirs: Sequence[Act]) -> None:
        self.stream, self.seen, self.now = stream, seen, now
        self.mine, self.theirs = mine, tuple(theirs)
        super().__init__(
            f"'{stream}' was changed by someone else: you saw version {seen}, it is at {now} now; "
            "look at both and send yours again with the new version"
        )
