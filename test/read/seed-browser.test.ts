/**
 * The seed page as a real browser hands it on: copied as text, saved as HTML, printed in one column and in two with the
 * browser's own heads and feet. Each gives the same claims, sources and edges.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../e2e/support/browser.ts";
import { analysed, type Essence, essence } from "./make/essence.ts";
import { seedHtml, seedPage, seedText } from "./make/seed.ts";

let browser: Browser | null = null;
let expected: Essence;
beforeAll(async () => {
  browser = await launch().catch(() => null);
  expected = essence(await analysed(seedText));
}, 60_000);
afterAll(() => browser?.close());

/** What a user takes from the page, once it is shown with the style. */
type Take = (page: Page) => Promise<Uint8Array>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const copied: Take = async (page) => {
  await page.keyboard.press("Control+A");
  return encode(await page.evaluate("getSelection().toString()"));
};
const pasted: Take = async (page) => {
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await page.setContent("<textarea autofocus></textarea>");
  await page.focus("textarea");
  await page.keyboard.press("Control+V");
  return encode(await page.inputValue("textarea"));
};
const saved: Take = async (page) => encode(await page.content());
const printed: Take = async (page) => {
  const margin = { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" };
  return new Uint8Array(await page.pdf({ format: "A4", displayHeaderFooter: true, margin }));
};

const columns = "body { columns: 2; text-align: justify; hyphens: auto; font-size: 11pt }";
const ways: readonly (readonly [name: string, style: string, take: Take])[] = [
  ["selected and copied", "", copied],
  ["copied and pasted into a field", "", pasted],
  ["saved as HTML", "", saved],
  ["printed in one column", "", printed],
  ["printed in two columns, justified and hyphenated", columns, printed],
];

describe("the seed, from a browser", () => {
  it.each(ways)(
    "%s",
    async (_, style, take) => {
      // A machine without a browser has nothing to test here.
      if (browser === null) return;
      const page = await browser.newPage();
      await page.setContent(seedHtml(seedPage()).replace("</head>", `<style>${style}</style></head>`));
      const bytes = await take(page);
      await page.close();
      expect(bytes.length).toBeGreaterThan(1_000);
      expect(essence(await analysed(bytes))).toEqual(expected);
    },
    60_000,
  );
});
