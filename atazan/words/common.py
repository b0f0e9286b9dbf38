"""Function words: they tell nothing of what a text is about."""

from __future__ import annotations

from atazan.words.latin import PLAIN
from atazan.words.word import Lang, folded

COMMON: dict[Lang, frozenset[str]] = {
    "kk": frozenset(
        "мен бен пен және да де та те немесе не үшін туралы бойынша ғана осы сол бұл ол өз бір "
        "бар жоқ деп еді екен емес тиіс керек болып болған болады болса оның олар олардың соның "
        "кейін дейін бері қарай сияқты секілді арқылы жөнінде жөніндегі ал егер бірақ әрі ма ме "
        "ба бе па пе ше қай қандай қалай неге кім біз сіз мен сен мына анау кез келген".split()
    ),
    "ru": frozenset(
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только "
        "ее её мне было вот от меня еще ещё нет о об из ему ли если или ни быть был него до вас "
        "при для мы их чем была сам чтоб чтобы без эти этот эта это того также кто где когда "
        "какой какие который которая которые которого между над под через после перед".split()
    ),
    "en": frozenset(
        "a an the and or of in on at to for from by with as is are was were be been being it its "
        "this that these those which who whom whose not no nor but if then than so such into "
        "about between under over can may shall will would should could do does did has have had "
        "he she they we you i his her their our your my me him them us how what when where "
        "why".split()
    ),
}


_PLAIN = frozenset(word.translate(PLAIN) for word in COMMON["kk"])
"""As typed without Kazakh letters: жане."""


def is_common(word: str, lang: Lang) -> bool:
    """Whether a word is a function word of the language.

    >>> is_common("және", "kk"), is_common("құқық", "kk")
    (True, False)
    """
    small = folded(word)
    return small in COMMON[lang] or (lang == "kk" and small in _PLAIN)
