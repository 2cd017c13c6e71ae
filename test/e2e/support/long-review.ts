/** How long the keys of a review take in a long document, until the frame that shows what they did; milliseconds. */
import type { Page } from "playwright-core";
import { largeText } from "../../support/large-text.ts";

export interface ReviewTimes {
  readonly nextClaim: readonly number[];
  readonly nextPair: readonly number[];
  readonly verdict: readonly number[];
  readonly tableKey: readonly number[];
  /** From one end of the table to the other. */
  readonly tableFar: readonly number[];
  readonly verdictInTable: readonly number[];
}

/** Brings a text of so many claims into the library; returns the document's id. */
export async function bringInLong(url: string, claims: number): Promise<string> {
  const response = await fetch(`${url}/api/documents?name=long.md`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: largeText(claims, 5),
  });
  return ((await response.json()) as { document: { id: string } }).document.id;
}

/** Opens a document and waits for its text and its picture. */
export async function openLong(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}/#/d/${id}`);
  await page.locator(".document").waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName("footing:frame").length > 0, null, {
    timeout: 120_000,
  });
}

/** What changes on the page when the key has done its work. */
const signs = {
  address: "location.hash",
  coverage: "document.querySelector('.coverage-more').textContent",
  cell: "document.activeElement.dataset.cell",
} as const;

function press(page: Page, key: string, sign: keyof typeof signs, ctrlKey = false): Promise<number> {
  return page.evaluate(
    async ([pressed, read, ctrl]) => {
      const now = new Function(`return ${read}`) as () => unknown;
      const before = now();
      const from = performance.now();
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent("keydown", { key: pressed, ctrlKey: ctrl, bubbles: true, cancelable: true }),
      );
      while (now() === before && performance.now() - from < 20_000)
        await new Promise((done) => setTimeout(done, 0));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      const taken = performance.now() - from;
      // What the server answers is no part of the next key.
      await new Promise((done) => setTimeout(done, 250));
      return taken;
    },
    [key, signs[sign], ctrlKey] as const,
  );
}

async function several(n: number, act: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < n; i += 1) found.push(await act());
  return found;
}

/** Goes through the document as a reviewer does, by text and graph and then in the table. */
export async function reviewTimes(page: Page): Promise<ReviewTimes> {
  const nextClaim = await several(5, () => press(page, "j", "address"));
  const nextPair: number[] = [];
  const judged = (kept: number[]) => async (): Promise<number> => {
    kept.push(await press(page, "n", "address"));
    return press(page, "1", "coverage");
  };
  // The first verdict brings the verdicts into the legend, and the picture makes room.
  await judged([])();
  const verdict = await several(5, judged(nextPair));
  await page.keyboard.press("t");
  const cell = page.locator('.audit-grid [role=gridcell][tabindex="0"]').first();
  await cell.waitFor({ timeout: 60_000 });
  await cell.focus();
  await page.waitForFunction(() => document.activeElement?.closest(".audit-grid") != null);
  const tableKey = await several(5, () => press(page, "ArrowDown", "cell"));
  const verdictInTable = await several(5, judged([]));
  await cell.focus();
  const tableFar: number[] = [];
  for (const key of ["End", "Home", "End", "Home", "End", "Home"])
    tableFar.push(await press(page, key, "cell", true));
  return { nextClaim, nextPair, verdict, tableKey, verdictInTable, tableFar };
}
