/** How long the graph's pane takes over a document made in the browser: medians of several, in milliseconds. */
import type { Page } from "playwright-core";

export interface Times {
  /** Places of nodes alone. */
  readonly layout: number;
  /** Sources in the order of their claims alone. */
  readonly ordering: number;
  /** From nothing to a picture with all its nodes and edges in the graphics card's hands. */
  readonly construction: number;
  /** From nothing to the frame that shows them all, which without a graphics card takes much of it. */
  readonly frame: number;
  /** From the pointer's move to the neighbourhood lit. */
  readonly hover: number;
  /** From a key to the next claim selected and lit. */
  readonly key: number;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Waits until the graph is drawn, each node for itself where `each` says so. */
export async function waitForGraph(page: Page, each: boolean): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("footing:frame").length > 0, null, {
    timeout: 150_000,
  });
  if (!each) return;
  const button = page.getByRole("button", { name: "Draw each" });
  if ((await button.count()) === 0) return;
  await page.evaluate(() => {
    performance.clearMeasures();
  });
  // Not by Playwright, which waits for the page to answer, and it answers when the picture is there.
  await button.evaluate((element: HTMLElement) => element.click());
  await page.waitForFunction(() => performance.getEntriesByName("footing:frame").length > 0, null, {
    timeout: 150_000,
  });
}

/** Returns the times of a page whose graph is drawn. */
export async function timesOf(page: Page): Promise<Times> {
  const [construction, frame] = await page.evaluate(() => {
    const taken = (...names: string[]): number =>
      names
        .flatMap((name) => performance.getEntriesByName(name))
        .reduce((sum, { duration }) => sum + duration, 0);
    const before = taken("footing:canvas", "footing:scene");
    return [before + taken("footing:picture"), before + taken("footing:frame")] as const;
  });
  const layout = await page.evaluate(() => Array.from({ length: 5 }, () => window.footingMade!.layout()));
  const ordering = await page.evaluate(() => Array.from({ length: 5 }, () => window.footingMade!.ordering()));
  return {
    layout: median(layout),
    ordering: median(ordering),
    construction,
    frame,
    hover: median(await hovers(page)),
    key: median(await keys(page)),
  };
}

/** Moves the pointer onto five sources in turn, the first of which carry the most. */
function hovers(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const stage = document.querySelector("#graph-canvas .sigma-mouse")!;
    const box = stage.getBoundingClientRect();
    const found: number[] = [];
    const move = (clientX: number, clientY: number): void => {
      stage.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
    };
    /** What stands so near to its neighbour that another is under the pointer, or none, is passed over soon. */
    const until = async (lit: boolean): Promise<boolean> => {
      const isLit = (): boolean => (window.footingLit?.().length ?? 0) > 0;
      const from = performance.now();
      while (isLit() !== lit && performance.now() - from < 1000)
        await new Promise((done) => setTimeout(done, 0));
      return isLit() === lit;
    };
    for (let i = 0; found.length < 5 && i < 20; i += 1) {
      const at = window.footingPosition?.(`w${i * 3}`);
      move(box.x + 2, box.y + 2);
      if (!at || !(await until(false))) continue;
      const from = performance.now();
      move(at.x, at.y);
      if (await until(true)) found.push(performance.now() - from);
    }
    return found;
  });
}

/** Goes five claims on by key. */
function keys(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const found: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const before = location.hash;
      const from = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
      while (location.hash === before && performance.now() - from < 5000)
        await new Promise((done) => setTimeout(done, 0));
      await new Promise((done) => setTimeout(done, 0));
      found.push(performance.now() - from);
    }
    return found.slice(1);
  });
}

/** Returns how long it takes in the list: to a place far down, and to the next row by key. */
export function listTimes(page: Page): Promise<{ readonly scroll: number[]; readonly key: number[] }> {
  return page.evaluate(async () => {
    const list = document.querySelector<HTMLElement>(".evidence-list")!;
    const tick = (): Promise<unknown> => new Promise((done) => setTimeout(done, 0));
    const covered = (): boolean => {
      const box = list.getBoundingClientRect();
      const middle = document.elementFromPoint(box.x + 60, box.y + box.height / 2);
      return middle?.closest("[role=treeitem]") !== null && middle !== null;
    };
    const scroll: number[] = [];
    for (let i = 1; i <= 5; i += 1) {
      const from = performance.now();
      list.scrollTop = (list.scrollHeight * i) / 7;
      await tick();
      while (!covered() && performance.now() - from < 5000) await tick();
      scroll.push(performance.now() - from);
    }
    const key: number[] = [];
    document.querySelector<HTMLElement>("[role=treeitem]")?.focus();
    for (let i = 0; i < 5; i += 1) {
      const before = document.activeElement;
      const from = performance.now();
      before?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      while (document.activeElement === before && performance.now() - from < 5000) await tick();
      key.push(performance.now() - from);
    }
    return { scroll, key };
  });
}
