/** Filters in the browser: set by key and mouse, seen in text, list and address, cleared where nothing matches. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { query, setUpDesk } from "./support/desk.ts";

const desk = setUpDesk();

/** Milliseconds after which the camera, once it rests, has told the address where it is. */
const cameraTold = 400;

const leftOut = (page: Page): Promise<string[]> =>
  page
    .locator('.claim[data-left-out="true"]')
    .evaluateAll((all) => [...new Set(all.map((c) => (c as HTMLElement).dataset.claim ?? ""))]);

it("are set by keyboard alone, shared by text and list, kept in the address, and cleared", async () => {
  const page = await desk.openSample();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("f");
  const panel = page.getByRole("dialog", { name: "Filters" });
  await panel.getByRole("checkbox", { name: "uncited 4 claims" }).focus();
  await page.keyboard.press("Space");
  expect(query(page)).toBe("f=uncited");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.getByRole("region", { name: "Filters" }).getByText("4 of 10 claims on 0 sources").waitFor();
  expect(await leftOut(page)).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
  await page.keyboard.press("j");
  expect(query(page)).toBe("sel=claim:2.1&f=uncited");
  await page.keyboard.press("l");
  const tree = page.getByRole("tree", { name: "Claims and their sources" });
  await tree.waitFor();
  expect(await tree.locator('[aria-level="1"] .tree-name').allTextContents()).toEqual([
    "2.1",
    "2.2",
    "2.3",
    "2.4",
  ]);
  await page.getByRole("button", { name: "Clear" }).click();
  expect(query(page)).toBe("sel=claim:2.1&view=list");
  expect(await leftOut(page)).toEqual([]);
});

it("say when nothing matches, and offer the way back", async () => {
  const page = await desk.openSample("?f=uncited,source:brew2010");
  const strip = page.getByRole("region", { name: "Filters" });
  await strip.getByText("No match").waitFor();
  await page.waitForFunction(() => performance.getEntriesByName("footing:frame").length > 0);
  await page.waitForTimeout(cameraTold);
  expect(query(page)).toBe("f=uncited,source:brew2010");
  await strip.getByRole("button", { name: /^Source Brew & Davies 2010/ }).click();
  expect(query(page)).toBe("f=uncited");
  await strip.getByRole("button", { name: "Clear" }).click();
  await strip.waitFor({ state: "detached" });
  expect(query(page)).toBe("");
});

it("leave out what they do not know, and say so", async () => {
  const page = await desk.openSample("?f=carried,size:big,rule:no-identifier");
  await page.getByText("The link named “f=size:big”; it was left out.").waitFor();
  await page.getByRole("button", { name: "Dismiss", exact: true }).click();
  expect(query(page)).toBe("f=carried,rule:no-identifier");
});
