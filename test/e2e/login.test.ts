/** Signing in with the real browser: by keyboard, without a fault that axe sees, back to where one was; signing out. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { hashPassword } from "../../server/accounts/password.ts";
import { type RunningServer, startServer } from "../../server/main.ts";
import { openStore } from "../../server/store/open.ts";
import { launch } from "./support/browser.ts";

const password = "correct horse battery";
const folder = mkdtempSync(join(tmpdir(), "footing-login-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const data = join(folder, "library.sqlite");
  const store = await openStore(data);
  const createdAt = "2030-01-01T00:00:00.000Z";
  await store.accounts.add({
    name: "Ada",
    role: "admin",
    blind: false,
    createdAt,
    password: await hashPassword(password),
  });
  await store.close();
  server = await startServer({
    ...{
      port: 0,
      host: "127.0.0.1",
      data,
      accounts: true,
      sample: true,
      allowHosts: [],
      maxBytes: 1_000_000,
    },
    ...{ logLevel: "silent", packageDir: inject("packageDir"), version: "0.0.0" },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function faults(page: Page): Promise<readonly string[]> {
  // Evaluated from outside, so that the page's own policy does not stand in its way.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await run.run()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
  });
}

it.each(["light", "dark"] as const)("signs in by keyboard and comes back (%s)", async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, viewport: { width: 420, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/#/`);
  await page.waitForURL(/\/login/);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.type("Ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await page.locator('[role="alert"]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("password");
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.locator(".wordmark").waitFor();
  await context.close();
});

it("goes to the page when a session ends, and back to the document; signs out", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/login`);
  await page.fill("#name", "Ada");
  await page.fill("#password", password);
  const following = page.waitForResponse("**/review/stream");
  await page.press("#password", "Enter");
  await page.locator(".document").waitFor();
  const address = page.url();
  // An answer still on its way would bring the session back.
  await following;
  await page.waitForLoadState("networkidle");
  await vi.waitFor(
    async () => {
      await context.clearCookies();
      // The page leaves for the login before it has loaded.
      await page.reload({ waitUntil: "commit" });
      await page.waitForURL(/\/login/, { timeout: 8_000 });
    },
    { timeout: 28_000 },
  );
  await page.fill("#name", "Ada");
  await page.fill("#password", password);
  await page.press("#password", "Enter");
  await page.locator(".document").waitFor();
  expect(page.url()).toContain(new URL(address).hash.split("?")[0]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByText("You are signed out.").waitFor();
  await page.goto(`${server.url}/`, { waitUntil: "commit" });
  await page.waitForURL(/\/login/);
  await context.close();
});
