/** Addresses of things for formats of linked data: resolvable where one is known, a name of our own elsewhere. */
import type { Document, Source } from "../model.ts";
import { oneLine } from "./one-line.ts";

/** Percent-encodes what RFC 3987 does not allow in an IRI and leaves escapes that are there. */
function iri(text: string): string {
  return oneLine(text).replace(/[\s"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/g, (c) => encodeURIComponent(c));
}

/** Returns an address under our own name: `urn:footing:` kind `:` id. */
export const ownIri = (kind: string, id: string): string =>
  `urn:footing:${kind}:${encodeURIComponent(oneLine(id))}`;

/** Returns the DOI's, the PubMed record's or the page's address, or a name of our own. */
export function sourceIri({ id, csl }: Source): string {
  if (csl.DOI !== undefined && /^10\.\d{4,9}\/\S/.test(csl.DOI)) return iri(`https://doi.org/${csl.DOI}`);
  if (csl.PMID !== undefined && /^\d+$/.test(csl.PMID)) return `https://pubmed.ncbi.nlm.nih.gov/${csl.PMID}/`;
  if (csl.URL !== undefined && /^https?:\/\/[^\s/]/i.test(csl.URL)) return iri(csl.URL);
  return ownIri("source", id);
}

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Returns the name of the document's bytes: `ni:///sha-256;…` of RFC 6920. */
export function documentIri({ hash }: Pick<Document, "hash">): string {
  const bits = Array.from(hash, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  const sixes = bits.match(/.{1,6}/g) ?? [];
  return `ni:///sha-256;${sixes.map((six) => BASE64URL[Number.parseInt(six.padEnd(6, "0"), 2)]).join("")}`;
}
