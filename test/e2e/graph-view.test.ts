/** Moving about in the graph: the camera in the address, panning without dragging, the row of notes, the path of a pair. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { nodeAt, query, setUpDesk } from "./support/desk.ts";

const desk = setUpDesk();

const restsAt = (page: Page, wanted: RegExp): Promise<unknown> =>
  page.waitForFunction((source) => new RegExp(source).test(location.hash), wanted.source);

it("keeps the camera in the address, shows the same on a fresh page, and forgets it with the whole picture", async () => {
  const page = await desk.openSample();
  const claim = desk.sample().claim("1.6");
  const before = await nodeAt(page, claim);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await restsAt(page, /cam=/);
  const zoomed = await nodeAt(page, claim);
  expect(zoomed).not.toEqual(before);
  await page.getByRole("button", { name: "Move right" }).click();
  await page.waitForFunction(([id, x]) => (window.footingPosition?.(id)?.x ?? x) < x - 50, [
    claim,
    zoomed.x,
  ] as const);
  const moved = await nodeAt(page, claim);
  await page.waitForTimeout(400);
  const fresh = await desk.openSample(`?${query(page)}`);
  const again = await nodeAt(fresh, claim);
  expect(Math.abs(again.x - moved.x) + Math.abs(again.y - moved.y)).toBeLessThan(3);
  await page.keyboard.press(".");
  await page.waitForFunction(() => !location.hash.includes("cam="));
  expect(await nodeAt(page, claim)).toEqual(before);
});

it("leaves out a camera that is none", async () => {
  const page = await desk.openSample("?cam=1,2,x");
  await page.getByText("The link named “cam=1,2,x”; it was left out.").waitFor();
});

it("stands the notes between claims and sources, and goes to a note that is clicked", async () => {
  const page = await desk.openSample();
  await nodeAt(page, desk.sample().claim("1.3"));
  await page.getByRole("button", { name: "Row of notes" }).click();
  const { edges, notes } = desk.sample().analysis;
  for (const id of new Set(edges.map((e) => e.note!))) {
    const at = await nodeAt(page, id);
    const ends = edges.filter((e) => e.note === id);
    for (const { claim, source } of ends) {
      expect(at.y).toBeGreaterThan((await nodeAt(page, claim)).y);
      expect(at.y).toBeLessThan((await nodeAt(page, source)).y);
    }
  }
  const note = notes.find((n) => n.label === "3")!;
  const at = await nodeAt(page, note.id);
  await page.mouse.click(at.x, at.y);
  await page.waitForFunction((id) => document.activeElement?.id === `note-${id}`, note.id);
});

it("lights the way of a pair in the text and writes it out in the inspector", async () => {
  const page = await desk.openSample("?sel=pair:1.6:brew2010");
  const chain = page.getByRole("list", { name: "From claim 1.6 to Brew & Davies 2010" });
  await chain.waitFor();
  expect(await chain.getByRole("listitem").allTextContents()).toEqual([
    "claim1.6",
    "marker4",
    "note4",
    "referenceBrew, 675.short reference",
    "sourceBrew & Davies 2010p. 675",
  ]);
  const lit = page.locator('.document [data-path="true"]');
  expect(await lit.evaluateAll((all) => all.map((e) => e.tagName))).toEqual(["A", "LI"]);
  await chain.getByRole("button", { name: "4", exact: true }).last().click();
  await page.waitForFunction(() => document.activeElement?.id.startsWith("note-"));
});

it("says each step along the layers and the edges", async () => {
  const page = await desk.openSample("?sel=claim:1.5");
  await nodeAt(page, desk.sample().claim("1.5"));
  await page.locator("#graph-canvas").focus();
  const says = async (key: string, words: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator("[aria-live]").getByText(words).waitFor({ state: "attached" });
  };
  await says("ArrowRight", "Claim 1.6, rests on Brew & Davies 2010, page 675, short reference");
  await says("ArrowDown", "Source Brew & Davies 2010, 5 claims on it");
  await says("ArrowUp", "Claim 1.1, rests on Brew & Davies 2010");
  await says("ArrowLeft", "Nothing further that way");
});

it("keeps the picture as shown, as SVG with its texts and as PNG with its pixels", async () => {
  const page = await desk.openSample("?sel=pair:1.6:brew2010");
  await nodeAt(page, desk.sample().claim("1.6"));
  const kept = async (kind: string): Promise<Buffer> => {
    await page.getByRole("button", { name: "Keep the picture" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: `Picture as shown, ${kind}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`medical-response.${kind.toLowerCase()}`);
    return readFileSync(await download.path());
  };
  const svg = (await kept("SVG")).toString("utf8");
  const { statements, sources } = desk.sample().analysis;
  for (const words of [
    ...statements.filter((s) => s.kind === "claim").map((s) => s.label),
    ...sources.map((s) => s.label.replace("&", "&amp;")),
    "p. 675",
  ])
    expect(svg).toContain(`${words}</text>`);
  expect(svg).not.toMatch(/<script|<style|href=|on\w+=/);
  const stage = await page.locator(".stage").evaluate((e) => [e.clientWidth, e.clientHeight]);
  const drawn = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement.nodeName,
    svg,
  );
  expect(drawn).toBe("svg");
  const png = await kept("PNG");
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(stage.map((n) => 2 * n));
});
