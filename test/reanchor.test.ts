/** Verdicts given on the sample page, after the page was changed: each change, and what becomes of the verdicts. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { readText } from "../core/read/text.ts";
import { claimQuotes, diffVersions, type ReviewEvent, reanchor } from "../core/review/index.ts";

const page = readFileSync(resolve(import.meta.dirname, "../data/samples/medical-response.txt"), "utf8");
const read = (text: string) => analyse(readText(new TextEncoder().encode(text), null));
const old = read(page);
const quotes = claimQuotes(old);
const label = (analysis: typeof old, id: string): string =>
  analysis.statements.find((s) => s.id === id)!.label;
const key = (analysis: typeof old, id: string): string => analysis.sources.find((s) => s.id === id)!.key;

/** One verdict for every pair of the page. */
const pairs = new Map(old.edges.map(({ claim, source }) => [`${claim} ${source}`, { claim, source }]));
const events = [...pairs.values()].map(
  (pair, i): ReviewEvent => ({
    kind: "verdict",
    id: `v${i}`,
    reviewer: "a",
    at: "2024-01-01T00:00:00Z",
    subject: { kind: "pair", ...pair },
    quote: quotes.get(pair.claim)!,
    verdict: "supports",
    reasons: [],
    tags: [],
    comment: "",
  }),
);

/** Where each verdict is in the changed page: "1.2 brew2010: moved 2.1" or why it is nowhere. */
function fate(change: (text: string) => string): string[] {
  const text = change(page);
  expect(text).not.toBe(page);
  const now = read(text);
  return Array.from(reanchor(events, old, now).values(), (a) => {
    if (a.subject.kind !== "pair") return "";
    const what = `${label(old, a.subject.claim)} ${key(old, a.subject.source)}: ${a.kind}`;
    if (a.kind === "orphan") return `${what}, ${a.reason}`;
    return `${what}${a.kind === "outdated" ? `, ${a.reason}` : ""} ${label(now, a.to.claim)}`;
  });
}

const untouched = [
  "1.1 brew2010: same 1.1",
  "1.2 brew2010: same 1.2",
  "1.3 weber2008: same 1.3",
  "1.3 brew2010: same 1.3",
  "1.4 khatri2009: same 1.4",
  "1.5 brew2010: same 1.5",
  "1.6 brew2010: same 1.6",
];
const but = (...changed: readonly string[]): string[] =>
  untouched.map((line) => changed.find((c) => c.startsWith(line.split(":")[0]!)) ?? line);

it("stay when a sentence that cites nothing is put in elsewhere", () => {
  expect(
    fate((t) =>
      t.replace("Clinical vigilance", "It was warm that day in the whole of the county. Clinical vigilance"),
    ),
  ).toEqual(untouched);
});

it("become outdated when the sentence is edited", () => {
  expect(fate((t) => t.replace("may be an effective means", "is the only effective means"))).toEqual(
    but("1.4 khatri2009: outdated, words 1.4"),
  );
});

it("become outdated when another page is cited", () => {
  expect(fate((t) => t.replace("668.", "670."))).toEqual(but("1.3 brew2010: outdated, pinpoint 1.3"));
});

it("become orphans when the sentence is gone", () => {
  expect(fate((t) => t.replace(/ For some immunosuppressants[^.]*\.3/, ""))).toContain(
    "1.4 khatri2009: orphan, gone",
  );
});

it("become orphans when the sentence stands twice and both could be it", () => {
  const sentence = /It is believed that[^.]*\.1/.exec(page)![0];
  expect(fate((t) => t.replace(sentence, `${sentence.slice(0, -1)} ${sentence}`))).toContain(
    "1.2 brew2010: orphan, ambiguous",
  );
});

it("are told in the differences of the two pages", () => {
  const { counts, changes } = diffVersions(
    old,
    read(page.replace("may be an effective means", "is the only effective means")),
  );
  expect(counts).toMatchObject({ edited: 1, added: 0, removed: 0, moved: 0 });
  expect(changes.find((c) => c.kind === "edited")!.after!.text).toContain("is the only effective means");
});
