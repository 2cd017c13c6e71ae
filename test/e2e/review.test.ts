/** Reviewing in the real browser: undo, comments, conflicts, findings, keys, a changed text, a server that goes. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Recorded } from "../../core/review/index.ts";
import { query, setUpDesk } from "./support/desk.ts";
import { bringIn, openAt, reviewer, samplePage } from "./support/reviewers.ts";

/** Other work may keep this machine busy. */
const patient = { timeout: 10_000 };

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

const as = (name: string): BrowserContextOptions => reviewer(desk, name);

async function openFresh(
  words: string,
  rest = "",
  options: BrowserContextOptions = {},
): Promise<[Page, string]> {
  const id = await bringIn(desk, words);
  return [await openAt(desk, id, rest, options), id];
}

const openAs = (id: string, rest = "", options: BrowserContextOptions = {}): Promise<Page> =>
  openAt(desk, id, rest, options);

async function recorded(id: string): Promise<readonly Recorded[]> {
  const response = await fetch(`${desk.url()}/api/documents/${id}/review`);
  return ((await response.json()) as { items: Recorded[] }).items;
}

/** "1.3 weber2008 supports", in the order of recording. */
async function verdictsOf(id: string): Promise<string[]> {
  const analysis = (await (await fetch(`${desk.url()}/api/documents/${id}/analysis`)).json()) as ReturnType<
    typeof desk.sample
  >["analysis"];
  const label = new Map(analysis.statements.map((s) => [s.id, s.label]));
  const key = new Map(analysis.sources.map((s) => [s.id, s.key]));
  return (await recorded(id)).flatMap(({ event: e }) =>
    e.kind === "verdict" && e.subject.kind === "pair"
      ? [`${label.get(e.subject.claim)} ${key.get(e.subject.source)} ${e.verdict}`]
      : [e.kind],
  );
}

const allPairs = [
  "1.1 brew2010",
  "1.2 brew2010",
  "1.3 weber2008",
  "1.3 brew2010",
  "1.4 khatri2009",
  "1.5 brew2010",
  "1.6 brew2010",
];

async function sayName(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name or initials").fill(name);
  await page.keyboard.press("Enter");
}

const progress = (page: Page, words: string) => page.locator(".coverage-words").getByText(words).waitFor();

describe("a whole review", () => {
  it("is undone, redone, commented on and taken back by keyboard", async () => {
    const [page, id] = await openFresh("By keyboard");
    const words = ["supports", "partly-supports", "does-not-support", "cannot-verify"];
    for (const [i] of allPairs.entries()) {
      await page.keyboard.press("n");
      await page.keyboard.press(String((i % 4) + 1));
      if (i === 0) await sayName(page, "Ann");
      await progress(page, `${i + 1} of 7 pairs reviewed`);
    }
    await page.keyboard.press("n");
    await page.locator(".toast").getByText("Every pair has your verdict").waitFor();
    expect(await verdictsOf(id)).toEqual(allPairs.map((pair, i) => `${pair} ${words[i % 4]}`));

    await page.keyboard.press("Control+z");
    await page
      .locator(".toast")
      .getByText("Undone: does not support on claim 1.6, Brew & Davies 2010")
      .waitFor();
    await progress(page, "6 of 7 pairs reviewed");
    await page.keyboard.press("Control+z");
    await progress(page, "5 of 7 pairs reviewed");
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+Shift+z");
    await page
      .locator(".toast")
      .getByText("Redone: does not support on claim 1.6, Brew & Davies 2010")
      .waitFor();
    await progress(page, "7 of 7 pairs reviewed");
    await page.keyboard.press("Control+z");
    await progress(page, "6 of 7 pairs reviewed");
    await page.keyboard.press("Control+Shift+z");
    await progress(page, "7 of 7 pairs reviewed");

    await page.keyboard.press("c");
    await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
    await page.keyboard.type("1 trial only");
    await page.keyboard.press("Control+Enter");
    await page.locator(".audit-figures").getByText("7 of 7").waitFor();
    await expect
      .poll(async () => (await recorded(id)).at(-1)!.event)
      .toMatchObject({
        kind: "verdict",
        verdict: "does-not-support",
        comment: "1 trial only",
        reviewer: "Ann",
      });
    await page.keyboard.press("0");
    await progress(page, "6 of 7 pairs reviewed");
  });
});

