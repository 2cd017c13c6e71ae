/** Citation keys as every BibTeX tool takes them. */
import type { Source, SourceId } from "../model.ts";

/** Characters that no BibTeX program trips over in a key; quotes, braces, commas, "%", "#", "~" and "\" end one. */
const unsafe = /[^A-Za-z0-9:._+/-]+/g;

/**
 * Returns a key for every source: its own where it is safe, else its plain letters. BibTeX takes keys that differ in
 * case only for one, so a second one gets "-2". Give all sources, so that a key does not hang on the selection.
 */
export function citationKeys(sources: readonly Source[]): ReadonlyMap<SourceId, string> {
  const taken = new Set<string>();
  const keys = new Map<SourceId, string>();
  for (const { id, key } of sources) {
    const base = key.normalize("NFKD").replace(unsafe, "") || "source";
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${base}-${n}`;
    taken.add(free.toLowerCase());
    keys.set(id, free);
  }
  return keys;
}
