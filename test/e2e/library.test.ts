/** Bringing documents in with a look at them first, their versions, and the library that holds them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";
import { reviewer } from "./support/reviewers.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

const notes =
  "\n\n\n1 Ann Hill. Boiling on hills. J Water. 2001;1(1):1-9.\n2 Bo Lake. Freezing. J Water. 2003;3(1):10-19.";
const kept = "Ice floats on water.2 Steam rises above the pot. Lakes freeze from above.";
const first = `Water boils at lower heat on hills.1 ${kept} Snow is white and cold.${notes}`;
const second = `Water boils at lower heat on high hills.1 ${kept} Rain falls from clouds.${notes}`;

const text = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

async function choose(page: Page, ...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.getByRole("button", { name: "Import" }).click();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([...files]);
}

const found = (page: Page) => page.locator(".job-found");

describe("importing", () => {
  it("shows what would be found before anything is added", async () => {
    const page = await desk.open();
    await choose(page, text("hills.txt", first));
    await found(page).waitFor();
    expect(await found(page).textContent()).toMatch(/^5 claims · 2 markers · 2 notes · 2 sources/);
    const list = await (await fetch(`${desk.url()}/api/documents`)).json();
    expect(JSON.stringify(list)).not.toContain("hills.txt");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".document").getByText("Ice floats on water.").waitFor();
  });

  it("knows the same file again, and offers a changed one as the next version", async () => {
    const page = await desk.open();
    await choose(page, text("hills.txt", first));
    await page.getByText("The same file is in the library").waitFor();
    await page.getByRole("button", { name: "Start over" }).click();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([text("hills.txt", second)]);
    await page.getByRole("radio", { name: /Add as version 2/ }).waitFor();
    expect(await page.getByRole("radio", { name: /Add as version 2/ }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "version 2 of 2" }).click();
    const dialog = page.getByRole("dialog", { name: "Versions" });
    await dialog.getByText("From version 1 to 2: 1 edited, 1 added, 1 removed").waitFor();
    expect(await dialog.locator(".change ins").allTextContents()).toEqual(
      expect.arrayContaining(["high ", "Rain falls from clouds."]),
    );
    expect(await dialog.locator(".change del").allTextContents()).toContain("Snow is white and cold.");
  });

  it("completes sources from a bibliography beside the document", async () => {
    const page = await desk.open();
    const bib =
      "@article{hill01,author={Hill, Ann},title={Boiling on hills},journal={J Water},year={2001},doi={10.1234/hills}}";
    await choose(page, text("lakes.txt", `Lakes are wet.1 Seas are salty.2${notes}`), text("lakes.bib", bib));
    await page.getByText("Sources are completed from lakes.bib").waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".document").waitFor();
    const id = /#\/d\/([^?]+)/.exec(page.url())![1]!;
    const csl = await (await fetch(`${desk.url()}/api/documents/${id}/export/csl-json`)).text();
    expect(csl).toContain("10.1234/hills");
  });

  it("takes several files at once, and one that cannot be read does not stop the others", async () => {
    const page = await desk.open();
    await choose(
      page,
      text("one.txt", `Sand is dry.1${notes}`),
      { name: "two.docx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004broken") },
      text("three.txt", `Mud is wet.2${notes}`),
    );
    await expect.poll(() => found(page).count()).toBe(2);
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Add 2 documents" }).click();
    await page.getByText("Added 2 documents").first().waitFor();
    expect(await page.locator('.job[data-stage="added"]').count()).toBe(2);
    expect(await page.getByRole("alert").count()).toBe(1);
  });

  it("takes a folder", async () => {
    const page = await desk.open();
    const folder = join(desk.folder(), "papers");
    mkdirSync(join(folder, "deep"), { recursive: true });
    writeFileSync(join(folder, "clay.txt"), `Clay is soft.1${notes}`);
    writeFileSync(join(folder, "deep", "rock.txt"), `Rock is hard.2${notes}`);
    await page.getByRole("button", { name: "Import" }).click();
    await page.locator("input[webkitdirectory]").setInputFiles(folder);
    await expect.poll(() => found(page).count()).toBe(2);
    await page
      .getByRole("button", { name: "Cancel" })
      .or(page.getByRole("button", { name: "Start over" }))
      .click();
    expect(await found(page).count()).toBe(0);
  });

  it("says how far a long one is, and can be told to stop", async () => {
    const page = await desk.open();
    await page.route("**/api/documents/preview*", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue().catch(() => null);
    });
    await choose(page, text("slow.txt", `Slow is calm.1${notes}`));
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Drop files or a folder here").waitFor();
  });
});

