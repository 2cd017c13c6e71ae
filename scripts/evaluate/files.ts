/** Finds the documents of a labelled set. */
import { readdirSync } from "node:fs";
import { extname, join } from "node:path";

/** Where a set holds one document in several formats, the plainest one is taken. */
const preference = [".txt", ".md", ".wiki", ".html", ".xml", ".docx", ".pdf"];

/** Returns the files of a folder to be analysed, one for each document name, in name order. */
export function documentsIn(folder: string, extension?: string): readonly { doc: string; file: string }[] {
  const wanted = extension === undefined ? preference : [`.${extension.replace(/^\./, "")}`];
  const best = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const ext = extname(name);
    if (!wanted.includes(ext) || name === "README.md") continue;
    const doc = name.slice(0, -ext.length);
    const held = best.get(doc);
    if (held === undefined || wanted.indexOf(ext) < wanted.indexOf(extname(held))) best.set(doc, name);
  }
  return [...best]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([doc, name]) => ({ doc, file: join(folder, name) }));
}

/** Returns every file below a folder whose name ends so, in path order. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((e) =>
      e.isDirectory()
        ? filesBelow(join(folder, e.name), ending)
        : e.name.endsWith(ending)
          ? [join(folder, e.name)]
          : [],
    )
    .sort();
}
