/** What other processes recorded, by LISTEN and NOTIFY over a connection of its own that is made again when it breaks. */
import { sql, type Transaction } from "kysely";
import type pg from "pg";
import { createFeed, type Feed } from "./feed.ts";
import type { Tables } from "./tables.ts";

const channel = "footing_review";

/** Milliseconds before a broken connection is tried again. */
const pause = 2_000;

export interface Listener {
  readonly feed: Feed;
  announce(trx: Transaction<Tables>, lineage: string, seq: number): Promise<void>;
  close(): Promise<void>;
}

/** Returns a listener that connects when somebody listens. What is missed while it is away is not told later. */
export function createListener(connect: () => Promise<pg.Client>): Listener {
  const feed = createFeed();
  let client: Promise<pg.Client | null> | null = null;
  let closed = false;

  async function begin(): Promise<pg.Client | null> {
    try {
      const made = await connect();
      made.on("notification", ({ payload = "" }) => {
        const [, seq, lineage] = /^(\d+) (.*)$/s.exec(payload) ?? [];
        if (lineage !== undefined) feed.publish(lineage, Number(seq));
      });
      made.on("error", again);
      await made.query(`listen ${channel}`);
      return made;
    } catch {
      again();
      return null;
    }
  }

  function again(): void {
    client = null;
    if (closed) return;
    setTimeout(() => {
      if (!closed) client ??= begin();
    }, pause).unref();
  }

  return {
    feed: {
      listen(topic, listener) {
        if (!closed) client ??= begin();
        return feed.listen(topic, listener);
      },
      // Everything comes back from the database, what this process recorded too.
      publish() {},
      async ready() {
        if (!closed) client ??= begin();
        await client;
      },
    },
    async announce(trx, lineage, seq) {
      await sql`select pg_notify(${channel}, ${`${seq} ${lineage}`})`.execute(trx);
    },
    async close() {
      closed = true;
      const open = await client;
      open?.removeAllListeners("error");
      open?.on("error", () => {});
      await open?.end().catch(() => {});
    },
  };
}
