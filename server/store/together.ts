/** Questions put together: what is asked while others are under way waits for the next of a few lanes. Knows no database. */

interface Waiting<V, R> {
  readonly value: V;
  readonly resolve: (row: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** Questions in one lane at one time. */
const most = 8;

/**
 * Returns how to ask for one value: `ask` is called for up to eight, and gives as many answers in their order. The one
 * that asked first is answered first; where several cannot be answered together, each is asked by itself and fails
 * alone.
 */
export function createTogether<V, R>(
  lanes: number,
  ask: (values: readonly V[]) => Promise<readonly R[]>,
): (value: V) => Promise<R> {
  const waiting: Waiting<V, R>[] = [];
  let free = lanes;
  let called = false;

  const alone = async ({ value, resolve, reject }: Waiting<V, R>): Promise<void> => {
    try {
      resolve((await ask([value]))[0]!);
    } catch (error) {
      reject(error);
    }
  };
  const run = async (batch: readonly Waiting<V, R>[]): Promise<void> => {
    if (batch.length > 1) {
      try {
        const rows = await ask(batch.map((one) => one.value));
        for (const [i, one] of batch.entries()) one.resolve(rows[i]!);
        return;
      } catch {
        // Which of them it was is found by asking.
      }
    }
    await Promise.all(batch.map(alone));
  };
  const start = (): void => {
    called = false;
    while (free > 0 && waiting.length > 0) {
      const batch = waiting.splice(0, Math.min(most, Math.ceil(waiting.length / free)));
      free -= 1;
      void run(batch).then(() => {
        free += 1;
        start();
      });
    }
  };
  return (value) =>
    new Promise((resolve, reject) => {
      waiting.push({ value, resolve, reject });
      if (called || free === 0) return;
      called = true;
      // What else has arrived by now comes along.
      setImmediate(start);
    });
}
