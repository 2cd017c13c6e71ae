/** Puts the parts of a note that commas part into the fields of a reference, each with its proof. */
import type { Span } from "../model.ts";
import type { Builder } from "./build.ts";
import type { Imprint } from "./comma-parts.ts";
import { parseDate } from "./dates.ts";
import { parsePages } from "./pages.ts";

type TextField =
  | "title"
  | "collection-title"
  | "container-title"
  | "volume"
  | "issue"
  | "publisher"
  | "publisher-place"
  | "genre"
  | "edition"
  | "page";

export interface Setters {
  readonly set: (b: Builder, field: TextField, span: Span, value?: string) => void;
  /** Returns how many parts the date has; 0 where there is none. */
  readonly setDate: (b: Builder, span: Span) => number;
  readonly setPages: (b: Builder, span: Span) => void;
  readonly putImprint: (b: Builder, imprint: Imprint) => void;
}

/** Returns the setters of a grammar, proved by `rule`. */
export function createSetters(rule: string): Setters {
  const set: Setters["set"] = (b, field, { start, end }, value = b.raw.slice(start, end)) => {
    b.draft[field] = value.replace(/\s+/gu, " ");
    b.prove(field, { start, end }, "likely", rule);
  };
  const setDate: Setters["setDate"] = (b, { start, end }) => {
    const date = parseDate(b.raw.slice(start, end))?.date;
    if (!date) return 0;
    b.draft.issued = date;
    b.prove("issued", { start, end }, "likely", rule);
    return date["date-parts"]?.[0]?.length ?? 0;
  };
  const setPages: Setters["setPages"] = (b, { start, end }) => {
    const page = parsePages(b.raw.slice(start, end)).page;
    if (page !== null) set(b, "page", { start, end }, page);
  };
  const putImprint: Setters["putImprint"] = (b, { place, publisher, year, pages }) => {
    if (place) set(b, "publisher-place", place);
    if (publisher) set(b, "publisher", publisher);
    setDate(b, year);
    if (pages) setPages(b, pages);
  };
  return { set, setDate, setPages, putImprint };
}
