"""Words in the three languages of the platform, at the same level."""

from typing import Literal

from msgspec import Struct

Lang = Literal["kk", "ru", "en"]
LANGS: tuple[Lang, ...] = ("kk", "ru", "en")


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """One statement in Kazakh, Russian and English; none may be empty."""

    kk: str
    ru: str
    en: str

    def __post_init__(self) -> None:
        for lang in LANGS:
            if not getattr(self, lang).strip():
                raise ValueError(f"text has no words in '{lang}'")

    def says(self, lang: Lang) -> str:
        """The words in one language.

        >>> Text(kk="сот", ru="суд", en="court").says("kk")
        'сот'
        """
        words: str = getattr(self, lang)
        return words
