/** Audit rule: mentions of one source disagree. */
import type { CitationItem } from "../../model.ts";
import { ames, bell, marked, page } from "../example.ts";
import { firstPage } from "../pages.ts";
import { readWhole } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { sameTitle } from "../same-work.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

type Compared = "issued" | "volume" | "page" | "title";

/** Whether two values of a field contradict each other. A range agrees with its first page, a title with its head. */
const contradicts: Readonly<Record<Compared, (a: string, b: string) => boolean>> = {
  issued: (a, b) => yearIn(a) !== null && yearIn(b) !== null && yearIn(a) !== yearIn(b),
  volume: (a, b) => /^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) !== Number(b),
  page: (a, b) => firstPage(a) !== null && firstPage(b) !== null && firstPage(a) !== firstPage(b),
  title: (a, b) => !sameTitle(a, b),
};
const yearIn = (text: string): string | null => /\d{4}/.exec(text)?.[0] ?? null;
const isCompared = (field: string): field is Compared => Object.hasOwn(contradicts, field);

const names: Readonly<Record<Compared, string>> = {
  issued: "the year",
  volume: "the volume",
  page: "the first page",
  title: "the title",
};

/** "A Bed at Work (Derby: Slate, 2017)", "… 2018)": alike up to the value, so that both were read in one way, right or wrong. */
function printedAlike(a: CitationItem, valueA: string, b: CitationItem, valueB: string): boolean {
  const [headA, headB] = [a.raw.split(valueA, 1)[0]!, b.raw.split(valueB, 1)[0]!];
  return headA.length > ALIKE && headA === headB && readWhole(a, true) && readWhole(b, true);
}
/** Units that names and a title take at least. */
const ALIKE = 20;

export const inconsistentMetadata: Rule = {
  code: "inconsistent-metadata",
  title: "References disagree",
  group: "sources",
  severity: "warning",
  rule: "Two full references of one source disagree on year, volume, first page or title.",
  remedy: "Pick the right one.",
  caution:
    "Short forms, initials, shortened titles, other spellings, abbreviated journals and a range against its first page are no conflicts.",
  examples: {
    fires: page(marked, [
      `${ames} doi:10.5555/jw.2011.10`,
      bell,
      `${ames.replace("2011", "2010")} doi:10.5555/jw.2011.10`,
    ]),
    silent: page(marked, [ames, bell, ames]),
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources)
      for (const { field, values } of source.conflicts) {
        if (!isCompared(field)) continue;
        const alike = (value: string, held: CitationItem): boolean =>
          values.some((v) => {
            const other = v.value === value ? undefined : items.get(v.item);
            return other !== undefined && printedAlike(held, value, other, v.value);
          });
        const told = values.filter(({ item, value }) => {
          const held = items.get(item);
          // A reading that left words over may have taken the wrong ones; a record of a file is no reading.
          return held === undefined || readWhole(held) || alike(value, held);
        });
        const [one, ...others] = told;
        const other = others.find((v) => one && contradicts[field](one.value, v.value));
        if (!one || !other) continue;
        yield {
          subjects: [onSource(source)],
          spans: [one, other].flatMap((v) => items.get(v.item) ?? []).map(spanOf),
          quote: nameOf(source),
          message: `The references to ${source.label} disagree on ${names[field]}: ${one.value} or ${other.value}. Pick the right one.`,
          data: { field, values: [one.value, other.value] },
        };
      }
  },
};
