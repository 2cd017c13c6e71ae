/**
 * The graph's pane in a real browser over documents made from a seed: ten thousand and a hundred thousand nodes. Times
 * of the clock, without a peer, medians of five; on a busy machine they are larger than they are.
 */
import type { Page } from "playwright-core";
import { launch } from "../../../../test/e2e/support/browser.ts";
import { listTimes, median, timesOf, waitForGraph } from "../../../../test/e2e/support/large.ts";
import { buildMadePages } from "../../../../test/e2e/support/made.ts";
import type { Row } from "../measure.ts";

const sizes = [
  { name: "10,000 nodes / 16,000 edges", asked: "claims=7000&sources=3000&edges=16000&seed=3#/d/made" },
  { name: "100,000 nodes / 80,000 edges", asked: "claims=70000&sources=30000&edges=80000&seed=4#/d/made" },
] as const;
const rounds = 5;

/** Returns the rows of both sizes. Builds the page first; takes some minutes. */
export async function deskRows(): Promise<readonly Row[]> {
  const pages = await buildMadePages();
  const browser = await launch();
  const fresh = async (asked: string, act: (page: Page) => Promise<void>): Promise<void> => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
    });
    // What runs this file names the functions it sends into the page, by a helper the page does not have.
    await context.addInitScript("globalThis.__name = (f) => f");
    await pages.serve(context);
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await page.goto(pages.url(asked));
    await act(page);
    await context.close();
  };
  const rows: Row[] = [];
  try {
    for (const { name, asked } of sizes) {
      const found = new Map<string, number[]>();
      const add = (what: string, value: number): void =>
        void found.set(what, [...(found.get(what) ?? []), value]);
      for (let round = 0; round < rounds; round += 1) {
        await fresh(asked, async (page) => {
          await waitForGraph(page, true);
          const times = await timesOf(page);
          add("layout", times.layout);
          add("ordering of sources", times.ordering);
          add("construction on a fresh page", times.construction);
          add("hover to lit", times.hover);
          add("key to next claim", times.key);
        });
      }
      await fresh(`${asked}?view=list`, async (page) => {
        await page.getByRole("treeitem").first().waitFor();
        const { scroll, key } = await listTimes(page);
        add("list, far scroll to rows", median(scroll));
        add("list, key to next row", median(key));
      });
      for (const [what, values] of found)
        rows.push({
          part: "desk",
          what: `${name}: ${what}`,
          ours: { name: "footing", value: median(values), unit: "ms" },
          peer: null,
          ratio: null,
          spread: null,
        });
    }
  } finally {
    await browser.close();
    pages.close();
  }
  return rows;
}
