/** A reference parser for made-up notes in one tidy style, so that resolution is tested without the real one. */
import type { Csl, ParsedReference } from "../../core/model.ts";
import { expandRange } from "../../core/pinpoint.ts";
import { readNames } from "../../core/reference/note/name-list.ts";

const CASE = /^(.+? v\. .+?), (\d+) ([\p{L}. ]+?) (\d+)/u;

/** Reads "Ada Bell, Title (Place: House, 1990)" and "Ada Bell, “Title,” Journal 12 (1990): 5–20" and cases of law. */
export function plainParser(raw: string): ParsedReference {
  const found = (csl: Csl): ParsedReference => ({
    csl,
    authorsTruncated: false,
    evidence: [],
    confidence: "certain",
  });
  const law = CASE.exec(raw);
  if (law) {
    const [, title, volume, reporter, page] = law;
    return found({
      type: "legal_case",
      title: title!,
      volume: volume!,
      "container-title": reporter!,
      page: page!,
    });
  }
  const names = readNames(raw);
  const rest = raw.slice(names?.end ?? 0).replace(/^,\s*/, "");
  const quoted = /^“(.+?),?”\s+(?:(.+?)\s(\d+)\s\()?/.exec(rest);
  const year = [...raw.matchAll(/\b(1[5-9]|20)\d{2}\b/g)].at(-1)?.[0];
  const pages = /:\s(\d+[–-]\d+|\d+)/.exec(rest)?.[1];
  const range = pages === undefined ? null : expandRange(pages);
  return found({
    type: quoted ? "article-journal" : "book",
    title: quoted?.[1] ?? rest.split(/\s\(|,\s\d/)[0]!,
    ...(names
      ? {
          author: names.names.map((name) => {
            const parts = name.split(" ");
            return parts.length === 2
              ? { family: parts.at(-1)!, given: parts.slice(0, -1).join(" ") }
              : { literal: name };
          }),
        }
      : {}),
    ...(quoted?.[2] === undefined ? {} : { "container-title": quoted[2], volume: quoted[3]! }),
    ...(year === undefined ? {} : { issued: { "date-parts": [[Number(year)]] } }),
    ...(range
      ? { page: range.last > range.first ? `${range.first}-${range.last}` : String(range.first) }
      : {}),
  });
}
