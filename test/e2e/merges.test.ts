/** Sources that are one work, in the inspector: what is said about them, merging for a reason, splitting, two who decide. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { setUpDesk } from "./support/desk.ts";
import { openAt, reviewer } from "./support/reviewers.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

/** Ids of two documents. */
interface Two {
  readonly a: string;
  readonly b: string;
}

/** Brings two documents in that cite one work under two titles, which no rule sees; `word` tells the tests apart. */
async function bringTwo(word: string): Promise<Two> {
  const bring = async (name: string, title: string): Promise<string> => {
    const response = await fetch(`${desk.url()}/api/documents?name=${word}-${name}.txt`, {
      method: "POST",
      headers: { "content-type": "text/plain", origin: desk.url() },
      body: `The ${word} is deep.1 It is old, says ${name}.2\n\n\n1 Ann ${word}. ${title}. J Water. 2001;1(1):1-9.\n2 Bo Rope${name}. Ropes of ${name} for the deep. J Rope. 2003;3(1):10-19.`,
    });
    return ((await response.json()) as { document: { id: string } }).document.id;
  };
  return {
    a: await bring("a", `Digging of the ${word} by hand`),
    b: await bring("b", `On ${word}s and how they are dug`),
  };
}

const keyOf = async (document: string): Promise<string> => {
  const { items } = (await (await fetch(`${desk.url()}/api/documents/${document}/sources`)).json()) as {
    items: { source: { key: string } }[];
  };
  return items[0]!.source.key;
};

const place = (page: Page) => page.getByRole("region", { name: "In the library" });

async function openSource(
  document: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openAt(desk, document, `?sel=source:${await keyOf(document)}`, {
    ...reviewer(desk, name),
    ...options,
  });
  await place(page).waitFor();
  return page;
}

const memberOf = async (document: string): Promise<string> => {
  const standing = await fetch(
    `${desk.url()}/api/documents/${document}/sources/${await keyOf(document)}/standing`,
  );
  return ((await standing.json()) as { member: { id: string } }).member.id;
};

/** States the merge as another window would. */
async function stateAs(name: string, { a, b }: Two, words = "Both are the report of 2001."): Promise<string> {
  const response = await fetch(`${desk.url()}/api/merges`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ a: await memberOf(a), b: await memberOf(b), reason: "described-otherwise" },
      ...{ words, reviewer: name },
    }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

