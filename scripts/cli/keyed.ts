/** Works without a document around them, as sources with the keys that a document would give them. */
import { groupBy } from "../../core/group-by.ts";
import type { Csl, Source } from "../../core/model.ts";
import { collisionLetter, keyBase } from "../../core/resolve/sources.ts";

export interface Work {
  readonly csl: Csl;
  readonly authorsTruncated: boolean;
}

/** Returns a source for each work in the order given; works that would share a key get a, b, …, all of them. */
export function keyedSources(works: readonly Work[]): readonly Source[] {
  const alike = groupBy(works, ({ csl }) => keyBase(csl));
  return works.map((work, i): Source => {
    const { csl, authorsTruncated } = work;
    const base = keyBase(csl);
    const sharing = alike.get(base)!;
    const key = sharing.length === 1 ? base : base + collisionLetter(sharing.indexOf(work));
    const none = { mentions: [], descriptions: [], evidence: [], conflicts: [] };
    return { id: String(i), key, label: key, csl, authorsTruncated, ...none };
  });
}
