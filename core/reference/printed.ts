/** The fields of a reference as the string prints them, for comparing with labelled references. */
import type { Csl, ParsedReference, Span } from "../model.ts";
import { segment } from "./parse.ts";
import { repair } from "./repair.ts";

export interface Printed {
  readonly fields: Csl;
  /** Stretches under the names that labelled references use, in order. */
  readonly spans: readonly (Span & { readonly label: string })[];
}

const LABEL: Readonly<Record<string, string>> = {
  container: "container-title",
  collection: "collection-title",
  label: "citation-number",
  issued: "date",
  page: "pages",
  locator: "pages",
  "publisher-place": "location",
  archive: "publisher",
  archive_location: "number",
};

/**
 * Returns the fields with pages as printed ("402-9", not 402-409) and the address of a DOI link as URL besides the
 * DOI, and the labelled stretches with the punctuation between them. For measuring only: the reference itself keeps
 * full ranges.
 */
export function asPrinted(raw: string, reference: ParsedReference): Printed {
  const { csl, evidence } = reference;
  const page = csl.custom?.["page-raw"];
  const doi = evidence.find((e) => e.field === "DOI");
  const before = doi ? raw.slice(Math.max(0, doi.start - 60), doi.start) : "";
  const link = /https?:\/\/\S{0,40}$/i.exec(before)?.[0];
  const modelled = evidence.some((e) => e.basis.rule === "sequence-model");
  const stretches = modelled
    ? repair(raw, segment(raw))
    : evidence.map((e) => ({ start: e.start, end: e.end, label: e.field }));
  return {
    fields: {
      ...csl,
      ...(typeof page === "string" ? { page } : {}),
      ...(doi && link !== undefined && csl.URL === undefined
        ? { URL: link + raw.slice(doi.start, doi.end) }
        : {}),
    },
    spans: stretches.map((s) => ({ start: s.start, end: s.end, label: LABEL[s.label] ?? s.label })),
  };
}
