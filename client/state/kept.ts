/** Small things kept in the browser between visits. Where the browser keeps nothing, they last as long as the page. */

const memory = new Map<string, string>();

/** Returns what is kept under the key, or null. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps the value; null forgets it. Returns false where it lasts only as long as the page. */
export function keep(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    memory.delete(key);
    return true;
  } catch {
    if (value === null) memory.delete(key);
    else memory.set(key, value);
    return false;
  }
}

/** Returns the keys that begin with `prefix`, sorted. */
export function keptKeys(prefix: string): readonly string[] {
  const keys = new Set(memory.keys());
  try {
    for (let i = 0; i < localStorage.length; i += 1) keys.add(localStorage.key(i) ?? "");
  } catch {
    // What the page itself holds is all there is.
  }
  return [...keys].filter((key) => key.startsWith(prefix)).sort();
}
