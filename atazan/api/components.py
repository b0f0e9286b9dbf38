"""What the schema says of acts and of a petition's facts: the types that read them."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

import msgspec
from pydantic import WithJsonSchema

from atazan.journal.deeds import deeds
from atazan.rules.petition import Petition

_REF = "#/components/schemas/{prefix}.{{name}}"
FactsSent = Annotated[dict[str, Any], WithJsonSchema({"x-type": "facts.Petition"})]
"""The facts of a petition: docs/reference/petition.md."""
ActSent = Annotated[dict[str, Any], WithJsonSchema({"x-type": "Act"})]
"""An act: docs/reference/acts.md."""


@lru_cache(maxsize=1)
def components() -> dict[str, Any]:
    """The schemas named above, with all they refer to."""
    acts = [deed.act for _, deed in sorted(deeds().items())]
    refs, told = _schemas("act", acts)
    return {**_schemas("facts", [Petition])[1], **told, "Act": {"anyOf": list(refs)}}


def _schemas(prefix: str, types: list[Any]) -> tuple[Any, dict[str, Any]]:
    template = _REF.format(prefix=prefix)
    refs, told = msgspec.json.schema_components(types, ref_template=template)
    return refs, {f"{prefix}.{name}": schema for name, schema in told.items()}


def referring(told: Any) -> Any:
    """The same schema, with the types named above referred to where they stand."""
    if isinstance(told, dict):
        if "x-type" in told:
            return {"$ref": f"#/components/schemas/{told['x-type']}"}
        return {name: referring(inner) for name, inner in told.items()}
    return [referring(inner) for inner in told] if isinstance(told, list) else told
