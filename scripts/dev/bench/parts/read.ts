/** Reading: speed against sentence splitters, growth up to 50 MB, and memory. Measured on the built engine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, built, builtPath } from "../built.ts";
import { longText } from "../material.ts";
import { growth, plain, type Row, time, versus } from "../measure.ts";
import { sentencex } from "../peers.ts";

const megabyte = 1_000_000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns the rows; some say so where sentencex could not be installed. */
export async function readRows(): Promise<Row[]> {
  build();
  const { readText } = await built<typeof import("../../../../core/read/text.ts")>("core/read/text.ts");
  const { outline } = await built<typeof import("../../../../core/text/index.ts")>("core/text/index.ts");
  const { splitSentences } = await built<typeof import("../../../../core/text/sentences/index.ts")>(
    "core/text/sentences/index.ts",
  );
  const text = longText(4 * megabyte);
  const document = readText(bytes(text), null);
  const paragraphs = text.split("\n");
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const amount = text.length / megabyte;
  const rows: Row[] = [
    await versus({
      part: "read",
      what: "plain text to statements, markers and notes, against sentences alone",
      amount,
      unit: "MB",
      rounds: 9,
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
  ];
  rows.push(...(await besideSentencex(text, () => outline(document), splitSentences)));
  const small = readText(bytes(longText(6 * megabyte)), null);
  const large = readText(bytes(longText(60 * megabyte)), null);
  rows.push(
    await growth(
      "read",
      `ten times the text, up to ${Math.round(large.text.length / megabyte)} MB`,
      () => outline(small),
      () => outline(large),
      1,
    ),
    ...memory(longText(12 * megabyte)),
  );
  return rows;
}

/** Wikimedia's splitter on the same text: beside all that is read, and beside our sentences alone. */
async function besideSentencex(
  text: string,
  whole: () => unknown,
  split: (text: string) => unknown,
): Promise<Row[]> {
  const peer = await sentencex();
  const paragraph = text.slice(0, megabyte / 4).replaceAll(/\s+/g, " ");
  const asked = [
    ["statements, markers and notes, against sentences alone", "outline", text, whole],
    ["sentences alone", "splitSentences", text, () => split(text)],
    ["sentences of one paragraph of 250 kB", "splitSentences", paragraph, () => split(paragraph)],
  ] as const;
  const rows: Row[] = [];
  for (const [what, name, input, work] of asked) {
    const amount = input.length / megabyte;
    if (peer === null) {
      const skipped = "sentencex could not be installed";
      rows.push(plain("read", what, name, (amount / (await time(work))) * 1000, "MB/s", skipped));
      continue;
    }
    const theirs = ["sentencex", () => peer.segment("en", input)] as const;
    rows.push(await versus({ part: "read", what, amount, unit: "MB", ours: [name, work], peer: theirs }));
  }
  return rows;
}

/** Memory of one reading in a process of its own, over the text as it lies in memory. */
function memory(text: string): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const file = join(folder, "long.txt");
  writeFileSync(file, text);
  const script = `
    import { readFileSync } from "node:fs";
    import { readText } from ${JSON.stringify(pathToFileURL(builtPath("core/read/text.ts")).href)};
    import { outline } from ${JSON.stringify(pathToFileURL(builtPath("core/text/index.ts")).href)};
    const bytes = readFileSync(${JSON.stringify(file)});
    gc();
    const { rss, heapUsed } = process.memoryUsage();
    const document = readText(bytes, null);
    const found = outline(document);
    const peak = process.resourceUsage().maxRSS * 1024 - rss;
    gc();
    const kept = process.memoryUsage().heapUsed - heapUsed;
    console.log(JSON.stringify({ peak, kept, statements: found.statements.length }));`;
  const { peak, kept } = JSON.parse(
    execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], {
      encoding: "utf8",
    }),
  ) as { readonly peak: number; readonly kept: number };
  rmSync(folder, { recursive: true });
  const what = `memory, ${Math.round(text.length / megabyte)} million characters`;
  const row = (name: string, value: number): Row =>
    plain("read", what, name, value / (2 * text.length), "× the text");
  return [row("at the most, document and garbage included", peak), row("kept, document included", kept)];
}
