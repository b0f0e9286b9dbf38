"""Marks: shape, word and colour together. Circle: lawmaker. Diamond: Court. Square: finding.

A code is that of a provision's state, a holding's outcome or a finding; its words are
`status.<code>` in words/marks.yaml.
"""

from __future__ import annotations

MARKS: dict[str, tuple[str, str]] = {
    # code: (symbol of the sprite, colour class)
    "in_force": ("on", "on"),
    "not_said": ("q", "q"),
    "inserted": ("on", "on"),
    "amended": ("on", "on"),
    "commenced": ("on", "on"),
    "renumbered": ("on", "on"),
    "not_yet": ("not", "not"),
    "repealed": ("rep", "rep"),
    "under_review": ("rev", "rev"),
    "conforms": ("ok", "ok"),
    "conforms_as_interpreted": ("int", "int"),
    "official_interpretation": ("int", "int"),
    "does_not_conform_in_part": ("part", "part"),
    "mixed": ("part", "part"),
    "does_not_conform": ("off", "off"),
    "ceased": ("off", "off"),
    "certified": ("ok", "ok"),
    "procedures_observed": ("ok", "ok"),
    "procedures_not_observed": ("off", "off"),
    "adopted": ("ok", "rep"),
    "decided": ("ok", "rep"),
    "accepted_for_proceedings": ("rev", "rev"),
    "not_admitted": ("off", "rep"),
    "proceedings_refused": ("off", "rep"),
    "terminated": ("off", "rep"),
    "outcome_not_found": ("rev", "rep"),
    "yes": ("yes", "ok"),
    "no": ("no", "no"),
    "open": ("q", "q"),
    "past": ("rep", "rep"),
}
UNKNOWN = ("rev", "rep")

BARS = {"high": "hi", "medium": "md", "low": "lo"}


def code_of(value: object) -> str:
    """The code of a finding's answer: True, False, None; other values are codes already."""
    if value is True:
        return "yes"
    if value is False:
        return "no"
    return "open" if value is None else str(value)
