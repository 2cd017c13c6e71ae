/** PostgreSQL databases for measuring: on the server that TEST_DATABASE_URL names, else on this machine. */
import pg from "pg";

const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

async function ask(sql: string, address = server): Promise<number> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Returns whether there is a server. */
export const answers = (): Promise<boolean> =>
  ask("select 1").then(
    () => true,
    () => false,
  );

/** Returns the address of the database, made when missing. */
export async function makeDatabase(name: string) {
  const isNew = (await ask(`select 1 from pg_database where datname = '${name}'`)) === 0;
  if (isNew) await ask(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    address: url.href,
    isNew,
    drop: async () => {
      await ask(`drop database ${name} with (force)`);
    },
  };
}

/** Does at once what the database does by itself some time after an import: tidies up, and counts what is there. */
export async function settleDatabase(address: string): Promise<void> {
  await ask("vacuum analyze", address);
}
