"""Which body or office of the registers a name in the nominative is."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from atazan.sources.understood.named.known import short_id
from atazan.words import Lang

_TABLE = Path(__file__).with_name("registered.txt")
_HOME = re.compile(
    r"^(?:қазақстан республикасының|қазақстан республикасы|қазақстанның|қазақстан|қр|kazakhstan's|kazakhstan|kazakh)\s+|"
    r"\s+(?:республики казахстан|казахстана|рк|of the republic of kazakhstan|of republic of kazakhstan|of kazakhstan|"
    r"в республике казахстан|в казахстане|in the republic of kazakhstan|in kazakhstan)$"
)
_CHAIR = frozenset(
    "төраға төрағасы председатель спикер спикері chair chairman chairwoman chairperson speaker".split()
)
_DEPUTY = re.compile(
    r"^(?:заместитель (?:председателя|спикера)|deputy (?:chair|speaker)|vice.(?:chair|speaker)|вице-спикер)|орынбасар|вице-спикер"
)
_ACTING = re.compile(r"исполняющ|и\.\s?о\.|acting|міндетін атқарушы")
_ROLES = {
    "судья": "judge", "судьясы": "judge", "judge": "judge", "justice": "judge",
    "член": "member", "мүше": "member", "мүшесі": "member", "member": "member",
    "депутат": "deputy", "депутаты": "deputy", "deputy": "deputy",
}  # fmt: skip
_OFFICES = frozenset(
    "constitutional_council_chair constitutional_council_acting_chair constitutional_council_member "
    "constitutional_court_chair constitutional_court_deputy_chair constitutional_court_judge senate_chair "
    "mazhilis_chair kurultai_chair kurultai_deputy_chair kurultai_deputy mazhilis_deputy khalyk_kenesi_chair "
    "khalyk_kenesi_member supreme_court_chair supreme_court_judge supreme_judicial_council_chair "
    "central_election_commission_chair central_election_commission_member supreme_audit_chamber_chair "
    "supreme_audit_chamber_member".split()
)
_ALONE: dict[str, str] = {
    **dict.fromkeys(("президент", "президенті", "глава государства", "мемлекет басшысы", "president", "head of state"), "president"),
    **dict.fromkeys(("вице-президент", "вице-президенті", "vice-president", "vice president"), "vice_president"),
    **dict.fromkeys(("премьер-министр", "премьер-министрі", "prime minister"), "prime_minister"),
    **dict.fromkeys(
        ("генеральный прокурор", "генпрокурор", "бас прокурор", "бас прокуроры", "prosecutor general", "general prosecutor"),
        "prosecutor_general",
    ),
    **dict.fromkeys(
        (
            "уполномоченный по правам человека", "омбудсмен", "омбудсман", "адам құқықтары жөніндегі уәкіл",
            "адам құқықтары жөніндегі уәкілі", "ombudsman", "ombudsperson", "commissioner for human rights",
            "human rights commissioner", "human rights ombudsman",
        ),
        "ombudsman",
    ),
    **dict.fromkeys(("министр юстиции", "әділет министрі", "minister of justice", "justice minister"), "minister_of_justice"),
    **dict.fromkeys(("сенатор", "senator"), "senator"),
    **dict.fromkeys(("мажилисмен", "мәжілісмен"), "mazhilis_deputy"),
}  # fmt: skip


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slug, *columns = line.split(" | ")
            for column in columns:
                found.update(dict.fromkeys(column.split("; "), slug))
    return found


def slugs() -> frozenset[str]:
    """Every slug of a body that a name may be told to be."""
    return frozenset(_bodies().values())


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name in small letters, without quotes and without "of Kazakhstan"."""
    small = re.sub(r"[«»“”„\"]", "", name.lower().replace("ё", "е").replace("’", "'")).strip()
    return _HOME.sub("", small) or small


def body_id(name: str, lang: Lang) -> str:
    """The slug of the body of a name in the nominative, "" where it is none of the registers.

    >>> body_id("Конституционный суд Республики Казахстан", "ru"), body_id("Constitutional Court of Indonesia", "en")
    ('constitutional_court', 'cc-indonesia')
    """
    return _bodies().get(plain(name), "") or short_id(name)


def office_id(name: str, lang: Lang, body: str, embodied: bool) -> str:
    """The slug of the office of a name in the nominative; `body`: the slug of the body in it.

    `embodied`: the name has a body, known or not.
    """
    small = plain(name)
    if not embodied:
        return _ALONE.get(small, "")
    if not body:
        return ""
    words = small.split()
    role = ""
    if _DEPUTY.search(small):
        role = "deputy_chair"
    elif _ACTING.search(small):
        role = "acting_chair"
    elif _CHAIR & set(words):
        role = "chair"
    else:
        ends = (words[-1],) if lang == "kk" else (words[0], words[-1])
        role = next((_ROLES[one] for one in ends if one in _ROLES), "")
    slug = f"{body}_{role}"
    return slug if slug in _OFFICES else ""
