// The checks of `officium` that a program of one page can make, over the same JSON document, in Node: the shape with ajv and the
// published schema, the rest with maps. Prints the number of findings of each.
//
// Where the shape is wrong it stops, and says so in one message. It knows no periods, gives no places and explains nothing.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [schemaFile, file] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
const organization = JSON.parse(readFileSync(file, "utf8"));
if (!validate(organization)) {
  console.error(ajv.errorsText(validate.errors));
  process.exit(1);
}

const { units = [], descriptions = [], positions = [] } = organization;
const counts = {
  "duplicate id": 0,
  "dangling reference": 0,
  "own superior": 0,
  "no superior": 0,
  "in or below a ring": 0,
  "no substitute": 0,
  "own substitute": 0,
  "vacant substitute": 0,
  span: 0,
  "no duties": 0,
  "duty without its right": 0,
};

function index(rows) {
  const byId = new Map();
  const doubles = new Set();
  for (const row of rows) {
    if (byId.has(row.id)) doubles.add(row.id);
    else byId.set(row.id, row);
  }
  counts["duplicate id"] += doubles.size;
  return byId;
}

const unitOf = index(units);
const descriptionOf = index(descriptions);
const positionOf = index(positions);
const refer = (map, id) => {
  if (id !== undefined && !map.has(id)) counts["dangling reference"] += 1;
};

for (const unit of units) {
  refer(unitOf, unit.parent);
  refer(positionOf, unit.lead);
}
for (const { duties = [], rights = [] } of descriptions) {
  if (duties.length === 0) counts["no duties"] += 1;
  for (const { requiredRights = [] } of duties) {
    for (const required of requiredRights) {
      if (!rights.some((right) => right.kind === required.kind)) counts["duty without its right"] += 1;
    }
  }
}

const superiorOf = new Map();
const spans = new Map();
for (const position of positions) {
  refer(unitOf, position.unit);
  refer(descriptionOf, position.description);
  let led = position.standing !== undefined;
  for (const { kind, superior } of position.reporting ?? []) {
    refer(positionOf, superior);
    if (superior === position.id) counts["own superior"] += 1;
    if (kind !== "solid") continue;
    led = true;
    superiorOf.set(position.id, superior);
    spans.set(superior, (spans.get(superior) ?? 0) + 1);
  }
  if (!led) counts["no superior"] += 1;
  let named = 0;
  let vacant = 0;
  for (const { substitute } of position.substitution ?? []) {
    if (substitute.kind !== "position") continue;
    named += 1;
    refer(positionOf, substitute.position);
    if (substitute.position === position.id) counts["own substitute"] += 1;
    if (positionOf.get(substitute.position)?.occupancy?.kind === "vacant") vacant += 1;
  }
  if ((position.substitution ?? []).length === 0 && position.noSubstituteBecause === undefined) counts["no substitute"] += 1;
  if (named > 0 && vacant === named) counts["vacant substitute"] += 1;
}
for (const span of spans.values()) if (span > 15) counts.span += 1;

// each position is walked over once: a walk upward ends at the top, at a known end, or in itself
const onRing = new Map();
for (const start of positionOf.keys()) {
  const way = [];
  let at = start;
  while (positionOf.has(at) && !onRing.has(at)) {
    onRing.set(at, true);
    way.push(at);
    const above = superiorOf.get(at);
    if (above === undefined || above === at) {
      at = undefined;
      break;
    }
    at = above;
  }
  // a ring that this very walk closed, or one that it runs into, leaves the whole way without a top
  const topless = at !== undefined && positionOf.has(at) && onRing.get(at);
  for (const id of way) onRing.set(id, topless);
}
for (const topless of onRing.values()) if (topless) counts["in or below a ring"] += 1;

console.log(JSON.stringify(counts));
