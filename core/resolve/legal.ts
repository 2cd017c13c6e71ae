/** Resolution of a bare sequence of legal citations, as in an opinion without notes: one citation a sentence. */
import type { ItemId } from "../model.ts";
import { readLegalText } from "../reference/note/legal-text.ts";
import type { Antecedent } from "./forms/context.ts";
import { type Outcome, refused } from "./outcome.ts";
import { resolveForm } from "./sequence.ts";
import { WorkIndex } from "./work-index.ts";
import { gatherWorks } from "./works.ts";

/**
 * Returns for each sentence the number of the work it cites, counted from 0 in order of first citation, or null
 * where the citation stays unresolved. A citation of an unknown kind is a barrier for the id. behind it.
 */
export function resolveSequence(sentences: readonly string[]): (number | null)[] {
  const cited = sentences.map((text, i) => ({
    id: `i${i}` as ItemId,
    cite: readLegalText(text),
    note: null,
    position: i,
  }));
  const described = cited.flatMap((c) => (c.cite.reference ? [{ ...c, reference: c.cite.reference }] : []));
  const gathered = gatherWorks(described, []);
  const index = new WorkIndex(gathered.works);
  const outcomes: Outcome[] = [];
  for (const { id, cite, position } of cited) {
    const last = outcomes.at(-1);
    const antecedent: Antecedent = last === undefined ? { kind: "nothing" } : { kind: "cite", outcome: last };
    const context = { index, position, antecedent, note: () => null, sloppy: false };
    outcomes.push(
      cite.form === "vague"
        ? refused("unresolved", "cites a document of an unknown kind", cite)
        : resolveForm(cite, gathered.described.get(id) ?? null, context),
    );
  }
  return outcomes.map((outcome) => (outcome.kind === "resolved" ? outcome.work : null));
}
