/** The first sight of the desk: a shape at once, each thing asked for once, and a text that stays where it was put. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { setUpDesk, wide } from "./support/desk.ts";

declare global {
  interface Window {
    /** When what stood where moved without having been asked to, and by how much. */
    footingShifts?: [time: number, by: number][];
  }
}

const desk = setUpDesk();

/** Returns the requests for data that a page makes until it is at rest. */
async function asked(hash: string): Promise<readonly string[]> {
  const page = await desk.open("#/x");
  await page.goto("about:blank");
  const found: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/documents(\/[^/]+\/analysis)?$/.test(pathname)) found.push(pathname);
  });
  await page.goto(`${desk.url()}/${hash}`);
  await page.locator(".document").waitFor();
  await page.waitForLoadState("networkidle");
  return found.sort();
}

it("asks once for the list and the document on the bare address, and for the document alone on its own", async () => {
  const analysis = `/api/documents/${desk.sample().id}/analysis`;
  expect(await asked("")).toEqual(["/api/documents", analysis]);
  expect(await asked(`#/d/${desk.sample().id}?sel=claim:1.6`)).toEqual([analysis]);
});

it("asks before the page's scripts have come, and shows the shape of a text meanwhile", async () => {
  const page = await desk.open("#/x");
  await page.goto("about:blank");
  let go: () => void = () => {};
  const gate = new Promise<void>((done) => {
    go = done;
  });
  await page.route("**/assets/*.js", async (route) => {
    await gate;
    await route.continue();
  });
  const answer = page.waitForResponse("**/analysis");
  await page.goto(desk.url(), { waitUntil: "commit" });
  await answer;
  await page.locator(".skeleton").waitFor();
  expect(await page.locator(".document").count()).toBe(0);
  go();
  await page.locator(".document").waitFor();
  expect(await page.locator(".skeleton").count()).toBe(0);
});

it("shows no shape of what will not come where scripts are off", async () => {
  const page = await desk.open("", { javaScriptEnabled: false });
  expect(await page.locator("noscript").isVisible()).toBe(true);
  expect(await page.locator(".skeleton").isVisible()).toBe(false);
});

/** Returns how much moved after the text was there. */
async function moved(page: Page): Promise<number> {
  const readable = await page.waitForFunction(
    () => document.querySelector(".document") && performance.now(),
    null,
    { polling: "raf" },
  );
  const from = (await readable.jsonValue()) as number;
  await page.waitForLoadState("networkidle");
  if (await page.locator(".graph-place").isVisible())
    await page.waitForFunction(() => performance.getEntriesByName("footing:frame").length > 0);
  const shifts = await page.evaluate(() => window.footingShifts ?? []);
  return shifts.reduce((sum, [time, by]) => sum + (time >= from ? by : 0), 0);
}

it.each([wide, { width: 900, height: 900 }, { width: 390, height: 844 }])(
  "leaves all where it is while the rest comes, $width pixels wide",
  async (viewport) => {
    const page = await desk.open("#/x", { viewport });
    await page.addInitScript(() => {
      window.footingShifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.footingShifts!.push([
            entry.startTime,
            (entry as PerformanceEntry & { value: number }).value,
          ]);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("about:blank");
    await page.goto(desk.url());
    expect(await moved(page)).toBeLessThan(0.001);
  },
);
