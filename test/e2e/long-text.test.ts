/** A text of two thousand sentences: it comes piece by piece, and what is far down is found all the same. */
import { expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";
import { bringInLong } from "./support/long-review.ts";

const desk = setUpDesk();
const sentences = 2000;

it("comes whole, goes to what is selected far down", async () => {
  const id = await bringInLong(desk.url(), sentences);
  const analysis = (await (await fetch(`${desk.url()}/api/documents/${id}/analysis`)).json()) as {
    readonly statements: readonly { readonly kind: string; readonly label: string }[];
    readonly notes: readonly unknown[];
  };
  const claims = analysis.statements.filter(({ kind }) => kind === "claim");
  const last = claims.at(-1)!.label;
  const page = await desk.open(`#/d/${id}?sel=claim:${last}`);
  const chip = page.locator(`[data-chip="${last}"]`);
  await chip.waitFor();
  await page.waitForFunction((ref) => {
    const box = document.querySelector(`[data-chip="${ref}"]`)?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.bottom < innerHeight;
  }, last);
  await page.waitForFunction(
    (count) => document.querySelectorAll(".notes li").length === count,
    analysis.notes.length,
  );
  expect(await page.locator(".chip").count()).toBe(claims.length);
});

it("is whole on paper, however early it is printed", async () => {
  const id = await bringInLong(desk.url(), sentences);
  const page = await desk.open(`#/d/${id}`);
  await page.locator(".document p").first().waitFor();
  const found = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return [".document .stretch > p", ".notes li"].map((part) => document.querySelectorAll(part).length);
  });
  expect(found).toEqual([sentences / 5, 0.3 * sentences]);
});
