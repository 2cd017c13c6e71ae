/** Reviewers for tests: a text of its own for each test, and pages on which a name was given before. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { SourceId, StatementId } from "../../../core/model.ts";
import { claimQuotes, type Reason, type ReviewEvent, type Verdict } from "../../../core/review/index.ts";
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

interface Said {
  /** Of the sample, or of a text much like it. */
  readonly document: string;
  readonly reviewer: string;
  /** Number of the claim and key of the source. */
  readonly claim: string;
  readonly source: string;
  readonly verdict: Verdict;
  readonly reasons?: readonly Reason[];
  readonly comment?: string;
  /** When it was said; now where it does not matter. */
  readonly at?: string;
}

/** Records a verdict as another window would. */
export async function recordVerdict(desk: Desk, said: Said): Promise<void> {
  const {
    document,
    reviewer: name,
    verdict,
    reasons = [],
    comment = "",
    at = new Date().toISOString(),
  } = said;
  const { analysis, claim: claimOf, source: sourceOf } = desk.sample();
  const [claim, source] = [claimOf(said.claim) as StatementId, sourceOf(said.source) as SourceId];
  const event: ReviewEvent = {
    kind: "verdict",
    id: randomUUID(),
    at,
    reviewer: name,
    subject: { kind: "pair", claim, source },
    quote: claimQuotes(analysis).get(claim)!,
    verdict,
    reasons,
    tags: [],
    comment,
  };
  const response = await fetch(`${desk.url()}/api/documents/${document}/review`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ events: [event] }),
  });
  expect(response.status).toBe(201);
}
