/** "[@brew2010, p. 3]": the record with this key, or with the identifier the key spells out. */

import type { CiteText } from "../../model.ts";
import { fold } from "../../names.ts";
import { isCrossReference } from "../../text/markers/key.ts";
import { type Outcome, refused, resolved } from "../outcome.ts";

/** Returns a resolver over records by key; keys differ in case only by mistake. */
export function keyResolver(byKey: ReadonlyMap<string, number>): (cite: CiteText) => Outcome {
  const folded = new Map<string, number | null>();
  for (const [key, work] of byKey) folded.set(fold(key), folded.has(fold(key)) ? null : work);
  return (cite) => {
    const key = cite.key ?? "";
    const exact = byKey.get(key);
    if (exact !== undefined) return resolved(exact, "the record with this key", cite);
    const near =
      folded.get(fold(key)) ?? folded.get(fold(key.replace(/^(?:doi|pmid|pmcid|url|isbn|arxiv):/i, "")));
    if (near !== undefined && near !== null)
      return resolved(near, "the record with this key in other case", cite);
    if (isCrossReference(key))
      return { kind: "none", basis: { rule: "a cross-reference", confidence: "likely", spans: [] } };
    return refused("unresolved", "no record has this key", cite);
  };
}
