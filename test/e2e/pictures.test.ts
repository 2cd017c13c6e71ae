/** The graph as kept pictures: the sample in light, dark and forced colours, lit, withdrawn, and a long document. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { nodeAt, setUpDesk } from "./support/desk.ts";
import { expectPicture, most, pictureDifference } from "./support/pictures.ts";

const desk = setUpDesk();
const viewport = { width: 1440, height: 900 };

interface State {
  readonly name: string;
  readonly rest?: string;
  readonly options?: BrowserContextOptions;
  readonly act?: (page: Page) => Promise<unknown>;
}

const states: readonly State[] = [
  { name: "graph-light" },
  { name: "graph-dark", options: { colorScheme: "dark" } },
  { name: "graph-forced-colours", options: { forcedColors: "active" } },
  { name: "graph-pair", rest: "?sel=pair:1.6:brew2010" },
  { name: "graph-without-brew", rest: "?without=brew2010", options: { colorScheme: "dark" } },
  {
    name: "graph-notes",
    act: (page) => page.getByRole("button", { name: "Row of notes" }).click(),
  },
  {
    name: "graph-narrow",
    options: { viewport: { width: 390, height: 844 } },
    act: (page) => page.getByRole("tab", { name: "Foundation" }).click(),
  },
];

const rest = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
};

it.each(states)("$name", async ({ name, rest: address, options, act }) => {
  const page = await desk.openSample(address, { viewport, ...options });
  await act?.(page);
  await nodeAt(page, desk.sample().claim("1.1"));
  await rest(page);
  await expectPicture(page.locator(".graph-place"), name);
});

it("graph-long", async () => {
  const page = await desk.openMade("claims=240&sources=40&edges=150&seed=9#/d/made", { viewport });
  await nodeAt(page, "s0");
  await rest(page);
  await expectPicture(page.locator(".graph-place"), "graph-long");
});

it("tells a picture from another one", async () => {
  const page = await desk.openSample("?without=weber2008", { viewport });
  await nodeAt(page, desk.sample().claim("1.1"));
  await rest(page);
  expect(await pictureDifference(page.locator(".graph-place"), "graph-light")).toBeGreaterThan(most);
});
