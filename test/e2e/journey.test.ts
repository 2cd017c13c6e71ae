/** What a reviewer does with the sample, in a real browser: by mouse, by keyboard only, by touch. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimsThat, nodeAt, query, setUpDesk } from "./support/desk.ts";

const desk = setUpDesk();
const brew =
  "Without Brew & Davies 2010: 4 claims fall (2 of them only carried), 1 still stands on Weber 2008.";

describe("by mouse", () => {
  it("lights up the sources of a claim clicked in the text, in all panes", async () => {
    const page = await desk.openSample();
    await page.locator('[data-claim="1.3"]').click();
    expect(query(page)).toBe("sel=claim:1.3");
    const inspector = page.getByRole("region", { name: "Inspector" });
    await inspector.getByText("Rests on 2 sources").waitFor();
    expect(await inspector.locator(".pair h5 .link").allTextContents()).toEqual([
      "Weber 2008",
      "Brew & Davies 2010",
    ]);
    expect(await inspector.getByText("p. 668").count()).toBe(1);
    await nodeAt(page, desk.sample().source("weber2008"));
    const inked = await inkAround(page, ["weber2008", "brew2010", "khatri2009"].map(desk.sample().source));
    expect(inked[0]).toBeGreaterThan(0.9);
    expect(inked[1]).toBeGreaterThan(0.9);
    expect(inked[2]).toBeLessThan(0.6);
  });

  it("selects what is clicked on the canvas", async () => {
    const page = await desk.openSample();
    const at = await nodeAt(page, desk.sample().source("khatri2009"));
    await page.mouse.move(at.x, at.y);
    await page.mouse.click(at.x, at.y);
    await page.waitForFunction(() => location.hash.endsWith("sel=source:khatri2009"));
    expect(
      await page
        .locator('.claim[data-mark="lit"]')
        .evaluateAll((all) => all.map((c) => (c as HTMLElement).dataset.claim)),
    ).toEqual(["1.4"]);
    const claim = await nodeAt(page, desk.sample().claim("2.2"));
    await page.mouse.click(claim.x, claim.y);
    await page.waitForFunction(() => location.hash.includes("claim:2.2"));
    expect(await page.locator('.chip[aria-pressed="true"]').textContent()).toBe("uncited");
  });

  it("selects the pair of a line, and by Shift of two nodes", async () => {
    const page = await desk.openSample();
    const claim = await nodeAt(page, desk.sample().claim("1.3"));
    const source = await nodeAt(page, desk.sample().source("brew2010"));
    await page.mouse.click(claim.x, claim.y);
    await page.keyboard.down("Shift");
    await page.mouse.click(source.x, source.y);
    await page.keyboard.up("Shift");
    await page.waitForFunction(() => location.hash.includes("sel=pair:1.3:brew2010"));
    const from = await nodeAt(page, desk.sample().claim("1.4"));
    const to = await nodeAt(page, desk.sample().source("khatri2009"));
    const middle = [0.3 * from.x + 0.7 * to.x, 0.3 * from.y + 0.7 * to.y] as const;
    await page.mouse.move(...middle);
    await page.mouse.click(...middle);
    await page.waitForFunction(() => location.hash.includes("sel=pair:1.4:khatri2009"));
  });

  it("shows what falls without Brew, in banner, text, list and graph, and takes it back", async () => {
    const page = await desk.openSample("?sel=source:brew2010");
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.getByRole("region", { name: "Withdrawn sources" }).getByText(brew).waitFor();
    expect(await claimsThat(page, "fallen")).toEqual(["1.1", "1.2", "1.5", "1.6"]);
    expect(await claimsThat(page, "weakened")).toEqual(["1.3"]);
    expect(await claimsThat(page, "direct")).toEqual(["1.4"]);
    expect(query(page)).toBe("sel=source:brew2010&without=brew2010");
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("tree").first().waitFor();
    const rows = page.locator(
      '#pane-graph [aria-level="1"][data-standing="fallen"] > .tree-row > .tree-name',
    );
    expect(await rows.allTextContents()).toEqual(["1.1", "1.2", "1.5", "1.6"]);
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await claimsThat(page, "fallen")).toEqual([]);
    expect(query(page)).toBe("sel=source:brew2010&view=list");
  });

  it("withdraws several sources together", async () => {
    const page = await desk.openSample("?without=brew2010,weber2008");
    await page
      .getByText("Without Brew & Davies 2010 and Weber 2008: 5 claims fall (2 of them only carried).")
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Restore Brew & Davies 2010" }).click();
    await page
      .getByText("Without Weber 2008: no claim falls, 1 still stands on Brew & Davies 2010.")
      .first()
      .waitFor();
  });

  it("downloads BibTeX, byte for byte what the server exports", async () => {
    const page = await desk.openSample();
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Download BibTeX" }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    const served = await fetch(`${desk.url()}/api/documents/${desk.sample().id}/export/bibtex`);
    expect(bytes.equals(Buffer.from(await served.arrayBuffer()))).toBe(true);
    const text = bytes.toString("utf8");
    expect(text.match(/^@\w+\{(\w+),/gm)).toEqual([
      "@article{brew2010,",
      "@article{weber2008,",
      "@article{khatri2009,",
    ]);
    expect(text).toContain("and others");
    expect(download.suggestedFilename()).toBe("medical-response.bib");
  });

  it("copies BibTeX of one source", async () => {
    const page = await desk.openSample("?sel=source:weber2008", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy BibTeX", exact: true }).click();
    await page.getByText("Copied BibTeX of Weber 2008").first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.match(/^@/gm)).toHaveLength(1);
    expect(copied).toContain("weber2008");
  });

  it("shows a note beside its marker, keeps it while hovered, and closes it with Esc", async () => {
    const page = await desk.openSample();
    await page.waitForLoadState("networkidle");
    const marker = page.getByRole("link", { name: "Note 2" });
    await marker.hover();
    const card = page.getByRole("group", { name: "Note" });
    await card.getByText("Thomas Weber. Progressive multifocal").waitFor();
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    await marker.click();
    const focused = page.locator(":focus");
    expect(await focused.getAttribute("data-note")).not.toBeNull();
    await focused.getByRole("link", { name: "Back to the text" }).click();
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Note 2");
  });
});

describe("by keyboard only", () => {
  it("goes from claim to claim, to the source, withdraws it and comes back", async () => {
    const page = await desk.openSample("", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(query(page)).toBe("sel=claim:1.2");
    await page.keyboard.press("k");
    expect(query(page)).toBe("sel=claim:1.1");
    await page.keyboard.press("]");
    expect(query(page)).toBe("sel=source:brew2010");
    await page.keyboard.press("w");
    await page.getByRole("region", { name: "Withdrawn sources" }).getByText(brew).waitFor();
    await page.keyboard.press("y");
    await page.getByText("Copied BibTeX of Brew & Davies 2010").first().waitFor();
    await page.keyboard.press("Shift+Y");
    await page.getByText("Copied the link to this view").first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.keyboard.press("w");
    await page.keyboard.press("i");
    expect(await page.locator(":focus").getAttribute("id")).toBe("pane-inspector");
    await page.keyboard.press("l");
    await page.getByRole("tree", { name: "Claims and their sources" }).waitFor();
    await page.keyboard.press("l");
    await page.keyboard.press("Escape");
    expect(query(page)).toBe("");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "How to read the desk" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "How to read the desk" }).waitFor({ state: "hidden" });
  });

  it("opens a chip's claim in the inspector with Enter twice", async () => {
    const page = await desk.openSample();
    await page.locator('[data-chip="1.4"]').focus();
    await page.keyboard.press("Enter");
    expect(query(page)).toBe("sel=claim:1.4");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "pane-inspector");
  });

  it("walks the graph with the arrow keys and says each step", async () => {
    const page = await desk.openSample("?sel=claim:1.5");
    await nodeAt(page, desk.sample().claim("1.5"));
    await page.getByRole("application").focus();
    const said = page.locator('[aria-live="polite"]').first();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.endsWith("sel=claim:1.6"));
    expect((await said.textContent())?.trim()).toBe(
      "Claim 1.6, rests on Brew & Davies 2010, page 675, short reference",
    );
    await page.keyboard.press("ArrowDown");
    expect(query(page)).toBe("sel=source:brew2010");
    await page.keyboard.press("ArrowRight");
    expect(query(page)).toBe("sel=source:khatri2009");
    await page.keyboard.press("ArrowUp");
    expect(query(page)).toBe("sel=claim:1.4");
  });

  it("leaves single keys alone inside fields", async () => {
    const page = await desk.openSample();
    await page.keyboard.press("/");
    await page.keyboard.type("plex jj");
    expect(query(page)).toBe("");
    await page.getByRole("combobox").fill("plasma exchange");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(query(page)).toBe("sel=claim:1.4");
  });
});

describe("by touch", () => {
  it("works one pane at a time", async () => {
    const page = await desk.openSample("", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.locator('[data-chip="1.3"]').tap();
    await page.getByRole("button", { name: /1\.3.*rests on Weber 2008 and Brew/ }).tap();
    await page.getByText("Rests on 2 sources").waitFor();
    await page.getByRole("tab", { name: "Foundation" }).tap();
    const at = await nodeAt(page, desk.sample().source("brew2010"));
    await page.touchscreen.tap(at.x, at.y);
    await page.waitForFunction(() => location.hash.includes("source:brew2010"));
    await page.getByRole("tab", { name: "Inspector" }).tap();
    await page.getByRole("button", { name: "Withdraw", exact: true }).tap();
    await page.getByText(brew).first().waitFor();
  });
});

/** How strongly the colour of each source still shows, from 0 (ground) to 1, through the veil over the canvas. */
async function inkAround(page: import("playwright-core").Page, ids: readonly string[]): Promise<number[]> {
  const shares: number[] = [];
  for (const id of ids) {
    const at = await nodeAt(page, id);
    const png = await page.screenshot({
      clip: { x: Math.round(at.x) - 2, y: Math.round(at.y) - 2, width: 4, height: 4 },
    });
    shares.push(await page.evaluate(blueness, png.toString("base64")));
  }
  return shares;
}

/** The fill of a source has hardly any blue; the ground under the veil has all of it. */
async function blueness(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(1, 1).getContext("2d")!;
  context.drawImage(image, 0, 0, 1, 1);
  return 1 - context.getImageData(0, 0, 1, 1).data[2]! / 255;
}