describe("what the server did not confirm", () => {
  it("is sent again without a reload, and stands once where the server had it", async () => {
    const [page, id] = await openFresh("Cut off", "?sel=pair:1.3:weber2008", as("Ann"));
    // The server records the event, and the answer is lost.
    await page.route("**/review", async (route) => {
      if (route.request().method() === "POST") await route.fetch();
      await route.abort("connectionreset");
    });
    await page.keyboard.press("1");
    await page.locator(".queue-note").getByText("1 not sent yet").waitFor();
    await expect.poll(() => verdictsOf(id), patient).toEqual(["1.3 weber2008 supports"]);
    await page.unroute("**/review");
    await page.locator(".queue-note").waitFor({ state: "detached", timeout: 20_000 });
    expect(await verdictsOf(id)).toEqual(["1.3 weber2008 supports"]);
  });

  it("is kept and shown where the server refuses it, and the rest goes on", async () => {
    const [page, id] = await openFresh("Refused", "?sel=pair:1.3:weber2008", as("Ann"));
    await page.evaluate((document) => {
      const event = {
        kind: "clear",
        id: crypto.randomUUID(),
        at: new Date().toISOString(),
        reviewer: "Ann",
        subject: { kind: "pair", claim: "s-none", source: "none" },
      };
      localStorage.setItem(
        `footing.queue.000000000000001-000001-${event.id}`,
        JSON.stringify({ document, event, refused: null }),
      );
    }, id);
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "1 refused" }).click();
    await page.getByRole("dialog").getByText("clear").waitFor();
    expect(await verdictsOf(id)).toEqual(["1.3 weber2008 supports"]);
    await page.getByRole("button", { name: "Throw away" }).click();
    await page.locator(".queue-note").waitFor({ state: "detached" });
  });
});

describe("two reviewers at once", () => {
  it("keep both verdicts, see the conflict at once, and agree", async () => {
    const [ann, id] = await openFresh("Two", "?sel=pair:1.3:brew2010", as("Ann"));
    const ben = await openAs(id, "?sel=pair:1.3:brew2010", as("Ben"));
    // The stream opens behind the first sight of the text.
    await ann.waitForTimeout(2000);
    await Promise.all([ann.keyboard.press("1"), ben.keyboard.press("3")]);
    const conflict = ann.getByRole("region", { name: "Reviewers differ on claim 1.3, Brew & Davies 2010" });
    await conflict.getByText("does not support").first().waitFor();
    expect(await conflict.locator(".sides b").allTextContents()).toEqual(
      expect.arrayContaining(["Ann", "Ben"]),
    );
    expect((await verdictsOf(id)).sort()).toEqual(["1.3 brew2010 does-not-support", "1.3 brew2010 supports"]);
    await ann.keyboard.press("t");
    await ann.getByRole("button", { name: /^Conflicts/ }).click();
    expect(await ann.getByRole("grid").getByRole("row").count()).toBe(2);
    await conflict.getByRole("button", { name: "Agree: partly supports" }).click();
    await conflict.waitFor({ state: "detached" });
    await ben.getByText("put down by Ann").waitFor();
    expect((await recorded(id)).map(({ event }) => event.kind)).toEqual(["verdict", "verdict", "agreement"]);
  });

  it("hides the others' verdicts in blind mode until the own one stands", async () => {
    const [ann, id] = await openFresh("Blind", "?sel=pair:1.4:khatri2009", as("Ann"));
    await ann.keyboard.press("2");
    await expect.poll(() => verdictsOf(id), patient).toHaveLength(1);
    const ben = await openAs(id, "?sel=pair:1.4:khatri2009", as("Ben"));
    await ben.locator(".said").getByText("Ann").waitFor();
    await ben.getByRole("checkbox", { name: /Blind/ }).check();
    await ben.locator(".said").waitFor({ state: "detached" });
    await progress(ben, "0 of 7 pairs reviewed");
    await ben.keyboard.press("2");
    await ben.locator(".said").getByText("Ann").waitFor();
  });
});

