/**
 * Many rows in one statement of one parameter: PostgreSQL reads a statement with thousands of parameters anew each
 * time, and one of JSON once a connection.
 */
import { type Insertable, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

type Row = Readonly<Record<string, unknown>>;

/** Characters of JSON in one statement: the server builds each value in memory several times. */
const most = 4_000_000;

/** What PostgreSQL's JSON cannot hold though ours can: U+0000 and halves of surrogate pairs. */
const unheld = /\\u(?:0000|d[89a-f])/;

/** Lone halves become U+FFFD as they do in UTF-8, and so does U+0000. */
const held = (value: unknown): unknown =>
  typeof value === "string"
    ? Buffer.from(value, "utf8").toString("utf8").replaceAll("\u0000", "\ufffd")
    : value;

function json(row: Row): string {
  const text = JSON.stringify(row);
  if (!unheld.test(text)) return text;
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, held(value)])),
  );
}

/** Returns the rows as JSON arrays, each short enough for one statement. */
function* arrays(rows: readonly Row[]): Generator<string> {
  let part: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = json(row);
    if (length + text.length > most && part.length > 0) {
      yield `[${part.join(",")}]`;
      [part, length] = [[], 0];
    }
    part.push(text);
    length += text.length;
  }
  yield `[${part.join(",")}]`;
}

/** Writes the rows in their order. All have the columns of the first one; rows with bytes go one by one. */
export async function insertRows<T extends keyof Tables>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const [first] = rows as readonly Row[];
  if (first === undefined) return;
  if (rows.some((row) => Object.values(row).some((value) => value instanceof Uint8Array))) {
    for (const row of rows) await trx.insertInto(table).values(row).execute();
    return;
  }
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const type = sql.table(table);
  for (const part of arrays(rows as readonly Row[]))
    await sql`insert into ${type} (${columns}) select ${columns} from json_populate_recordset(null::${type}, ${part}::json)`.execute(
      trx,
    );
}
