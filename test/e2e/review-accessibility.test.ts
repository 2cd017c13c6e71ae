/** The states of a review: axe-core in light, dark and forced colours, tab stops, a still text, and paper. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Verdict } from "../../core/review/index.ts";
import { violations } from "./support/axe.ts";
import { setUpDesk } from "./support/desk.ts";
import { bringIn, openAt, recordVerdict, reviewer, samplePage } from "./support/reviewers.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

/** A text with verdicts, a conflict, an orphan and a refused event waiting in the browser. */
let reviewed: string;

const judge = (document: string, reviewer: string, claim: string, source: string, verdict: Verdict) =>
  recordVerdict(desk, {
    ...{ document, reviewer, claim, source, verdict },
    reasons: ["not-stated"],
    comment: "Table 2 says otherwise",
  });

beforeAll(async () => {
  const before = await bringIn(desk, "Reviewed");
  await judge(before, "Ann", "1.4", "khatri2009", "supports");
  const text = samplePage.replace("may be an effective means", "is the only effective means");
  reviewed = await bringIn(desk, "Reviewed", text, before);
  await judge(reviewed, "Ann", "1.3", "brew2010", "supports");
  await judge(reviewed, "Ben", "1.3", "brew2010", "does-not-support");
  await judge(reviewed, "Ann", "1.2", "brew2010", "partly-supports");
  await judge(reviewed, "Ben", "1.6", "brew2010", "cannot-verify");
});

interface State {
  readonly name: string;
  readonly rest: string;
  readonly narrow?: boolean;
  /** Has colours of its own, so that it is looked at in the dark as well. */
  readonly dark?: true;
  /** Says something by colour that must be said without. */
  readonly forced?: true;
  readonly act?: (page: Page) => Promise<unknown>;
}

const states: readonly State[] = [
  { name: "a document with orphans", rest: "", dark: true },
  { name: "a pair in conflict", rest: "?sel=pair:1.3:brew2010", dark: true, forced: true },
  { name: "a source with its fields", rest: "?sel=source:brew2010", dark: true },
  {
    name: "the audit table",
    rest: "?sel=pair:1.3:brew2010",
    dark: true,
    forced: true,
    act: async (page) => {
      await page.keyboard.press("t");
      await page.getByRole("gridcell").first().waitFor();
    },
  },
  {
    name: "a finding's page",
    rest: "?sel=claim:1.1",
    act: (page) => page.getByRole("button", { name: "Claim without exception", exact: true }).click(),
  },
  {
    name: "a dismissal",
    rest: "?sel=claim:2.1",
    dark: true,
    act: (page) =>
      page
        .getByRole("button", { name: /^Dismiss…/ })
        .first()
        .click(),
  },
  {
    name: "keys being changed",
    rest: "",
    act: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("button", { name: "Change keys" }).click();
    },
  },
  {
    name: "columns being chosen",
    rest: "",
    act: async (page) => {
      await page.getByRole("button", { name: "Audit" }).click();
      await page.getByRole("button", { name: "Columns" }).click();
    },
  },
  {
    name: "the name being asked for",
    rest: "",
    act: (page) => page.getByRole("button", { name: /Ann/ }).click(),
  },
  {
    name: "narrow, the audit table",
    rest: "?sel=pair:1.3:brew2010",
    narrow: true,
    act: (page) => page.getByRole("tab", { name: "Audit" }).click(),
  },
  {
    name: "narrow, a pair",
    rest: "?sel=pair:1.3:brew2010",
    narrow: true,
    act: (page) => page.getByRole("tab", { name: "Inspector" }).click(),
  },
];

const looks: readonly (readonly [string, BrowserContextOptions, readonly State[]])[] = [
  ["light", {}, states],
  ["dark", { colorScheme: "dark" }, states.filter((s) => s.dark)],
  ["forced colours", { forcedColors: "active" }, states.filter((s) => s.forced)],
];

describe.each(looks)("axe finds nothing, %s, in", (_, look, seen) => {
  it.each(seen)("$name", async ({ rest, narrow, act }) => {
    const options: BrowserContextOptions = { ...reviewer(desk, "Ann"), ...look };
    if (narrow) options.viewport = { width: 390, height: 844 };
    const page = await openAt(desk, reviewed, rest, options);
    await act?.(page);
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
  });
});

describe("the text", () => {
  it("stands still after it was painted, while verdicts and findings come in", async () => {
    const page = await desk.open("#/", reviewer(desk, "Ann"));
    await page.addInitScript(() => {
      (window as unknown as { shifts: string[] }).shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Node | null }[];
        }[])
          if (!entry.hadRecentInput)
            (window as unknown as { shifts: string[] }).shifts.push(
              `${entry.value} ${entry.sources.map((s) => (s.node as Element | null)?.className ?? "?").join(" ")}`,
            );
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${desk.url()}/?again#/d/${reviewed}`);
    await page.locator(".document").waitFor();
    await page.locator(".coverage-words").getByText("3 of 7 pairs reviewed").waitFor();
    await page.waitForTimeout(800);
    const moved = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    expect(moved.filter((shift) => Number.parseFloat(shift) > 0.001)).toEqual([]);
  });

  it("is printed whole, without chips, marks and bars, with what was folded", async () => {
    const page = await openAt(desk, reviewed, "", reviewer(desk, "Ann"));
    expect(await page.locator(".document details[open]").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".document details:not([open])").count()).toBe(0);
    for (const part of [".chip", ".finding-mark", ".audit-bar", ".header", ".graph-pane"])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    expect(await page.locator(".document").textContent()).toContain("View site Terms of Use");
  });
});

describe("tab stops", () => {
  it("of the open audit table are its views, its columns, one cell and the way out", async () => {
    const page = await openAt(desk, reviewed, "", reviewer(desk, "Ann"));
    await page.keyboard.press("t");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell");
    await page.getByRole("button", { name: /^All/ }).focus();
    const stops: string[] = [];
    for (let i = 0; i < 14; i += 1) {
      stops.push(
        await page.evaluate(() => {
          const e = document.activeElement as HTMLElement;
          return e.getAttribute("role") === "gridcell"
            ? "a cell"
            : (e.getAttribute("aria-label") ?? e.closest("label")?.textContent ?? e.textContent ?? "").trim();
        }),
      );
      await page.keyboard.press("Tab");
    }
    expect(stops.map((s) => s.replace(/ \d+$/, ""))).toEqual([
      "All",
      "Not reviewed",
      "Conflicts",
      "Uncited",
      "Findings",
      "Orphans",
      "Columns",
      "Close the audit table",
      "a cell",
      "Audit",
      "Blind: hide others' verdicts until mine stands",
      "Reviewer: Ann",
      expect.anything(),
      expect.anything(),
    ]);
  });
});