describe("the audit table", () => {
  it("sorts by its headers, several with Shift, and cuts to a view", async () => {
    const [page] = await openFresh("Table", "?sel=pair:1.3:weber2008", as("Ann"));
    await page.keyboard.press("1");
    await page.keyboard.press("t");
    const grid = page.getByRole("grid");
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell");
    expect(await grid.getAttribute("aria-rowcount")).toBe("13");
    const cells = (column: string) =>
      grid.locator(`[role=gridcell][data-column=${column}]`).allTextContents();
    await grid.getByRole("button", { name: "Source" }).click();
    expect(await grid.getByRole("columnheader", { name: "Source" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    await grid.getByRole("button", { name: "#" }).click({ modifiers: ["Shift"] });
    await grid.getByRole("button", { name: "#" }).click({ modifiers: ["Shift"] });
    expect((await cells("number")).slice(0, 5)).toEqual(["1.6", "1.5", "1.3", "1.2", "1.1"]);
    for (const [view, rows] of [
      ["Not reviewed", 6],
      ["Uncited", 4],
      ["Conflicts", 0],
      ["All", 12],
    ] as const) {
      await page.getByRole("button", { name: new RegExp(`^${view}`) }).click();
      expect(await grid.getAttribute("aria-rowcount")).toBe(String(rows + 1));
    }
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Scope" }).click();
    await page.keyboard.press("Escape");
    expect(await cells("scope")).toEqual([]);
  });

  it("is walked by arrow keys with one tab stop, and takes the verdict keys", async () => {
    const [page, id] = await openFresh("Walk", "", as("Ann"));
    await page.keyboard.press("t");
    const at = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell);
    await expect.poll(at, patient).toBe("0 0");
    await page.keyboard.press("ArrowDown");
    await expect.poll(at, patient).toBe("1 0");
    expect(query(page)).toBe("sel=pair:1.2:brew2010");
    await page.keyboard.press("End");
    await expect.poll(at, patient).toBe("1 10");
    await page.keyboard.press("Home");
    await page.keyboard.press("3");
    await expect.poll(() => verdictsOf(id), patient).toEqual(["1.2 brew2010 does-not-support"]);
    await page.keyboard.press("n");
    await expect.poll(at, patient).toBe("2 0");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(at, patient).toBe("-1 0");
    expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await expect.poll(at, patient).toBe("0 0");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "pane-inspector");
  });
});

describe("findings", () => {
  it("stand in the margin beside the text, are explained, and dismissed for a reason only", async () => {
    const [page, id] = await openFresh("Findings", "", as("Ann"));
    const mark = page.getByRole("button", { name: "2 findings on claim 1.1: 1 warning, 1 remark" });
    const [box, text] = await Promise.all([
      mark.boundingBox(),
      page.locator('[data-claim="1.1"]').boundingBox(),
    ]);
    expect(box!.x).toBeGreaterThanOrEqual(text!.x + text!.width - 1);
    await mark.click();
    const findings = page.getByRole("region", { name: "Findings" });
    await findings.getByRole("button", { name: "Claim without exception", exact: true }).click();
    await page.getByRole("dialog").getByText("Seek a counter-example.").first().waitFor();
    await page.keyboard.press("Escape");
    await findings.getByRole("button", { name: /^Dismiss….*Claim without exception/ }).click();
    const dismiss = findings.getByRole("button", { name: "Dismiss", exact: true });
    expect(await dismiss.isDisabled()).toBe(true);
    await page.keyboard.type("The page says so itself");
    await page.keyboard.press("Enter");
    await findings.getByText("The page says so itself").waitFor();
    await page.getByRole("button", { name: "1 finding on claim 1.1: 1 remark" }).waitFor();
    await expect
      .poll(async () => (await recorded(id)).map(({ event }) => event))
      .toMatchObject([{ kind: "finding", decision: "dismissed", reason: "The page says so itself" }]);
    await page.keyboard.press("Control+z");
    await mark.waitFor();
  });
});

describe("a source", () => {
  it("says where each field was read, keeps a correction as an event, and exports it", async () => {
    const [page, id] = await openFresh("Source", "?sel=source:brew2010", as("Ann"));
    const fields = page.getByRole("region", { name: "How its fields are known" });
    await fields.getByText("from note 1, characters 0–35, certain").waitFor();
    await fields.getByLabel("Add a field that the document does not give").selectOption("page");
    await page.keyboard.type("667-679");
    await page.keyboard.press("Enter");
    await page.locator(".citation").getByText("667–679").waitFor();
    await expect
      .poll(async () => (await recorded(id)).map(({ event }) => event))
      .toMatchObject([{ kind: "correction", field: "page", value: "667-679", before: "", reviewer: "Ann" }]);
    const exported = await fetch(`${desk.url()}/api/documents/${id}/export/bibtex`);
    expect(await exported.text()).toContain("pages = {667--679}");
  });
});

describe("keys", () => {
  it("can be changed, are refused when taken, and switched off", async () => {
    const [page, id] = await openFresh("Keys", "?sel=pair:1.3:weber2008", as("Ann"));
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Change keys" }).click();
    await page.getByLabel("Key for: verdict: supports. Press the new one").focus();
    await page.keyboard.press("j");
    await page.getByText("“j” is taken: next claim.").waitFor();
    await page.keyboard.press("s");
    await page.getByText("verdict: supports: “s”.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("1");
    await page.keyboard.press("s");
    await expect.poll(() => verdictsOf(id), patient).toEqual(["1.3 weber2008 supports"]);
    await page.reload();
    await page.locator(".document").waitFor();
    await page.getByRole("button", { name: "Help and keys" }).click();
    await page.getByLabel("Single keys act").uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    await page.waitForTimeout(100);
    expect(query(page)).toBe("sel=pair:1.3:weber2008");
  });

  it("go to the page and not into a dialog in the moment that it closes", async () => {
    const [page, id] = await openFresh("Closing", "?sel=pair:1.3:weber2008", as("Ann"));
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Change keys" }).click();
    await page.getByLabel("Key for: verdict: supports. Press the new one").focus();
    await page.keyboard.press("s");
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>("dialog[open]")!.close();
      for (const key of ["1", "s"])
        document.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
        );
    });
    await expect.poll(() => verdictsOf(id), patient).toEqual(["1.3 weber2008 supports"]);
  });
});

