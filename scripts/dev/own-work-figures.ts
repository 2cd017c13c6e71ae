/**
 * How often the rule about a paper's own work is wrong, measured without anybody's labels: where the authors of a
 * published article put a marker behind a sentence, they thought that it needs a source.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../core/analyse.ts";
import { ownWork } from "../../core/audit/own-work.ts";
import { readDocumentFile } from "../cli/files.ts";

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** Returns the figures over the articles of a folder, in words. */
export async function ownWorkNote(folder: string): Promise<string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .sort();
  const own = { claims: 0, marked: 0 };
  const other = { claims: 0, marked: 0 };
  let papers = 0;
  for (const name of names) {
    const analysis = analyse(await readDocumentFile(join(folder, name)));
    const isOwn = ownWork(analysis);
    if (isOwn === null) continue;
    papers++;
    for (const statement of analysis.statements) {
      if (statement.kind !== "claim") continue;
      const sum = isOwn(statement) ? own : other;
      sum.claims++;
      if (statement.markers.length > 0) sum.marked++;
    }
  }
  return `${papers} of ${names.length} published articles (HTML) are papers of the usual order. In them ${own.claims} claims count as own work: for ${percent(own.claims - own.marked, own.claims)} the authors saw no need of a source in the sentence either, of the ${other.claims} other claims for ${percent(other.claims - other.marked, other.claims)}.`;
}
