/**
 * Walks through the citations of a document in their order and lets the resolver of each form decide. Items that
 * could not be resolved stay in the sequence: an ibid. never slides past them to an older source.
 */
import { CITED_IN } from "../cited-in.ts";
import type { CiteText, Note } from "../model.ts";
import { resolveAuthorYear } from "./forms/author-year.ts";
import type { Antecedent, FormContext } from "./forms/context.ts";
import { resolveIbid } from "./forms/ibid.ts";
import { resolveShort } from "./forms/short.ts";
import { resolveSupra } from "./forms/supra.ts";
import { type Outcome, refused, resolved } from "./outcome.ts";
import type { WorkIndex } from "./work-index.ts";
import { isIdem } from "./works.ts";

/** One citation with the work it describes, where it describes one. */
export interface Entry {
  readonly cite: CiteText;
  /** Place in the whole sequence, from 0. */
  readonly position: number;
  readonly describes: number | null;
}

/** The citations of one note, in order. */
export interface NoteEntries {
  readonly note: Note;
  readonly entries: readonly Entry[];
}

const VAGUE: Outcome = {
  kind: "none",
  basis: { rule: "names a class of things", confidence: "certain", spans: [] },
};
/** Behind a work of its own a "quoted in" makes the work before it an original that was not seen. */
const SECONDARY = new RegExp(`(?<!\\p{L})(?:${CITED_IN}|cit\\.\\s(?:in|da))(?!\\p{L})`, "iu");
export const ORIGINAL: Outcome = {
  kind: "none",
  basis: { rule: "an original behind a secondary citation", confidence: "likely", spans: [] },
};

export const isSecondary = (cite: CiteText): boolean => SECONDARY.test(cite.prefix ?? "");

/** Remembers whether lone surnames have been seen to mean works of several authors. */
export class Habits {
  sloppy = false;

  see(cite: CiteText, outcome: Outcome, index: WorkIndex): void {
    if (outcome.kind !== "resolved" || cite.names.length !== 1 || cite.namesTruncated || cite.title !== null)
      return;
    if ((index.works[outcome.work]?.identity.surnames.length ?? 0) > 1) this.sloppy = true;
  }
}

/** Returns the outcome of one citation by its form; `vague` and `key` are decided elsewhere. */
export function resolveForm(cite: CiteText, describes: number | null, context: FormContext): Outcome {
  switch (cite.form) {
    case "full":
      return describes === null
        ? refused("unresolved", "could not be read", cite)
        : resolved(describes, "described in full", cite);
    case "ibid":
      return resolveIbid(cite, context);
    case "supra":
      return resolveSupra(cite, context);
    case "short":
      return resolveShort(cite, context);
    case "author-year":
      return resolveAuthorYear(cite, context);
    case "key":
    case "vague":
      return VAGUE;
    default:
      return cite.form satisfies never;
  }
}

/** "Ders., Das Dorf, S. 40": the author of the citation before, whose other work this is. */
function withSameAuthor(cite: CiteText, before: Outcome | undefined, index: WorkIndex): CiteText {
  if (cite.form === "full" || !isIdem(cite.names[0] ?? "")) return cite;
  const work = before?.kind === "resolved" ? index.works[before.work] : undefined;
  const author = work?.identity.surnames[0];
  return author === undefined ? cite : { ...cite, names: [author] };
}

/** "Leith, letter to E. Dow, 4 January 1895, quoted in …": a paper without a place of its own was not seen. */
function unprinted(entries: readonly Entry[], own: readonly Outcome[]): boolean {
  const csl = entries[own.length - 2]?.cite.reference?.csl;
  if (!csl || own.at(-1)?.kind !== "resolved") return false;
  const placed =
    csl["container-title"] ?? csl.publisher ?? csl["publisher-place"] ?? csl.archive ?? csl.DOI ?? csl.URL;
  return placed === undefined && csl.edition === undefined && csl.volume === undefined;
}

/**
 * Resolves the citations of notes in order and returns the outcomes by position. Linear in the citations, but
 * for the number of works that share one surname.
 */
export function resolveNotes(
  notes: readonly NoteEntries[],
  index: WorkIndex,
  byKey: (cite: CiteText) => Outcome,
  habits: Habits,
): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  const byLabel = new Map<string, Outcome[]>();
  let before: readonly Outcome[] | null = null;
  for (const { note, entries } of notes) {
    const own: Outcome[] = [];
    if (note.label !== null) byLabel.set(note.label, own);
    for (const { cite: printed, position, describes } of entries) {
      const last = own.at(-1);
      const cite = withSameAuthor(printed, last ?? before?.at(-1), index);
      const antecedent: Antecedent =
        last !== undefined
          ? { kind: "cite", outcome: last }
          : before === null
            ? { kind: "nothing" }
            : { kind: "note", outcomes: before };
      const context: FormContext = {
        index,
        position,
        antecedent,
        note: (label) => byLabel.get(label) ?? null,
        sloppy: habits.sloppy,
      };
      const outcome = cite.form === "key" ? byKey(cite) : resolveForm(cite, describes, context);
      habits.see(cite, outcome, index);
      own.push(outcome);
      if (isSecondary(cite) && own.length > 1 && (own.at(-2)!.kind === "refused" || unprinted(entries, own)))
        own[own.length - 2] = ORIGINAL;
    }
    entries.forEach((entry, i) => {
      outcomes.set(entry.position, own[i]!);
    });
    before = own;
  }
  return outcomes;
}