describe("the library", () => {
  it("lists documents with what is cited, found and reviewed", async () => {
    const page = await desk.open("#/");
    const entry = page.locator(".documents li").filter({ hasText: "Medical Response" });
    await entry.waitFor();
    expect(await entry.locator(".entry-facts").textContent()).toContain("6 of 10 claims cited");
  });

  it("shows what rests on a source in all documents, and what falls without it", async () => {
    const page = await desk.open("#/");
    await page.getByRole("tab", { name: "Sources", exact: true }).click();
    await page.getByRole("searchbox").fill("Brew");
    const work = page.locator(".works > li");
    await expect.poll(() => work.count()).toBe(1);
    expect(await work.locator(".entry-facts").textContent()).toBe(
      "5 claims in 1 document (3 direct, 2 only carried)",
    );
    await work.locator("summary").click();
    await work
      .getByText(
        "Without it: 2 claims fall, 2 more that only carried citations hold, 1 still stands on others.",
      )
      .waitFor();
    await work.getByRole("link", { name: "1.6" }).click();
    await page.locator('.claim[data-claim="1.6"]').waitFor();
    expect(page.url()).toContain("sel=claim:1.6");
  });

  it("asks before two sources are taken as one, and takes it back", async () => {
    const list = (title: string): string =>
      `Moss is ${title}.1 Fern is tall.2\n\n\n1 Ann Moss. Growth of moss in wet woods. J Moss. 2004;1(1):1-9.\n2 Bo Fern. Height of ferns. J Fern. 2005;3(1):10-19.`;
    for (const [name, title] of [
      ["moss-a.txt", "green"],
      ["moss-b.txt", "soft"],
    ] as const)
      await fetch(`${desk.url()}/api/documents?name=${name}`, {
        method: "POST",
        headers: { "content-type": "text/plain", origin: desk.url() },
        body: list(title),
      });
    const page = await desk.open("#/", reviewer(desk, "Ann"));
    await page.getByRole("tab", { name: "Possible duplicates" }).click();
    const card = page.locator(".proposal").filter({ hasText: "Growth of moss" });
    await card.getByText("Same title, year and first author").waitFor();
    await card.getByRole("button", { name: "One work" }).click();
    const accepted = page.locator(".proposals").filter({ hasText: "Taken as one work" });
    await accepted.getByText("Growth of moss").first().waitFor();
    await page.getByRole("tab", { name: "Sources", exact: true }).click();
    await page.getByRole("searchbox").fill("moss wet");
    const work = page.locator(".works > li").filter({ hasText: "2 claims in 2 documents" });
    await work.locator("summary").click();
    const said = work.locator(".merges > li");
    await said.getByText(/^Joined by Ann, /).waitFor();
    expect(await said.locator(".proposal-reason").textContent()).toContain(
      "Same title, year and first author",
    );
    await page.getByRole("tab", { name: "Possible duplicates" }).click();
    await accepted.getByText(/^Joined by Ann, /).waitFor();
    await accepted.getByRole("button", { name: "Split" }).click();
    await card.getByRole("button", { name: "Two works" }).waitFor();
  });

  it("names claims of the same words that rest on different sources", async () => {
    for (const [name, author] of [
      ["reed-a.txt", "Cy Reed"],
      ["reed-b.txt", "Di Rush"],
    ] as const)
      await fetch(`${desk.url()}/api/documents?name=${name}`, {
        method: "POST",
        headers: { "content-type": "text/plain", origin: desk.url() },
        body: `Reeds clean the water of slow rivers.1 ${name} ends.2\n\n\n1 ${author}. Clean water in ${name}. J Reed. 2006;1(1):1-9.\n2 Bo Fern. Height of ferns. J Fern. 2005;3(1):10-19.`,
      });
    const page = await desk.open("#/");
    await page.getByRole("tab", { name: "Same words, other sources" }).click();
    const card = page.locator(".proposal").filter({ hasText: "Reeds clean the water of slow rivers." });
    await card.getByText("Reed 2006").waitFor();
    await card.getByText("Rush 2006").waitFor();
  });
});
