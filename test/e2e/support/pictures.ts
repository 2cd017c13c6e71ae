/**
 * Compares what is on the screen with a picture kept in `test/e2e/pictures`. Both are halved first, so that the rims of
 * letters, which differ between builds of a browser, do not count, and a node that moved does. A picture that differs is
 * left beside the kept one as `-changed`; `UPDATE_PICTURES=1` keeps the new ones.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator } from "playwright-core";
import { expect } from "vitest";

const folder = resolve(import.meta.dirname, "../pictures");
/** A colour value may be off by so much, of 255, … */
const tolerance = 40;
/** … and so many of a hundred thousand points by more. */
export const most = 50;

/** Fails when the element does not look like the picture of that name. */
export async function expectPicture(element: Locator, name: string): Promise<void> {
  const file = join(folder, `${name}.png`);
  const changed = join(folder, `${name}-changed.png`);
  const now = await element.screenshot({ animations: "disabled" });
  if (process.env.UPDATE_PICTURES === "1" || !existsSync(file)) {
    expect(process.env.CI ? `${name}.png is missing` : "").toBe("");
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, now);
    return;
  }
  const off = await difference(element, readFileSync(file), now);
  if (off > most) writeFileSync(changed, now);
  else rmSync(changed, { force: true });
  expect(off, `${name}: points of 100,000 that differ; see ${name}-changed.png`).toBeLessThanOrEqual(most);
}

/** Returns how many of a hundred thousand points of the element differ from the kept picture. */
export const pictureDifference = async (element: Locator, name: string): Promise<number> =>
  difference(element, readFileSync(join(folder, `${name}.png`)), await element.screenshot());

/** Returns how many of a hundred thousand points differ; all of them when the sizes do. */
function difference(element: Locator, kept: Buffer, now: Buffer): Promise<number> {
  return element.evaluate(
    async (_element, [before, after, allowed]) => {
      const load = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const [width, height] = [Math.ceil(image.width / 2), Math.ceil(image.height / 2)];
        const context = new OffscreenCanvas(width, height).getContext("2d")!;
        context.imageSmoothingQuality = "high";
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height);
      };
      const [a, b] = [await load(before), await load(after)];
      if (a.width !== b.width || a.height !== b.height) return 100_000;
      let off = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        const far = [0, 1, 2].some((c) => Math.abs(a.data[i + c]! - b.data[i + c]!) > allowed);
        if (far) off += 1;
      }
      return Math.round((100_000 * off) / (a.width * a.height));
    },
    [kept.toString("base64"), now.toString("base64"), tolerance] as const,
  );
}
