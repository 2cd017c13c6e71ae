/**
 * The desk in a real browser over documents made from a seed: graphs of ten thousand and a hundred thousand nodes, and
 * a text of ten thousand claims under review. Times of the clock, medians, against the budgets of the design: above 1
 * the budget is kept. On a busy machine they are larger than they are. "First frame" is when the picture can be seen,
 * which without a graphics card takes more than to make it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launch } from "../../../../test/e2e/support/browser.ts";
import { buildPackage } from "../../../../test/e2e/support/build-client.ts";
import { listTimes, timesOf, waitForGraph } from "../../../../test/e2e/support/large.ts";
import { bringInLong, openLong, reviewTimes } from "../../../../test/e2e/support/long-review.ts";
import { serveLibrary } from "../../../../test/e2e/support/serve.ts";
import { against, type Row } from "../measure.ts";

interface Budgets {
  /** Null where the design has none. */
  readonly layout: number | null;
  readonly ordering: number;
  readonly construction: number;
  readonly frame: number;
  readonly hover: number;
  readonly key: number;
  readonly scroll: number;
  readonly listKey: number;
}

const sizes = [
  {
    name: "10,000 nodes / 16,000 edges",
    asked: "claims=7000&sources=3000&edges=16000&seed=3#/d/made",
    rounds: 3,
    budgets: {
      layout: 50,
      ordering: 100,
      construction: 1500,
      frame: 1500,
      hover: 50,
      key: 100,
      scroll: 100,
      listKey: 100,
    },
  },
  {
    name: "100,000 nodes / 80,000 edges",
    asked: "claims=70000&sources=30000&edges=80000&seed=4#/d/made",
    rounds: 3,
    budgets: {
      layout: null,
      ordering: 100,
      construction: 4000,
      frame: 4000,
      hover: 100,
      key: 100,
      scroll: 100,
      listKey: 100,
    },
  },
] as const satisfies readonly {
  readonly name: string;
  readonly asked: string;
  readonly rounds: number;
  readonly budgets: Budgets;
}[];

const words: Readonly<Record<keyof Budgets, string>> = {
  layout: "layout",
  ordering: "ordering of sources",
  construction: "construction",
  frame: "first frame with all nodes",
  hover: "hover to lit",
  key: "key to next claim",
  scroll: "list, far scroll to rows",
  listKey: "list, key to next row",
};

const claims = 10_000;
const step = 100;

/** Returns the rows. Builds the client first; takes two minutes. */
export async function deskRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const packageDir = await buildPackage();
  const server = await serveLibrary(packageDir, folder);
  const browser = await launch();
  try {
    const rows: Row[] = [...(await sampleRows(browser, server.url))];
    for (const size of sizes) rows.push(...(await graphRows(browser, server.url, size)));
    return [...rows, ...(await reviewRows(browser, server.url))];
  } finally {
    await browser.close();
    await server.close();
    for (const made of [packageDir, folder]) rmSync(made, { recursive: true, force: true });
  }
}

async function onFreshPage<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  // What runs this file names the functions it sends into the page, by a helper the page does not have.
  await context.addInitScript(
    "globalThis.__name = (f) => f; localStorage.setItem('footing.reviewer', 'Ada')",
  );
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const result = await act(page);
  await context.close();
  return result;
}

/** From the address to the sample's text, and to its picture: what a newcomer waits for. */
async function sampleRows(browser: Browser, url: string): Promise<readonly Row[]> {
  const text: number[] = [];
  const graph: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await onFreshPage(browser, async (page) => {
      await page.goto(url, { waitUntil: "commit" });
      const readable = await page.waitForFunction(
        () =>
          document.querySelector(".document")?.textContent?.includes("no known interventions") &&
          performance.now(),
        null,
        { polling: "raf" },
      );
      text.push((await readable.jsonValue()) as number);
      await waitForGraph(page, false);
      graph.push(
        await page.evaluate(() => {
          const [frame] = performance.getEntriesByName("footing:frame");
          return frame!.startTime + frame!.duration;
        }),
      );
    });
  }
  return [
    against("desk", "the sample: text to read", text, "budget", 500, "ms"),
    against("desk", "the sample: graph", graph, "budget", 1500, "ms"),
  ];
}

async function graphRows(
  browser: Browser,
  url: string,
  { name, asked, rounds, budgets }: (typeof sizes)[number],
): Promise<readonly Row[]> {
  const found = new Map<keyof Budgets, number[]>();
  const add = (what: keyof Budgets, ...values: readonly number[]): void =>
    void found.set(what, [...(found.get(what) ?? []), ...values]);
  for (let round = 0; round < rounds; round += 1) {
    const times = await onFreshPage(browser, async (page) => {
      await page.goto(`${url}/fixture/index.html?${asked}`);
      await waitForGraph(page, true);
      return timesOf(page);
    });
    for (const what of ["layout", "ordering", "construction", "frame", "hover", "key"] as const)
      add(what, times[what]);
  }
  await onFreshPage(browser, async (page) => {
    await page.goto(`${url}/fixture/index.html?${asked}?view=list`);
    await page.getByRole("treeitem").first().waitFor();
    const { scroll, key } = await listTimes(page);
    add("scroll", ...scroll);
    add("listKey", ...key);
  });
  return [...found].map(([what, values]) =>
    against("desk", `${name}: ${words[what]}`, values, "budget", budgets[what], "ms"),
  );
}

async function reviewRows(browser: Browser, url: string): Promise<readonly Row[]> {
  const id = await bringInLong(url, claims);
  const times = await onFreshPage(browser, async (page) => {
    await openLong(page, url, id);
    return reviewTimes(page);
  });
  const said = {
    nextClaim: "key to next claim",
    nextPair: "key to next pair",
    verdict: "verdict",
    tableKey: "audit table, key to next row",
    tableFar: "audit table, key to its other end",
    verdictInTable: "verdict with the audit table open",
  } as const satisfies Readonly<Record<keyof typeof times, string>>;
  return (Object.keys(said) as (keyof typeof said)[]).map((what) =>
    against(
      "desk",
      `${claims.toLocaleString("en")} claims: ${said[what]}`,
      times[what],
      "budget",
      step,
      "ms",
    ),
  );
}
