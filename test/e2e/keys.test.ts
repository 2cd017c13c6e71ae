/** What keys do beyond their command: where the focus goes, what is kept of what is typed, and that nothing jumps. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";
import { bringIn, openAt, reviewer } from "./support/reviewers.ts";

const desk = setUpDesk();

async function openFresh(words: string, rest = "?sel=pair:1.2:brew2010"): Promise<Page> {
  return openAt(desk, await bringIn(desk, words), rest, reviewer(desk, "Ann"));
}

const field = (page: Page) => page.getByRole("textbox", { name: /^Comment on claim 1\.2/ });
const comments = (page: Page) => page.locator('[data-column="comment"]');

it("keep every letter that is typed behind C", async () => {
  const page = await openFresh("Comment at once");
  await page.getByRole("group", { name: /^Verdict on claim 1\.2/ }).waitFor();
  await page.keyboard.press("c");
  await page.keyboard.type("says otherwise");
  expect(await field(page).inputValue()).toBe("says otherwise");
});

it("leave the window where it is, however low the field is that they go to", async () => {
  const page = await openFresh("No jump");
  await page.keyboard.press("t");
  await page.getByRole("gridcell").first().waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  const { top, spare } = await page.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    return { top: scrollTop, spare: scrollHeight - clientHeight };
  });
  expect([top, spare]).toEqual([0, 0]);
  expect((await page.locator(".header").boundingBox())?.y).toBe(0);
});

it("give a comment up by Esc, keep it by leaving, and say what they undo", async () => {
  const page = await openFresh("Comment kept");
  await page.keyboard.press("1");
  await page.locator(".coverage-words").getByText("1 of 7 pairs reviewed").waitFor();
  await page.keyboard.press("t");
  await comments(page).first().waitFor();
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  await page.keyboard.type("given up");
  await page.keyboard.press("Escape");
  expect(await field(page).inputValue()).toBe("");
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  await page.keyboard.type("kept");
  await page.keyboard.press("Control+Enter");
  await comments(page).getByText("kept").waitFor();
  expect(await comments(page).getByText("given up").count()).toBe(0);
  await page.keyboard.press("Control+z");
  await page.locator(".toast").getByText("Undone: comment on claim 1.2, Brew & Davies 2010").waitFor();
  await comments(page).getByText("kept").waitFor({ state: "detached" });
  await page.locator(".coverage-words").getByText("1 of 7 pairs reviewed").waitFor();
});

it("go on from G through the graph, and from L through the list, by arrows", async () => {
  const page = await openFresh("Arrows", "?sel=claim:1.1");
  await page.locator("#graph-canvas").waitFor();
  await page.waitForFunction(() => window.footingPosition !== undefined);
  await page.keyboard.press("g");
  await page.waitForFunction(() => document.activeElement?.id === "graph-canvas");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash.includes("sel=claim:1.2"));
  await page.keyboard.press("l");
  await page.waitForFunction(() => document.activeElement?.matches("[role=treeitem]"));
});

it("begin at the top of what is selected next", async () => {
  const page = await openFresh("From the top", "?sel=source:weber2008");
  const pane = page.locator("#pane-inspector");
  await pane.getByText("How its fields are known").waitFor();
  await pane.evaluate((element) => element.scrollTo(0, 400));
  await page.keyboard.press("]");
  await pane.getByText("khatri2009").waitFor();
  expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
});
