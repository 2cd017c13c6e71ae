/** The table that ends an audit of several documents: a line each, the sums, and the codes found. */
import type { Coverage } from "../../core/audit/coverage.ts";
import type { Finding } from "../../core/model.ts";
import { printable, type Terminal } from "../cli/terminal.ts";
import { tail } from "./progress.ts";

export interface Line {
  readonly name: string;
  /** Null for a document that could not be read. */
  readonly coverage: Coverage | null;
}

/** What is kept of many documents: a line of numbers each and a count of each code. */
export interface Tally {
  readonly lines: readonly Line[];
  readonly codes: ReadonlyMap<string, CodeTally>;
}

interface CodeTally {
  readonly severity: Finding["severity"];
  readonly findings: number;
  readonly documents: number;
}

/** Returns a tally that grows with each document. */
export function startTally(): Tally & {
  add(name: string, coverage: Coverage | null, findings: readonly Finding[]): void;
} {
  const lines: Line[] = [];
  const codes = new Map<string, CodeTally>();
  return {
    lines,
    codes,
    add(name, coverage, findings) {
      lines.push({ name, coverage });
      const here = new Set<string>();
      for (const { code, severity } of findings) {
        const held = codes.get(code) ?? { severity, findings: 0, documents: 0 };
        codes.set(code, {
          severity: worse(held.severity, severity),
          findings: held.findings + 1,
          documents: held.documents + (here.has(code) ? 0 : 1),
        });
        here.add(code);
      }
    },
  };
}

const order = ["error", "warning", "info"] as const;
const worse = (a: Finding["severity"], b: Finding["severity"]): Finding["severity"] =>
  order.indexOf(a) <= order.indexOf(b) ? a : b;

const heads = ["err", "warn", "info", "claims", "direct", "carried", "open", "none"] as const;

const numbers = ({ findings, claims, direct, carried, open, uncited }: Coverage): readonly number[] => [
  findings.error,
  findings.warning,
  findings.info,
  claims,
  direct,
  carried,
  open,
  uncited,
];

/** Returns the table; ends with a line end. */
export function summaryTable({ lines, codes }: Tally, { width, style }: Terminal): string {
  const rows = lines.map((line) => ({ name: line.name, values: line.coverage && numbers(line.coverage) }));
  const sums = heads.map((_, i) => rows.reduce((sum, row) => sum + (row.values?.[i] ?? 0), 0));
  const widths = heads.map((head, i) => Math.max(head.length, String(sums[i]).length) + 1);
  const room = Math.max(16, width - widths.reduce((a, b) => a + b, 0));
  const cells = (values: readonly (string | number)[]): string =>
    values.map((value, i) => String(value).padStart(widths[i]!)).join("");
  const name = (words: string): string => {
    const shown = tail(printable(words), room);
    return shown + " ".repeat(Math.max(0, room - shown.length));
  };
  const read = rows.filter((row) => row.values !== null).length;
  const broken = rows.length - read;
  const found = [...codes].sort(
    (a, b) =>
      order.indexOf(a[1].severity) - order.indexOf(b[1].severity) ||
      b[1].findings - a[1].findings ||
      (a[0] < b[0] ? -1 : 1),
  );
  return `${[
    style("bold", `${name("document")}${cells(heads)}`),
    ...rows.map((row) =>
      row.values === null
        ? `${name(row.name)}${style("red", "  could not be read")}`
        : `${name(row.name)}${cells(row.values)}`,
    ),
    style(
      "bold",
      `${name(`${read} document${read === 1 ? "" : "s"}${broken > 0 ? `, ${broken} unreadable` : ""}`)}${cells(sums)}`,
    ),
    style("dim", "claims: cited directly, carried, with an unresolved citation (open), not cited (none)"),
    "",
    ...found.map(
      ([code, { severity, findings, documents }]) =>
        `${severity.padEnd(9)}${code.padEnd(28)}${String(findings).padStart(7)} in ${documents}`,
    ),
  ].join("\n")}\n`;
}
