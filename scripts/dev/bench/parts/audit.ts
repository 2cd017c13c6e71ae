/** The audit: a retraction list of the real one's size read and asked, and what the rules add to reading. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type { Analysis, Document } from "../../../../core/model.ts";
import { build, built } from "../built.ts";
import { type Row, versus } from "../measure.ts";
import { paperDoi, retractionList } from "../retraction-list.ts";

const golden = resolve(import.meta.dirname, "../../../../test/golden");
const listed = 70_000;
const documents = 200;

/** Returns the rows. */
export async function auditRows(): Promise<Row[]> {
  build();
  const { analyse } = await built<typeof import("../../../../core/analyse.ts")>("core/analyse.ts");
  const { audit, rules } =
    await built<typeof import("../../../../core/audit/index.ts")>("core/audit/index.ts");
  const { parseRetractions } =
    await built<typeof import("../../../../core/audit/retractions.ts")>("core/audit/retractions.ts");
  const { readDocument } = await built<typeof import("../../../../core/read/index.ts")>("core/read/index.ts");
  const bytes = new TextEncoder().encode(retractionList(listed));
  const read: Document[] = [];
  const names = readdirSync(golden).filter((name) => /^d.*\.(?:txt|md|html)$/.test(name));
  for (let i = 0; i < documents; i++) {
    const name = names[i % names.length]!;
    const result = await readDocument(readFileSync(join(golden, name)), { name });
    if (!result.ok) throw new Error(`bench: ${name}: ${result.problem.message}`);
    read.push(result.document);
  }
  // Every hundredth source is one of the list, so that there is something to find.
  let cited = 0;
  const analyses = read.map((document): Analysis => {
    const analysis = analyse(document);
    const sources = analysis.sources.map((source) =>
      cited++ % 100 === 0 ? { ...source, csl: { ...source.csl, DOI: paperDoi(cited) } } : source,
    );
    return { ...analysis, sources };
  });
  const off = rules
    .map(({ code }) => code)
    .filter((code) => !/^(?:retract|possible-retraction|source-notice)/.test(code));
  const index = () => {
    const list = parseRetractions(
      new TextDecoder().decode(bytes),
      createHash("sha256").update(bytes).digest("hex"),
    );
    if (!list.ok) throw new Error(`bench: ${list.message}`);
    return list.index;
  };
  return [
    await versus({
      part: "audit",
      what: `a retraction list of ${listed} rows read, and asked about ${cited} sources, against reading its rows alone`,
      amount: listed,
      unit: "rows",
      ours: [
        "parseRetractions, audit",
        () => {
          const retractions = index();
          return analyses.reduce((sum, analysis) => sum + audit(analysis, { retractions, off }).length, 0);
        },
      ],
      peer: ["csv-parse", () => (parse(Buffer.from(bytes)) as string[][]).length],
    }),
    await versus({
      part: "audit",
      what: `${rules.length} rules on ${documents} documents, against reading claims and sources from their text`,
      amount: documents,
      unit: "documents",
      rounds: 3,
      ours: ["audit", () => analyses.forEach((analysis) => void audit(analysis))],
      peer: [
        "analyse without rules",
        () =>
          read.forEach(
            (document) => void analyse(document, { audit: { off: rules.map(({ code }) => code) } }),
          ),
      ],
    }),
  ];
}
