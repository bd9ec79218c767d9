"""What validators of JSON Schema say of documents on which the reader has given its verdict.

python verdicts.py VERDICTS.ndjson: prints a line for each disagreement, as `validator <tab> accepts|refuses <tab> document`.
"""

import json
import sys
from pathlib import Path

import fastjsonschema
import jsonschema
import jsonschema_rs

SCHEMAS = Path(__file__).resolve().parents[3] / "schema"


def schema(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def judge_of_fastjsonschema(document_schema):
    validate = fastjsonschema.compile(document_schema)

    def accepts(document):
        try:
            validate(document)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return accepts


canonical = schema("organization.schema.json")
draft07 = schema("organization.draft-07.schema.json")
jsonschema.Draft202012Validator.check_schema(canonical)
jsonschema.Draft202012Validator.check_schema(schema("organization.forms.schema.json"))
jsonschema.Draft7Validator.check_schema(draft07)

JUDGES = {
    "jsonschema": jsonschema.Draft202012Validator(canonical).is_valid,
    "jsonschema, formats": jsonschema.Draft202012Validator(
        canonical, format_checker=jsonschema.FormatChecker()
    ).is_valid,
    "jsonschema, draft-07": jsonschema.Draft7Validator(draft07).is_valid,
    "jsonschema-rs": jsonschema_rs.validator_for(canonical).is_valid,
    "fastjsonschema": judge_of_fastjsonschema(draft07),
}

documents = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        line = json.loads(line)
        document = json.loads(line["text"])
        documents += 1
        for name, accepts in JUDGES.items():
            verdict = bool(accepts(document))
            if verdict != line["valid"]:
                print(name, "accepts" if verdict else "refuses", line["text"], sep="\t")
print(f"{documents} documents, {len(JUDGES)} judges: {'; '.join(JUDGES)}", file=sys.stderr)
