/** Before all browser tests: builds the client once, into a temporary package folder that also holds the samples. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";
import { findChromium } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder with `dist/client` and `data/samples`, as a package has them. */
    packageDir: string;
  }
}

const root = resolve(import.meta.dirname, "../../..");

export default async function setup(project: TestProject): Promise<() => void> {
  const packageDir = await buildPackage();
  // Unpacks the browser before the first test's clock runs.
  await findChromium();
  project.provide("packageDir", packageDir);
  return () => rmSync(packageDir, { recursive: true, force: true });
}

/** Builds the client as it is shipped, and the page of made documents beside it; returns the folder, to be removed. */
export async function buildPackage(): Promise<string> {
  const packageDir = mkdtempSync(join(tmpdir(), "footing-e2e-"));
  // The test runner sets it to "test", which would bring React's development build.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "client"),
    logLevel: "error",
    build: { outDir: join(packageDir, "dist/client") },
  });
  // Beside the client, so that the server hands it out by the same rules.
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "test/e2e/fixture"),
    base: "./",
    logLevel: "error",
    build: { outDir: join(packageDir, "dist/client/fixture"), manifest: false },
  });
  process.env.NODE_ENV = NODE_ENV;
  cpSync(join(root, "data/samples"), join(packageDir, "data/samples"), { recursive: true });
  return packageDir;
}
