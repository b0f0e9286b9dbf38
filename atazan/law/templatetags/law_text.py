"""Tags of the law's own pages: a line of a text with what lies over it, and compared words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from atazan.law.leaf.rows import Line, Pair, Row
from atazan.law.leaf.runs import Link, Run
from atazan.rules.citation import Provision, cite, levels
from atazan.rules.text import LANGS, Lang
from atazan.rules.words import in_words, phrase
from atazan.rules.works import works

register = template.Library()
_DEPTH = ("", "law__in", "law__in2")


def _lang() -> Lang:
    code = (get_language() or "kk")[:2]
    return next((lang for lang in LANGS if lang == code), "kk")


@register.simple_tag
def law_lines(row: Row, work: str, keep: str, ids: bool = True, shown: str = "") -> SafeString:
    """The lines of a row, as printed. `keep` is the query of links inside the text; `ids`: lines
    can be linked to; `shown` is the provision the page is about, marked where it is such a line."""
    lang = _lang()
    return mark_safe("".join(_line(one, row, work, keep, lang, ids, shown) for one in row.lines))


def _line(line: Line, row: Row, work: str, keep: str, lang: Lang, ids: bool, shown: str) -> str:
    own = line.eid != row.eid
    names = [_DEPTH[line.depth], "law__note" if line.kind == "note" else ""]
    names += ["law__shown"] if own and line.eid == shown else []
    told = " ".join(filter(None, names))
    opening = "<p" + (f' class="{told}"' if told else "")
    opening += f' id="{line.eid}">' if ids and own and line.number else ">"
    number = ""
    if line.number:
        there = f"/{lang}/norms/{work}/{line.eid}{keep}"
        label = escape(line.number)
        number = f'<a class="pl" href="{escape(there)}">{label}</a> ' if own else f"{label} "
    return f"{opening}{number}{''.join(_run(run, lang) for run in line.runs)}</p>"


@register.simple_tag
def law_rows(rows: Iterable[Row], piece: str, work: str, keep: str, of: Lang) -> SafeString:
    """The rows of an article in one language, as a list: an act has hundreds of them."""
    lang = _lang()
    return mark_safe("".join(_row(row, piece, work, keep, lang, of) for row in rows))


def _row(row: Row, piece: str, work: str, keep: str, lang: Lang, of: Lang) -> str:
    id = f' id="{row.eid}"' if row.eid != piece else ""
    lines = "".join(_line(one, row, work, keep, lang, True, "") for one in row.lines)
    margin = _margin(row, work, keep, lang)
    return f'<li class="row"{id}>{margin}<div class="law" lang="{of}">{lines}</div></li>'


@register.simple_tag
def law_margin(row: Row, work: str, keep: str) -> SafeString:
    """The number of a row in the margin, as a link to its own page."""
    return mark_safe(_margin(row, work, keep, _lang()))


def _margin(row: Row, work: str, keep: str, lang: Lang) -> str:
    there = escape(f"/{lang}/norms/{work}/{row.eid}{keep}")
    inside = ""
    if row.number:
        inside = f'<a class="pl" href="{there}">{escape(row.number)}</a>'
    elif row.counted:
        title = escape(phrase("law.leaf.part", lang, {"n": row.counted}))
        inside = f'<a class="pl pl--c" href="{there}" title="{title}">({row.counted})</a>'
    return f'<p class="mg mg--n">{inside}</p>'


@register.simple_tag
def law_pairs(pairs: Iterable[Pair], piece: str, work: str, keep: str) -> SafeString:
    """The rows of an article in Kazakh and Russian, side by side."""
    lang = _lang()
    return mark_safe("".join(_pair(one, piece, work, keep, lang) for one in pairs))


def _pair(pair: Pair, piece: str, work: str, keep: str, lang: Lang) -> str:
    id = f' id="{pair.eid}"' if pair.eid != piece else ""
    margin = _margin(pair.row, work, keep, lang)
    return f'<div class="pair"{id}>{margin}{_sides(pair, work, keep, lang, "")}</div>'


@register.simple_tag
def law_sides(pair: Pair, work: str, keep: str, shown: str = "") -> SafeString:
    """One row in both languages; the language that lacks it says so."""
    return mark_safe(_sides(pair, work, keep, _lang(), shown))


def _sides(pair: Pair, work: str, keep: str, lang: Lang, shown: str) -> str:
    found = []
    for of, row in (("kk", pair.kk), ("ru", pair.ru)):
        label = escape(phrase("law.in.kk" if of == "kk" else "law.in.ru", lang))
        if row is None:
            only = escape(phrase("law.in.only_ru" if of == "kk" else "law.in.only_kk", lang))
            inside = f'<p class="only">{only}</p>'
            found.append(f'<div class="pair__no" data-l="{label}">{inside}</div>')
            continue
        ids = of == "kk" or pair.kk is None
        lines = "".join(_line(one, row, work, keep, lang, ids, shown) for one in row.lines)
        found.append(f'<div lang="{of}" data-l="{label}"><div class="law">{lines}</div></div>')
    return "".join(found)


def _run(run: Run, lang: Lang) -> str:
    words = str(escape(run.text))
    if run.to is not None:
        words = (
            f'<a class="to" href="{href(run.to, lang)}" title="{_where(run.to, lang)}">{words}</a>'
        )
    if run.repeats:
        words = f"<mark>{words}</mark>"
    if run.ceased:
        words = f"<del>{words}</del>"
    return words


@lru_cache(maxsize=8192)
def href(to: Link, lang: Lang) -> str:
    """The address of a provision as it stood on the day of the words that cite it."""
    if to.decision:
        return f"/{lang}/decisions/{to.work}"
    where = "" if to.eid == "whole" else f"/{to.eid}"
    return f"/{lang}/norms/{to.work}{where}?on={to.day.isoformat()}"


@lru_cache(maxsize=8192)
def _where(to: Link, lang: Lang) -> str:
    return str(escape(leads_to(to, lang)))


def leads_to(to: Link, lang: Lang) -> str:
    """Where a citation leads, in words: the act, the provisions, and the day."""
    if to.decision:
        return phrase("law.decision_number", lang, {"kk": to.decision, "ru": to.decision})
    places = [_cited(eid, lang) for eid in (to.eid, *to.others) if eid != "whole"]
    short = works()[to.work].short.says(lang)
    words = ", ".join([short, "; ".join(places)] if places else [short])
    return phrase("law.cite.on", lang, {"where": words, "day": in_words(to.day, lang)})


def _cited(eid: str, lang: Lang) -> str:
    try:
        return cite(eid, lang)
    except ValueError:
        return eid


@register.simple_tag
def law_to(to: Link) -> SafeString:
    """A citation's goal as a link in words, with its day."""
    lang = _lang()
    return mark_safe(f'<a class="cite" href="{href(to, lang)}">{_where(to, lang)}</a>')


