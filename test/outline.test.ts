/** Runs the outline cases: each small document against the page of statements, markers and notes it must give. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CiteText, Marker, Outline, Statement } from "../core/model.ts";
import { readText } from "../core/read/text.ts";
import { outline } from "../core/text/index.ts";

const folder = join(import.meta.dirname, "cases/outline");
const bytes = (text: string) => new TextEncoder().encode(text);

interface Case {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/** A case file: a line of purpose, then cases "=== name", input, a line of three dots, expected outline. */
function cases(file: string): Case[] {
  return readFileSync(join(folder, file), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const name = part.slice(0, part.indexOf("\n"));
      const [input, expected] = part.slice(name.length + 1).split(/^\.\.\.\n/m);
      return { name, input: input!.replace(/\n$/, ""), expected: expected!.trimEnd() };
    });
}

const flat = (text: string) => text.replace(/\r?\n/g, "⏎");

/** `Iwata, Dean et al. 2008a p. 45` */
function cite(c: CiteText): string {
  const names = c.names.join(", ") + (c.namesTruncated ? " et al." : "");
  const place = c.pinpoint ? `${c.pinpoint.label} ${c.pinpoint.value}` : null;
  const title = c.title === null ? null : `“${c.title}”`;
  const prefix = c.prefix === null ? null : `(${c.prefix})`;
  return [c.form === "author-year" ? null : c.form, prefix, names, c.key, title, c.year, place]
    .filter(Boolean)
    .join(" ");
}

/** What a marker leads to: labels, those without a note with a question mark, or what its words say. */
function leads(m: Marker): string {
  const labels = m.labels.map((label) => (m.dangling.includes(label) ? `${label}?` : label));
  return [...labels, ...m.cites.map(cite)].join("; ");
}

function line(text: string, s: Statement, markers: readonly Marker[]): string {
  const own = markers.filter((m) => s.markers.includes(m.id));
  let words = "";
  let at = s.start;
  for (const m of own) {
    words += `${text.slice(at, m.start)}⟦${text.slice(m.start, m.end)}⟧`;
    at = m.end;
  }
  words += text.slice(at, s.end);
  const head = s.kind === "claim" ? s.label : s.kind;
  return [`${head} ${flat(words)}`, ...own.map((m) => `  → ${leads(m)}`)].join("\n");
}

function page(text: string, o: Outline): string {
  return [
    o.conventions.join(", ") || "no markers",
    ...o.statements.map((s) => line(text, s, o.markers)),
    ...o.notes.map((n) => {
      const scope = n.scope > 1 ? `.${n.scope}` : "";
      const label = n.label ?? (n.continues === undefined ? "–" : "…");
      return `${n.type} ${label}${scope} ${flat(text.slice(n.bodyStart, n.bodyEnd))}`;
    }),
    ...o.uncertain.map((u) => `uncertain ${u.text}: ${u.taken}, ${u.reason}`),
  ].join("\n");
}

for (const file of readdirSync(folder).filter((f) => f.endsWith(".case"))) {
  describe(`outline: ${file}`, () => {
    it.each(cases(file).map((c) => [c.name, c] as const))("%s", (_, c) => {
      const document = readText(bytes(c.input), null);
      expect(page(document.text, outline(document))).toBe(c.expected);
    });
  });
}

const golden = join(import.meta.dirname, "golden");
const texts = [
  "seed/medical-response",
  ...readdirSync(golden)
    .filter((f) => f.endsWith(".txt"))
    .map((f) => f.slice(0, -4)),
];

interface GoldenMarker {
  readonly start: number;
  readonly end: number;
  readonly danglingLabels?: readonly string[];
}
interface Golden {
  readonly statements: readonly {
    readonly kind: string;
    readonly kindUncertain?: boolean;
    readonly start: number;
    readonly end: number;
    readonly textEnd: number;
    readonly markers: readonly GoldenMarker[];
  }[];
  readonly notes: readonly {
    readonly label: string;
    readonly scope?: number;
    readonly start: number;
    readonly end: number;
  }[];
  readonly bibliography?: readonly { readonly start: number; readonly end: number }[];
}

