/** Sessions of the session library in the store: by the hash of their id, so that the database opens no door. */
import { createHash } from "node:crypto";
import session from "express-session";
import type { Accounts } from "../store/accounts/types.ts";

declare module "express-session" {
  interface SessionData {
    /** The account that signed in. */
    account: string;
  }
}

/** Milliseconds without a request after which a session ends. */
export const sessionLife = 12 * 60 * 60 * 1000;

/** A session is prolonged in the database no more often than this, in milliseconds. */
const prolongEvery = 5 * 60 * 1000;

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

type Done = (error?: unknown) => void;

/** Sessions of one library, for any number of servers. */
export class StoredSessions extends session.Store {
  readonly #accounts: Accounts;
  readonly #now: () => number;
  readonly #prolonged = new Map<string, number>();

  constructor(accounts: Accounts, now: () => number) {
    super();
    this.#accounts = accounts;
    this.#now = now;
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    this.#accounts.session(hashOf(id)).then(
      (kept) => {
        const alive = kept !== null && kept.expires > this.#now();
        done(null, alive ? (JSON.parse(kept.data) as session.SessionData) : null);
      },
      (error: unknown) => done(error),
    );
  }

  override set(id: string, data: session.SessionData, done: Done = () => {}): void {
    const kept = {
      account: data.account ?? "",
      data: JSON.stringify(data),
      expires: this.#now() + sessionLife,
    };
    this.#accounts.keepSession(hashOf(id), kept).then(() => done(), done);
  }

  override touch(id: string, data: session.SessionData, done: Done = () => {}): void {
    const last = this.#prolonged.get(id) ?? 0;
    if (this.#now() - last < prolongEvery) {
      done();
      return;
    }
    if (this.#prolonged.size > 10_000) this.#prolonged.clear();
    this.#prolonged.set(id, this.#now());
    this.#accounts
      .session(hashOf(id))
      // One that was ended meanwhile must not come back.
      .then((kept) => (kept === null ? done() : this.set(id, data, done)), done);
  }

  override destroy(id: string, done: Done = () => {}): void {
    this.#prolonged.delete(id);
    this.#accounts.dropSession(hashOf(id)).then(() => done(), done);
  }
}