@register.simple_tag
def law_words(pieces: Iterable[Any]) -> SafeString:
    """Compared words: what is gone struck out, what is new underlined, both also told in words."""
    lang = _lang()
    return mark_safe("".join(_piece(one.kind, one.text, lang) for one in pieces))


def _piece(kind: str, text: str, lang: Lang) -> str:
    words = str(escape(text)).replace("\n", "<br>")
    if kind == "same":
        return words
    said = phrase("law.compare.said_gone" if kind == "gone" else "law.compare.said_new", lang)
    tag = "del" if kind == "gone" else "ins"
    return (
        f'<{tag}><span class="vh">[{escape(said)}: </span>{words}<span class="vh">]</span></{tag}>'
    )


@register.filter
def in_query(day: date) -> str:
    """A day as it stands in an address."""
    return day.isoformat()


@register.simple_tag
def law_cite(eid: str) -> str:
    """A provision in words, without its work; what is no eId stays as it is."""
    words = _cited(eid, _lang())
    return words[:1].upper() + words[1:]


MOST_NAMED = 6


@register.simple_tag
def law_places(eids: Iterable[str]) -> str:
    """Parts of an article in words, without the article; many are only counted."""
    lang = _lang()
    parts = ["__".join(eid.split("__")[1:]) for eid in eids]
    if not all(parts):
        return ""
    if len(parts) > MOST_NAMED:
        return phrase("law.which", lang, {"n": len(parts)})
    return "; ".join(_cited(part, lang) for part in parts)


@register.simple_tag
def law_links(provisions: Iterable[Provision], keep: str) -> SafeString:
    """Many provisions of one work as a list of links, without its name."""
    lang = _lang()
    return mark_safe(
        "".join(
            f'<li><a class="cite" href="{escape(f"/{lang}/norms/{one.work}/{one.eid}{keep}")}">'
            f"{escape(_cited(one.eid, lang))}</a></li>"
            for one in provisions
        )
    )


@register.simple_tag
def law_numbers(eids: Iterable[str]) -> str:
    """Parts of one row by their last numbers, as printed: 4), 5); parts in brackets: (2)."""
    return ", ".join(_number(eid) for eid in eids)


def _number(eid: str) -> str:
    kind, number = levels(eid)[-1]
    return f"{number})" if kind == "subpara" else f"({number})" if kind == "part" else number


@register.filter
def figures(value: str) -> str:
    """A value of a difference that needs no words: figures only."""
    return "" if any(letter.isalpha() for letter in value) else value


@register.simple_tag
def law_where(work: str, eid: str) -> str:
    """A provision in words with its work."""
    known, lang = works().get(work), _lang()
    return ", ".join([known.short.says(lang) if known else work, _cited(eid, lang)])
