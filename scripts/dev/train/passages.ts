/** Trains the model that cuts a passage into references, on footnotes and on joined references. */
import { observe } from "../../../core/reference/features.ts";
import { PASSAGE_LABELS } from "../../../core/reference/split.ts";
import { tokenize } from "../../../core/reference/tokens.ts";
import { progressBar } from "./bar.ts";
import { random } from "./crf.ts";
import { encodeModel } from "./encode.ts";
import { inventRecords } from "./invent/index.ts";
import { trainMean } from "./mean.ts";
import { type GoldRecord, type GoldSpan, readRecords } from "./records.ts";
import { type Example, prepare } from "./sequences.ts";

const PART: Readonly<Record<string, string>> = {
  author: "author",
  editor: "author",
  translator: "author",
  collaboration: "author",
  title: "title",
  journal: "title",
  "container-title": "title",
  "collection-title": "title",
  series: "title",
  conjunction: "title",
  date: "imprint",
  location: "imprint",
  publisher: "imprint",
  institution: "imprint",
  edition: "imprint",
  genre: "imprint",
  pages: "place",
  volume: "place",
  issue: "place",
  column: "place",
  numbered_ref: "place",
  cartulation: "place",
  foliation: "place",
  abbreviation: "short",
  archive: "archive",
  "archive-location": "archive",
  box: "archive",
  registry: "archive",
  attachment: "archive",
  filza: "archive",
  folder: "archive",
};

