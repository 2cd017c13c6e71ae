/** A file that can be brought in, wherever it lies, and how a list of files becomes documents with bibliographies. */
import type { ItemProblem } from "../../store/imports/types.ts";

export interface SourceFile {
  /** With folders, separated by "/": a label, never a path to open. */
  readonly name: string;
  /** Size as its container claims it. */
  readonly bytes: number;
  /** Returns the bytes, or why there are none. Throws a `Hopeless`; reads no more than `limit` bytes. */
  read(limit: number): Promise<Uint8Array>;
}

/** This one file cannot be had; the others can. */
export class Hopeless extends Error {
  readonly problem: ItemProblem;

  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.name = "Hopeless";
    this.problem = { code, message, remedy };
  }
}

/** Returns the refusal of a file beyond the limit. */
export const tooLong = (limit: number): Hopeless =>
  new Hopeless(
    "too-large",
    `The file has more than ${limit} bytes.`,
    "Split the document into parts, or allow larger files with --max-mb.",
  );

/** A document with the bibliographies beside it. */
export interface SourceDocument extends SourceFile {
  readonly bibliography: readonly SourceFile[];
}

/** Files that systems leave behind and nobody wrote. */
const debris = /(?:^|\/)(?:\.(?!\.?\/)[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/;
const bibliographic = /\.(?:bib|csl\.json)$/i;

/** The name without its ending: "folder/text.csl.json" → "folder/text". */
const stem = (name: string): string => name.replace(/(?:\.csl\.json|\.[^./]+)$/i, "");

/**
 * Returns the documents among the files, in the order of their names, each with the bibliographies of its own name
 * beside it (`text.bib`, `text.csl.json`). A bibliography with no such document comes alone, and is refused later.
 */
export function pair(files: readonly SourceFile[]): readonly SourceDocument[] {
  const sorted = files
    .filter((f) => !debris.test(f.name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const beside = new Map<string, SourceFile[]>();
  for (const file of sorted.filter((f) => bibliographic.test(f.name))) {
    beside.set(stem(file.name), [...(beside.get(stem(file.name)) ?? []), file]);
  }
  const documents = sorted.filter((f) => !bibliographic.test(f.name));
  const used = new Set(documents.map((d) => stem(d.name)));
  const orphans = [...beside].filter(([name]) => !used.has(name)).flatMap(([, list]) => list);
  return [
    ...documents.map((d) => ({ ...d, read: d.read, bibliography: beside.get(stem(d.name)) ?? [] })),
    ...orphans.map((file) => ({
      ...file,
      bibliography: [],
      read: async () => {
        throw new Hopeless(
          "orphan",
          "A bibliography without a document of its name beside it.",
          "Give both the same name (text.md and text.bib), or leave it out.",
        );
      },
    })),
  ];
}
