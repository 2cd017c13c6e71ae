/**
 * What the audit says about published articles, where nearly all is in order. How often the rule about a paper's own
 * work is wrong is measured without anybody's labels: where the authors put a marker behind a sentence, they thought
 * that it needs a source.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../core/analyse.ts";
import { rules } from "../../core/audit/index.ts";
import { ownWork } from "../../core/audit/own-work.ts";
import type { Analysis } from "../../core/model.ts";
import { readDocumentFile } from "../cli/files.ts";

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** Codes about the machinery of citing; those about claims ask for sources, which is another matter. */
const aboutCiting = new Set(
  rules
    .filter(({ group }) => group === "markers" || group === "citations" || group === "sources")
    .map(({ code }) => code),
);

async function* articles(folder: string, extension: string): AsyncGenerator<Analysis> {
  for (const name of readdirSync(folder).sort())
    if (name.endsWith(extension)) yield analyse(await readDocumentFile(join(folder, name)));
}

/** Returns the mean number of errors and warnings about citing for each article of the kind. */
export async function complaintsEach(folder: string, extension: string): Promise<number> {
  let [count, complaints] = [0, 0];
  for await (const { findings } of articles(folder, extension)) {
    count++;
    complaints += findings.filter((f) => f.severity !== "info" && aboutCiting.has(f.code)).length;
  }
  return complaints / count;
}

/** Returns the figures of own work over the articles of a folder, in words. */
export async function ownWorkNote(folder: string): Promise<string> {
  const own = { claims: 0, marked: 0 };
  const other = { claims: 0, marked: 0 };
  let [count, papers] = [0, 0];
  for await (const analysis of articles(folder, ".html")) {
    count++;
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
  return `${papers} of ${count} published articles (HTML) are papers of the usual order. In them ${own.claims} claims count as own work: for ${percent(own.claims - own.marked, own.claims)} the authors saw no need of a source in the sentence either, of the ${other.claims} other claims for ${percent(other.claims - other.marked, other.claims)}.`;
}
