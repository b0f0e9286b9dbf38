"""The shapes in which days are written, over the letters of a line (see atoms.py, words.txt)."""

from __future__ import annotations

import re

_DAYS = "(?:d-d|d&d|r|d)"
_MONTH = r"(?:[mMe]\.?)"
_YEAR = "(?:Yg|Y|R)"
_WEEKDAY = "(?:,[iO]?wk?|wk?)?"

SHAPES = {
    "iso": "I",
    "numeric": r"d\.d\.Y|d/d/Y|Y/d/d|Y\.d\.d",
    "two": f"{_DAYS}o?{_MONTH},?{_YEAR}?[ut&-]d?o?d{_MONTH},?{_YEAR}?",
    "two_kazakh": "(?:(?:Yg|R),?)?d(?:M|[mM]-)(?:(?:Yg|R),?)?d[mM]",
    "two_english": rf"e\.?d(?:,?{_YEAR})?[ut&-](?:e\.?)?d(?:,?{_YEAR})?",
    "between": f"d[tu&]d{_MONTH},?{_YEAR}?",
    "weekday_first": rf"wk?,?(?:O?{_DAYS}o?{_MONTH}|e\.?{_DAYS})(?:,?{_YEAR})?",
    "kazakh": f"(?:Yg|R|^Y(?=,)),?(?:{_DAYS}[mM]|M{_DAYS})k?{_WEEKDAY}",
    "day_first": f"{_DAYS}o?U?o?{_MONTH}(?:,?o?{_YEAR})?k?{_WEEKDAY}",
    "month_first": rf"(?<!i)e\.?{_DAYS}(?:,?{_YEAR})?{_WEEKDAY}|e\.?{_DAYS},?{_YEAR}",
    "genitive": f"(?:M|[mM]a){_DAYS}k?",
    "months": f"(?:(?:Yg|R),?)?{_MONTH}[tu&-]?{_MONTH}a?(?:,?{_YEAR})?",
    "month_years": f"{_MONTH},?{_YEAR}[tu&-]{_MONTH},?{_YEAR}",
    "month_year": f"^Y,{_MONTH}|{_MONTH}a?,?o?{_YEAR}|(?:Yg|R)E?{_MONTH}a?|[PCX]{_MONTH}",
    "month": f"(?<=[isunEOo]){_MONTH}a?|Ma?|ma",
    "season": f"(?:(?:Yg|R)H|[PCX]H|H,?o?{_YEAR})|(?<=[iuns])H|H",
    "later": "[d#]?Ul",
    "ago": "[d#]?[Ug]b",
    "years": "(?:y|Y[-&tu]Y)g?|YgYg",
    "year": "Yg|(?<=[isuE])Y(?![gmM])|(?<=Eo)Y(?![gmM])|gY",
    "weekday_week": "V,?[iO]?wk?|wk?,?V",
    "relative": "[TVNRA]",
    "weekday": "[PCX]w|(?<=[iOsutn])w|wk?",
}

SHAPE = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in SHAPES.items()))
"""The first shape that fits wins, the longer ones stand first."""
