"""Terms that have one counterpart in the other language: bodies, and words that limit a norm.

A term is listed only where the texts of the laws keep to the counterpart; the stems say which forms
count. `\\b` ends are written out where a longer word means another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from atazan.law.compared.features import Feature
from atazan.law.text.letters import plain
from atazan.rules.text import Lang


class Term(NamedTuple):
    """A term: its stems in both languages, and whether it names a body or limits a norm."""

    name: str
    limits: bool
    kk: re.Pattern[str]
    ru: re.Pattern[str]


def _term(name: str, kk: str, ru: str, limits: bool = False) -> Term:
    return Term(name, limits, re.compile(rf"(?<!\w)(?:{kk})"), re.compile(rf"(?<!\w)(?:{ru})"))


TERMS = (
    _term("kurultai", r"құрылтай", r"курулта"),
    _term("parliament", r"парламент", r"парламент"),
    _term("senate", r"сенат", r"сенат"),
    _term("mazhilis", r"мәжіліс", r"мажилис"),
    _term("government", r"үкімет(?!тік)", r"правительств"),
    _term("prime_minister", r"премьер-министр", r"премьер-министр"),
    _term("vice_president", r"вице-президент", r"вице-президент"),
    _term("president", r"президент", r"президент"),
    _term("supreme_court", r"жоғарғы сот", r"верховн\w+ суд"),
    _term("prosecutor_general", r"бас прокурор", r"генеральн\w+ прокурор"),
    _term("ombudsman", r"адам құқықтары жөніндегі уәкіл", r"уполномоченн\w+ по правам человека"),
    _term("maslikhat", r"мәслихат", r"маслихат"),
    _term("referendum", r"референдум", r"референдум"),
    _term("court", r"конституциялық сот", r"конституционн\w+ суд"),
    _term("council", r"конституциялық кеңес", r"конституционн\w+ совет"),
    _term("citizen", r"азамат", r"граждан"),
    _term("judge", r"судья", r"судь(?!б)|судей"),
    _term("deputy", r"депутат", r"депутат"),
    _term("chair", r"төраға|төрағалық", r"председател"),
    _term("apparatus", r"аппарат", r"аппарат"),
    _term("rules_of_court", r"регламент", r"регламент"),
    _term("national_bank", r"ұлттық банк", r"национальн\w+ банк"),
    _term("election_commission", r"орталық сайлау", r"центральн\w+ избирательн"),
    _term("audit_chamber", r"жоғары аудиторлық палата", r"высш\w+ аудиторск"),
    _term("judicial_council", r"жоғары сот кеңес", r"высш\w+ судебн\w+ совет"),
    _term("akim", r"әкім(?!ші)", r"аким"),
    _term("peoples_council", r"халық кеңесі", r"халық кенесі|халық кеңесі|народн\w+ совет"),
    _term("normative_resolution", r"нормативтік қаулы", r"нормативн\w+ постановлени"),
    _term("final_decision", r"қорытынды шешім", r"итогов\w+ решени"),
    _term("treaty", r"халықаралық шарт", r"международн\w+ договор"),
    _term("normative_act", r"нормативтік құқықтық акт", r"нормативн\w+ правов\w+ акт"),
    _term("motion", r"өтінішхат", r"ходатайств"),
    _term("specialist", r"маман", r"специалист"),
    _term("translator", r"аудармашы", r"переводчик"),
    _term("advocate", r"адвокат", r"адвокат"),
    _term("party", r"саяси партия", r"политическ\w+ парти"),
    _term("trade_union", r"кәсіптік одақ", r"профессиональн\w+ союз|профсоюз"),
    _term("budget", r"бюджет", r"бюджет"),
    _term("minutes", r"хаттама", r"протокол"),
    _term("oath", r"ант(?=\b|ы|қа)", r"присяг"),
    _term("quorum", r"кворум", r"кворум"),
    _term("language", r"тіл", r"язык"),
    _term("russian_language", r"орыс тіл", r"русск"),
    _term("guilt", r"кінә", r"вин(?:а|ы|у|ов)|невиновн"),
    _term("crime", r"қылмыс", r"преступлени|уголовн"),
    _term(
        "security_committee",
        r"ұлттық қауіпсіздік комитеті",
        r"комитет\w* национальн\w+ безопасности",
    ),
    _term("deputy_head", r"орынбасар", r"заместител"),
    _term(
        "fully",
        r"толық(?:тай|)(?!\w)|толығымен",
        r"полностью|полн(?:о|ое|ого|ому|ом|ый|ым|ой|ую)(?!\w)",
        True,
    ),
    _term(
        "partly",
        r"ішінара|(?:жекелеген|бір) бөлігінде",
        r"частичн|в отдельной части|или в части(?!\w)",
        True,
    ),
    _term("in_writing", r"жазба", r"письменн", True),
    _term("orally", r"ауызша", r"устн", True),
    _term("electronic", r"электронд", r"электронн", True),
    _term(
        "at_once", r"дереу|кідіріссіз|тез арада", r"немедленн|незамедлительн|безотлагательн", True
    ),
    _term("closed", r"жабық", r"закрыт", True),
    _term("secret_ballot", r"жасырын", r"тайн(?:ым|ое|ого|ом)(?!\w)", True),
    _term("majority", r"көпшілі|дауыс", r"большинств|голос", True),
    _term(
        "only",
        r"тек(?!\w)|(?<!кейін )(?:ғ|қ)ана(?!\w)",
        r"только|исключительно(?!\w)|лишь(?!\w)",
        True,
    ),
    _term("except", r"қоспағанда|\w*[дтн][ае]н басқа(?!\w)", r"за исключением|кроме", True),
    _term("once", r"біржолғы", r"единовременн", True),
    _term("or", r"немесе|не(?!\w)|болмаса", r"или|(?<!-)либо", True),
    _term(
        "at_least",
        r"кемінде|кем емес|кем болмайтын|төмен емес",
        r"не менее|не моложе|не ниже",
        True,
    ),
    _term("not_later", r"кешікті", r"не позднее|не позже", True),
    _term("not_earlier", r"бұрын емес|ерте емес|кейін ғана", r"не ранее|не раньше", True),
    _term("early", r"мерзімінен бұрын", r"досрочн", True),
    _term("temporary", r"уақытша", r"временн", True),
    _term("monthly", r"ай сайын", r"ежемесячн", True),
    _term("every", r"әрбір|әркім|әр(?!\w)", r"кажд", True),
    _term("all", r"барлық|бәрі|бүкіл|барша", r"все(?:х|м|й|го|ми)?(?!\w)|вся(?!\w)|всю|весь", True),
    _term("on_proposal", r"ұсын(?:у|ыс)ы(?:мен| бойынша)", r"по представлению|по предложени", True),
    _term("retroactive", r"кері күш", r"обратн\w+ сил", True),
    _term("medical", r"медицина", r"медицин"),
    _term("tax", r"салық", r"налог"),
    _term("sitting", r"отырыс", r"заседан"),
    _term("session", r"сессия", r"сесси"),
    _term("digital", r"цифр", r"цифров", True),
)


@lru_cache(maxsize=4096)
def term_features(text: str, lang: Lang) -> tuple[Feature, ...]:
    """The terms a text names, each once, where it first stands."""
    return tuple(_named(plain(text).lower().replace("ё", "е"), lang))


def _named(said: str, lang: Lang) -> Iterator[Feature]:
    for term in TERMS:
        if found := (term.kk if lang == "kk" else term.ru).search(said):
            yield Feature("limit" if term.limits else "body", term.name, found.start(), found.end())
