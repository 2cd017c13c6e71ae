/**
 * Large documents: ten thousand nodes drawn, a hundred thousand by section, the list of all of them. The bounds here
 * only catch what hangs; `npm run bench -- desk` measures.
 */
import { describe, expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";
import { listTimes, median, timesOf, waitForGraph } from "./support/large.ts";

const desk = setUpDesk();
/** Milliseconds; a busy machine is no failure. */
const hanging = 20_000;

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