describe("outline of the golden plain texts", () => {
  it.each(texts)("%s", (id) => {
    const document = readText(readFileSync(join(golden, `${id}.txt`)), `${id}.txt`);
    const gold = JSON.parse(readFileSync(join(golden, `${id}.golden.json`), "utf8")) as Golden;
    const found = outline(document);
    expect(
      found.statements.map((s, i) => [
        gold.statements[i]?.kindUncertain ? "" : s.kind,
        s.start,
        s.end,
        s.textEnd,
      ]),
    ).toEqual(gold.statements.map((s) => [s.kindUncertain ? "" : s.kind, s.start, s.end, s.textEnd]));
    expect(found.markers.map((m) => [m.start, m.end, m.dangling])).toEqual(
      gold.statements.flatMap((s) => s.markers).map((m) => [m.start, m.end, m.danglingLabels ?? []]),
    );
    expect(found.notes.map((n) => [n.start, n.end, n.label, n.scope])).toEqual([
      ...gold.notes.map((n) => [n.start, n.end, n.label, n.scope ?? 1]),
      ...(gold.bibliography ?? []).map((n) => [n.start, n.end, null, 1]),
    ]);
  });

  it("gives the seed its words, sections and ids", () => {
    const text = readFileSync(join(golden, "seed/medical-response.txt"));
    const [a, b] = [outline(readText(text, null)), outline(readText(text, "other-name.txt"))];
    expect(a).toEqual(b);
    expect(a.conventions).toEqual(["superscript"]);
    expect(a.sections.map((s) => s.title)).toEqual(["Medical Response"]);
    const claims = a.statements.filter((s) => s.kind === "claim");
    expect(claims.map((s) => s.label)).toEqual([
      "1.1",
      "1.2",
      "1.3",
      "1.4",
      "1.5",
      "1.6",
      "2.1",
      "2.2",
      "2.3",
      "2.4",
    ]);
    expect(claims.map((s) => s.block)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(claims[1]!.text).toMatch(/viral clearance\.$/);
    expect(a.notes.map((n) => n.type)).toEqual(["footnote", "footnote", "footnote", "footnote"]);
  });
});

describe("a cross-reference", () => {
  it("is a word of its sentence, and a citation is none", () => {
    const text = "Each lamp burned a week (@fig:bench).\n\n@eq:flow was solved twice [@smoke2019].\n";
    const { statements } = outline(readText(bytes(text), "a.txt"));
    expect(statements.map((s) => s.text)).toEqual([
      "Each lamp burned a week (@fig:bench).",
      "@eq:flow was solved twice.",
    ]);
  });
});

describe("plain text bytes", () => {
  const words = "Über „Glocken“.¹\r\n\r\n¹ Weber, S. 4.";

  it("drops the byte order mark and one closing line end, keeps CRLF", () => {
    const document = readText(bytes(`\ufeff${words}\r\n`), "a.txt");
    expect(document.text).toBe(words);
    expect(document.notices).toEqual([]);
    expect([document.format, document.name, document.hash.length]).toEqual(["text", "a.txt", 64]);
    expect(readText(bytes(`${words}\n\n`), null).text).toBe(`${words}\n`);
  });

  it("reads UTF-16 by its byte order mark", () => {
    const units = Uint16Array.from(`\ufeff${words}`, (c) => c.charCodeAt(0));
    const little = new Uint8Array(units.buffer);
    const big = new Uint8Array(little.map((_, i) => little[i ^ 1]!));
    expect(readText(little, null).text).toBe(words);
    expect(readText(big, null).text).toBe(words);
  });

  it("falls back to Windows-1252 and says so", () => {
    const document = readText(Uint8Array.from([0xdc, 0x62, 0x65, 0x72, 0x20, 0x93, 0x61, 0x94]), null);
    expect(document.text).toBe("Über “a”");
    expect(document.notices).toHaveLength(1);
  });
});
