/** Sources with what reviewers put right in them. Reads nothing into a person's words that is not plainly there. */

import type { Csl, CslDate, CslName, Source } from "../model.ts";
import type { Decisions } from "./decisions.ts";
import type { CorrectionEvent } from "./events.ts";
import { nameText } from "./names.ts";

/** By source and field. */
export type Corrections = Decisions["corrections"];

/** Fields that can be put right, in the order of a reference, by their names for a reader. */
export const fieldNames = {
  author: "Authors",
  editor: "Editors",
  title: "Title",
  "container-title": "Published in",
  issued: "Date",
  volume: "Volume",
  issue: "Issue",
  page: "Pages",
  edition: "Edition",
  publisher: "Publisher",
  "publisher-place": "Place",
  DOI: "DOI",
  PMID: "PubMed",
  ISBN: "ISBN",
  URL: "Web",
} as const;

export type Field = keyof typeof fieldNames;

/** Names are parted by semicolons. One that stood there stays as it was read; "Family, Given" is taken apart. */
function names(text: string, before: readonly CslName[] = []): readonly CslName[] {
  return text.split(";").flatMap((part): CslName[] => {
    const typed = part.trim();
    if (typed === "") return [];
    const known = before.find((name) => nameText(name) === typed);
    if (known) return [known];
    const [family, given, ...more] = typed.split(",").map((word) => word.trim());
    return family && given && more.length === 0 ? [{ family, given }] : [{ literal: typed }];
  });
}

/** A year, a month or a day as ISO 8601 writes them is a date; anything else stays as it was typed. */
function date(text: string): CslDate {
  const [whole, year, month, day] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text) ?? [];
  if (whole === undefined) return { literal: text };
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return { "date-parts": [parts as [number]] };
}

function fieldValue(
  field: Field,
  text: string,
  before: Csl,
): string | readonly CslName[] | CslDate | undefined {
  if (text === "") return undefined;
  if (field === "author" || field === "editor") return names(text, before[field]);
  return field === "issued" ? date(text) : text;
}

/** Returns the source with the corrections in it, an emptied field taken out; the very source where there are none. */
export function correctedSource(
  source: Source,
  corrections: ReadonlyMap<string, CorrectionEvent> | undefined,
): Source {
  if (!corrections || corrections.size === 0) return source;
  const csl: Record<string, unknown> = { ...source.csl };
  for (const [field, { value }] of corrections) {
    if (!(field in fieldNames)) continue;
    const now = fieldValue(field as Field, value.trim(), source.csl);
    if (now === undefined) delete csl[field];
    else csl[field] = now;
  }
  return { ...source, csl: csl as unknown as Csl };
}

/** Returns the input with corrected sources; the very input where nothing was corrected. */
export function withCorrections<T extends { readonly sources: readonly Source[] }>(
  input: T,
  corrections: Corrections | undefined,
): T {
  if (!corrections || corrections.size === 0) return input;
  return {
    ...input,
    sources: input.sources.map((source) => correctedSource(source, corrections.get(source.id))),
  };
}

/** Returns what was put right in a source, in the order of a reference: "Pages: “667–679” for nothing (Ann, 2030-01-15)". */
export function correctionWords(
  corrections: ReadonlyMap<string, CorrectionEvent> | undefined,
): readonly string[] {
  return (Object.keys(fieldNames) as Field[]).flatMap((field) => {
    const event = corrections?.get(field);
    if (event === undefined) return [];
    const [now, before] = [event.value, event.before].map((text) =>
      text.trim() === "" ? "nothing" : `“${text.trim()}”`,
    );
    return [`${fieldNames[field]}: ${now} for ${before} (${event.reviewer}, ${event.at.slice(0, 10)})`];
  });
}
