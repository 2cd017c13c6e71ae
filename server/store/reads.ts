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

/** A question for one row that many requests ask, each with its own values. */
export interface Inquiry {
  /** SQL types of the values, in their order. */
  readonly types: readonly ("text" | "integer" | "bigint")[];
  /** Returns the SQL that gives the row, with this SQL for the values. */
  text(values: readonly string[]): string;
}

/** Returns the inquiry of a text with `$1`, `$2` … for the values. */
export const inquiryOf = (types: Inquiry["types"], text: string): Inquiry => ({
  types,
  text: (values) => text.replaceAll(/\$(\d+)/g, (_, n: string) => values[Number(n) - 1]!),
});

/** Returns the row for these values. */
export type Ask<R> = (values: readonly Cell[]) => Promise<R>;

/** Returns how to ask for one row with these questions. */
export function oneByOne<R extends readonly Cell[]>(row: Questions["row"], inquiry: Inquiry): Ask<R> {
  const text = inquiry.text(inquiry.types.map((type, i) => `cast($${i + 1} as ${type})`));
  return async (values) => (await row<R>(text, values))!;
}

export interface Reads extends Questions {
  /** The same for questions that go through many rows: they may be asked where they hold up no other. */
  readonly long: Questions;
  /**
   * Returns how to ask: what comes while others are being answered may be asked of the database with them, by one plan
   * for all values. For questions that each go through few rows, since those asked together wait for each other.
   */
  together<R extends readonly Cell[]>(inquiry: Inquiry): Ask<R>;
  /** Returns how to ask by a plan made for the values: for questions that may go through many rows, or through few. */
  alone<R extends readonly Cell[]>(inquiry: Inquiry): Ask<R>;
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
