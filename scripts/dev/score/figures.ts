/** Every figure of every scorer as a flat table: name → value between 0 and 1. Runs the scorers as they are. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { resolveSequence } from "../../../core/resolve/legal.ts";
import { build, builtPath } from "../bench/built.ts";

type Put = (name: string, value: number) => void;
export type Figures = ReadonlyMap<string, number>;

interface Ratio {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

const root = resolve(import.meta.dirname, "../../..");

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Runs the command line as it is shipped: hundreds of processes from source spend most of their time on loading. */
const footing = (...args: string[]): string =>
  run(process.execPath, [builtPath("scripts/footing.ts"), ...args]);

const scorer =
  (shared: string) =>
  (name: string, ...args: string[]): string =>
    run(process.execPath, [join(shared, "bench", `${name}.mjs`), ...args]);

/** Each set of the documents corpus with the format that is read; the last column is the name shown. */
const documentSets: readonly (readonly [folder: string, format: string, name: string])[] = [
  ["jats", "txt", "jats text"],
  ["jats", "html", "jats html"],
  ["jats", "xml", "jats xml"],
  ["jats/docx", "docx", "jats docx"],
  ["jats/pdf", "pdf", "jats pdf"],
  ["jats/pdf-publisher", "pdf", "jats pdf-publisher"],
  ["notes", "txt", "notes text"],
  ["notes", "md", "notes md"],
  ["notes", "html", "notes html"],
  ["notes", "docx", "notes docx"],
  ["gov", "txt", "gov text"],
  ["gov", "html", "gov html"],
  ["markdown", "md", "markdown"],
];

function documents(shared: string, out: string, put: Put): void {
  const score = scorer(shared);
  for (const [folder, format, name] of documentSets) {
    const from = join(shared, "corpus", folder);
    if (!existsSync(from)) continue;
    const to = join(out, name.replaceAll(" ", "-"));
    try {
      footing("evaluate", "documents", from, to, "--format", format);
    } catch {
      process.stderr.write(`${name}: some documents could not be read\n`);
    }
    const truth = join(shared, "corpus", folder.split("/")[0]!);
    const result = JSON.parse(score("score-documents", truth, to, "--json", "--only-predicted")) as Record<
      string,
      {
        docs: number;
        marker: Ratio;
        link: Ratio;
        refs: { boundF1: number; countExactDocs: number };
        shortForms: Record<string, { ok: number }>;
      }
    >;
    for (const [style, s] of Object.entries(result)) {
      if (!s || typeof s !== "object" || !("link" in s) || s.docs === 0) continue;
      const at = style === "ALL" ? name : `${name}/${style}`;
      put(`${at}: link F1`, s.link.f1);
      if (style !== "ALL") continue;
      put(`${at}: marker F1`, s.marker.f1);
      if (folder !== "jats/pdf-publisher" && folder !== "markdown") {
        put(`${at}: list boundary F1`, s.refs.boundF1);
        put(`${at}: list count exact`, s.refs.countExactDocs);
      }
      for (const [kind, short] of Object.entries(s.shortForms)) put(`${at}: ${kind} resolved`, short.ok);
    }
  }
}

const sentenceSets = ["golden", "spec", "craft", "craft-glued", "craft-wiki", "gum", "hand"];

function sentences(shared: string, out: string, put: Put): void {
  const module = join(out, "splitter.ts");
  const engine = join(root, "core/text/sentences/index.ts");
  writeFileSync(
    module,
    `import { splitSentences } from ${JSON.stringify(engine)};\nexport const split = (text: string) => splitSentences(text);\n`,
  );
  for (const set of sentenceSets) {
    const file = join(shared, "corpus-language", `sentences-${set}.jsonl`);
    if (!existsSync(file)) continue;
    const s = JSON.parse(
      run(process.execPath, [
        "--no-regexp-tier-up",
        "--import",
        "tsx",
        join(shared, "bench/score-sentences.mjs"),
        "--corpus",
        file,
        "--splitter",
        module,
        "--json",
      ]),
    ) as {
      f1: number;
      exact: number;
      altered: number;
      markerRecall: number | null;
      ambiguousRecall: number | null;
    };
    put(`sentences ${set}: boundary F1`, s.f1);
    put(`sentences ${set}: exact`, s.exact);
    put(`sentences ${set}: unaltered`, s.altered === 0 ? 1 : 0);
    if (s.markerRecall !== null) put(`sentences ${set}: marker recall`, s.markerRecall);
    if (s.ambiguousRecall !== null) put(`sentences ${set}: ambiguous recall`, s.ambiguousRecall);
  }
}

