/** Accounts as the store keeps them: who may do what, their sessions and tokens. No secret is kept in clear. */
import type { Role } from "../../roles.ts";

export interface Account {
  /** What the person signs in with, and what their verdicts are recorded under. */
  readonly name: string;
  readonly role: Role;
  /** Sees others' verdicts on a subject only after judging it. */
  readonly blind: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export interface NewAccount extends Account {
  /** As `hashPassword` makes it; null for one that cannot sign in until it gets a password. */
  readonly password: string | null;
}

export interface Session {
  readonly account: string;
  /** What the session library keeps, as JSON. */
  readonly data: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Token {
  readonly id: string;
  readonly account: string;
  /** What the person calls it: "export script". */
  readonly label: string;
  readonly createdAt: string;
}

export interface Accounts {
  /** False when there is one of that name already, in any case of letters. */
  add(account: NewAccount): Promise<boolean>;
  /** By name, in any case of letters. */
  find(name: string): Promise<Account | null>;
  password(name: string): Promise<string | null>;
  /** By name. */
  list(): Promise<readonly Account[]>;
  /** Changes what is given; ends the account's sessions. False when there is none, or it is the last admin. */
  change(
    name: string,
    to: { readonly role?: Role; readonly blind?: boolean; readonly password?: string },
  ): Promise<"changed" | "missing" | "last-admin">;
  /** Takes the account away with its sessions and tokens. What it recorded stays. */
  remove(name: string): Promise<"removed" | "missing" | "last-admin">;
  /** Whether somebody can sign in who may do everything. */
  hasAdmin(): Promise<boolean>;

  /** Sessions go by the hash of their id. */
  session(hash: string): Promise<Session | null>;
  keepSession(hash: string, session: Session): Promise<void>;
  dropSession(hash: string): Promise<void>;
  /** Drops those that expired before this moment, in milliseconds since 1970. */
  sweepSessions(before: number): Promise<void>;

  /** Tokens go by the hash of their secret. */
  addToken(token: Token & { readonly hash: string }): Promise<void>;
  tokenOwner(hash: string): Promise<Account | null>;
  tokens(account: string): Promise<readonly Token[]>;
  dropToken(account: string, id: string): Promise<boolean>;

  /** A secret that all servers of the library share; `make` is called when there is none yet. */
  secret(name: string, make: () => string): Promise<string>;
}
