/** The seed page printed by a real browser, in one column and in two, with the browser's own heads and feet. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../e2e/support/browser.ts";
import { analysed, essence } from "./make/essence.ts";
import { seedHtml, seedPage, seedText } from "./make/seed.ts";

let browser: Browser | null = null;
beforeAll(async () => {
  browser = await launch().catch(() => null); // a machine without a browser skips this file
}, 60_000);
afterAll(() => browser?.close());

async function print(css: string): Promise<Uint8Array | null> {
  if (browser === null) return null;
  const page = await browser.newPage();
  await page.setContent(seedHtml(seedPage()).replace("</head>", `<style>${css}</style></head>`));
  const bytes = await page.pdf({
    format: "A4",
    displayHeaderFooter: true,
    margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" },
  });
  await page.close();
  return new Uint8Array(bytes);
}

describe("the seed, printed", () => {
  it.each([
    ["in one column", ""],
    [
      "in two columns, justified and hyphenated",
      "body { columns: 2; text-align: justify; hyphens: auto; font-size: 11pt }",
    ],
  ])(
    "%s",
    async (_, css) => {
      const bytes = await print(css);
      if (bytes === null) return;
      expect(essence(await analysed(bytes))).toEqual(essence(await analysed(seedText)));
    },
    60_000,
  );
});
