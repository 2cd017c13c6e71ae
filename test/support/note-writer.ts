/**
 * Writes footnotes that cite made-up works, with short forms, ibid., op. cit., supra and compound notes. What every
 * citation must come to is known while it is written.
 */
import type { Note, ParsedReference } from "../../core/model.ts";
import { type MadeWork, type Style, styles, toCsl } from "./note-styles.ts";

export interface MadeItem {
  /** Index of the note, from 0. */
  readonly note: number;
  readonly how: "full" | "title" | "author" | "ibid" | "number" | "unknown";
  /** The work it must resolve to; null where it must be refused. */
  readonly work: number | null;
}

export interface MadeNotes {
  readonly text: string;
  readonly notes: readonly Note[];
  readonly items: readonly MadeItem[];
  readonly parse: (raw: string) => ParsedReference;
}

/** Sentences that cite nothing, by style. */
const REMARKS = ["", "", "", " The register is silent on this point.", " This was not always so."];
const UNKNOWN = "Zwingmann";

/** Names as a short form prints them: works with equal ones compete. */
const printedNames = (work: MadeWork): string =>
  work.authors.length < 3 ? work.authors.map((a) => a.family).join("|") : `${work.authors[0]!.family}|…`;

/**
 * Writes notes in one style that cite the works at random, each in full first. `before` are works described in
 * notes put in front; everything after them is drawn as without them, so that two runs differ in nothing else.
 */
export function writeNotes(
  style: Style,
  works: readonly MadeWork[],
  count: number,
  random: () => number,
  before: readonly MadeWork[] = [],
): MadeNotes {
  const seen: MadeWork[] = [];
  const fullIn = new Map<number, string>();
  const lines: string[] = [];
  const items: MadeItem[] = [];
  const descriptions: { readonly work: MadeWork }[] = [];
  const citedIn = new Map<string, (number | null)[]>();
  /** Works the last note cites; null stands for a refused citation. */
  let last: (number | null)[] | null = null;
  const label = (): string => String(lines.length + 1 - before.length + 500);
  const pageOf = (work: MadeWork, drawn: number): number =>
    work.article
      ? work.article.first + Math.floor(drawn * (work.article.last - work.article.first))
      : 1 + Math.floor(drawn * 300);

  const describe = (work: MadeWork, page: number | null): string => {
    descriptions.push({ work });
    seen.push(work);
    fullIn.set(work.id, label());
    return page === null ? style.full(work) : style.at(work, page);
  };
  for (const work of before) {
    items.push({ note: lines.length, how: "full", work: work.id });
    const words = describe(work, null);
    last = [work.id];
    lines.push(`${words}.`);
  }

  /** A lone surname and a page are what people write for an article of several by that name as well. */
  const contested = (work: MadeWork, page: number, among: readonly (MadeWork | undefined)[]): boolean =>
    work.authors.length === 1 &&
    among.some(
      (other) =>
        other?.article &&
        other.authors.length > 1 &&
        other.authors[0]!.family === work.authors[0]!.family &&
        page >= other.article.first &&
        page <= other.article.last,
    );
  const byAuthor = (work: MadeWork, page: number): number | null => {
    if (contested(work, page, seen)) return null;
    const rivals = seen.filter((other) => printedNames(other) === printedNames(work));
    const fits = rivals.filter((w) => !w.article || (page >= w.article.first && page <= w.article.last));
    return fits.length === 1 ? fits[0]!.id : null;
  };
  const byNumber = (work: MadeWork, note: string, page: number): number | null => {
    const cited = (citedIn.get(note) ?? []).map((id) => seen.find((other) => other.id === id));
    if (contested(work, page, cited)) return null;
    const rivals = [...new Set(cited)].filter((other) => other && printedNames(other) === printedNames(work));
    const fits = rivals.filter((w) => !w?.article || (page >= w.article.first && page <= w.article.last));
    return fits.length === 1 ? fits[0]!.id : null;
  };
  const byYear = (work: MadeWork, page: number): number | null => {
    const rivals = seen.filter(
      (other) => printedNames(other) === printedNames(work) && other.year === work.year,
    );
    const fits = rivals.filter((w) => !w.article || (page >= w.article.first && page <= w.article.last));
    return fits.length === 1 ? fits[0]!.id : null;
  };

  for (let n = 0; n < count; n++) {
    const parts: string[] = [];
    const own: (number | null)[] = [];
    citedIn.set(label(), own);
    const size = random() < 0.7 ? 1 : random() < 0.7 ? 2 : 3;
    const chosen = Array.from({ length: size }, () => works[Math.floor(random() * works.length)]!);
    const dice = Array.from({ length: size }, () => [random(), random(), random(), random()] as const);
    chosen.forEach((work, k) => {
      const [kind, other, third, drawn] = dice[k]!;
      const note = lines.length;
      const page = pageOf(work, drawn);
      const put = (how: MadeItem["how"], target: number | null, words: string) => {
        parts.push(words);
        own.push(target);
        items.push({ note, how, work: target });
      };
      if (style.ibid && kind < 0.3) {
        const target: number | null =
          k > 0
            ? own[k - 1]!
            : last === null || last.length === 0 || new Set(last).size > 1
              ? null
              : last[0]!;
        const meant = [...works, ...before].find((w) => w.id === target) ?? work;
        const cited = pageOf(meant, drawn);
        put("ibid", target, style.ibid(other < 0.4 ? null : cited));
      } else if (kind > 0.97) {
        put("unknown", null, style.title({ ...work, authors: [{ family: UNKNOWN, given: "Otto" }] }, page));
      } else if (!fullIn.has(work.id)) {
        put("full", work.id, describe(work, other < 0.5 ? null : page));
      } else if (style.number && other < 0.4) {
        put(
          "number",
          byNumber(work, fullIn.get(work.id)!, page),
          style.number(work, fullIn.get(work.id)!, page),
        );
      } else if (style.author && third < 0.4) {
        put("author", byAuthor(work, page), style.author(work, page));
      } else {
        const dated = style === styles.harvard;
        put("title", dated ? byYear(work, page) : work.id, style.title(work, page));
      }
    });
    const signal = style.signals[Math.floor(random() * style.signals.length)]!;
    const remark = REMARKS[Math.floor(random() * REMARKS.length)]!;
    const first = parts[0]!;
    const start =
      signal === "" || !/^(?:I[bdv]|Ebd|ibid)/.test(first)
        ? signal + first
        : signal + first[0]!.toLowerCase() + first.slice(1);
    const words = [start, ...parts.slice(1)].join("; ");
    lines.push(`${words}${/\.$/.test(words) ? "" : "."}${remark}`);
    last = own;
  }

  const notes: Note[] = [];
  let text = "";
  lines.forEach((line, i) => {
    const own = String(i + 1 - before.length + 500);
    const start = text.length;
    text += `${own} ${line}\n`;
    const end = text.length - 1;
    notes.push({
      id: `n${i}`,
      type: "footnote",
      label: own,
      scope: 1,
      start,
      end,
      bodyStart: start + own.length + 1,
      bodyEnd: end,
    });
  });
  const parse = (raw: string): ParsedReference => {
    const hit = descriptions.find((d) => raw.includes(d.work.title));
    return {
      csl: hit ? toCsl(hit.work) : { type: "document" },
      authorsTruncated: false,
      evidence: [],
      confidence: "certain",
    };
  };
  return { text, notes, items, parse };
}
