/** The server's process is killed in the middle of judging, again and again: the reviewer goes on, nothing is lost. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import type { Analysis } from "../../core/model.ts";
import { type Recorded, verdicts } from "../../core/review/index.ts";
import { fromSource } from "../support/from-source.ts";
import { launch } from "./support/browser.ts";

const program = resolve(import.meta.dirname, "support/served.ts");
const folder = mkdtempSync(join(tmpdir(), "footing-killed-"));
/** A queue that waits longest looks at the server every fifteen seconds. */
const patient = { timeout: 40_000 };

let browser: Browser;
let server: ChildProcess;
let url = "";

/** Starts the server on the library of the test; on the port it had before, where it had one. */
async function start(): Promise<void> {
  const port = url === "" ? "0" : new URL(url).port;
  const args = [...fromSource, program, join(folder, "library.sqlite"), inject("packageDir"), port];
  server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const chunk of server.stdout!) {
    said += chunk;
    const address = /open at (\S+)\n/.exec(said)?.[1];
    if (address === undefined) continue;
    url = address;
    return;
  }
  throw new Error(`the server ended before it was open: ${said}`);
}

async function kill(): Promise<void> {
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
}

beforeAll(async () => {
  await start();
  browser = await launch();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const get = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/api/${path}`)).json()) as T;

const recorded = async (id: string): Promise<readonly Recorded[]> =>
  (await get<{ items: Recorded[] }>(`documents/${id}/review`)).items;

const waiting = (page: Page, words: string) => page.locator(".queue-note").getByText(words).waitFor(patient);
const sent = (page: Page) => page.locator(".queue-note").waitFor({ state: "detached", ...patient });
const reviewed = (page: Page, n: number) =>
  page.locator(".coverage-words").getByText(`${n} of 7 pairs reviewed`).waitFor(patient);

it("keeps every verdict through three kills, a window closed meanwhile, and undo", {
  timeout: 240_000,
}, async () => {
  const { id } = (await get<{ items: { id: string }[] }>("documents")).items[0]!;
  const { edges } = await get<Analysis>(`documents/${id}/analysis`);
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addInitScript(() => localStorage.setItem("footing.reviewer", "Ann"));
  const faults: string[] = [];
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
    await page.goto(`${url}/#/d/${id}`);
    await page.locator(".document").waitFor();
    return page;
  };
  /** Judges the next open pair with the verdict whose turn it is. */
  let turn = 0;
  const judge = async (page: Page): Promise<void> => {
    await page.keyboard.press("n");
    await page.keyboard.press(String((turn % verdicts.length) + 1));
    turn += 1;
    await reviewed(page, turn);
  };

  const first = await open();
  await first.waitForLoadState("networkidle");
  await judge(first);
  // Killed while the second is on its way: whether it arrived, nobody knows.
  await judge(first);
  await kill();
  await judge(first);
  await waiting(first, "not sent yet");
  await first.getByText("The server does not answer. Reading goes on").waitFor();
  await start();
  await sent(first);
  await expect.poll(() => recorded(id), patient).toHaveLength(3);

  // Killed again, and the window closed before the server is back.
  await kill();
  await judge(first);
  await judge(first);
  await waiting(first, "2 not sent yet");
  await first.close();
  await start();
  const second = await open();
  await sent(second);
  await reviewed(second, 5);

  await judge(second);
  await kill();
  await judge(second);
  await second.keyboard.press("Control+z");
  await reviewed(second, 6);
  await second.keyboard.press("Control+Shift+z");
  await reviewed(second, 7);
  await waiting(second, "not sent yet");
  await start();
  await sent(second);

  const events = (await recorded(id)).map(({ event }) => event);
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  expect(events.map((event) => event.kind)).toEqual([...Array(7).fill("verdict"), "undo", "undo"]);
  const given = events.flatMap((event) => (event.kind === "verdict" ? [event] : []));
  expect(given.map(({ verdict }) => verdict)).toEqual(given.map((_, i) => verdicts[i % verdicts.length]));
  expect(new Set(given.map(({ subject }) => JSON.stringify(subject))).size).toBe(
    new Set(edges.map((edge) => `${edge.claim} ${edge.source}`)).size,
  );
  await second.reload();
  await reviewed(second, 7);
  expect(faults).toEqual([]);
});
