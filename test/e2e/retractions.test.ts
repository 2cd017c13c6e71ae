/** The journey of a retraction list: brought in, its findings in margin, node and table, the works on it, taken away. */
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { retractionCsv } from "../support/retraction-list.ts";
import { violations } from "./support/axe.ts";
import { setUpDesk } from "./support/desk.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

const text = `Water boils at lower heat on high hills.1 Ice floats on the water of lakes.2


1 Ann Hill. Boiling on hills. J Water. 2001;1(1):1-9. doi:10.1234/hills
2 Bo Lake. Freezing of lakes. J Water. 2003;3(1):10-19. doi:10.1234/lakes
`;
const retraction = { doi: "10.1234/HILLS", date: "3/7/2019", reason: "+Error in Data;" };
const csv = (name: string, content: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});
const list = csv("retraction_watch.csv", retractionCsv(retraction, { doi: "10.1234/lakes" }));

let id: string;
beforeAll(async () => {
  const made = await fetch(`${desk.url()}/api/documents?name=hills.txt`, {
    method: "POST",
    headers: { "content-type": "text/plain", origin: desk.url() },
    body: text,
  });
  id = ((await made.json()) as { document: { id: string } }).document.id;
});

const openDocument = async (rest = ""): Promise<Page> => {
  const page = await desk.open(`#/d/${id}${rest}`);
  await page.locator(".document").waitFor();
  return page;
};
async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.getByRole("button", { name: "Import" }).click();
  await page.locator('input[type="file"]').first().setInputFiles([file]);
}
const mark = (page: Page) => page.getByRole("button", { name: /^1 finding on note 1: 1 error/ });

it("says in its own words why a file is no list, and lets another be chosen", async () => {
  const page = await openDocument();
  await choose(page, csv("wages.csv", "name,wage\nAda,1\n"));
  const failure = page.getByRole("alert");
  await failure
    .getByText("The file is no Retraction Watch list: it has no column RetractionNature")
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Take wages.csv off the list" }).click();
  await page.getByText("Drop files or a folder here").waitFor();
  expect((await (await fetch(`${desk.url()}/api/retractions`)).json()).list).toBeNull();
});

it("brings a list in, shows what it says wherever findings stand, and takes it away", async () => {
  const page = await openDocument();
  expect(await mark(page).count()).toBe(0);
  const legend = page.getByText("has a finding");
  expect(await legend.count()).toBe(0);

  await choose(page, list);
  const found = page.getByRole("region", { name: "List to check against" });
  await found.getByText("2 rows, the newest notice of 2019-03-07").waitFor();
  await found.getByText("2 sources of the library are on it: 2 retracted.").waitFor();
  expect(await violations(page)).toEqual([]);
  expect((await (await fetch(`${desk.url()}/api/retractions`)).json()).list).toBeNull();
  await found.getByRole("button", { name: "Use this list" }).focus();
  await page.keyboard.press("Enter");

  // In the margin and, through it, in the inspector.
  await mark(page).click();
  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("button", { name: "Retracted source", exact: true }).waitFor();
  await findings.getByText("was retracted on 2019-03-07 (Error in Data)").waitFor();
  // On the node.
  await legend.first().waitFor();
  // In the table.
  await page.keyboard.press("t");
  await page.locator('[role="row"]').getByText("Retracted source").first().waitFor();

  const before = await openDocument();
  await before.goto(`${desk.url()}/#/`);
  await before.getByRole("tab", { name: "Retractions" }).click();
  const used = before.locator(".list-in-use");
  await used
    .getByText("The Retraction Watch list in use has 2 rows, the newest notice of 2019-03-07")
    .waitFor();
  await used
    .getByText("2 sources of the library are on it: 2 retracted. A source that is not on it is not cleared.")
    .waitFor();
  await before.getByText("Without the retracted ones together: 2 claims fall.").waitFor();
  const work = before.locator(".works > li").filter({ hasText: "Hill 2001" });
  await work.getByText("retracted · retraction 2019-03-07 10.5555/notice.1").waitFor();
  await work.locator("summary").click();
  await work.getByText("Without it: 1 claim falls.").waitFor();
  expect(await violations(before)).toEqual([]);

  before.on("dialog", (dialog) => void dialog.accept());
  await before.getByRole("button", { name: "Remove the list" }).click();
  await before.getByText("No list is in use").waitFor();
  expect(await violations(before)).toEqual([]);
  const after = await openDocument();
  expect(await mark(after).count()).toBe(0);
});
