/**
 * `npm run docs:findings`: writes docs/findings, a page for each rule and the index, and the rules’ words for the
 * browser (core/audit/catalogue.gen.ts), from the rule files and the figures kept in figures.json. With
 * `-- --measure` the figures are measured anew first; annotated documents, labelled sentences and published articles
 * are measured where they are (FOOTING_SHARED), else their figures stay.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { analyse } from "../../core/analyse.ts";
import { type CueType, cuesOf } from "../../core/audit/cues.ts";
import { rules } from "../../core/audit/index.ts";
import { catalogueModule, type Figures, findingIndex } from "../../core/audit/page.ts";
import { explain } from "../audit/explain.ts";
import { readDocumentFile } from "../cli/files.ts";
import { toGoldenPrediction } from "../evaluate/golden.ts";
import { complaintsEach, ownWorkNote } from "./article-figures.ts";
import { goldenBases, inventedBases } from "./mutations/base.ts";
import { runMutations } from "./mutations/run.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "docs/findings");
const figuresFile = join(folder, "figures.json");
export const catalogueFile = join(root, "core/audit/catalogue.gen.ts");
const shared = process.env.FOOTING_SHARED ?? resolve(root, "../shared");

type AllFigures = Readonly<Record<string, Figures>>;

/** Returns the files of docs/findings, by name, from the rules and the figures. */
export function findingPages(figures: AllFigures): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", findingIndex(rules, figures)],
    ...rules.map((rule) => [`${rule.code}.md`, explain(rule, figures[rule.code] ?? null)] as const),
  ]);
}

export const keptFigures = (): AllFigures =>
  existsSync(figuresFile) ? (JSON.parse(readFileSync(figuresFile, "utf8")) as AllFigures) : {};

interface Scored {
  readonly findings: Readonly<Record<string, { tp: number; fp: number; fn: number }>>;
}

async function goldenFigures(): Promise<ReadonlyMap<string, { tp: number; fp: number; fn: number }>> {
  const { score } = (await import(pathToFileURL(join(shared, "bench/score-golden.mjs")).href)) as {
    score: (gold: unknown, prediction: unknown) => Scored;
  };
  const sums = new Map<string, { tp: number; fp: number; fn: number }>();
  const golden = join(root, "test/golden");
  for (const name of readdirSync(golden, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".golden.json")) continue;
    const gold = JSON.parse(readFileSync(join(golden, name), "utf8")) as { document: { file: string } };
    const file = join(golden, name, "..", gold.document.file);
    const { findings } = score(gold, toGoldenPrediction(analyse(await readDocumentFile(file))));
    for (const [code, { tp, fp, fn }] of Object.entries(findings)) {
      const held = sums.get(code) ?? { tp: 0, fp: 0, fn: 0 };
      sums.set(code, { tp: held.tp + tp, fp: held.fp + fp, fn: held.fn + fn });
    }
  }
  return sums;
}

interface Labelled {
  readonly text: string;
  readonly certainty: number;
  readonly aspects?: { readonly Probability: string };
}

function languageNotes(): ReadonlyMap<string, string> {
  const items = readFileSync(join(shared, "corpus-language/certainty.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Labelled);
  const marked = items.filter((item) => item.aspects);
  const [tp, fp, fn] = [
    [true, true],
    [false, true],
    [true, false],
  ].map(
    ([doubtful, cued]) =>
      marked.filter(
        (item) =>
          (item.aspects!.Probability === "Uncertain") === doubtful &&
          cuesOf(item.text, "hedge").length > 0 === cued,
      ).length,
  ) as [number, number, number];
  const mean = (list: readonly Labelled[]): string =>
    list.length === 0 ? "–" : (list.reduce((sum, item) => sum + item.certainty, 0) / list.length).toFixed(2);
  const certainty = (type: CueType): string => {
    const [cued, rest] = [true, false].map((is) =>
      items.filter((i) => cuesOf(i.text, type).length > 0 === is),
    );
    return `${cued!.length} of ${items.length} labelled sentences have a cue; readers gave them a mean certainty of ${mean(cued!)} of 6, the others ${mean(rest!)}.`;
  };
  const hedge = `Labelled sentences (certainty.jsonl, ${marked.length} with aspects): precision ${((100 * tp) / (tp + fp)).toFixed(1)} %, recall ${((100 * tp) / (tp + fn)).toFixed(1)} % against “Probability: Uncertain”; ${certainty("hedge")}`;
  return new Map([
    ["hedged-claim", hedge],
    ["absolute-claim", `The cues are a list of our own. ${certainty("absolute")}`],
    ["vague-attribution", `The cues are a list of our own. ${certainty("vague-attribution")}`],
    ["relative-time", `The cues are a list of our own. ${certainty("relative-time")}`],
  ]);
}

/** Codes whose findings a test counts again in another way. */
const counted: ReadonlyMap<string, string> = new Map([
  ["single-source-dependence", "On 200 random graphs: the same as deleting each source and counting again."],
  ["stale-source", "At three dates over all documents: the same as comparing every source’s year."],
  ["implausible-date", "At three dates over all documents: the same as comparing every source’s year."],
  ["retracted-source", "With random lists: exactly the sources whose DOI the list has."],
]);

async function measured(before: AllFigures): Promise<AllFigures> {
  const { counts, failures, mutations } = runMutations([...goldenBases(), ...inventedBases()], 4);
  console.log(`${mutations} defects, ${mutations - failures.length} with exactly their findings`);
  const known = existsSync(join(shared, "bench"));
  const golden = known ? await goldenFigures() : null;
  const articles = join(shared, "corpus/jats");
  const notes = known ? new Map([...languageNotes(), ["own-work", await ownWorkNote(articles)]]) : null;
  if (known)
    for (const extension of [".txt", ".html"])
      console.log(
        `${(await complaintsEach(articles, extension)).toFixed(2)} errors and warnings on citing in each ${extension} article`,
      );
  return Object.fromEntries(
    rules.map(({ code }) => {
      const old = before[code] ?? {};
      const [mutated, annotated, note] = [
        counts.get(code),
        golden === null ? old.golden : golden.get(code),
        notes === null ? (old.note ?? counted.get(code)) : (notes.get(code) ?? counted.get(code)),
      ];
      return [
        code,
        {
          ...(mutated ? { mutations: mutated } : {}),
          ...(annotated ? { golden: annotated } : {}),
          ...(note === undefined ? {} : { note }),
        },
      ];
    }),
  );
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  mkdirSync(folder, { recursive: true });
  const figures = process.argv.includes("--measure") ? await measured(keptFigures()) : keptFigures();
  const pages = findingPages(figures);
  for (const name of readdirSync(folder))
    if (name.endsWith(".md") && !pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  writeFileSync(catalogueFile, catalogueModule(rules));
  writeFileSync(figuresFile, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`${pages.size} pages in docs/findings`);
}
