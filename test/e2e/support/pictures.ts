/**
 * Compares what is on the screen with a picture kept in `test/e2e/pictures`. Both are kept and compared at half their
 * size, so that the rims of letters, which differ between builds of a browser, do not count, and a node that moved does.
 * A picture that differs is left beside the kept one as `-changed`; `UPDATE_PICTURES=1` keeps the new ones.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const folder = resolve(import.meta.dirname, "../pictures");
/** A colour value may be off by so much, of 255, … */
const tolerance = 40;
/** … and so many of a hundred thousand points by more. */
export const most = 50;

/** Fails when the page, or the element, does not look like the picture of that name. */
export async function expectPicture(seen: Page | Locator, name: string): Promise<void> {
  const file = join(folder, `${name}.png`);
  const changed = join(folder, `${name}-changed.png`);
  const now = await halfOf(seen);
  if (process.env.UPDATE_PICTURES === "1" || !existsSync(file)) {
    expect(process.env.CI ? `${name}.png is missing` : "").toBe("");
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, now);
    return;
  }
  const off = await difference(seen, readFileSync(file), now);
  if (off > most) writeFileSync(changed, now);
  else rmSync(changed, { force: true });
  expect(off, `${name}: points of 100,000 that differ; see ${name}-changed.png`).toBeLessThanOrEqual(most);
}

/** Returns how many of a hundred thousand points of the page or element differ from the kept picture. */
export const pictureDifference = async (seen: Page | Locator, name: string): Promise<number> =>
  difference(seen, readFileSync(join(folder, `${name}.png`)), await halfOf(seen));

/** Pixels are worked on by the browser, in whatever page there is. */
const pageOf = (seen: Page | Locator): Page => ("page" in seen ? seen.page() : seen);

/** Colours are kept in steps of so much, of 255, which halves the files and is far inside what may be off. */
const coarse = 17;

/** Returns what is on the screen at half its size, as PNG. */
async function halfOf(seen: Page | Locator): Promise<Buffer> {
  const whole = await seen.screenshot({ animations: "disabled", caret: "hide" });
  const half = await pageOf(seen).evaluate(
    async ([base64, step]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(Math.ceil(image.width / 2), Math.ceil(image.height / 2));
      const context = canvas.getContext("2d")!;
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const points = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < points.data.length; i += 1)
        points.data[i] = Math.round(points.data[i]! / step) * step;
      context.putImageData(points, 0, 0);
      const png = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
      let binary = "";
      for (let i = 0; i < png.length; i += 1) binary += String.fromCharCode(png[i]!);
      return btoa(binary);
    },
    [whole.toString("base64"), coarse] as const,
  );
  return Buffer.from(half, "base64");
}

/** Returns how many of a hundred thousand points differ; all of them when the sizes do. */
function difference(seen: Page | Locator, kept: Buffer, now: Buffer): Promise<number> {
  return pageOf(seen).evaluate(
    async ([before, after, allowed]) => {
      const load = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
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
