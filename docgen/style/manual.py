"""What docgen gives whoever writes a style: the schema of `style.yaml`."""

from __future__ import annotations

import json

from docgen.reading.schema import Schema, schema
from docgen.style.roles import Role
from docgen.style.sheet import Sheet


def schema_text() -> str:
    """The JSON Schema of a style, as a file.

    A style that extends another may leave out any key, at every level; so nothing is asked for but in one that stands
    by itself, and there only what it must say at the top.
    """
    whole = schema(Sheet, "docgen style")
    needed = whole.pop("required")
    for definition in whole["definitions"].values():
        definition.pop("required", None)
    _name_roles(whole["properties"]["roles"])
    whole["anyOf"] = [{"required": ["extends"]}, {"required": needed}]
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _name_roles(roles: Schema) -> None:
    """Offer the roles there are, and no others."""
    look = roles["additionalProperties"]
    roles["properties"] = {role.value: look for role in Role}
    roles["additionalProperties"] = False
