// What the generated types must refuse; the compiler complains about each line that it should have refused and did not.
import type { Organization, Position, ReportingLine, Standing } from "./organization.js";

// @ts-expect-error a position without an id
export const nameless: Position = { title: "Sales manager" };
// @ts-expect-error a member that the format does not have
export const misspelt: Position = { id: "sales", titel: "Sales manager" };
// @ts-expect-error a word that is none of the words
export const unknown: ReportingLine = { kind: "solids", superior: "head" };
// @ts-expect-error absent is absent, never null
export const nothing: Position = { id: "sales", title: null };
// @ts-expect-error a member of another variant
export const mixed: Standing = { kind: "head", group: "board" };
// @ts-expect-error a variant without what it requires
export const incomplete: Standing = { kind: "external-superior" };
// @ts-expect-error an amount is a text, so that no digit is lost
export const number: Organization = { thresholds: { fourEyes: { amount: 5000, currency: "NOK" } } };

export function group(standing: Standing): string | undefined {
  // @ts-expect-error only co-heads have a group: ask for the tag first
  return standing.group;
}
