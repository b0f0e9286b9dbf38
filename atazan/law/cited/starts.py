"""Words after which a figure begins a run, in every form they are written in, with the language."""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

_RU = {
    "стать": "я и е ю ей ёй ям ями ях",
    "стат": "ей",
    "пункт": " а у ом е ы ов ам ами ах",
    "подпункт": " а у ом е ы ов ам ами ах",
    "част": "ь и ью ей ям ями ях",
    "абзац": " а у ем е ы ев ам ами ах",
    "глав": "а ы е у ой ою ам ами ах",
    "глав ": "",
    "раздел": " а у ом е ы ов ам ами ах",
    "примечани": "е я ю ем и",
}
_SHORT_RU = "ст. ст.ст. стст. п. пп. пп п.п. подп. ч. ч.ч. абз. гл. разд. п/п"
_EN = (
    "article articles art. arts. art paragraph paragraphs para. paras. para paras part parts subparagraph subparagraphs "
    "sub-paragraph sub-paragraphs subpara. subparas. chapter chapters section sections indent indents § §§ point points "
    "clause clauses sub-para. item items"
)
_SIGN = "№ №№ n no. nº #"

STARTS: dict[str, str] = {
    **{f"{stem}{end}": "ru" for stem, ends in _RU.items() for end in ends.split(" ")},
    **dict.fromkeys(_SHORT_RU.split(), "ru"),
    **dict.fromkeys(_EN.split(), "en"),
    **dict.fromkeys(_SIGN.split(), "sign"),
}
STARTS |= {word.capitalize(): lang for word, lang in STARTS.items()}
STARTS |= {f"({word}": lang for word, lang in STARTS.items()}
