"""The words by which provisions are cited in Russian, Kazakh and English, as patterns.

A run is the longest chain of steps from a place on: "подпунктами 2), 2-1) и 3) пункта 1 статьи 72".
Letters of another script that look the same are let in (Latin i, c, a inside Kazakh words).
"""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re

from atazan.law.cited.later import later
from atazan.law.cited.numbers import EN_COUNT, EN_ORDINAL, KK_ORDINAL, RU_ORDINAL

RANK = {"section": 0, "chapter": 1, "art": 2, "note": 3, "para": 4, "part": 4, "subpara": 6}
RANK["indent"] = 7
PATH_WORDS = {
    "section": "section",
    "chapter": "chapter",
    "art": "article",
    "note": "note",
    "para": "paragraph",
    "part": "part",
    "subpara": "subparagraph",
    "indent": "indent",
}
_SAME = {"і": "i", "ә": "ə", "с": "c", "а": "a", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y"}


def alike(pattern: str) -> str:
    """The pattern with look-alike Latin letters let in beside Cyrillic ones."""
    found, inside = [], False
    for letter in pattern:
        inside = letter == "[" or (inside and letter != "]")
        same = _SAME.get(letter)
        found.append(letter if not same else f"{letter}{same}" if inside else f"[{letter}{same}]")
    return "".join(found)


def _pattern(written: str) -> re.Pattern[str]:
    return later(written, re.IGNORECASE)


DASH = "[-‐‑‒–—−]"
_WIDE = "[–—−‒]"
_INSERTED = "[-‐‑]"
NUMBER = rf"[0-9]{{1,4}}(?:{_INSERTED}[0-9]{{1,3}})?(?![0-9]|[.,/][0-9]|[ \xa0][0-9]{{3}}(?![0-9]))"
ROMAN = "(?-i:[IVXІХ]{1,7})"
_RAISED = "[⁰¹²³⁴-⁹]{1,3}"
_FIGURE = rf"[0-9]{{1,4}}(?:{_INSERTED}[0-9]{{1,3}}|{_RAISED})?"
_POINTED = r"(?:\.[0-9]{1,2}(?![0-9]|\.[0-9]))"
_LISTED = rf"(?:{_FIGURE}(?![0-9]|\.[0-9]|/)|[0-9]{{1,4}}{_POINTED})"
_BLANK = r"(?:[ \t\xa0\u2009\u202f]*+\n?+[ \t\xa0\u2009\u202f>]*+)"
_S = r"(?:[ \t\xa0\u2009\u202f]++\n?+[ \t\xa0>]*+|\n[ \t\xa0>]*+)"

# Russian ------------------------------------------------------------------------------------------
_RU_COUNTED = (
    r"(?:год|г\.|гг\b|лет\b|дня|дней|день|месяц|час(?:а|ов|ы)?\b|минут|тенге|тг\b|руб|млн|млрд|тыс|процент|%|"
    r"МРП|км\b|кг\b|га\b|экз|стр\b|страниц|человек|штук|январ|феврал|марта|апрел|мая\b|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр|раз\b|раза\b)"
)
RU_LEVELS = {
    "art": r"стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями|ьях)(?!\w)|ст\.[ \xa0]?ст\.|стст\.|ст\.",
    "subpara": r"подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|подп\.|п\.[ \xa0]?п\.|пп\.|пп(?!\w)|п/п",
    "para": r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|п\.",
    "part": r"част(?:ь|и|ью|ей|ям|ями|ях)(?!\w)|ч\.[ \xa0]?ч\.|ч\.",
    "indent": r"абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?(?!\w)|абз\.",
    "note": r"примечани(?:е|я|ю|ем|и|й|ям|ями|ях)(?!\w)|прим\.",
    "chapter": r"глав(?:а|ы|е|у|ой|ою|ам|ами|ах)?(?!\w)|гл\.",
    "section": r"раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|разд\.",
}
_RU_LEVEL = "(?:" + "|".join(RU_LEVELS.values()) + ")"
_RU_N = (
    rf"(?:(?:{_FIGURE}(?![0-9]|\.[0-9]|/|[ \xa0][0-9]{{3}}(?![0-9]))|[0-9]{{1,4}}{_POINTED})\)?+(?!{_BLANK}{_RU_COUNTED})"
    rf"|[а-дa-h]\)|[«\"][а-яa-z][»\"]\)?|{ROMAN}(?!\w))"
)
_RU_AND = (
    rf"(?:{_BLANK},{_BLANK}(?:(?:а{_S}также|и|или|либо){_S})?|{_S}(?:и|или|либо|а{_S}также){_S})"
)
_RU_INSIDE = (
    rf"(?: \({_RU_LEVEL}{_BLANK}(?:[0-9]{{1,3}}(?:-[0-9]+)?\)?(?:{_RU_AND})?)+\)(?={_RU_AND}))"
)
_RU_ITEM = rf"(?:со?{_S})?{_RU_N}(?:{_BLANK}{DASH}{_BLANK}{_RU_N}|{_S}по{_S}{_RU_N}|{_RU_INSIDE})?"
_RU_ITEMS = rf"{_RU_ITEM}(?:{_RU_AND}{_RU_ITEM})*"
_RU_ORDS = (
    rf"{RU_ORDINAL}(?!\w)(?:(?:{_RU_AND}|{_BLANK}{DASH}{_BLANK}|{_S}по{_S}){RU_ORDINAL}(?!\w))*"
)
_RU_STEP = rf"(?:{_RU_LEVEL}{_BLANK}(?:{_RU_ITEMS}|{_RU_ORDS})|{_RU_ORDS}{_S}(?:част|абзац)\w+|примечани\w+(?={_S}(?:к{_S})?стат))"
_RU_IN = rf"(?:(?:в|во|к|ко|по|с|со|из|на|от|о|об|за|согласно){_S})?"
_RU_CHAIN = rf"{_RU_STEP}(?:(?:{_RU_AND}{_RU_IN}|{_S}(?:к{_S})?|(?<=[.)0-9])){_RU_STEP})*"
RU_RUN = _pattern(alike(_RU_CHAIN))
_RU_OWN = (
    r"(?P<ours>[ \xa0\n]Конституци(?:и|ей|ю|я)(?: Республики Казахстан| РК)?"
    r"(?=[.;:)»]|\Z|,? (?!при|от )[а-яё]))?"
)
RU_QUICK = later(f"(?P<run>{_RU_CHAIN}){_RU_OWN}")
"""The same in small letters and one script: most of what is written, and several times faster."""
RU_TOKENS = _pattern(
    alike(
        "(?:" + "|".join(f"(?P<{level}>{words})" for level, words in RU_LEVELS.items()) + ")"
        rf"|(?P<n>{_LISTED}|[а-дa-h](?=\))|[«\"][а-яa-z][»\"])\)?"
        rf"(?:(?P<dash>{_BLANK}{DASH}{_BLANK}|{_S}по{_S})(?P<to>{_LISTED}|[а-дa-h](?=\)))\)?)?"
        rf"|(?P<ord>{RU_ORDINAL})(?!\w)|(?P<sep>,|\b(?:и|или|либо|также)\b)"
    )
)
RU_BACK = _pattern(
    alike(
        rf"(?:(?<=\s)|(?<=[(«\"])|\A)"
        rf"(?:примечани\w*{_S}к|(?:част|абзац|(?:под)?пункт)\w*{_S}{_RU_ORDS}|{_RU_ORDS}{_S}(?:част|абзац)\w*)"
        rf"(?:(?:{_S}|{_RU_AND}){_RU_STEP})*{_S}\Z"
    )
)

# Kazakh -------------------------------------------------------------------------------------------
KK_LEVELS = {
    "art": r"ба(?:п|б)(?!ы?л|кер|тау)\w*",
    "subpara": r"тармақша\w*",
    "para": r"тармақ(?!ша)\w*|тармағ\w*",
    "part": r"бөлі[кг]\w*",
    "indent": r"абзац\w*",
    "note": r"ескертпе\w*|ескерту\w*",
    "chapter": r"тарау\w*",
    "section": r"бөлім(?!ше)\w*",
}
_KK_N = rf"(?:{_FIGURE}(?![0-9]|\.[0-9]|/)|[0-9]{{1,4}}{_POINTED})"
_KK_AND = (
    rf"(?:{_BLANK},{_BLANK}(?:(?:сондай-ақ|және){_S})?"
    rf"|{_S}(?:және|немесе|мен|пен|бен|не|сондай-ақ){_S})"
)
_KK_ITEM = rf"{_KK_N}\)?(?:{_BLANK}{DASH}{_BLANK}{_KK_N}\)?)?"
_KK_ITEMS = rf"{_KK_ITEM}(?:{_KK_AND}{_KK_ITEM})*"
_KK_ORDS = rf"{KK_ORDINAL}(?!\w)(?:(?:{_KK_AND}|{_BLANK}{DASH}{_BLANK}){KK_ORDINAL}(?!\w))*"
_KK_NUMBERED = rf"(?:{KK_LEVELS['art']}|{KK_LEVELS['para']}|{KK_LEVELS['part']}|абзац\w*|тарау\w*|{KK_LEVELS['section']}|{KK_LEVELS['subpara']})"
_KK_STEP = (
    rf"(?:{_KK_ITEMS}(?:(?<=\)){_BLANK}(?:{DASH}{_BLANK})?|{_BLANK}{DASH}{_BLANK}){_KK_NUMBERED}"
    rf"|{_KK_ORDS}{_S}(?:{KK_LEVELS['part']}|абзац\w*|{KK_LEVELS['para']}|{KK_LEVELS['section']}|тарау\w*)"
    rf"|{ROMAN}(?:{_S}|{DASH})(?:{KK_LEVELS['section']}|тарау\w*))"
)
_KK_LOOSE = rf"{_KK_ITEMS}{_S}(?:баб(?!ы?л)ы\w*|тармағы\w*|бөлігі\w*)"
_KK_CHAIN = rf"{_KK_STEP}(?:(?:{_KK_AND}|{_S}){_KK_STEP})*"
KK_RUN = _pattern(alike(_KK_CHAIN))
KK_QUICK = later(_KK_CHAIN.replace("і", "[іi]").replace("ә", "[әə]"))
KK_SHORT = later(
    rf"{_FIGURE}-б\.(?:,?[ \xa0]*{_FIGURE}\)?-(?:т|б|тш|тт)\.)*(?:,?[ \xa0]*{_FIGURE}\)[ \xa0]*тш?\.)?"
)
"""Short Kazakh: "39-б. 1-т.", read only where an act stands before it."""
KK_LOOSE_RUN = _pattern(
    alike(rf"(?:{_KK_STEP}|{_KK_LOOSE})(?:(?:{_KK_AND}|{_S})(?:{_KK_STEP}|{_KK_LOOSE}))*")
)
KK_TOKENS = _pattern(
    alike(
        rf"(?P<n>{_KK_N})\)?(?:(?P<dash>{_BLANK}{DASH}{_BLANK})(?P<to>{_KK_N})\)?)?"
        rf"|(?P<ord>{KK_ORDINAL})(?!\w)"
        + "".join(f"|(?P<{level}>{words})" for level, words in KK_LEVELS.items())
        + r"|(?P<sep>,|\b(?:және|немесе|мен|пен|бен|не|ақ)\b)"
    )
)

# English ------------------------------------------------------------------------------------------
EN_LEVELS = {
    "art": r"articles?(?!\w)|arts?\.|art(?=[ \xa0][0-9])",
    "subpara": r"sub-?paragraphs?(?!\w)|sub-?paras?\.?(?!\w)|sub-?points?(?!\w)",
    "para": r"paragraphs?(?!\w)|paras?\.?(?!\w)|§§?|points?(?!\w)|clauses?(?!\w)|items?(?!\w)",
    "part": r"parts?(?!\w)",
    "indent": r"indents?(?!\w)",
    "note": r"notes?(?!\w)",
    "chapter": r"chapters?(?!\w)|ch\.",
    "section": r"sections?(?!\w)",
}
_EN_LEVEL = "(?:" + "|".join(EN_LEVELS.values()) + ")"
_EN_GROUP = rf"(?:[ ]?\((?:[0-9]{{1,3}}(?:{_INSERTED}[0-9]{{1,3}})?|[a-z])\))"
_EN_COUNTED = r"(?:pages?|lines?|words?|minutes?|hours?|weeks?|months?|years?|days?|percent|per cent|%|times|million|thousand|tenge|USD|pm|am)(?!\w)"
_EN_N = rf"(?:{ROMAN}(?![\w'’])|(?:{_FIGURE}(?![0-9]|\.[0-9]|,[0-9]{{3}}|/)|[0-9]{{1,4}}{_POINTED})(?:[0-9]{{1,3}}\)|\)(?!\w))?{_EN_GROUP}*(?:[0-9]{{1,3}}\))?(?!{_BLANK}{_EN_COUNTED})|{_EN_GROUP}+|[a-h]\))"
_EN_AND = rf"(?:{_BLANK},{_BLANK}(?:(?:and|or|as{_S}well{_S}as){_S})?|{_S}(?:and|or|&|as{_S}well{_S}as){_S})"
_EN_ITEM = rf"(?:from{_S})?{_EN_N}(?:{_BLANK}{DASH}{_BLANK}{_EN_N}|{_S}(?:to|through){_S}{_EN_N})?"
_EN_ITEMS = rf"{_EN_ITEM}(?:{_EN_AND}{_EN_ITEM})*"
_EN_ORDS = rf"{EN_ORDINAL}(?!\w)(?:{_EN_AND}(?:the{_S})?{EN_ORDINAL}(?!\w))*"
_EN_STEP = rf"(?:{_EN_LEVEL}{_BLANK}(?:{_EN_ITEMS}|{EN_COUNT}(?!\w))|{_EN_ORDS}{_S}(?:parts?|paragraphs?|sub-?paragraphs?|indents?|sentences?)(?!\w))"
_EN_LINK = rf"(?:{_S}(?:of|in|to){_S}(?:the{_S})?|{_EN_AND}(?:(?:of|the|under|with|by|in){_S})*|{_S}|{_BLANK}(?=§))"
_EN_CHAIN = rf"{_EN_STEP}(?:{_EN_LINK}{_EN_STEP})*"
EN_RUN = _pattern(_EN_CHAIN)
_EN_SMALL = re.sub(
    r"(?<![a-z?\]])(article|art|paragraph|para|sub-\?|part|section|chapter|point|clause|item|indent)(?=s\?|p)",
    lambda word: f"[{word[0][0].upper()}{word[0][0]}]{word[0][1:]}",
    _EN_CHAIN,
)
"""Words for levels with a small or a capital first letter."""
_EN_OWN = (
    r"(?P<ours>[ \n]of the Constitution(?: of the Republic of Kazakhstan)?"
    r"(?=[.;:)]|\Z|,? (?!of |adopted )[a-z]))?"
)
EN_QUICK = later(f"(?P<run>{_EN_SMALL}){_EN_OWN}")
EN_TOKENS = _pattern(
    "(?:" + "|".join(f"(?P<{level}>{words})" for level, words in EN_LEVELS.items()) + ")"
    rf"|(?P<n>[0-9]{{1,4}}(?:{_INSERTED}[0-9]{{1,3}}|{_POINTED})?|(?<![a-z(])[a-h](?=\)))(?P<mark>\))?(?P<groups>{_EN_GROUP}*)(?P<last>[0-9]{{1,3}}(?=\)))?\)?"
    rf"(?:(?P<dash>{_BLANK}{DASH}{_BLANK}|{_S}(?:to|through){_S})(?P<to>[0-9]{{1,4}}(?:{_INSERTED}[0-9]{{1,3}})?(?!{_EN_GROUP})|{_EN_GROUP})\)?)?"
    rf"|(?P<more>{_EN_GROUP}+)(?:(?P<gdash>{_BLANK}{DASH}{_BLANK}|{_S}(?:to|through){_S})(?P<gto>{_EN_GROUP}))?"
    rf"|(?P<ord>{EN_ORDINAL}|{EN_COUNT})(?!\w)|(?P<of>\b(?:of|in)\b)|(?P<sep>,|&|\b(?:and|or|as)\b)"
)
EN_BACK = _pattern(
    rf"(?:(?<=\s)|(?<=[(\"“])|\A)(?:{_EN_ORDS}{_S}(?:parts?|paragraphs?|indents?)|(?:part|paragraph){_S}{EN_COUNT})"
    rf"(?:{_S}(?:of){_S}(?:the{_S})?{_EN_STEP})*{_S}of{_S}(?:the{_S})?\Z"
    rf"|(?<!\w)notes?{_S}to{_S}(?:the{_S})?\Z"
)
SEPARATOR = re.compile(r"[,\w]")