it("merges with a source of another document for a reason, splits, keeps apart, and takes it back", async () => {
  const { a, b } = await bringTwo("Well");
  const page = await openSource(a, "Ann");
  await place(page).getByText("It is not taken as one work with any other source.").waitFor();
  await place(page).getByRole("button", { name: "Merge with…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("wells dug");
  await dialog.getByRole("radio", { name: /On Wells and how they are dug/ }).click();
  await dialog
    .getByText("They agree in year, first author, volume and first page; they differ in title.")
    .waitFor();
  // Nothing merges without a reason.
  await dialog.getByRole("button", { name: "Take as one work" }).click();
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole("radio", { name: "Another reason" }).click();
  await dialog.getByRole("button", { name: "Take as one work" }).click();
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole("textbox", { name: "In your own words" }).fill("Printed twice in 2001.");
  await dialog.getByRole("button", { name: "Take as one work" }).click();
  await dialog.waitFor({ state: "hidden" });

  const merge = place(page).locator(".merges > li");
  await merge.getByText(/^One work with Well 2001 of Well-b\.txt$/i).waitFor();
  await merge.getByText("Printed twice in 2001.").waitFor();
  await merge.getByText(/^Joined by Ann, /).waitFor();
  await place(page).getByText("2 claims in 2 documents rest on the work.").waitFor();

  await merge.getByRole("button", { name: "Split" }).click();
  await merge.getByText(/^May be one work with /).waitFor();
  await merge.getByText(/^Opened again by Ann, /).waitFor();
  await merge.getByRole("button", { name: "Two works" }).click();
  await merge.getByText(/^Kept apart by Ann, /).waitFor();
  await merge.getByRole("button", { name: "Undo" }).click();
  await merge.getByRole("button", { name: "One work" }).click();
  await merge.getByText(/^Joined by Ann, /).waitFor();

  await merge.getByRole("link", { name: "Well 2001" }).click();
  await expect.poll(() => page.url()).toContain(b);
  await place(page)
    .getByText(/^One work with Well 2001 of Well-a\.txt$/i)
    .waitFor();
});

it("is worked by keyboard alone", async () => {
  const { a } = await bringTwo("Pit");
  const page = await openSource(a, "Ann");
  await place(page).getByRole("button", { name: "Merge with…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const tabTo = async (selector: string): Promise<void> => {
    for (let i = 0; i < 20; i++) {
      if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`nothing like ${selector} is reached by Tab`);
  };
  await tabTo("input[type=search]");
  await page.keyboard.type("how they are dug pits");
  await expect.poll(() => dialog.locator("[name=merge-with]").count()).toBe(1);
  await tabTo("[name=merge-with]");
  await page.keyboard.press("Space");
  await dialog.getByText(/^They agree in|They agree in/).waitFor();
  await tabTo("[name=merge-reason]");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  expect(
    await dialog.getByRole("radio", { name: "Another printing, edition or translation" }).isChecked(),
  ).toBe(true);
  await tabTo("button.primary");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  const merge = place(page).locator(".merges > li");
  await merge.getByText(/^Joined by Ann, /).waitFor();
  // The focus is where it was before the dialog.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Merge with…");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await merge.getByText(/^Opened again by Ann, /).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
    /^One work: /,
  );
  await page.keyboard.press("Enter");
  await merge.getByText(/^Joined by Ann, /).waitFor();
});

it("says in words what another reviewer decided first", async () => {
  const two = await bringTwo("Shaft");
  const id = await stateAs("Ben", two);
  const page = await openSource(two.a, "Ann");
  const merge = place(page).locator(".merges > li");
  await merge.getByText(/^Joined by Ben, /).waitFor();
  await fetch(`${desk.url()}/api/merges/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ decision: "refuse", reviewer: "Cy" }),
  });
  await merge.getByRole("button", { name: "Split" }).click();
  await page.getByText("Cy kept the two apart meanwhile.").first().waitFor();
  await merge.getByText(/^Kept apart by Cy, /).waitFor();
});

it("keeps what another stated while the reason was being written, and shows it", async () => {
  const two = await bringTwo("Mine");
  const page = await openSource(two.a, "Ann");
  await place(page).getByRole("button", { name: "Merge with…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("mines dug");
  await dialog.getByRole("radio", { name: /On Mines/ }).click();
  await dialog.getByRole("radio", { name: "Another printing, edition or translation" }).click();
  await stateAs("Ben", two, "Ben was here.");
  await dialog.getByRole("button", { name: "Take as one work" }).click();
  await dialog.getByText("Somebody else decided about the two at the same moment.").waitFor();
  await dialog.getByText("Ben was here.").waitFor();
  await dialog.getByText(/^Joined by Ben, /).waitFor();
  await dialog.getByRole("button", { name: "Split" }).click();
  await dialog.getByText("Undone: the question is open again").waitFor();
});

it("tells an older version from one that stands in the library", async () => {
  const { a } = await bringTwo("Sump");
  await fetch(`${desk.url()}/api/documents?name=sump.txt&replaces=${a}`, {
    method: "POST",
    headers: { "content-type": "text/plain", origin: desk.url() },
    body: "The sump is shallow.1\n\n\n1 Ann Sump. Digging of the Sump by hand. J Water. 2001;1(1):1-9.",
  });
  const page = await openSource(a, "Ann");
  await place(page).getByText("This is an older version; only the last one stands in the library.").waitFor();
});

const looks: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["dark and narrow", { colorScheme: "dark", viewport: { width: 390, height: 844 } }],
  ["forced colours", { forcedColors: "active" }],
];

it.each(looks)("passes axe in %s", async (name, options) => {
  const word = `Cave${name.replaceAll(" ", "")}`;
  const two = await bringTwo(word);
  await stateAs("Ben", two);
  const page = await openAt(desk, two.a, `?sel=source:${await keyOf(two.a)}`, {
    ...reviewer(desk, "Ann"),
    ...options,
  });
  const tab = page.getByRole("tab", { name: "Inspector", exact: true });
  if (await tab.isVisible()) await tab.click();
  await place(page).locator(".merges > li").waitFor();
  expect(await violations(page)).toEqual([]);
  await place(page).getByRole("button", { name: "Merge with…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("Ropes");
  await dialog.getByRole("radio").first().click();
  await dialog.getByRole("textbox", { name: "In your own words" }).waitFor();
  expect(await violations(page)).toEqual([]);
});
