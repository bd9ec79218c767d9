// Reads a document with the generated types, looks into every union by its tag, and writes the document again.
import { readFileSync, writeFileSync } from "node:fs";
import type { AmountBasis, Occupancy, Organization, Party, Standing, Substitute } from "./organization.js";

/** What is left when every tag was asked for: nothing, or the generated union lacks a case. */
function never(rest: never): never {
  throw new Error(`unknown variant: ${JSON.stringify(rest)}`);
}

function seats(occupancy: Occupancy): number {
  switch (occupancy.kind) {
    case "held":
      return occupancy.holders?.length ?? 1;
    case "vacant":
      return 0;
    case "pool":
      return occupancy.seats;
    default:
      return never(occupancy);
  }
}

function answersTo(standing: Standing): string {
  switch (standing.kind) {
    case "head":
      return standing.answersTo ?? "nobody";
    case "co-head":
      return `${standing.group}, ${standing.answersTo ?? "nobody"}`;
    case "external-superior":
      return standing.answersTo;
    default:
      return never(standing);
  }
}

function named(substitute: Substitute): number {
  switch (substitute.kind) {
    case "position":
      return substitute.position.length > 0 ? 1 : 0;
    case "pool":
      return substitute.positions?.length ?? 0;
    case "by-order":
      return substitute.instrument === undefined ? 0 : 1;
    default:
      return never(substitute);
  }
}

function outside(party: Party): boolean {
  return party.kind === "outside" && party.name.length > 0;
}

function isBounded(basis: AmountBasis): boolean {
  return basis.kind === "up-to" ? basis.amount.currency.length === 3 : basis.kind === "months-of-pay";
}

const [from, to] = process.argv.slice(2);
const organization: Organization = JSON.parse(readFileSync(from!, "utf8"));
const positions = organization.positions ?? [];
const descriptions = organization.descriptions ?? [];
const numbers = {
  seats: positions.reduce((sum, { occupancy }) => sum + (occupancy ? seats(occupancy) : 1), 0),
  heads: positions.flatMap(({ standing }) => (standing ? [answersTo(standing)] : [])).length,
  substitutes: positions.flatMap((it) => it.substitution ?? []).reduce((sum, it) => sum + named(it.substitute), 0),
  outside: descriptions.filter((it) => it.appointment?.by !== undefined && outside(it.appointment.by)).length,
  bounded: descriptions.flatMap((it) => it.liabilities ?? []).filter((it) => it.amount !== undefined && isBounded(it.amount))
    .length,
};
if (Object.values(numbers).some((number) => number === 0)) {
  throw new Error(`the document does not show everything: ${JSON.stringify(numbers)}`);
}
writeFileSync(to!, JSON.stringify(organization));
