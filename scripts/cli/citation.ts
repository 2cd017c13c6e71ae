/** A source as one plain line for the terminal. Not a citation style: enough to recognise the work. */
import type { CslName, Source } from "../../core/model.ts";

const nameOf = (name: CslName): string =>
  name.literal ?? [name.given, name["non-dropping-particle"], name.family].filter(Boolean).join(" ");

function authors(source: Source): string {
  const names = (source.csl.author ?? source.csl.editor ?? []).map(nameOf).filter((n) => n !== "");
  const cut = source.authorsTruncated || names.length > 4;
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  if (shown.length === 0) return "";
  return `${shown.join(", ")}${cut ? " et al." : ""}`;
}

/** Returns authors, year, title and place of publication, as far as they are known. */
export function citationLine(source: Source): string {
  const { csl } = source;
  const year = csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.literal ?? csl.issued?.raw;
  const issue = csl.issue === undefined ? "" : `(${csl.issue})`;
  const pages = csl.page === undefined ? "" : `: ${csl.page}`;
  const container = [csl["container-title"], csl.volume === undefined ? undefined : `${csl.volume}${issue}`]
    .filter((p) => p !== undefined)
    .join(" ");
  const parts = [
    [authors(source), year === undefined ? "" : `(${year})`].filter((p) => p !== "").join(" "),
    csl.title ?? "",
    container === "" ? "" : `${container}${pages}`,
    container === ""
      ? [csl["publisher-place"], csl.publisher ?? csl.authority].filter(Boolean).join(": ")
      : "",
  ];
  const line = parts
    .filter((p) => p !== "")
    .map((p) => p.replace(/\.$/, ""))
    .join(". ");
  return line === "" ? source.label : `${line}.`;
}
