/** Reading: speed against sentence splitters, growth up to 50 MB, and memory. Measured on the built engine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, built, builtPath } from "../built.ts";
import { articleTexts, longText } from "../material.ts";
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
  const { analyse } = await built<typeof import("../../../../core/analyse.ts")>("core/analyse.ts");
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
  const articles = articleTexts().map((file) => readText(file, null));
  const outlines = (): void => {
    for (const article of articles) outline(article);
  };
  const asked: Asked[] = [
    [
      "a long report: statements, markers and notes, against sentences alone",
      "outline",
      [text],
      () => outline(document),
    ],
    ["a long report: sentences alone", "splitSentences", [text], () => splitSentences(text)],
  ];
  const paragraph = text.slice(0, megabyte / 4).replaceAll(/\s+/g, " ");
  asked.push([
    "one paragraph of 250 kB: sentences",
    "splitSentences",
    [paragraph],
    () => splitSentences(paragraph),
  ]);
  if (articles.length > 0) {
    const texts = articles.map((article) => article.text);
    const real = `${articles.length} journal articles`;
    asked.push([
      `${real}: statements, markers and notes, against sentences alone`,
      "outline",
      texts,
      outlines,
    ]);
    asked.push([
      `${real}: sentences alone`,
      "splitSentences",
      texts,
      () => {
        for (const one of texts) splitSentences(one);
      },
    ]);
  }
  for (const one of asked) rows.push(await besideSentencex(one));
  const whole = await time(() => {
    for (const article of articles) analyse(article);
  });
  if (articles.length > 0) {
    const amount = sizeOf(articles.map((article) => article.text));
    const what = "the same articles: the whole analysis, references, sources and findings too";
    rows.push(plain("read", what, "analyse", (amount / whole) * 1000, "MB/s"));
  }
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

type Asked = readonly [what: string, name: string, texts: readonly string[], work: () => unknown];

const sizeOf = (texts: readonly string[]): number => texts.reduce((n, text) => n + text.length, 0) / megabyte;

/** Wikimedia's splitter on the same texts. */
async function besideSentencex([what, name, texts, work]: Asked): Promise<Row> {
  const peer = await sentencex();
  const amount = sizeOf(texts);
  if (peer === null) {
    const skipped = "sentencex could not be installed";
    return plain("read", what, name, (amount / (await time(work))) * 1000, "MB/s", skipped);
  }
  const theirs = [
    "sentencex",
    () => {
      for (const text of texts) peer.segment("en", text);
    },
  ] as const;
  return versus({ part: "read", what, amount, unit: "MB", rounds: 7, ours: [name, work], peer: theirs });
}

/** Memory of one reading in a process of its own, over the text as it lies in memory and over the file's bytes. */
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
  const size = new TextEncoder().encode(text).length;
  return [
    ["at the most, document and garbage included", peak] as const,
    ["kept, document included", kept] as const,
  ].flatMap(([name, value]) => [
    plain("read", what, name, value / (2 * text.length), "× the text, two bytes a character"),
    plain("read", what, name, value / size, "× the bytes of the file"),
  ]);
}
