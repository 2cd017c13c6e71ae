/** What a reviewer takes away: the downloaded files, held against the engine's own writers and the verdicts given. */
import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { expect } from "vitest";
import { exportFormats } from "../../../core/bib/formats.ts";
import type { Analysis } from "../../../core/model.ts";
import { type Verdict, verdictWords } from "../../../core/review/index.ts";

/** A claim's number, a source's key and what was said of the two. */
export interface Judged {
  readonly claim: string;
  readonly source: string;
  readonly verdict: Verdict;
}

const bytesOf = async (download: Download): Promise<string> => readFileSync(await download.path(), "utf8");

/** Holds the file to what the engine writes of the analysis, byte for byte. */
export async function expectBibtex(download: Download, analysis: Analysis): Promise<void> {
  const text = await bytesOf(download);
  expect(text).toBe(await exportFormats.get("bibtex")!.write(analysis));
  expect(Array.from(text.matchAll(/^@\w+\{(\w+),/gm), ([, key]) => key)).toEqual(
    analysis.sources.map(({ key }) => key),
  );
}

/** Opens the report as a page without the server and holds its table of pairs to the verdicts given. */
export async function expectReport(
  page: Page,
  download: Download,
  served: string,
  analysis: Analysis,
  judged: readonly Judged[],
): Promise<void> {
  const text = await bytesOf(download);
  expect(text).toBe(await (await fetch(served)).text());
  expect(text).toContain(analysis.document.hash);
  const opened = await page.context().newPage();
  await opened.setContent(text);
  const rows = await opened.locator("section:has(> #pairs) tbody tr:not(:has(.none))").evaluateAll((all) =>
    all.map((row) => ({
      claim: row.querySelector(".label")?.textContent ?? null,
      cells: [...row.querySelectorAll("td")].slice(-4).map((cell) => cell.textContent ?? ""),
    })),
  );
  const labels = new Map(analysis.sources.map((source) => [source.key, source.label]));
  let claim = "";
  const seen = rows.map((row) => {
    claim = row.claim ?? claim;
    return `${claim} · ${row.cells[0]} · ${row.cells[3]}`;
  });
  expect(seen).toEqual(
    judged.map(({ claim: number, source, verdict }) => {
      const { glyph, label } = verdictWords[verdict];
      return `${number} · ${labels.get(source)} · ${glyph} ${label}`;
    }),
  );
  const shown = await opened.locator("section:has(> #text)").textContent();
  for (const { text: words } of analysis.statements.filter((s) => s.kind === "claim"))
    expect(shown?.replace(/\s+/g, " ")).toContain(words.replace(/\s+/g, " ").slice(0, 40));
  await opened.close();
}
