"""Acts named by number and day: laws, decrees, resolutions of the Court and the Council."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from atazan.law.cited.citation import CitedWork
from atazan.law.cited.days import DATE_EN, DATE_KK, DATE_RU, day_of
from atazan.law.cited.known import by_number, by_stem, decisions, known, slug, stem
from atazan.law.cited.mention import Kind, Mention
from atazan.law.cited.naming import behind, closing, named_ahead, named_behind, state_ahead

_DASH = "[-‐‑–—]"
_ROMAN = r"(?:XIII|XII|XI|IX|VIII|VII|VI|IV|V|III|II|I|X)"
_ROMANS = r"[IVXІХ]{1,4}"
_SIGN = r"(?:№{1,2}|N[oº]?\.?|#)\s*"
_VALUE = (
    rf"[0-9]{{1,5}}(?:/[0-9]{{1,4}})*(?:\s?{_DASH}\s?(?:{_ROMANS}|НП|НҚ|НК|NP|NQ))?(?!\w|{_DASH}\w)"
)
NUMBER = re.compile(rf"(?P<sign>{_SIGN})?(?P<value>{_VALUE})(?:\s+(?:ЗРК|ҚРЗ|КЗРК|ЗРК\b))?")
SUFFIXED = re.compile(rf"[0-9]{{1,4}}\s?{_DASH}\s?(?:НП|НҚ|NP|NQ|{_ROMANS})(?!\w)")
_COUNTRY = r"(?:Республики\s+Казахстан|РК|(?:of\s+)?the\s+Republic\s+of\s+Kazakhstan|of\s+Kazakhstan|of\s+the\s+RK)(?!\w)"
_BODY = (
    r"(?P<court>Конституционного\s+Суда|КС(?!\w)|of\s+the\s+Constitutional\s+Court)"
    r"|(?P<council>Конституционного\s+Совета|of\s+the\s+Constitutional\s+Council)"
    r"|(?P<else>Верховного\s+Суда|Правительства|Президента|Парламента|Сената|Мажилиса|Министра\s+\w+"
    r"|of\s+the\s+(?:Supreme\s+Court|Government|President|Parliament))"
)
HEAD = re.compile(
    r"(?P<law>(?:конституционн\w+\s+)?закон(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|ЗРК(?!\w)|(?:constitutional\s+)?law(?!\w))"
    r"|(?P<code>кодекс(?:а|у|ом|е|ы)?(?!\w)|code(?!\w))"
    r"|(?P<resolution>(?:нормативн\w+\s+|итогов\w+\s+)?постановлени\w+|(?:normative\s+)?(?:resolution|ruling|decree)s?(?!\w)|нп(?=\s))"
    r"|(?P<other>указ(?:а|у|ом|е)?(?!\w)|приказ(?:а|у|ом|е)?(?!\w)|распоряжени\w+|order(?!\w))",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s*,?\s*")
_PARTS = (
    ("country", re.compile(_COUNTRY, re.I)),
    ("body", re.compile(_BODY, re.I)),
    ("day", re.compile(rf"{DATE_RU}|{DATE_EN}", re.I)),
    (
        "number",
        re.compile(
            rf"(?P<sign>{_SIGN})(?P<value>{_VALUE})(?:\s+ЗРК)?|(?:)(?P<bare>[0-9]{{1,4}}{_DASH}(?:НП|НҚ|NP|NQ|{_ROMAN}))(?!\w)(?:\s+ЗРК)?",
            re.I,
        ),
    ),
    ("title", re.compile(r"[«\"“„]")),
)
_TITLE = re.compile(r"\s+(?:«[^«»\n]{3,200}»|“[^“”\n]{3,200}”|\"[^\"\n]{3,200}\")")
_YEARS = {
    "xii": (1990, 1994), "xiii": (1993, 1995), "i": (1996, 1999), "ii": (1999, 2004),
    "iii": (2004, 2007), "iv": (2007, 2012), "v": (2012, 2016), "vi": (2016, 2021),
    "vii": (2021, 2023), "viii": (2023, 2030),
}  # fmt: skip
"""Years in which laws of a convocation, told by its Roman figure, were passed."""


def act_ahead(text: str, at: int) -> Mention | None:
    """An act named by kind, body, day, number or title in Russian or English, from here on."""
    head = HEAD.match(text, at)
    if not head:
        return None
    kind: Kind = head.lastgroup or "other"  # type: ignore[assignment]
    lang = "en" if head[0].isascii() else "ru"
    end, said = head.end(), {}  # type: int, dict[str, str]
    going = True
    while going:
        going = False
        for part, pattern in _PARTS:
            if part in said and part != "country":
                continue
            gap = _SPACE.match(text, end)
            here = pattern.match(text, gap.end() if gap else end)
            if not here or (here.start() == end and part != "title"):
                continue
            if part == "title":
                closed = _quoted(text, here.start())
                if not closed:
                    continue
                said["title"], end = text[here.start() + 1 : closed - 1], closed
            else:
                said[part], end = _said(part, here), here.end()
            going = True
            break
    if kind in ("law", "code") and "number" not in said and "title" not in said:
        title = named_ahead(text, _SPACE.match(text, end).end(), lang)  # type: ignore[union-attr]
        if title and title.kind == "law":
            return Mention(at, title.end, "law", title.work, title.acts, title.why)
    elsewhere = state_ahead(text, end, lang) if not said and kind in ("law", "code") else None
    if elsewhere:
        quoted = _TITLE.match(text, elsewhere[0])
        return Mention(at, quoted.end() if quoted else elsewhere[0], kind, why="foreign_act")
    if not said or (kind == "other" and set(said) <= {"number", "country"}):
        return None
    if set(said) <= {"country"}:
        return Mention(at, end, kind, why="act_unknown")
    work, why = found(kind, said, lang)
    return Mention(at, closing(text, at, end), kind, work, why=why)


_TAIL = re.compile(
    rf"(?:\s*,?\s+(?P<day>{DATE_RU}|{DATE_EN}))?(?:\s*,?\s*(?P<sign>{_SIGN})(?P<value>{_VALUE})(?:\s+ЗРК)?)?",
    re.I,
)


def extended(text: str, one: Mention) -> Mention:
    """A code with the day and number that follow its name; they decide which code it is."""
    year = _OF_YEAR.match(text, one.end)
    if year and one.kind == "code" and one.acts:
        return of_year(one, one.start, year.end(), int(year[1]))
    tail = _TAIL.match(text, one.end)
    if tail and tail["day"] and one.kind == "treaty" and one.work and not tail["value"]:
        same_day = day_of(tail["day"]) == one.work.date
        return Mention(one.start, tail.end(), "treaty", one.work) if same_day else one
    if not tail or not tail[0].strip(" ,") or one.kind != "code" or one.why:
        return one
    day, number = day_of(tail["day"] or ""), tail["value"]
    listed = [act for act in one.acts or by_number().get(slug(number or ""), ())]
    fits = [
        act.work
        for act in listed
        if (day is None or act.work.date == day)
        and (number is None or slug(act.work.number or "") == slug(number))
    ]
    if len(fits) == 1:
        return Mention(one.start, tail.end(), "code", fits[0])
    return Mention(one.start, tail.end(), "code", why="date_differs")


_OF_YEAR = re.compile(
    r"\s+(?:от\s+|of\s+)?((?:19|20)[0-9]{2})(?:\s*(?:года|г\.|г(?!\w))|(?![\w-]))"
)
_YEAR_BEFORE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*(?:жылғы|ж\.)\s+\Z")


def of_year(one: Mention, start: int, end: int, year: int) -> Mention:
    """The code of that name that is of the year; none if there is no such one."""
    fits = [act.work for act in one.acts if act.work.date and act.work.date.year == year]
    if len(fits) == 1:
        return Mention(start, end, one.kind, fits[0])
    return Mention(start, end, one.kind, why="date_differs")


def of_year_before(text: str, one: Mention) -> Mention:
    """A Kazakh code with the year before its name: "1997 жылғы Қылмыстық кодекстің"."""
    if one.kind != "code" or not one.acts or "ж" not in text[max(0, one.start - 8) : one.start]:
        return one
    year = _YEAR_BEFORE.search(text, max(0, one.start - 12), one.start)
    return of_year(one, year.start(), one.end, int(year[1])) if year else one


def _said(part: str, here: re.Match[str]) -> str:
    if part == "body":
        return here.lastgroup or "else"
    if part == "number":
        return here["value"] or here["bare"]
    return here[0]


def _quoted(text: str, start: int) -> int:
    """The place after the mark that closes the title opened here; 0 where none does."""
    opener = text[start]
    closer = {"«": "»", "“": "”", "„": "“", '"': '"'}[opener]
    depth, at = 0, start
    limit = min(len(text), start + 500)
    while at < limit:
        if opener != closer and text[at] == opener:
            depth += 1
        elif text[at] == closer and at > start:
            depth -= 1
            if opener == closer or depth == 0:
                return at + 1
        at += 1
    return 0


def found(kind: str, said: dict[str, str], lang: str) -> tuple[CitedWork | None, str]:
    """The act that has this number, day, body and title, or why none is certain."""
    return _found(kind, tuple(said.items()), lang)


@lru_cache(maxsize=8192)
def _found(
    kind: str, items: tuple[tuple[str, str], ...], lang: str
) -> tuple[CitedWork | None, str]:
    said = dict(items)
    day = day_of(said.get("day", ""))
    number = re.sub(r"\s", "", said.get("number", ""))
    if re.search(rf"{_DASH}(?:НП|НҚ|НК|NP|NQ)\Z", number, re.I):
        return (
            _decision("court", number, day)
            if said.get("body") in (None, "court")
            else (None, "act_unknown")
        )
    if kind == "resolution":
        body = said.get("body")
        if body in ("court", "council") and number:
            return _decision(body, number, day)
        return _of_supreme_court(number, day) if body == "else" else (None, "act_unknown")
    titled = _titled(said["title"], lang) if "title" in said else None
    if number:
        work, why = _by_number(kind, number, day)
        if titled and titled != work and not _same_number(titled.number, number):
            return None, "several_acts"
        if titled and (not why or why == "act_unknown"):
            work, why = titled, ""
        return work, why
    if titled is None:
        return None, "act_unknown"
    return (None, "date_differs") if day and titled.date not in (None, day) else (titled, "")


def _same_number(known: str | None, written: str) -> bool:
    """Whether the numbers may be one: a number known without its Roman figure goes with any."""
    if known is None:
        return True
    return slug(known) == slug(written) or slug(written).startswith(f"{slug(known)}-")


def _titled(written: str, lang: str) -> CitedWork | None:
    """The one act that has exactly this title."""
    words = behind(written, len(written), len(written))
    one = named_behind(written, words) if lang == "kk" else named_ahead(written, 0, lang)
    return one.acts[0].work if one and len(one.acts) == 1 else None


def _of_supreme_court(number: str, day: date | None) -> tuple[CitedWork | None, str]:
    for one in known().values():
        if (
            "/supreme-court/" in one.work.uri
            and day
            and (one.work.date, one.work.number) == (day, number)
        ):
            return one.work, ""
    return None, "act_unknown"


def _decision(body: str, number: str, day: date | None) -> tuple[CitedWork | None, str]:
    listed = decisions().get((body, stem(number)), [])
    if day is not None:
        exact = [one for one in listed if one.date == day]
        if len(exact) == 1:
            return exact[0], ""
        return None, "date_differs" if listed and body == "court" else "act_unknown"
    if len(listed) == 1:
        return listed[0], ""
    return None, "several_acts" if listed else "act_unknown"


def _by_number(kind: str, number: str, day: date | None) -> tuple[CitedWork | None, str]:
    listed = by_number().get(slug(number), [])
    roman = slug(number).rpartition("-")[2] if "-" in slug(number) else ""
    if not listed and day:  # cited or known without its Roman figure
        like = by_stem().get(slug(number).partition("-")[0], [])
        listed = [
            one
            for one in like
            if one.work.date == day
            and one.work.number
            and (not roman or slug(one.work.number).partition("-")[2] in ("", roman))
        ]
    if listed and (roman or day):
        exact = [one for one in listed if day is None or one.work.date in (None, day)]
        if len(exact) == 1:
            return exact[0].work, ""
        return (
            None,
            "date_differs" if roman and not exact else "several_acts" if exact else "act_unknown",
        )
    if day and roman and kind in ("law", "code"):
        first, last = _YEARS.get(roman, (1, 0))
        if first <= day.year <= last:
            return CitedWork(f"/akn/kz/act/{day.year}/{slug(number)}", _latin(number), day), ""
        return None, "date_differs"
    return None, "act_unknown"


def _latin(number: str) -> str:
    return number.upper().translate(str.maketrans("ІХ–—‑‐", "IX----"))


# Around a number ----------------------------------------------------------------------------------

_DAY_LEFT = re.compile(rf"(?:{DATE_RU}|{DATE_KK}|{DATE_EN})\s*,?\s*\Z", re.I)
_RU_FROM = re.compile(r"(?<!\w)от\s+\Z")
_KK_BODY_LEFT = re.compile(
    r"(?:(?P<court>Конституциялық\s+Сот(?:тың|ының|ы)?)|(?P<council>Конституциялық\s+Кеңес(?:тің|інің|і)?)"
    r"|(?P<else>Жоғарғы\s+Сот\w*|Үкіметі\w*|Президенті\w*))\s*\Z",
    re.I,
)
_KK_COUNTRY_LEFT = re.compile(r"(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)\s*\Z", re.I)
_KK_HEAD = re.compile(
    r"\s*(?:(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)\s+)?(?:(?P<court>Конституциялық\s+Сот\w*\s+)|(?P<council>Конституциялық\s+Кеңес\w*\s+)|(?P<else>Жоғарғы\s+Сот\w*\s+))?"
    r"(?:(?P<law>(?:конституциялық\s+)?заң(?!ды|нама|гер|сыз)\w*)|(?P<code>(?:[^\W\d]+[\s-]+){0,6}?кодекс\w*)|(?P<resolution>(?:нормативтік\s+)?қаулы\w*)|(?P<other>жарлы[ғқ]\w*|бұйры[ғқ]\w*))",
    re.I,
)
_EN_TAIL = re.compile(
    rf"\s*,?\s*(?:(?P<day>{DATE_EN})|of\s+the\s+(?P<body>Constitutional\s+(?:Court|Council))|(?P<country>of\s+(?:the\s+Republic\s+of\s+)?Kazakhstan))(?!\w)",
    re.I,
)


def act_around(
    text: str, sign: int, value: int, done: int, body: str = ""
) -> tuple[Mention, str] | None:
    """An act named around a number; `sign` is where № stands, `done` where the last citation ended.

    Also the language: Kazakh names kind and provision after the number. `body` is the one whose
    resolutions are being listed, for a number that names none.
    """
    number = NUMBER.match(text, sign)
    if not number:
        return None
    whole = _whole(text, sign, done)
    if whole is not None and whole.end >= number.end():
        return _tailed(text, whole, number), "ru"
    kazakh = _kazakh(text, sign, number, done, body)
    if kazakh:
        return kazakh, "kk"
    day_left = _day_left(text, sign, done)
    day = day_of(day_left[0]) if day_left else None
    suffix = SUFFIXED.match(text, value)
    if body and day and not suffix:
        work, why = _decision(body, number["value"], day)
        return Mention(day_left.start(), number.end(), "resolution", work, why=why), "ru"  # type: ignore[union-attr]
    if not suffix or (not day_left and not _certain(text, sign, number)):
        return None
    left = day_left.start() if day_left else sign
    country = _KK_COUNTRY_LEFT.search(text, max(done, left - 40), left)
    left = country.start() if country else left
    said = {"number": number["value"]} | ({"day": day_left[0]} if day_left else {})
    kind = "resolution" if not re.search(rf"{_ROMANS}\Z", number["value"]) else "law"
    work, why = found(kind, said, "ru")
    if work is None and not day and why == "act_unknown" and kind == "law":
        return None
    return Mention(left, number.end(), kind, work, why=why), "ru"  # type: ignore[arg-type]


def _certain(text: str, sign: int, number: re.Match[str]) -> bool:
    """A number without a day is one of an act where it has № or the suffix of resolutions."""
    return bool(number["sign"]) or number["value"][-2:] in ("НП", "НҚ", "NP", "NQ")


_HEADS = (
    "закон",
    "кодекс",
    "постановлени",
    "указ",
    "приказ",
    "распоряжени",
    "зрк",
    "law",
    "code",
    "resolution",
    "ruling",
    "decree",
    "order",
    "нп ",
)


def _whole(text: str, sign: int, done: int) -> Mention | None:
    """The act this number belongs to, from the word for its kind on."""
    low = max(done, sign - 220)
    low = max(
        low, text.rfind(";", low, sign), text.rfind("№", low, sign), text.rfind("\n\n", low, sign)
    )
    near = text[low:sign].lower()
    if not any(head in near for head in _HEADS):
        return None
    for head in HEAD.finditer(text, low, sign):
        if head.start() == 0 or not text[head.start() - 1].isalnum():
            whole = act_ahead(text, head.start())
            if whole and whole.end > sign:
                return whole
    return None


def _tailed(text: str, whole: Mention, number: re.Match[str]) -> Mention:
    """English puts day and court after the number."""
    tail, said, end = _EN_TAIL.match(text, whole.end), {"number": number["value"]}, whole.end
    if not tail or (whole.work is not None and not tail["country"]):
        return (
            whole
            if not tail
            else Mention(whole.start, tail.end(), whole.kind, whole.work, whole.acts, whole.why)
        )
    while tail:
        if tail["day"]:
            said["day"] = tail["day"]
        if tail["body"]:
            said["body"] = "council" if "ouncil" in tail["body"] else "court"
        end = tail.end()
        tail = _EN_TAIL.match(text, end)
    work, why = found(whole.kind, said, "en")
    return Mention(whole.start, end, whole.kind, work, whole.acts, why)


def _day_left(text: str, sign: int, done: int) -> re.Match[str] | None:
    """The day right before a number."""
    near = text[max(done, sign - 44) : sign]
    if not any(figure in near for figure in ("19", "20")):
        return None
    return _DAY_LEFT.search(text, max(done, sign - 44), sign)


def _kazakh(text: str, sign: int, number: re.Match[str], done: int, listed: str) -> Mention | None:
    head = _KK_HEAD.match(text, number.end())
    start, said = sign, {"number": number["value"]}
    day = _day_left(text, sign, done)
    if (day and re.search(r"жыл|ж\.", day[0])) or (day and head):
        start, said["day"] = day.start(), day[0]
    near = text[max(done, start - 40) : start].lower()
    body = (
        _KK_BODY_LEFT.search(text, max(done, start - 40), start)
        if "сот" in near or "кеңес" in near or "үкімет" in near or "президент" in near
        else None
    )
    if body:
        start, said["body"] = body.start(), body.lastgroup or "else"
    if not head and not body and not (day and re.search(r"жыл|ж\.", day[0])):
        return None
    country = _KK_COUNTRY_LEFT.search(text, max(done, start - 40), start)
    start = country.start() if country else start
    start = _title_left(text, start, done)
    kind = (head.lastgroup if head else None) or ("resolution" if body else "law")
    if head and not body:
        said |= {b: b for b in ("court", "council", "else") if head[b]} and {
            "body": next(b for b in ("court", "council", "else") if head[b])
        }
    if head and head.lastgroup in ("court", "council", "else"):
        kind = "resolution"
    for one in ("law", "code", "resolution", "other"):
        kind = one if head and head[one] else kind
    if listed and kind == "resolution" and "body" not in said:
        said["body"] = listed
    work, why = found(kind, said, "kk")
    return Mention(start, head.end() if head else number.end(), kind, work, why=why)  # type: ignore[arg-type]


_DAY_KK = re.compile(DATE_KK, re.I)


def act_of_day(text: str, at: int, done: int) -> Mention | None:
    """A Kazakh act named by its day, its title before and its kind after, without a number."""
    day = _DAY_KK.match(text, at)
    if day is None:
        return None
    quoted = re.compile(r"\s*(?=[«\"“])").match(text, day.end())
    closed = _quoted(text, quoted.end()) if quoted else 0
    head = _KK_HEAD.match(text, closed or day.end())
    if not head:
        return None
    if quoted and closed:
        said = {"day": day[0], "title": text[quoted.end() + 1 : closed - 1]}
        work, why = found("law", said, "kk")
        return Mention(at, head.end(), "law", work, why=why) if work else None
    country = _KK_COUNTRY_LEFT.search(text, max(done, at - 40), at)
    start = country.start() if country else at
    left = _title_left(text, start, done)
    kind: Kind = next(one for one in ("law", "code", "resolution", "other") if head[one])
    if kind == "code":
        named = named_behind(text, behind(text, head.end(), head.end() - day.end()))
        fits = [one.work for one in named.acts if one.work.date == day_of(day[0])] if named else []
        if not fits:
            return None
        return Mention(left, head.end(), "code", fits[0])
    if left == start:
        return Mention(start, head.end(), kind, why="act_unknown") if kind == "law" else None
    said = {"day": day[0], "title": text[left:start].strip(' «»"“”\n')}
    work, why = found(kind, said, "kk")
    return Mention(left, head.end(), kind, work, why=why)


def _title_left(text: str, start: int, done: int) -> int:
    """The start with a quoted title before it taken in."""
    at = start - 1
    while at > done and text[at].isspace():
        at -= 1
    opener = {"»": "«", "”": "“", '"': '"'}.get(text[at]) if at > done else None
    if not opener:
        return start
    depth, here = 0, at
    while here >= max(done, at - 400):
        if text[here] == text[at] and (here == at or opener != text[at]):
            depth += 1
        elif text[here] == opener:
            depth -= 1
            if depth == 0 or opener == text[at]:
                return here
        here -= 1
    return start


def law_behind(text: str, end: int) -> Mention | None:
    """A law named in Kazakh by its title, with number and day or without, ending at `end`.

    «Құқықтық актілер туралы» Қазақстан Республикасының Заңының
    """
    words = behind(text, end)
    if not words:
        return None
    rest = words[:-1]
    if rest and rest[-1].text == "конституциялық":
        rest.pop()
    named = named_behind(text, rest) if rest else None
    if named is None and rest:
        bare = list(rest)
        while bare and bare[-1].text.startswith(("қазақстан", "республикасы", "қр")):
            bare.pop()
        named = named_behind(text, bare) if bare else None
    if named is None:
        return None
    return Mention(named.start, end, "law", named.work, named.acts, named.why)
