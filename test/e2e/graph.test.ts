/** The canvas and what stands in for it: no WebGL, a lost graphics card, coming and going, labels that keep apart. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../core/model.ts";
import { largeAnalysis } from "../support/large-analysis.ts";
import { nodeAt, setUpDesk } from "./support/desk.ts";

describe("with a graphics card", () => {
  const desk = setUpDesk();

  /** Returns the labels of the document that is open, as drawn, and the room they are in. */
  const labels = async (page: Page, id: string) => {
    const analysis = (await (await fetch(`${desk.url()}/api/documents/${id}/analysis`)).json()) as Analysis;
    await nodeAt(page, analysis.statements.find((s) => s.kind === "claim")!.id);
    const boxes = (await page.evaluate(() => window.footingLabels?.())) ?? [];
    const pane = await page
      .locator(".stage")
      .evaluate((e) => ({ width: e.clientWidth, height: e.clientHeight }));
    return { boxes, pane };
  };

  it("puts the list in place of a lost canvas, and draws again on Retry", async () => {
    const page = await desk.openSample("?sel=claim:1.3");
    await nodeAt(page, desk.sample().claim("1.3"));
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".stage canvas.sigma-nodes")!;
      canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext();
    });
    await page.getByText("The graphics card was lost; here is the same as a list.").waitFor();
    await page.getByRole("tree").first().waitFor();
    await page.getByRole("button", { name: "Retry" }).click();
    await nodeAt(page, desk.sample().claim("1.3"));
  });

  it("comes and goes twenty times without a warning", async () => {
    const page = await desk.openSample();
    for (let i = 0; i < 20; i += 1) {
      await nodeAt(page, desk.sample().claim("1.1"));
      await page.keyboard.press("l");
      await page.getByRole("tree").first().waitFor();
      await page.keyboard.press("l");
    }
    await nodeAt(page, desk.sample().claim("1.1"));
  });

  it("shows in the list what the graph has", async () => {
    const page = await desk.openSample("?view=list");
    const { edges, sources } = desk.sample().analysis;
    const tree = page.getByRole("tree", { name: "Claims and their sources" });
    await tree.waitFor();
    const pairs = await tree.locator('[aria-level="2"]').evaluateAll((rows) => rows.map((row) => row.id));
    expect(pairs).toEqual([...new Set(edges.map((e) => `tree-${e.claim}-${e.source}`))]);
    const works = page.getByRole("tree", { name: "Sources and their claims" });
    expect(await works.locator('[aria-level="1"]').count()).toBe(sources.length);
    expect(await works.locator('[aria-level="2"]').count()).toBe(pairs.length);
  });

  it("has every claim, source and pair in the accessibility tree, on graphs made from seeds", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const size = { claims: 14, sources: 6, edges: 20, seed };
      const { statements, sources, edges } = largeAnalysis(size);
      const asked = new URLSearchParams(Object.entries(size).map(([name, n]) => [name, String(n)]));
      const page = await desk.openMade(`${asked}#/d/made?view=list`);
      await page.getByRole("treeitem").first().waitFor();
      const session = await page.context().newCDPSession(page);
      const { nodes } = (await session.send("Accessibility.getFullAXTree")) as {
        nodes: readonly {
          readonly role?: { readonly value?: string };
          readonly name?: { readonly value?: string };
        }[];
      };
      const names = nodes.filter((n) => n.role?.value === "treeitem").map((n) => n.name?.value ?? "");
      const pairs = new Set(edges.map((e) => `${e.claim} ${e.source}`)).size;
      expect(names).toHaveLength(statements.length + sources.length + 2 * pairs);
      for (const { label, text } of statements)
        expect(names.filter((n) => n.startsWith(`${label} ${text}`))).not.toEqual([]);
      for (const { label, csl } of sources)
        expect(names.filter((n) => n.startsWith(`${label} ${csl.title}`))).toHaveLength(1);
      await page.context().close();
    }
  });

  it("follows the window and the theme", async () => {
    const page = await desk.openSample();
    const before = await nodeAt(page, desk.sample().claim("2.4"));
    await page.setViewportSize({ width: 1250, height: 800 });
    await page.waitForFunction(([id, x]) => Math.abs((window.footingPosition?.(id)?.x ?? x) - x) > 5, [
      desk.sample().claim("2.4"),
      before.x,
    ] as const);
    const ground = () =>
      page.locator("#pane-graph").evaluate((pane) => getComputedStyle(pane).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("button", { name: /^Theme: light/ }).click();
    expect(await ground()).not.toBe(light);
    await page.reload();
    await page.locator(".document").waitFor();
    expect(await ground()).not.toBe(light);
  });

  it("keeps all labels apart and inside the pane on every golden document", {
    timeout: 600_000,
  }, async () => {
    const documents = new Map<string, string>();
    for (const path of goldenFiles) {
      const response = await fetch(`${desk.url()}/api/documents?name=${basename(path)}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: readFileSync(path),
      });
      const { document } = (await response.json()) as { document: { id: string } };
      documents.set(basename(path), document.id);
    }
    for (const { drawer, ...viewport } of [
      { width: 1440, height: 900, drawer: false },
      { width: 1440, height: 900, drawer: true },
      { width: 900, height: 700, drawer: false },
      { width: 900, height: 700, drawer: true },
      { width: 390, height: 844, drawer: false },
    ]) {
      const page = await desk.open("#/", { viewport });
      for (const [file, id] of documents) {
        await page.goto(`${desk.url()}/#/d/${id}`);
        if (viewport.width < 700) await page.getByRole("tab", { name: "Foundation" }).click();
        if (drawer) {
          await page.locator(".document").waitFor();
          await page.keyboard.press("t");
          await page.getByRole("grid").waitFor();
        }
        const { boxes, pane } = await labels(page, id);
        const where = `${file}, ${viewport.width}${drawer ? " with the table" : ""}`;
        const clash = boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${where}: ${a.text} | ${b.text}`] : [])),
        );
        expect(clash).toEqual([]);
        const outside = boxes.filter(
          (b) => b.x < -1 || b.y < -1 || b.x + b.width > pane.width + 1 || b.y + b.height > pane.height + 1,
        );
        expect(outside.map((b) => `${where}: ${b.text}`)).toEqual([]);
        const names = new Set(boxes.map((b) => b.id));
        expect([where, names.size > (drawer ? 0 : 4)]).toEqual([where, true]);
        expect(boxes.filter((b) => b.height < 7).map((b) => `${where}: ${b.text} is too small`)).toEqual([]);
      }
    }
  });
});

const golden = resolve(import.meta.dirname, "../golden");
const goldenFiles = [golden, join(golden, "more"), join(golden, "seed")].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(?:txt|html|docx|md)$/.test(file) && file !== "README.md")
    .map((file) => join(folder, file)),
);

interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Half a pixel is a matter of rounding. */
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

describe("without one", () => {
  const desk = setUpDesk(["--disable-3d-apis"], /ReadPixels|WebGL/);

  it("shows the list with one line that says why", async () => {
    const page = await desk.openSample("?sel=source:brew2010");
    await page.getByText("This browser has no WebGL; here is the same as a list.").waitFor();
    await page.getByRole("tree", { name: "Sources and their claims" }).waitFor();
    await page.keyboard.press("w");
    await page.getByText("Without Brew & Davies 2010: 4 claims fall").first().waitFor();
  });
});
