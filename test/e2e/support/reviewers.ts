/** Reviewers for tests: a text of its own for each test, and pages on which a name was given before. */
import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Desk } from "./desk.ts";

export const samplePage = readFileSync(
  new URL("../../../data/samples/medical-response.txt", import.meta.url),
  "utf8",
);

/** Returns the options of a page whose reviewer has said the name. */
export const reviewer = (desk: Desk, name: string): BrowserContextOptions => ({
  storageState: {
    cookies: [],
    origins: [
      { origin: new URL(desk.url()).origin, localStorage: [{ name: "footing.reviewer", value: name }] },
    ],
  },
});

/** Brings the sample in once more, with words of its own at the end, so that no test sees the verdicts of another. */
export async function bringIn(
  desk: Desk,
  words: string,
  text = samplePage,
  replaces?: string,
): Promise<string> {
  const query = replaces === undefined ? "" : `&replaces=${replaces}`;
  const response = await fetch(`${desk.url()}/api/documents?name=${encodeURIComponent(words)}.txt${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: `${text}\n${words}.`,
  });
  return ((await response.json()) as { document: { id: string } }).document.id;
}

/** Opens a document and waits until all that belongs to the first sight is there. */
export async function openAt(
  desk: Desk,
  id: string,
  rest = "",
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await desk.open(`#/d/${id}${rest}`, options);
  await page.locator(".document").waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}
