/** What the desk says and hands over of a part, and of nothing: filtered exports, and an audit that found nothing. */
import { expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";

const desk = setUpDesk();

it("takes away what the filters show, or all where that is asked for", async () => {
  const page = await desk.openSample("?f=source:weber2008");
  const menu = page.getByRole("menu");
  const text = async (): Promise<string> => {
    const link = menu.getByRole("menuitem", { name: "Download BibTeX" });
    return (await fetch(new URL((await link.getAttribute("href"))!, desk.url()))).text();
  };
  await page.getByRole("button", { name: "Export" }).click();
  const only = menu.getByRole("menuitemcheckbox", { name: "Only what the filters show: 1 claim" });
  expect(await only.getAttribute("aria-checked")).toBe("true");
  expect((await text()).match(/^@/gm)).toHaveLength(1);
  await only.click();
  expect(await only.getAttribute("aria-checked")).toBe("false");
  expect((await text()).match(/^@/gm)).toHaveLength(3);
});

it("takes away claims that rest on nothing", async () => {
  const page = await desk.openSample("?f=uncited");
  await page.getByRole("button", { name: "Export" }).click();
  const link = page.getByRole("menuitem", { name: "Download table of claims, CSV" });
  const csv = await (await fetch(new URL((await link.getAttribute("href"))!, desk.url()))).text();
  expect(csv).toContain("Clinical vigilance");
  expect(csv).not.toContain("Where possible, this may be achieved");
});

it("says by how many rules nothing was found, and by which", async () => {
  const response = await fetch(`${desk.url()}/api/documents?name=plan.md`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: "# Plan\n\nHow long does a kettle take?\n\nLast updated: 14 October 2021\n",
  });
  const { document } = (await response.json()) as { document: { id: string } };
  const page = await desk.open(`#/d/${document.id}`);
  await page.getByText(/^Nothing found by \d+ rules/).click();
  await page.locator(".nothing-found").getByText("Claim without exception").waitFor();
});
