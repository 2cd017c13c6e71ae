/** The index of a folder of audit reports: a line of numbers for each document, with the link to its page. */
import type { Coverage } from "../audit/coverage.ts";
import { markdown } from "./markdown-text.ts";
import { html } from "./report-html-escape.ts";
import { style } from "./report-html-style.ts";
import { conditions } from "./report-markdown.ts";
import type { ReportOptions } from "./report-types.ts";

export interface IndexRow {
  readonly name: string;
  /** The page's file name; null for a document that could not be read. */
  readonly page: string | null;
  readonly coverage: Coverage | null;
}

const heads = ["Errors", "Warnings", "Info", "Claims", "Direct", "Carried", "Unresolved", "Uncited"] as const;
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

/** Returns the index as a page of the same kind as the reports. */
export function reportIndex(
  format: "html" | "markdown",
  rows: readonly IndexRow[],
  options: ReportOptions,
): string {
  const all = rows.flatMap((row) => (row.coverage === null ? [] : [numbers(row.coverage)]));
  const sums = heads.map((_, i) => all.reduce((sum, values) => sum + values[i]!, 0));
  return format === "html" ? htmlIndex(rows, sums, options) : markdownIndex(rows, sums, options);
}

function markdownIndex(rows: readonly IndexRow[], sums: readonly number[], options: ReportOptions): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return `${[
    `# Audit of ${rows.length} documents`,
    conditions(options),
    [
      line(["Document", ...heads]),
      line(["---", ...heads.map(() => "---:")]),
      ...rows.map(({ name, page, coverage }) =>
        coverage === null || page === null
          ? line([markdown(name), "*could not be read*", ...heads.slice(1).map(() => "")])
          : line([`[${markdown(name)}](${encodeURIComponent(page)})`, ...numbers(coverage)]),
      ),
      line(["**All**", ...sums]),
    ].join("\n"),
  ].join("\n\n")}\n`;
}

function htmlIndex(rows: readonly IndexRow[], sums: readonly number[], options: ReportOptions): string {
  const cells = (values: readonly number[]): string =>
    values.map((n) => `<td class="${n === 0 ? "n soft" : "n"}">${n}</td>`).join("");
  const body = rows.map(({ name, page, coverage }) =>
    coverage === null || page === null
      ? `<tr><th scope="row">${html(name)}</th><td class="none" colspan="${heads.length}">could not be read</td></tr>`
      : `<tr><th scope="row"><a href="${html(encodeURIComponent(page))}">${html(name)}</a></th>${cells(numbers(coverage))}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Audit of ${rows.length} documents</title>
<style>${style}</style>
</head>
<body>
<header><p class="over">Audit: what the claims rest on</p><h1>${rows.length} documents</h1><p class="soft">${html(conditions(options))}</p></header>
<main><div class="scroll"><table><thead><tr><th>Document</th>${heads.map((head) => `<th class="n">${head}</th>`).join("")}</tr></thead><tbody>
${body.join("\n")}
<tr><th scope="row"><b>All</b></th>${cells(sums)}</tr>
</tbody></table></div></main>
</body>
</html>
`;
}
