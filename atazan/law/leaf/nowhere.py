"""Provisions that neither the texts held nor the record ever knew."""

from __future__ import annotations

from atazan.law.decided import reviewed
from atazan.law.leaf.asked import Asked
from atazan.law.leaf.citing import citing_texts
from atazan.law.leaf.matched import matches
from atazan.law.leaf.provision import Leaf
from atazan.law.leaf.two_days import within
from atazan.law.models import Citation, Effect
from atazan.law.review import reviews
from atazan.rules.book import rules
from atazan.rules.works import Work


def nowhere(work: Work, eid: str, asked: Asked, found: Leaf) -> bool:
    """Whether no text held has ever had the provision, and nothing on record speaks of it.

    Never where no text of the work is held: nobody can tell then.
    """
    if found.absent is None or found.absent.why != "never":
        return False
    return not (_on_record(work, eid, asked) or _named(work, eid, asked))


def _on_record(work: Work, eid: str, asked: Asked) -> bool:
    """Whether something happened to it or to a part of it, or was asked or decided of it."""
    effects = Effect.objects.filter(work=work.id).values_list("provision", flat=True)
    cited = Citation.objects.filter(to_work=work.id).values_list("to_provision", flat=True)
    if any(within(one, eid) for one in (*effects, *cited)):
        return True
    return bool(reviews(work.id, eid) or reviewed(work.id, eid, asked.day))


def _named(work: Work, eid: str, asked: Asked) -> bool:
    """Whether a rule of the day, the concordance or a text held names it or a part of it."""
    sources = (
        one.provision_eid
        for rule in rules().on(asked.day).values()
        for one in (rule.source, *rule.also)
        if one.work == work.id
    )
    citing = (one for text in citing_texts(work, eid, asked) for one in text.targets)
    return bool(matches(work.id, eid)) or any(within(one, eid) for one in (*sources, *citing))
