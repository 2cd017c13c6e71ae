/** The main states of the desk, as a stranger would be shown them: one library, one review, the same on every run. */
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { type Desk, nodeAt } from "./desk.ts";
import { recordVerdict, reviewer, samplePage } from "./reviewers.ts";

export const sizes = {
  wide: { width: 1440, height: 900 },
  middle: { width: 900, height: 700 },
  narrow: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof sizes;

export const mainStates = ["desk", "pair", "withdrawn", "audit", "library", "preview", "help"] as const;
export type MainState = (typeof mainStates)[number];

const golden = resolve(import.meta.dirname, "../../golden");
const others = ["d05-lamp-oil-history.txt", "d03-pressure-ulcer-guideline.txt"];
const at = "2030-01-15T10:00:00.000Z";

/** Fills the library: two documents beside the sample, and most of a review by two who differ once. */
export async function fillLibrary(desk: Desk): Promise<void> {
  for (const name of others)
    await fetch(`${desk.url()}/api/documents?name=${basename(name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: readFileSync(resolve(golden, name)),
    });
  const document = desk.sample().id;
  const ann = { document, reviewer: "Ann", at };
  await recordVerdict(desk, { ...ann, claim: "1.1", source: "brew2010", verdict: "cannot-verify" });
  await recordVerdict(desk, { ...ann, claim: "1.2", source: "brew2010", verdict: "supports" });
  await recordVerdict(desk, { ...ann, claim: "1.3", source: "weber2008", verdict: "supports" });
  await recordVerdict(desk, {
    ...ann,
    ...{ claim: "1.3", source: "brew2010", verdict: "partly-supports" },
    reasons: ["overgeneralised"],
    comment: "Says so of HIV only",
  });
  await recordVerdict(desk, {
    ...ann,
    reviewer: "Ben",
    claim: "1.3",
    source: "brew2010",
    verdict: "supports",
  });
  await recordVerdict(desk, { ...ann, claim: "1.4", source: "khatri2009", verdict: "supports" });
  await recordVerdict(desk, {
    ...ann,
    ...{ claim: "1.6", source: "brew2010", verdict: "does-not-support" },
    reasons: ["contradicts"],
    comment: "Table 2 says otherwise",
  });
}

/** Opens the state and waits until nothing of it is still to come. */
export async function openState(
  desk: Desk,
  state: MainState,
  size: Size,
  look: BrowserContextOptions,
): Promise<Page> {
  const options = {
    ...reviewer(desk, "Ann"),
    viewport: sizes[size],
    locale: "en-GB",
    timezoneId: "UTC",
    ...look,
  };
  const page = await desk.open(state === "library" ? "#/" : `#/d/${desk.sample().id}${rest(state)}`, options);
  await page
    .locator(state === "library" ? ".documents li" : ".document")
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  const tab = (name: string): Promise<void> => page.getByRole("tab", { name, exact: true }).click();
  switch (state) {
    case "desk":
    case "library":
      break;
    case "pair":
      if (size !== "wide") await tab("Inspector");
      break;
    case "withdrawn":
      if (size === "narrow") await tab("Foundation");
      break;
    case "audit":
      if (size === "narrow") await tab("Audit");
      else {
        // A picture drawn in the room that the table leaves is another than one that was there before it.
        if (size === "wide") await nodeAt(page, desk.sample().claim("1.1"));
        await page.keyboard.press("t");
      }
      await page.getByRole("gridcell").first().waitFor();
      break;
    case "preview":
      await page.getByRole("button", { name: "Import" }).click();
      await page.locator('input[type="file"]').first().setInputFiles([changedSample, cutFile]);
      await page.locator(".job-found").waitFor();
      await page.getByRole("alert").waitFor();
      break;
    case "help":
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      break;
    default:
      state satisfies never;
  }
  await atRest(desk, page);
  return page;
}

const rest = (state: Exclude<MainState, "library">): string =>
  state === "pair" || state === "audit"
    ? "?sel=pair:1.3:brew2010"
    : state === "withdrawn"
      ? "?sel=source:brew2010&without=brew2010"
      : "";

const changedSample = {
  name: "medical-response-revised.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(samplePage.replace("may be an effective means", "is the only effective means")),
};
const cutFile = { name: "cut-off.docx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004broken") };

async function atRest(desk: Desk, page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(2, 2);
  if (await page.locator("#graph-canvas").isVisible()) await nodeAt(page, desk.sample().claim("1.1"));
  await page.waitForTimeout(300);
}