/** Returns the passage as a training sequence. */
export function passageExample(record: GoldRecord, weight: number): Example {
  const tokens = tokenize(record.raw);
  const states = new Uint8Array(tokens.count);
  const outside = PASSAGE_LABELS.length - 1;
  let ref = -1;
  let span = -2;
  let label = -1;
  for (let i = 0; i < tokens.count; i++) {
    const middle = (tokens.start[i]! + tokens.end[i]!) / 2;
    const within = (s: GoldSpan): boolean => middle > s.start && middle < s.end;
    const r = record.refs.findIndex(within);
    if (r < 0) {
      states[i] = 2 * outside + (label === outside ? 1 : 0);
      label = outside;
      ref = -1;
      span = -2;
      continue;
    }
    let s = record.spans.findIndex(within);
    // Punctuation between spans belongs to the one before it.
    if (s < 0 && r === ref && !/[\p{L}\p{N}(«“[]/u.test(record.raw[tokens.start[i]!]!)) s = span;
    const part = PART[record.spans[s]?.label ?? ""] ?? "rest";
    const fresh = r !== ref;
    const begins = fresh || s !== span;
    if (begins) label = PASSAGE_LABELS.indexOf(fresh ? `${part}-first` : part);
    states[i] = 2 * label + (begins ? 0 : 1);
    ref = r;
    span = s;
  }
  return { seen: observe(tokens), states, weight };
}

const BETWEEN = [
  "; ",
  "; ",
  "; ",
  "; ",
  ". ",
  ". ",
  "; see also ",
  "; cf. ",
  ". See also ",
  " and ",
  ", and ",
];
const BEFORE = [
  "",
  "",
  "",
  "",
  "See ",
  "Cf. ",
  "See also ",
  "See, for example, ",
  "Vgl. ",
  "Voir ",
  "On this see ",
  "12 ",
  "3. ",
];
const BEHIND = [
  "",
  "",
  "",
  "",
  " For a different view see the discussion in the next chapter.",
  " I thank the staff of the library for their help.",
  " The figures are for the whole country.",
  " Emphasis added.",
  " This is discussed below.",
];

/** A short form made from a record: "Wang et al., “Title,” 326", "Kumar and Sharma", "Ibid., p. 4". */
function shortForm(record: GoldRecord, pick: <T>(list: readonly T[]) => T): GoldRecord {
  const family = record.fields.author?.[0]?.family ?? "Brand";
  const second = record.fields.author?.[1]?.family;
  const name = pick([
    family,
    family,
    second === undefined ? family : `${family} and ${second}`,
    `${family} et al.`,
  ]);
  const words = (record.fields.title ?? "The Work").split(" ");
  const title = pick([words, words.slice(0, 3), words.slice(0, 4)]).join(" ");
  const page = pick(["12", "p. 145", "pp. 33–35", "326", "S. 77", "668"]);
  const parts = pick<readonly (readonly [string, string])[]>([
    [
      ["author", `${name},`],
      ["title", `“${title},”`],
      ["pages", page],
    ],
    [
      ["author", `${name},`],
      ["title", `“${title}”`],
    ],
    [
      ["author", `${name},`],
      ["title", `${title},`],
      ["pages", page],
    ],
    [
      ["author", `${name},`],
      ["pages", page],
    ],
    [["author", name]],
    [
      ["abbreviation", pick(["Ibid.,", "Ebd.,", "Id.,", "Ivi,", "Ibidem,"])],
      ["pages", page],
    ],
    [["abbreviation", pick(["Ibid.", "Ebd.", "Id."])]],
    [
      ["author", `${name},`],
      ["abbreviation", pick(["op. cit.,", "loc. cit.,", "a.a.O.,", "supra note 3,", "cit.,"])],
      ["pages", page],
    ],
  ]);
  let raw = "";
  const spans: GoldSpan[] = [];
  for (const [label, text] of parts) {
    if (raw !== "") raw += " ";
    spans.push({ start: raw.length, end: raw.length + text.length, label });
    raw += text;
  }
  return { ...record, raw, spans };
}

/** Returns passages of two to four references joined as notes join them. */
export function joinRecords(records: readonly GoldRecord[], count: number, seed: number): GoldRecord[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const fit = records.filter((r) => !r.noise && r.raw.length > 30 && r.raw.length < 400);
  const out: GoldRecord[] = [];
  for (let i = 0; i < count; i++) {
    let raw = pick(BEFORE);
    const spans: GoldSpan[] = [];
    const refs: GoldSpan[] = [];
    const n = pick([1, 2, 2, 2, 3, 4]);
    for (let k = 0; k < n; k++) {
      const full = pick(fit);
      const record = next() < 0.3 ? shortForm(full, pick) : full;
      const first = record.spans[0];
      const skip = first?.label === "citation-number" ? first.end : 0;
      if (k > 0) raw = raw.replace(/[.;,\s]+$/, "") + pick(BETWEEN);
      const at = raw.length;
      const text = record.raw.slice(skip).trimStart();
      const offset = at - (record.raw.length - text.length);
      raw += text;
      refs.push({ start: at, end: raw.length, label: "secondary" });
      for (const s of record.spans)
        if (s.start >= skip) spans.push({ start: s.start + offset, end: s.end + offset, label: s.label });
    }
    raw += pick(BEHIND);
    out.push({
      id: `joined-${i}`,
      set: "joined",
      raw,
      spans,
      refs,
      fields: {},
      unsure: [],
      noise: false,
      group: null,
    });
  }
  return out;
}

const SEEDS = [1, 2];

/** Returns the stored form of the model trained on the passages in `folder`. */
export async function trainPassages(folder: string): Promise<Uint8Array> {
  const single = readRecords(`${folder}/train.jsonl`);
  const examples = [
    ...readRecords(`${folder}/footnotes-train.jsonl`).map((r) => passageExample(r, 1)),
    ...joinRecords([...single, ...inventRecords(single, 3000, 23)], 2500, 5).map((r) =>
      passageExample(r, 0.5),
    ),
  ];
  const { sequences, hashes } = prepare(examples, 3);
  const epochs = 5;
  const bar = progressBar("passages", epochs * SEEDS.length);
  const options = {
    labels: PASSAGE_LABELS.length,
    features: hashes.length,
    width: examples[0]!.seen.width,
    epochs,
    rate: 0.1,
    l1: 1e-4,
    dropout: 0.3,
  };
  const model = await trainMean(sequences, options, SEEDS, (epoch, loss) =>
    bar(epoch, `loss ${loss.toFixed(3)}`),
  );
  return encodeModel(model, hashes, { least: 0.03, scale: 0.02 });
}