function references(shared: string, out: string, put: Put): void {
  const score = scorer(shared);
  const gold = join(shared, "references/dev.jsonl");
  const clean = join(out, "dev-clean.jsonl");
  const rows = readFileSync(gold, "utf8").split("\n").filter(Boolean);
  writeFileSync(clean, `${rows.filter((r) => !(JSON.parse(r) as { noise?: boolean }).noise).join("\n")}\n`);
  const predicted = join(out, "dev.predicted.jsonl");
  footing("evaluate", "references", gold, predicted);
  for (const [name, file] of [
    ["references dev", gold],
    ["references dev without noise", clean],
  ] as const) {
    const report = join(out, "references.json");
    score("score-references", file, predicted, "--json", report);
    const { all } = JSON.parse(readFileSync(report, "utf8")) as {
      all: {
        all: number;
        micro: { F1: number };
        macroF1: number;
        fields: Record<string, { F1: number; support: number }>;
      };
    };
    put(`${name}: all fields right`, all.all);
    put(`${name}: micro F1`, all.micro.F1);
    put(`${name}: macro F1`, all.macroF1);
    if (file !== gold) continue;
    for (const [field, f] of Object.entries(all.fields))
      if (f.support >= 20) put(`${name}: ${field} F1`, f.F1);
  }
  const passages = join(shared, "references/footnotes-dev.jsonl");
  const split = join(out, "footnotes.predicted.jsonl");
  footing("evaluate", "footnotes", passages, split);
  const report = join(out, "footnotes.json");
  score("score-references", "--refs", passages, split, "--json", report);
  const refs = JSON.parse(readFileSync(report, "utf8")) as Record<string, { F1: number }>;
  for (const [part, r] of Object.entries(refs)) put(`footnote passages, ${part}: F1`, r.F1);
}

const golden = (shared: string, out: string, put: Put): void =>
  goldenFigures(shared, join(shared, "corpus-golden"), "golden", out, put);

/** The golden documents that were written for the project. */
function own(shared: string, out: string, put: Put): void {
  for (const part of ["more", "unseen"])
    goldenFigures(shared, join(root, "test/golden", part), `golden ${part}`, out, put);
}

function goldenFigures(shared: string, folder: string, name: string, out: string, put: Put): void {
  const score = scorer(shared);
  const to = join(out, name.replaceAll(" ", "-"));
  footing("evaluate", "golden", folder, to);
  const report = `${to}.json`;
  score("score-golden", "--gold", folder, "--pred", to, "--json", report);
  const { total } = JSON.parse(readFileSync(report, "utf8")) as { total: GoldenTotal };
  const f1 = (c: Count): number => (c.tp === 0 ? 0 : (2 * c.tp) / (2 * c.tp + c.fp + c.fn));
  const share = (a: { ok: number; n: number }): number => (a.n === 0 ? 1 : a.ok / a.n);
  const sum = (all: Record<string, Count>): Count =>
    Object.values(all).reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), {
      tp: 0,
      fp: 0,
      fn: 0,
    });
  put(`${name}: statement F1`, f1(total.statements));
  put(`${name}: claim F1`, f1(total.claims));
  put(`${name}: claim or not`, share(total.kind));
  put(`${name}: note labels F1`, f1(total.notes));
  put(`${name}: edges F1`, f1(total.edges));
  put(`${name}: edges without pinpoint F1`, f1(total.edgesNoPin));
  put(`${name}: scope`, share(total.scope));
  put(`${name}: form`, share(total.form));
  put(`${name}: short forms resolved`, share(total.resolved));
  put(`${name}: refusals`, share(total.refused));
  put(`${name}: sources F1`, f1(total.sources));
  put(`${name}: fields F1`, f1(sum(total.fields)));
  const findings = sum(total.findings);
  put(
    `${name}: findings precision`,
    findings.tp + findings.fp === 0 ? 0 : findings.tp / (findings.tp + findings.fp),
  );
  put(`${name}: findings recall`, findings.tp / Math.max(1, findings.tp + findings.fn));
  put(`${name}: no must-not-fire violation`, total.violations.length === 0 ? 1 : 0);
}

interface CitedCase {
  readonly text: string;
  /** Number of the work it must resolve to, or null where it must stay unresolved. */
  readonly resource: number | null;
}

/** Sequences of legal citations: each must resolve to its work, and what must stay unresolved must. */
function legal(shared: string, _out: string, put: Put): void {
  const cases = JSON.parse(readFileSync(join(shared, "corpus/legal/eyecite-resolve.json"), "utf8")) as {
    cases: { citations: CitedCase[] }[];
  };
  const lines = readFileSync(join(shared, "corpus-language/shortform-eyecite.jsonl"), "utf8");
  const sequences = lines.split("\n").filter(Boolean);
  for (const [name, list] of [
    ["legal sequences of the corpus", cases.cases],
    ["legal short forms", sequences.map((line) => JSON.parse(line) as { citations: CitedCase[] })],
  ] as const) {
    const right = list.flatMap(({ citations }) => {
      const found = resolveSequence(citations.map(({ text }) => text));
      return citations.map(({ resource }, i) => found[i] === resource);
    });
    put(`${name}: citations right`, right.filter(Boolean).length / right.length);
  }
}

interface Count {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}
type Share = { readonly ok: number; readonly n: number };
interface GoldenTotal {
  readonly statements: Count;
  readonly claims: Count;
  readonly kind: Share;
  readonly notes: Count;
  readonly edges: Count;
  readonly edgesNoPin: Count;
  readonly scope: Share;
  readonly form: Share;
  readonly resolved: Share;
  readonly refused: Share;
  readonly sources: Count;
  readonly fields: Record<string, Count>;
  readonly findings: Record<string, Count>;
  readonly violations: readonly unknown[];
}

const parts = { golden, own, sentences, documents, references, legal } as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly Part[];

/** Returns the figures of the named parts, in a fixed order; predictions are left in `out`. */
export function figures(shared: string, out: string, wanted: readonly Part[]): Figures {
  build();
  mkdirSync(out, { recursive: true });
  const table = new Map<string, number>();
  for (const name of wanted) parts[name](shared, out, (figure, value) => table.set(figure, value));
  return table;
}
