/** Names of members and merges. Pure. */
import { hash } from "../../../core/hash.ts";

/** Returns the name of a source within the library: the same in every version of the document that has it. */
export const atomOf = (lineage: string, source: string): string => `work-${hash(lineage, source)}`;

/** Returns the name of the merge of two members, in either order. */
export function mergeId(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `merge-${hash(first, second)}`;
}

const stated = "stated:";

/** Returns the key of a merge that a reviewer states: its own, because nothing else can be found by what was said. */
export const statedKey = (merge: string): string => `${stated}${merge}`;

export const isStated = ({ key }: { readonly key: string }): boolean => key.startsWith(stated);
