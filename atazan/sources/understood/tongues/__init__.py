"""What differs between Kazakh, Russian and English in telling who did what."""

from atazan.sources.understood.tongues import english, kazakh, russian
from atazan.sources.understood.tongues.form import Form, Slot, Tongue
from atazan.words import Lang

TONGUES: dict[Lang, Tongue] = {
    "kk": kazakh.KAZAKH,
    "ru": russian.RUSSIAN,
    "en": english.ENGLISH,
}

__all__ = ["TONGUES", "Form", "Slot", "Tongue"]
