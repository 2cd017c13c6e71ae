/** Plain text into statements, markers and notes. */
import { readText } from "../../../../core/read/text.ts";
import { outline } from "../../../../core/text/index.ts";
import { longText } from "../material.ts";
import { growth, type Row, versus } from "../measure.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns the rows. */
export async function readRows(): Promise<Row[]> {
  const megabyte = 1_000_000;
  const text = longText(3 * megabyte);
  const document = readText(bytes(text), null);
  const small = readText(bytes(longText(megabyte)), null);
  const large = readText(bytes(longText(10 * megabyte)), null);
  const paragraphs = text.split("\n");
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [
    await versus({
      part: "read",
      what: "plain text to statements, markers and notes, against sentences alone",
      amount: text.length / megabyte,
      unit: "MB",
      ours: ["outline", () => outline(document)],
      peer: [
        "Intl.Segmenter",
        () => {
          // By paragraph: each segment it yields carries a copy of the whole input.
          let sentences = 0;
          for (const paragraph of paragraphs) for (const _ of segmenter.segment(paragraph)) sentences++;
          return sentences;
        },
      ],
    }),
    await growth(
      "read",
      "ten times the text",
      () => outline(small),
      () => outline(large),
      1,
    ),
  ];
}
