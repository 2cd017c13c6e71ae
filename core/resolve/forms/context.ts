/** What a resolver may look at: the works, and what has been cited so far. */
import type { CiteText } from "../../model.ts";
import type { Work } from "../match.ts";
import type { Outcome } from "../outcome.ts";
import type { WorkIndex } from "../work-index.ts";

/** What an ibid. points to: the citation before it in its note, or the whole note before. */
export type Antecedent =
  | { readonly kind: "cite"; readonly outcome: Outcome }
  | { readonly kind: "note"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "nothing" };

export interface FormContext {
  readonly index: WorkIndex;
  /** Place in the sequence; works described later cannot be meant. */
  readonly position: number;
  readonly antecedent: Antecedent;
  /** Returns what the note with this label cites, the nearest such note at or before this one; null for no note. */
  readonly note: (label: string) => readonly Outcome[] | null;
  /** Works of several authors are cited by the first one's name in this document. */
  readonly sloppy: boolean;
}

/** Resolves one form of citation; replaceable one by one. */
export type Resolver = (cite: CiteText, context: FormContext) => Outcome;

/** Returns the works known at this place of the sequence. */
export const knownAt = (works: readonly Work[], context: FormContext): readonly Work[] =>
  works.filter((work) => work.since <= context.position);
