"""What the sentence after a deed adds to it: «Соответствующий указ Президент подписал 1 января»."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from atazan.sources.understood.filling import Scene
from atazan.sources.understood.mention import Day
from atazan.sources.understood.sentences import Sentence
from atazan.sources.understood.told import ActTold, Kind
from atazan.sources.understood.tongues import TONGUES
from atazan.sources.understood.tongues.tables import words
from atazan.words import LANGS, Lang

_OPENS: dict[Lang, frozenset[str]] = {lang: words(lang, "follows") for lang in LANGS}
_SIGNED_IT = frozenset(("подписал", "подписала", "подписан", "подписано"))
_SO_NEAR = 4
"""Among so many first words the sentence says that it speaks of the same."""
_SIGNED = frozenset({Kind.APPOINT, Kind.RELEASE, Kind.CALL_REFERENDUM})


def follows(sentence: Sentence) -> bool:
    """Whether a sentence begins by speaking of the paper or event of the one before."""
    opens = _OPENS[sentence.lang]
    return any(word.small in opens for word in sentence.words[:_SO_NEAR])


def added(act: ActTold, told: Scene, days: Sequence[Day]) -> ActTold:
    """The deed with its day, and who signed it, from the sentence after."""
    dated = [day for day in days if day.of != "term" and day.how != "open"]
    if act.modality != "done" or (act.date and told.sentence.lang != "ru") or len(dated) > 1:
        return act
    if not dated and _SIGNED_IT.isdisjoint(told.sentence.said):
        return act
    if dated and not act.date:
        act = msgspec.structs.replace(act, date=dated[0].day)
    if act.kind not in _SIGNED or act.actors:
        return act
    tongue, said = TONGUES[told.sentence.lang], told.sentence
    verb = len(said.words) - 1
    for one in told.names:
        if one.mention.sort not in ("person", "office", "body"):
            continue
        if tongue.slots(one, said, verb, ()).get("subj", 1.0) <= 0.3:
            return msgspec.structs.replace(act, actors=(one.mention.called,))
    return act
