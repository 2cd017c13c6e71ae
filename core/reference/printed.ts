/** The fields of a reference as the string prints them, for comparing with labelled references. */
import type { Csl, ParsedReference } from "../model.ts";

/**
 * Returns the CSL with its pages as printed ("402-9", not 402-409) and the address of a DOI link as URL besides the
 * DOI. For measuring only: the reference itself keeps full ranges.
 */
export function asPrinted(raw: string, reference: ParsedReference): Csl {
  const { csl, evidence } = reference;
  const page = csl.custom?.["page-raw"];
  const doi = evidence.find((e) => e.field === "DOI");
  const link = doi
    ? /https?:\/\/\S{0,40}$/i.exec(raw.slice(Math.max(0, doi.start - 60), doi.start))?.[0]
    : undefined;
  return {
    ...csl,
    ...(typeof page === "string" ? { page } : {}),
    ...(doi && link !== undefined && csl.URL === undefined
      ? { URL: link + raw.slice(doi.start, doi.end) }
      : {}),
  };
}
