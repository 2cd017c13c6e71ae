/** axe-core on the states of the desk, the order of tab stops, reflow, forced colours. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { nodeAt, setUpDesk } from "./support/desk.ts";

const desk = setUpDesk();

interface State {
  readonly name: string;
  readonly rest: string;
  readonly options?: BrowserContextOptions;
  readonly act?: (page: Page) => Promise<unknown>;
}

const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
const states: readonly State[] = [
  { name: "light", rest: "" },
  { name: "dark", rest: "", options: { colorScheme: "dark" } },
  { name: "a claim", rest: "?sel=claim:1.3" },
  { name: "a claim, dark", rest: "?sel=claim:1.3", options: { colorScheme: "dark" } },
  { name: "a source withdrawn", rest: "?sel=source:brew2010&without=brew2010" },
  {
    name: "a source withdrawn, dark",
    rest: "?sel=source:brew2010&without=brew2010",
    options: { colorScheme: "dark" },
  },
  { name: "the list", rest: "?sel=pair:1.3:brew2010&view=list" },
  { name: "the list, dark", rest: "?view=list&without=brew2010", options: { colorScheme: "dark" } },
  { name: "two panes", rest: "?sel=claim:1.3", options: { viewport: { width: 900, height: 700 } } },
  { name: "narrow", rest: "?sel=claim:1.3", options: narrow },
  {
    name: "narrow, graph",
    rest: "",
    options: narrow,
    act: (page) => page.getByRole("tab", { name: "Foundation" }).click(),
  },
  {
    name: "narrow, inspector",
    rest: "?sel=source:brew2010",
    options: narrow,
    act: (page) => page.getByRole("tab", { name: "Inspector" }).click(),
  },
  { name: "forced colours", rest: "?sel=claim:1.3", options: { forcedColors: "active" } },
  { name: "help", rest: "", act: (page) => page.keyboard.press("?") },
  { name: "import", rest: "", act: (page) => page.getByRole("button", { name: "Import" }).click() },
  { name: "filters", rest: "", act: (page) => page.keyboard.press("f") },
  {
    name: "filters, dark",
    rest: "",
    options: { colorScheme: "dark" },
    act: (page) => page.keyboard.press("f"),
  },
  { name: "filtered", rest: "?f=uncited,carried" },
  { name: "filtered, no match", rest: "?f=uncited,source:brew2010&view=list" },
  { name: "menu", rest: "", act: (page) => page.getByRole("button", { name: "Export" }).click() },
  { name: "a note card", rest: "", act: (page) => page.getByRole("link", { name: "Note 2" }).focus() },
  { name: "found", rest: "", act: (page) => page.getByRole("combobox").fill("brew") },
];

describe("axe finds nothing in", () => {
  it.each(states)("$name", async ({ rest, options, act }) => {
    const page = await desk.openSample(rest, options);
    // What comes behind the text is part of the state.
    await page.waitForLoadState("networkidle");
    await act?.(page);
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
  });

  it("the library", async () => {
    const page = await desk.open();
    await page.getByRole("heading", { name: "Library" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("tab", { name: "Sources", exact: true }).click();
    await page.locator(".works summary").first().click();
    await page.locator(".work-fall").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe("tab stops", () => {
  it("come in the order of reading, from the skip links on, and each shows its focus", async () => {
    const page = await desk.openSample();
    await nodeAt(page, desk.sample().claim("1.1"));
    const stops: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement | null;
        if (!e || e === document.body) return null;
        const style = getComputedStyle(e);
        const seen = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
        const name = e.getAttribute("aria-label") ?? e.textContent ?? "";
        return `${name.trim().slice(0, 30)}${seen ? "" : " (unseen focus)"}`;
      });
      if (stop === null) break;
      stops.push(stop);
    }
    expect(stops.filter((s) => s.includes("unseen"))).toEqual([]);
    expect(stops.slice(0, 12)).toEqual([
      "Skip to the text",
      "Skip to the foundation",
      "Skip to the inspector",
      "Skip to the audit",
      "Footing, library",
      "Find a claim or a source",
      "Filter",
      "Export",
      "Import",
      "Theme: as the system. Change t",
      "Help and keys",
      expect.stringContaining("Page furniture"),
    ]);
    expect(stops).toContain("Claim 1.1: carried?");
    expect(stops.filter((s) => s.startsWith("Foundation graph"))).toHaveLength(1);
  });

  it("lead past everything to a pane by its skip link", async () => {
    const page = await desk.openSample();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "graph-canvas");
  });
});

describe("the panes", () => {
  it("are resized by the arrow keys on their splitters", async () => {
    const page = await desk.openSample();
    const width = () => page.locator("#pane-text").evaluate((pane) => pane.getBoundingClientRect().width);
    const before = await width();
    await page.getByRole("separator", { name: "Width of text and graph" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await width()).toBeGreaterThan(before + 20);
  });
});

describe("the page", () => {
  it("needs no sideways scrolling at 320 pixels", async () => {
    const page = await desk.openSample("?sel=claim:1.3&without=brew2010", {
      viewport: { width: 320, height: 640 },
    });
    for (const tab of ["Text", "Foundation", "Inspector"]) {
      await page.getByRole("tab", { name: tab }).click();
      const wider = await page.evaluate(() => {
        const over = [...document.querySelectorAll<HTMLElement>("body, .pane, .header, .banner, .inspector")];
        return over.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className || e.tagName);
      });
      expect(wider).toEqual([]);
    }
  });

  it("gives every control at least 24 by 24 pixels", async () => {
    const page = await desk.openSample("?sel=source:brew2010");
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, a[href], input, summary, [role=tab]")]
        .filter((e) => e.checkVisibility() && !e.closest(".skip-links"))
        .map((e) => ({
          name: e.getAttribute("aria-label") ?? e.textContent ?? "",
          box: (e.closest("label") ?? e).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && (box.width < 23.5 || box.height < 23.5))
        .map(({ name, box }) => `${name.slice(0, 30)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`),
    );
    expect(small).toEqual([]);
  });
});
