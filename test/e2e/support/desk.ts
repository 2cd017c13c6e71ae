/** A desk to test on: the real server with a library of its own, a real browser, and pages that must stay clean. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Analysis } from "../../../core/model.ts";
import type { RunningServer } from "../../../server/main.ts";
import { launch } from "./browser.ts";
import { serveLibrary } from "./serve.ts";

export interface Sample {
  /** The document's id on the server. */
  readonly id: string;
  readonly analysis: Analysis;
  /** Statement ids by the number shown. */
  readonly claim: (label: string) => string;
  /** Source ids by citation key. */
  readonly source: (key: string) => string;
}

export interface Desk {
  readonly url: () => string;
  /** A folder of the file's own, for what a test puts on the disk. */
  readonly folder: () => string;
  readonly browser: () => Browser;
  readonly sample: () => Sample;
  /** Opens a page; anything it says on the console, and any error, fails the test. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens the graph of a document made in the browser: `claims=700&sources=300&edges=800&seed=1#/d/made`. */
  readonly openMade: (asked: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens the sample; `rest` is what follows the document in the address. */
  readonly openSample: (rest?: string, options?: BrowserContextOptions) => Promise<Page>;
}

export const wide = { width: 1440, height: 900 } as const;

/** The notice that software rendering gives when sigma reads back what is under the pointer. */
const allowed = /ReadPixels/;

/** Sets a desk up for the tests of a file, and takes it down. */
export function setUpDesk(flags: readonly string[] = [], allow: RegExp = allowed): Desk {
  const folder = mkdtempSync(join(tmpdir(), "footing-desk-"));
  let server: RunningServer;
  let browser: Browser;
  let sample: Sample;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await serveLibrary(inject("packageDir"), folder);
    sample = await readSample(server.url);
    browser = await launch(flags);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open: Desk["open"] = async (hash = "#/", options = {}) => {
    const context = await browser.newContext({ viewport: wide, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.on("console", (message) => {
      const bad = message.type() === "error" || message.type() === "warning";
      if (bad && !allow.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
    await page.goto(`${server.url}/${hash}`);
    return page;
  };
  return {
    openMade: (asked, options) => open(`fixture/index.html?${asked}`, options),
    url: () => server.url,
    folder: () => folder,
    browser: () => browser,
    sample: () => sample,
    open,
    openSample: async (rest = "", options = {}) => {
      const page = await open(`#/d/${sample.id}${rest}`, options);
      await page.locator(".document").waitFor();
      // The dialogs come last of what comes behind the text: from then on, keys, drops and pastes are heard.
      await page.locator("dialog").nth(1).waitFor({ state: "attached" });
      return page;
    },
  };
}

async function readSample(url: string): Promise<Sample> {
  const list = (await (await fetch(`${url}/api/documents`)).json()) as { items: { id: string }[] };
  const { id } = list.items[0]!;
  const analysis = (await (await fetch(`${url}/api/documents/${id}/analysis`)).json()) as Analysis;
  return {
    id,
    analysis,
    claim: (label) => analysis.statements.find((s) => s.kind === "claim" && s.label === label)!.id,
    source: (key) => analysis.sources.find((s) => s.key === key)!.id,
  };
}

/** Waits until the graph is drawn and at rest, and returns where a node stands on the page. */
export async function nodeAt(page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> {
  await page.waitForFunction((node) => window.footingPosition?.(node) ?? null, id);
  // What is under the pointer is read from a picture that comes a frame after the place is known.
  return page.evaluate(async (node) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let before = ""; ; ) {
      await frame();
      await frame();
      const at = window.footingPosition?.(node) ?? null;
      if (at && before === JSON.stringify(at)) return at;
      before = JSON.stringify(at);
    }
  }, id);
}

/** Returns the numbers of the claims whose chips say what `standing` says. */
export const claimsThat = (page: Page, standing: string): Promise<string[]> =>
  page
    .locator(`.chip[data-standing="${standing}"]`)
    .evaluateAll((chips) => chips.map((chip) => (chip as HTMLElement).dataset.chip ?? ""));

/** Returns the part of the address after `?`. */
export const query = (page: Page): string => new URL(page.url()).hash.split("?")[1] ?? "";
