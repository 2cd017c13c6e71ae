/** The fields of a reference as the string prints them, for comparing with labelled references. */
import type { Csl, ParsedReference, Span } from "../model.ts";

export interface Printed {
  readonly fields: Csl;
  /** Stretches under the names that labelled references use, in order. */
  readonly spans: readonly (Span & { readonly label: string })[];
}

const LABEL: Readonly<Record<string, string>> = {
  issued: "date",
  page: "pages",
  locator: "pages",
  "number-of-pages": "pages",
  "publisher-place": "location",
  DOI: "doi",
  URL: "url",
  ISBN: "isbn",
  ISSN: "issn",
  PMID: "pmid",
  PMCID: "pmid",
  accessed: "note",
};

/**
 * Returns the fields with pages as printed ("402-9", not 402-409) and the address of a DOI link as URL besides the
 * DOI, and the labelled stretches. For measuring only: the reference itself keeps full ranges.
 */
export function asPrinted(raw: string, reference: ParsedReference): Printed {
  const { csl, evidence } = reference;
  const page = csl.custom?.["page-raw"];
  const doi = evidence.find((e) => e.field === "DOI");
  const before = doi ? raw.slice(Math.max(0, doi.start - 60), doi.start) : "";
  const link = /https?:\/\/\S{0,40}$/i.exec(before)?.[0];
  return {
    fields: {
      ...csl,
      ...(typeof page === "string" ? { page } : {}),
      ...(doi && link !== undefined && csl.URL === undefined
        ? { URL: link + raw.slice(doi.start, doi.end) }
        : {}),
    },
    spans: evidence.map((e) => ({ start: e.start, end: e.end, label: LABEL[e.field] ?? e.field })),
  };
}
