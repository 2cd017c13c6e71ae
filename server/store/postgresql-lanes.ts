/**
 * Questions put together on PostgreSQL: one statement answers several, on a few connections of its own that plan it
 * once. Protocol, planning and starting a statement cost as much as finding a few rows.
 */
import pg from "pg";
import type { Ask, Cell, Inquiry, Questions } from "./reads.ts";
import { createTogether } from "./together.ts";

/** More would share the same processors. */
const lanes = 4;

/**
 * A plan for all values, made while the tables may still be empty or not counted: it keeps to the indexes, and is not
 * compiled for what it seems to cost.
 */
const setting = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";

/** Returns SQL of the rows for several lists of values, each value's column an array, with their numbers from 1. */
function textForMany({ types, text }: Inquiry): string {
  const columns = types.map((_, i) => `v${i + 1}`);
  const arrays = types.map((type, i) => `$${i + 1}::${type}[]`);
  const asked = `unnest(${arrays.join(", ")}) with ordinality as asked (${columns.join(", ")}, n)`;
  const found = text(columns.map((column) => `asked.${column}`));
  return `select asked.n, found.* from ${asked} cross join lateral (${found}) as found`;
}

export interface Lanes {
  /** See `Reads.together`. */
  together<R extends readonly Cell[]>(inquiry: Inquiry): Ask<R>;
  end(): Promise<void>;
}

/** Returns the lanes. `rowsOf` asks a pool; no connection is made before it is needed. */
export function openLanes(config: pg.PoolConfig, rowsOf: (pool: pg.Pool) => Questions["rows"]): Lanes {
  const pool = new pg.Pool({
    ...config,
    max: lanes,
    onConnect: async (client) => {
      await client.query(setting);
    },
  });
  // As for the other pool.
  pool.on("error", () => {});
  const rows = rowsOf(pool);
  return {
    together<R extends readonly Cell[]>(inquiry: Inquiry) {
      const text = textForMany(inquiry);
      return createTogether<readonly Cell[], R>(lanes, async (all) => {
        const found: R[] = [];
        const columns = inquiry.types.map((_, i) => all.map((values) => values[i]));
        for (const [n, ...row] of await rows<readonly [number, ...Cell[]]>(text, columns))
          found[n - 1] = row as unknown as R;
        return found;
      });
    },
    end: () => pool.end(),
  };
}
