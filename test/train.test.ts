/** Training gives the same bytes twice, whatever thread ends first. */
import { expect, it } from "vitest";
import { random } from "../scripts/dev/train/crf.ts";
import { encodeModel } from "../scripts/dev/train/encode.ts";
import { trainMean } from "../scripts/dev/train/mean.ts";

it("trains the same model twice, and another from other seeds", async () => {
  const next = random(3);
  const [labels, features, width] = [3, 40, 4];
  const data = Array.from({ length: 60 }, () => {
    const states = Uint8Array.from(
      { length: 8 },
      (_, i) => 2 * Math.floor((3 * i) / 8) + (i % 3 === 0 ? 0 : 1),
    );
    const ids = Int32Array.from({ length: 8 * width }, (_, i) =>
      next() < 0.2 ? -1 : 13 * (states[Math.floor(i / width)]! >> 1) + Math.floor(13 * next()),
    );
    return { count: 8, ids, states, weight: 1 };
  });
  const options = { labels, features, width, epochs: 3, rate: 0.1, l1: 1e-4, dropout: 0.3 };
  const bytes = async (seeds: readonly number[]): Promise<string> => {
    const model = await trainMean(data, options, seeds, () => undefined);
    const hashes = Int32Array.from({ length: features }, (_, i) => i + 1);
    return Buffer.from(encodeModel(model, hashes, { least: 0.01, scale: 0.01 })).toString("base64");
  };
  const [once, twice, other] = [await bytes([1, 2]), await bytes([1, 2]), await bytes([3, 4])];
  expect(twice).toBe(once);
  expect(other).not.toBe(once);
}, 60_000);
