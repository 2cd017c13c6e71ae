/** The page of made documents without a server: built once, and handed out of memory to any browser context. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");
const origin = "http://made.invalid";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

export interface MadePages {
  /** Hands the page out to the context. */
  readonly serve: (context: BrowserContext) => Promise<void>;
  readonly url: (asked: string) => string;
  readonly close: () => void;
}

/** Builds the page as it is shipped otherwise, minified and for production. */
export async function buildMadePages(): Promise<MadePages> {
  const folder = mkdtempSync(join(tmpdir(), "footing-made-"));
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "test/e2e/fixture"),
    base: "./",
    logLevel: "error",
    build: { outDir: folder, manifest: false },
  });
  process.env.NODE_ENV = NODE_ENV;
  return {
    serve: async (context) => {
      await context.route(`${origin}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        const file = join(folder, pathname === "/" ? "index.html" : pathname);
        try {
          const contentType = types[extname(file)] ?? "application/octet-stream";
          return route.fulfill({ body: readFileSync(file), contentType });
        } catch {
          return route.fulfill({ status: 204, body: "" });
        }
      });
    },
    url: (asked) => `${origin}/?${asked}`,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
