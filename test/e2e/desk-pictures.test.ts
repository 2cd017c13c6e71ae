/**
 * The main states of the desk as kept pictures, in light, dark and forced colours and three sizes; axe-core finds
 * nothing in any. With UPDATE_PICTURES=1 the pictures of the documentation are made anew as well.
 */
import { resolve } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { setUpDesk } from "./support/desk.ts";
import { fillLibrary, type MainState, mainStates, openState, type Size } from "./support/main-states.ts";
import { expectPicture } from "./support/pictures.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);
beforeAll(() => fillLibrary(desk));

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced-colours": { forcedColors: "active" },
};

const sizesOf = (look: string): readonly Size[] =>
  look === "forced-colours" ? ["wide"] : ["wide", "middle", "narrow"];

describe.each(Object.keys(looks))("%s", (look) => {
  describe.each(sizesOf(look))("%s", (size) => {
    it.each(mainStates)("%s", async (state) => {
      const page = await openState(desk, state, size, looks[look]!);
      await expectPicture(page, `${state}-${size}-${look}`);
      expect(await violations(page)).toEqual([]);
    });
  });
});

const shown: readonly (readonly [name: string, state: MainState, size: Size, look: "light" | "dark"])[] = [
  ["desk-light", "pair", "wide", "light"],
  ["desk-dark", "withdrawn", "wide", "dark"],
  ["audit-light", "audit", "wide", "light"],
  ["import-light", "preview", "middle", "light"],
  ["narrow-light", "withdrawn", "narrow", "light"],
  ["narrow-dark", "desk", "narrow", "dark"],
];

// These check nothing: they are made when they are asked for, and are no skipped tests otherwise.
if (process.env.UPDATE_PICTURES === "1") {
  it.each(shown)("shows %s", async (name, state, size, look) => {
    const page = await openState(desk, state, size, { ...looks[look], deviceScaleFactor: 1.5 });
    await page.screenshot({ path: resolve(import.meta.dirname, `../../docs/pictures/${name}.png`) });
  });
}
