/**
 * Large documents: ten thousand nodes drawn, a hundred thousand by section, the list of all of them, ten thousand claims
 * under review. The bounds here only catch what hangs; `npm run bench -- desk` measures.
 */
import { describe, expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";
import { listTimes, median, timesOf, waitForGraph } from "./support/large.ts";
import { bringInLong, openLong, reviewTimes } from "./support/long-review.ts";
import { reviewer } from "./support/reviewers.ts";

declare global {
  interface Window {
    /** How often the graphics card was told to draw. */
    footingDrawings?: number;
  }
}

const desk = setUpDesk();
/** Milliseconds; a busy machine is no failure. */
const hanging = 20_000;

function countDrawings(): void {
  const { prototype } = WebGL2RenderingContext;
  for (const name of ["drawArrays", "drawArraysInstanced"] as const) {
    const draw = prototype[name] as (...args: readonly number[]) => void;
    prototype[name] = function (this: WebGL2RenderingContext, ...args: readonly number[]) {
      window.footingDrawings = (window.footingDrawings ?? 0) + 1;
      draw.apply(this, [...args]);
    };
  }
}

/** Watches the table; the function returned stops and tells of each row that changed whether it is the selected one. */
function changedRows(): () => (string | null)[] {
  const rows = new Set<Element | null>();
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes)
      rows.add((target instanceof Element ? target : target.parentElement)?.closest("[role=row]") ?? null);
  });
  const table = document.querySelector(".audit-rows")!;
  watch.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
  return () => {
    watch.disconnect();
    return [...rows].map((row) => row?.getAttribute("aria-selected") ?? null);
  };
}

describe("ten thousand nodes and sixteen thousand edges", { timeout: 180_000 }, () => {
  const size = "claims=7000&sources=3000&edges=16000&seed=3#/d/made";

  it("are drawn, lit and walked without hanging, with a minimap once the whole is left", async () => {
    const page = await desk.openMade(size);
    await waitForGraph(page, true);
    const times = await timesOf(page);
    for (const [what, time] of Object.entries(times)) expect([what, time < hanging]).toEqual([what, true]);
    expect(await page.locator(".minimap").count()).toBe(0);
    await page.keyboard.press("+");
    await page.locator(".minimap").waitFor();
  });

  it("are all in the list, set only near the screen, each told its place", async () => {
    const page = await desk.openMade(size.replace("#/d/made", "#/d/made?view=list"));
    const tree = page.getByRole("tree", { name: "Claims and their sources" });
    await tree.getByRole("treeitem").first().waitFor();
    expect(await tree.getByRole("treeitem").count()).toBeLessThan(200);
    const { scroll, key } = await listTimes(page);
    expect(median(scroll)).toBeLessThan(hanging);
    expect(median(key)).toBeLessThan(hanging);
    await tree.getByRole("treeitem").first().focus();
    await page.keyboard.press("End");
    const last = page.locator(":focus");
    await page.waitForFunction(() => Number((document.activeElement as HTMLElement).dataset.index) > 15_000);
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.activeElement?.id === "tree-s0");
    expect(await last.getAttribute("aria-setsize")).toBe("7000");
    expect(await last.getAttribute("aria-posinset")).toBe("1");
  });
});

describe("a hundred thousand nodes and eighty thousand edges", () => {
  const size = "claims=70000&sources=30000&edges=80000&seed=4#/d/made";

  it("open by section; a click opens one, and clearing goes back", { timeout: 180_000 }, async () => {
    const page = await desk.openMade(size);
    await page.getByText("100,000 nodes, drawn by section; a click opens one.").waitFor();
    await waitForGraph(page, false);
    const at = await page.evaluate(() => window.footingPosition?.("group:section:3") ?? null);
    await page.mouse.move(at!.x, at!.y);
    await page.mouse.click(at!.x, at!.y);
    await page.waitForFunction(() => location.hash.includes("f=section:Section%204"));
    await page
      .getByRole("region", { name: "Filters" })
      .getByText(/^140 of 70000 claims/)
      .waitFor();
    await page.waitForFunction(() => window.footingPosition?.("s420") ?? null);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForFunction(() => window.footingPosition?.("group:section:3") ?? null);
  });

  it("can be drawn each for itself, and listed", { timeout: 240_000 }, async () => {
    const page = await desk.openMade(size);
    await waitForGraph(page, true);
    await page.getByText("100,000 nodes, one by one.").waitFor();
    const times = await timesOf(page);
    expect(times.hover).toBeLessThan(hanging);
    expect(times.construction).toBeLessThan(60_000);
    await page.keyboard.press("l");
    await page.getByRole("tree").first().getByRole("treeitem").first().waitFor();
    const { scroll, key } = await listTimes(page);
    expect(median(scroll)).toBeLessThan(hanging);
    expect(median(key)).toBeLessThan(hanging);
  });
});

describe("a text of ten thousand claims", () => {
  it("is reviewed by keys, and a verdict neither draws the picture again nor any other row", {
    timeout: 240_000,
  }, async () => {
    const id = await bringInLong(desk.url(), 10_000);
    const page = await desk.open("#/", reviewer(desk, "Ada"));
    await page.evaluate(countDrawings);
    await openLong(page, desk.url(), id);
    const times = await reviewTimes(page);
    for (const [what, found] of Object.entries(times))
      expect([what, median(found) < hanging]).toEqual([what, true]);
    expect(await page.locator(".coverage-more").textContent()).toMatch(/ 11 of \d+ pairs reviewed/);
    // Another one: no drawing on the graphics card, and of the table's rows the one that is judged.
    await page.keyboard.press("n");
    await page.locator(".audit-grid [role=row][aria-selected=true]").waitFor();
    const drawings = (): Promise<number> => page.evaluate(() => window.footingDrawings ?? 0);
    const before = await drawings();
    const changed = await page.evaluateHandle(changedRows);
    await page.keyboard.press("3");
    await page
      .locator(".coverage-more")
      .getByText(/ 12 of /)
      .waitFor();
    await page.locator('[aria-selected=true] .verdict[data-verdict="does-not-support"]').waitFor();
    expect(await changed.evaluate((stop) => stop())).toEqual(["true"]);
    expect(await drawings()).toBe(before);
    // The next time the picture is drawn, the card has the new colours as well.
    await page.keyboard.press("+");
    await page.waitForFunction((were) => (window.footingDrawings ?? 0) > were, before);
  });
});
