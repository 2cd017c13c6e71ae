/**
 * A reviewer's whole errand, in a real browser: import a file, read, judge every pair, take report and BibTeX away. By
 * mouse, by keyboard alone (Tab and keys, no focus set from outside) and by touch.
 */
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../core/model.ts";
import { type Recorded, verdicts, verdictWords } from "../../core/review/index.ts";
import { setUpDesk } from "./support/desk.ts";
import { reviewer, samplePage } from "./support/reviewers.ts";
import { expectBibtex, expectReport, type Judged } from "./support/taken.ts";

const desk = setUpDesk();
const patient = { timeout: 10_000 };

const pairs = [
  ["1.1", "brew2010"],
  ["1.2", "brew2010"],
  ["1.3", "weber2008"],
  ["1.3", "brew2010"],
  ["1.4", "khatri2009"],
  ["1.5", "brew2010"],
  ["1.6", "brew2010"],
] as const;

const judgements: readonly Judged[] = pairs.map(([claim, source], i) => ({
  claim,
  source,
  verdict: verdicts[i % verdicts.length]!,
}));

/** The sample with words of its own at the end, so that no journey finds it in the library. */
const file = (words: string) => ({
  name: `${words}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(`${samplePage}\n${words}.`),
});

/** What the preview says of it: ten claims of the sample, and the words at the end. */
const found = /^11 claims · 4 markers · 4 notes · 3 sources/;
const ownDocument = "Add as a document of its own";

const idOf = (page: Page): string => decodeURIComponent(/#\/d\/([^?]+)/.exec(page.url())![1]!);
const api = (id: string, rest: string): string => `${desk.url()}/api/documents/${id}/${rest}`;
const progress = (page: Page, words: string) =>
  page.locator(":is(.coverage-words, .audit-figures):visible").filter({ hasText: words }).first().waitFor();

/** Holds library and downloads to the verdicts that were meant. */
async function expectDone(page: Page, report: Download, bibtex: Download): Promise<void> {
  const id = idOf(page);
  const analysis = (await (await fetch(api(id, "analysis"))).json()) as Analysis;
  const label = new Map(analysis.statements.map((s) => [s.id, s.label]));
  const key = new Map(analysis.sources.map((s) => [s.id, s.key]));
  const recorded = async (): Promise<Judged[]> =>
    ((await (await fetch(api(id, "review"))).json()) as { items: Recorded[] }).items.map(({ event }) => {
      if (event.kind !== "verdict" || event.subject.kind !== "pair") throw new Error(`a ${event.kind} event`);
      const { claim, source } = event.subject;
      return { claim: label.get(claim)!, source: key.get(source)!, verdict: event.verdict };
    });
  expect(await recorded()).toEqual(judgements);
  expect(report.suggestedFilename()).toMatch(/\.html$/);
  expect(bibtex.suggestedFilename()).toMatch(/\.bib$/);
  await expectReport(page, report, api(id, "export/html"), analysis, judgements);
  await expectBibtex(bibtex, analysis);
}

const downloadBy = async (page: Page, act: () => Promise<unknown>): Promise<Download> =>
  (await Promise.all([page.waitForEvent("download"), act()]))[0];

/** Opens the library as someone who has given a name. */
async function openAs(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await desk.open("#/", { ...reviewer(desk, name), ...options });
  // Playwright takes a moment to catch choosers of files; one that a key opens would come before it.
  page.on("filechooser", () => {});
  await page.getByRole("heading", { name: "Library" }).waitFor();
  return page;
}

describe("import, read, judge every pair, take report and BibTeX away", () => {
  it("by mouse", async () => {
    const page = await openAs("Mia");
    await page.getByRole("button", { name: "Import" }).first().click();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByText("Choose files").click(),
    ]);
    await chooser.setFiles(file("By mouse"));
    await page.getByText(found).waitFor();
    await page.getByRole("radio", { name: ownDocument }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".document").waitFor();

    await page.getByRole("link", { name: "Note 2" }).hover();
    await page.getByRole("group", { name: "Note" }).getByText("Progressive multifocal").waitFor();
    for (const [i, { claim, source, verdict }] of judgements.entries()) {
      await page.locator(`[data-claim="${claim}"]`).click();
      const inspector = page.getByRole("region", { name: "Inspector" });
      const name = desk.sample().analysis.sources.find((s) => s.key === source)!.label;
      await inspector
        .getByRole("group", { name: `Verdict on claim ${claim}, ${name}` })
        .getByRole("button", { name: verdictWords[verdict].label, exact: true })
        .click();
      await progress(page, `${i + 1} of 7 pairs reviewed`);
    }
    await expect.poll(() => page.locator(".queue-note").count(), patient).toBe(0);
    const item = async (name: string): Promise<Download> => {
      await page.getByRole("button", { name: "Export" }).click();
      return downloadBy(page, () => page.getByRole("menuitem", { name }).click());
    };
    await expectDone(page, await item("Download report, HTML"), await item("Download BibTeX"));
  });

  it("by keyboard", async () => {
    const page = await openAs("Kay");
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    await tabTo(page, "Import");
    await press("Enter");
    await tabTo(page, "Choose files");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Enter")]);
    await chooser.setFiles(file("By keyboard"));
    await page.getByText(found).waitFor();
    // The choice offered first is the next version.
    await tabTo(page, /^Add as version/);
    await press("ArrowDown");
    expect(await focused(page)).toBe(ownDocument);
    await tabTo(page, "Add");
    await press("Enter");
    // The text that was open stands behind the dialog until the new one comes: a key before that would go to it.
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await progress(page, "of 11 claims cited");

    const said = page.locator('[aria-live="polite"]').first();
    for (const [i, { claim, verdict }] of judgements.entries()) {
      await press("n");
      await said.getByText(`Claim ${claim} with`).waitFor({ state: "attached" });
      await press(String(verdicts.indexOf(verdict) + 1));
      await progress(page, `${i + 1} of 7 pairs reviewed`);
    }
    await press("n");
    await page.locator(".toast").getByText("Every pair has your verdict").waitFor();
    await expect.poll(() => page.locator(".queue-note").count(), patient).toBe(0);
    const item = async (name: string): Promise<Download> => {
      await tabTo(page, "Export");
      await press("Enter");
      await page.getByRole("menuitem", { name }).waitFor();
      await press("Home");
      for (let i = 0; i < 40 && (await focused(page)) !== name; i++) await press("ArrowDown");
      expect(await focused(page)).toBe(name);
      return downloadBy(page, () => press("Enter"));
    };
    await expectDone(page, await item("Download report, HTML"), await item("Download BibTeX"));
  });

  it("by touch", async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const page = await openAs("Tom", phone);
    await page.getByRole("button", { name: "Import" }).first().tap();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByText("Choose files").tap(),
    ]);
    await chooser.setFiles(file("By touch"));
    await page.getByText(found).waitFor();
    await page.getByRole("radio", { name: ownDocument }).tap();
    await page.getByRole("button", { name: "Add", exact: true }).tap();
    await page.locator(".document").waitFor();

    await page.locator('[data-chip="1.3"]').tap();
    await page.getByRole("tab", { name: "Inspector" }).tap();
    await page.getByText("Rests on 2 sources").waitFor();
    await page.getByRole("tab", { name: "Audit" }).tap();
    for (const [i, { verdict }] of judgements.entries()) {
      const row = page
        .getByRole("grid")
        .getByRole("row")
        .nth(i + 1);
      await row.getByRole("gridcell").first().tap();
      await row.getByRole("button", { name: verdictWords[verdict].label, exact: true }).tap();
      await progress(page, `${i + 1} of 7 pairs reviewed`);
    }
    await expect.poll(() => page.locator(".queue-note").count(), patient).toBe(0);
    const item = async (name: string): Promise<Download> => {
      await page.getByRole("button", { name: "Export" }).tap();
      return downloadBy(page, () => page.getByRole("menuitem", { name }).tap());
    };
    await expectDone(page, await item("Download report, HTML"), await item("Download BibTeX"));
  });
});

/** Returns the name of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = element?.closest("label")?.textContent;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").trim();
  });

/** Presses Tab until what is named has the focus; fails after a round of the page. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const begun = await page.evaluateHandle(() => new Set<Element>());
  let before = 0;
  // Wherever it starts, a whole round leads past everything; only then is the way known to be closed.
  for (let again = 0; again < 3; ) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (typeof name === "string" ? at === name : name.test(at)) return;
    const seen = await begun.evaluate((all) => all.add(document.activeElement ?? document.body).size);
    again = seen === before ? again + 1 : 0;
    before = seen;
  }
  throw new Error(`no Tab leads to “${name}”`);
}
