// What validators of JSON Schema say of documents on which the reader has given its verdict.
//
// node verdicts.mjs VERDICTS.ndjson: prints a line for each disagreement, as `validator <tab> accepts|refuses <tab> document`.
import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { Validator } from "@cfworker/json-schema";
import { validator as schemasafe } from "@exodus/schemasafe";
import { registerSchema, validate as hyperjump } from "@hyperjump/json-schema/draft-2020-12";
import { fromJSONSchema } from "zod";

const schemas = `file://${process.env.SCHEMAS}/`;
const schema = (name) => JSON.parse(readFileSync(new URL(schemas + name), "utf8"));
const canonical = schema("organization.schema.json");
const draft07 = schema("organization.draft-07.schema.json");
const forms = schema("organization.forms.schema.json");

// every published schema compiles, under ajv's default options and in its strict mode
const compiled = (AnyAjv, document, options) => addFormats(new AnyAjv(options)).compile(document);
const strict = { strict: true, strictTypes: true, strictTuples: true, strictRequired: true };
for (const name of readdirSync(process.env.SCHEMAS).filter((name) => name.endsWith(".schema.json"))) {
  const AnyAjv = name.includes(".draft-07.") ? Ajv : Ajv2020;
  for (const options of [{}, strict]) compiled(AnyAjv, schema(name), options);
}

registerSchema(canonical);
const ofHyperjump = await hyperjump(canonical.$id);
const cfworker = new Validator(canonical, "2020-12");
const zod = fromJSONSchema(canonical);

const judges = {
  ajv: compiled(Ajv2020, canonical, {}),
  "ajv, strict": compiled(Ajv2020, canonical, strict),
  "ajv, draft-07": compiled(Ajv, draft07, {}),
  "ajv, forms": compiled(Ajv2020, forms, {}),
  cfworker: (document) => cfworker.validate(document).valid,
  schemasafe: schemasafe(canonical, { mode: "default", formatAssertion: true }),
  hyperjump: (document) => ofHyperjump(document).valid,
  zod: (document) => zod.safeParse(document).success,
};

let documents = 0;
for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
  const { valid, text } = JSON.parse(line);
  const document = JSON.parse(text);
  documents += 1;
  for (const [name, accepts] of Object.entries(judges)) {
    const verdict = Boolean(accepts(document));
    if (verdict !== valid) console.log([name, verdict ? "accepts" : "refuses", text].join("\t"));
  }
}
console.error(`${documents} documents, ${Object.keys(judges).length} judges: ${Object.keys(judges).join("; ")}`);
