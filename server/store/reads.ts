/**
 * Reads by SQL that is written once, for what is asked most: no query is built for them, rows come as arrays, and on
 * SQLite no transaction of a writer holds them up.
 */

/** A value of a row as both engines give it. */
export type Cell = string | number | null;

export interface Questions {
  /**
   * Returns the rows of a `select` as both engines understand it, with `$1`, `$2` … for the values. What was
   * committed before the call is seen.
   */
  rows<R extends readonly Cell[]>(text: string, values: readonly unknown[]): Promise<readonly R[]>;
  /** Returns the first of the rows. */
  row<R extends readonly Cell[]>(text: string, values: readonly unknown[]): Promise<R | undefined>;
}

export interface Reads extends Questions {
  /** The same for questions that go through many rows: they may be asked where they hold up no other. */
  readonly long: Questions;
  /** Returns a word for what is committed: while it is the same, every read gives the same. */
  state(): Promise<string>;
}

interface Waiting<V> {
  readonly resolve: (value: V | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Returns `ask` for one key at a time: what many requests ask at one moment becomes one question, and the next
 * question waits for the answer of the one before. No answer is older than the call it is given to.
 */
export function gathered<V>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  let next = new Map<string, Waiting<V>[]>();
  let running = false;
  const run = async (): Promise<void> => {
    while (next.size > 0) {
      const now = next;
      next = new Map();
      try {
        const found = await ask([...now.keys()]);
        for (const [key, list] of now) for (const one of list) one.resolve(found.get(key));
      } catch (error) {
        for (const list of now.values()) for (const one of list) one.reject(error);
      }
    }
    running = false;
  };
  return (key) =>
    new Promise((resolve, reject) => {
      const one = { resolve, reject };
      const list = next.get(key);
      if (list === undefined) next.set(key, [one]);
      else list.push(one);
      if (running) return;
      running = true;
      // What else has arrived by now comes along.
      setImmediate(run);
    });
}
