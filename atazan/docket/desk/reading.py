"""A deed for reading, before it is recorded: its fields in words, and the notice it would send."""

from __future__ import annotations

from datetime import date
from typing import Any

from atazan.docket.desk import people, sent
from atazan.docket.desk.forms import Form
from atazan.docket.models import Petition
from atazan.journal.acts import Act
from atazan.rules.book import rules
from atazan.rules.text import Lang
from atazan.rules.words import phrase


def lines(deed: Act, form: Form) -> list[dict[str, Any]]:
    """The fields of a deed for reading."""
    law = rules().on(date.fromisoformat(str(deed.done_on)))
    words = sent.reasons_of(deed)
    found = []
    for field in form.fields:
        value = getattr(deed, field.name)
        told: dict[str, Any] = {"name": field.name, "sort": field.sort, "value": value}
        told["choices"] = f"deed.{field.name}"
        if field.sort in ("judges", "present"):
            known = people.names(value)
            told["people"] = [known.get(one, {"en": one}) for one in value]
        if field.sort in ("presiding", "recused"):
            told["people"] = [people.names([value]).get(value, {"en": value})]
        if field.sort == "grounds":
            told["grounds"] = [(law.get(f"ground.{one}"), words.get(one, "")) for one in value]
        if field.sort == "day":
            told["value"] = date.fromisoformat(str(value))
        if field.name == "granted":
            told["value"] = "yes" if value else "no"
        found.append(told)
    return found


def notice(deed: Any, row: Petition) -> dict[str, Any]:
    """The notice of a return as the applicant will read it, in the petition's language."""
    law = rules().on(date.fromisoformat(str(deed.done_on)))
    words, tongue = sent.reasons_of(deed), tongue_of(row)
    found = [(law[f"ground.{one}"], words.get(one, "")) for one in deed.grounds]
    kept = bool(found) and all(bool(rule.value.curable) for rule, _ in found)
    return {
        "lang": tongue,
        "title": phrase("notice.title", tongue),
        "number": phrase("dossier.number", tongue, {"id": row.id}),
        "grounds": [
            (
                rule.title.says(tongue),
                rule.source.provision.cite(tongue),
                said,
                phrase("deed.curable" if rule.value.curable else "deed.not_curable", tongue),
            )
            for rule, said in found
        ],
        "then": phrase("notice.kept" if kept else "notice.not_kept", tongue),
    }


def tongue_of(row: Petition) -> Lang:
    """The language of proceedings of a petition."""
    return "ru" if row.language == "ru" else "kk"
