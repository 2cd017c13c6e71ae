/** The tables of accounts as Kysely sees them. */

export interface AccountsTable {
  /** The name in lower case: two accounts never differ by case alone. */
  key: string;
  name: string;
  role: string;
  /** 0 or 1. */
  blind: number;
  password: string | null;
  created_at: string;
}

export interface SessionsTable {
  hash: string;
  account: string;
  data: string;
  expires: number;
}

export interface TokensTable {
  hash: string;
  id: string;
  account: string;
  label: string;
  created_at: string;
}

export interface SecretsTable {
  name: string;
  value: string;
}

export interface AccountTables {
  accounts: AccountsTable;
  sessions: SessionsTable;
  tokens: TokensTable;
  secrets: SecretsTable;
}
