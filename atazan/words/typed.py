"""Words typed otherwise than written: in Latin letters, or on the wrong keyboard layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_TO_RUSSIAN = str.maketrans(_ENGLISH, _RUSSIAN)
_TO_ENGLISH = str.maketrans(_RUSSIAN, _ENGLISH)

_SOUNDS = (
    "shch=щ iya=ия/ья ie=ие/ье sch=щ/сч zh=ж kh=х ts=ц/тс tz=ц ch=ч sh=ш yu=ю iu=ю ju=ю "
    "ya=я/ья/ъя ia=ия/я ja=я yo=е/йо ye=е/ые iy=ий yy=ый ks=кс a=а b=б c=ц/к/с d=д e=е/э "
    "f=ф g=г h=х i=и/й j=ж/й k=к l=л/ль m=м n=н/нь o=о p=п q=к r=р s=с t=т/ть u=у v=в w=в "
    "x=х/кс y=ы/й/и z=з '=ь/ъ"
)
"""Latin letters and what they may stand for, the plainest first; longer ones before shorter."""
_PARTS = {
    sound: tuple(may.split("/")) for sound, may in (one.split("=") for one in _SOUNDS.split())
}
_SPLIT = re.compile("|".join(_PARTS))
_MOST = 256
"""Writings of one word that are tried."""


def layouts(word: str) -> tuple[str, ...]:
    """The word as the same keys write it on the other layouts.

    >>> layouts("rjycnbnewbz"), layouts("сщгке")
    (('конституция',), ('court',))
    """
    if word.isascii():
        return (word.translate(_TO_RUSSIAN),)
    return (word.translate(_TO_ENGLISH),)


def retyped(text: str) -> str:
    """A whole question as the same keys write it on the other layout, marks that are letters too.

    >>> retyped(",.l;tn"), retyped("fpfvfn")
    ('бюджет', 'азамат')
    """
    return text.translate(_TO_ENGLISH if re.search(r"[а-яё]", text, re.I) else _TO_RUSSIAN)


def from_latin(word: str) -> Iterator[str]:
    """Russian words a word in Latin letters may stand for, the plainest first.

    >>> next(from_latin("sud")), "конституция" in from_latin("konstitutsiya")
    ('суд', True)
    """
    ways = [_PARTS[sound] for sound in _SPLIT.findall(word[:40])]
    done = [("", 0)]
    for way in ways:
        done = [(so_far + one, cost + at) for so_far, cost in done for at, one in enumerate(way)]
        done = sorted(done, key=lambda made: made[1])[:_MOST]
    for made, _ in done:
        yield made
