"""Reads a document with the generated models, changes a title and changes it back, and writes the document again."""

import json
import sys

from organization import Organization
from pydantic import ValidationError

source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    text = file.read()
organization = Organization.model_validate_json(text, strict=False)

changed = organization.model_copy(deep=True)
position = next(position for position in changed.positions if position.title is not None)
title, position.title = position.title, "Another title"
assert changed != organization
position.title = title
assert changed == organization

for wrong in [
    {"positions": [{"title": "no id"}]},
    {"positions": [{"id": "a", "titel": "misspelt"}]},
    {"positions": [{"id": "a", "occupancy": {"kind": "vacant", "seats": 3}}]},
    {"positions": [{"id": "a", "reporting": [{"kind": "solids", "superior": "b"}]}]},
    {"positions": [{"id": "a", "opened": "2023-02-29"}]},
]:
    try:
        Organization.model_validate_json(json.dumps(wrong))
    except ValidationError:
        continue
    raise SystemExit(f"accepted: {wrong}")

with open(target, "w", encoding="utf-8") as file:
    file.write(changed.model_dump_json(by_alias=True, exclude_none=True))
