/** Long lists cut into statements that every engine takes. */

/**
 * Values in one statement: with 12 columns, 80 rows stay below 999, the lowest limit of bound values among SQLite
 * builds.
 */
export const batchSize = 80;

/** Calls `ask` with the distinct values, in batches and in order, and returns all rows. Asks nothing for no values. */
export async function inBatches<V, R>(
  values: Iterable<V>,
  ask: (batch: readonly V[]) => Promise<readonly R[]>,
  size = batchSize,
): Promise<R[]> {
  const wanted = [...new Set(values)];
  const rows: R[] = [];
  for (let i = 0; i < wanted.length; i += size) rows.push(...(await ask(wanted.slice(i, i + size))));
  return rows;
}
