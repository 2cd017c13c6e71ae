/**
 * Finds a Chromium that is on this machine already: CHROMIUM_PATH, else the system's, else the one inside the package
 * `@sparticuz/chromium`, unpacked once beside it. Never downloads one.
 */
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Found {
  readonly path: string;
  /** What the browser needs in its environment, beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns the browser to use. Takes some seconds the first time the packed one is needed. */
export async function findChromium(): Promise<Found> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!runs(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`);
    return { path: named, env: {} };
  }
  const path = installed.find(runs);
  return path === undefined ? unpack() : { path, env: {} };
}

/**
 * Unpacks the browser of the package, with the libraries (NSS) and fonts that a bare container lacks. The package
 * unpacks into the temporary folder and adds the libraries only where it believes itself on a certain service, so
 * both are told to it for the length of the call.
 */
async function unpack(): Promise<Found> {
  const folder = resolve(import.meta.dirname, "../../../node_modules/.cache/footing-chromium");
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const path = await packed.executablePath();
    writeFileSync(join(folder, "fonts/fonts.conf"), fontsConfig(folder));
    return { path, env: { LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_PATH: `${folder}/fonts` } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** The package's own list of font folders names those of the service it is made for; without a font the browser dies. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Returns a running browser. */
export async function launch(extra: readonly string[] = []): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({
    executablePath: path,
    args: [...flags, ...extra],
    env: { ...process.env, ...env },
  });
}