describe("a changed text", () => {
  it("takes its verdicts along by quote, and shows the others as orphans", async () => {
    const [page, id] = await openFresh("Changed", "?sel=pair:1.4:khatri2009", as("Ann"));
    await page.keyboard.press("1");
    await expect.poll(() => verdictsOf(id), patient).toHaveLength(1);
    await page.keyboard.press("n");
    await page.keyboard.press("2");
    await expect.poll(() => verdictsOf(id), patient).toHaveLength(2);
    const text = samplePage
      .replace("may be an effective means", "is the only effective means")
      .replace("There are no known", "A sentence was put in before. There are no known");
    const changed = await bringIn(desk, "Changed", text, id);
    const next = await openAs(changed, "", as("Ann"));
    await progress(next, "1 of 8 pairs reviewed");
    const list = next.getByRole("region", { name: "Verdicts of other versions" });
    await list.getByText("The sentence was edited since.").waitFor();
    expect(await list.locator("q").allTextContents()).toEqual([
      expect.stringContaining("may be an effective means"),
    ]);
    await list.getByRole("button", { name: "Judge claim 1.5 again" }).click();
    expect(query(next)).toBe("sel=pair:1.5:khatri2009");
    await next.locator(".said.before").getByText("The sentence was edited since.").waitFor();
    await next.keyboard.press("t");
    await next.getByRole("button", { name: /^Orphans/ }).click();
    await next.getByRole("grid").getByText("outdated: supports").waitFor();
  });
});
