/** `footing account`: who may use a library that more than one person uses. */
import { randomBytes, randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { type Role, roles } from "../../server/roles.ts";
import type { Accounts } from "../../server/store/accounts/types.ts";
import { InputError, UsageError } from "../cli/errors.ts";
import { openStoreOf } from "../cli/library.ts";

interface Flags {
  readonly data?: string;
  readonly role?: string;
  readonly blind?: boolean;
  readonly label?: string;
}

/** Opens the accounts for one command. */
async function withAccounts(flags: Flags, work: (accounts: Accounts) => Promise<void>): Promise<void> {
  const store = await openStoreOf(flags.data);
  try {
    await work(store.accounts);
  } finally {
    await store.close();
  }
}

function roleOf(word: string | undefined): Role | undefined {
  if (word === undefined) return undefined;
  const role = roles.find((r) => r === word);
  if (role === undefined) throw new UsageError(`--role takes ${roles.join(", ")}`);
  return role;
}

/** Returns the password: asked for without showing it, or the first line of standard input. */
async function askPassword(): Promise<string> {
  const { passwordLength } = await import("../../server/accounts/password.ts");
  const given = process.stdin.isTTY
    ? await askHidden("Password: ")
    : (await text(process.stdin)).split(/\r?\n/)[0]!;
  if (given.length < passwordLength.least || given.length > passwordLength.most) {
    throw new InputError(`a password has at least ${passwordLength.least} characters`);
  }
  if (process.stdin.isTTY && (await askHidden("Again: ")) !== given) throw new InputError("the two differ");
  return given;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question("");
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

const unknown = (name: string): InputError =>
  new InputError(`there is no account "${name}"`, "`footing account list` shows them.");
const lastAdmin = (): InputError =>
  new InputError("it is the only admin, and a library must have one", "Make another account an admin first.");

async function add(name: string, flags: Flags): Promise<void> {
  const role = roleOf(flags.role) ?? "reviewer";
  if (!/^[^\p{Cc}<>"\\]{1,100}$/u.test(name) || name.trim() !== name) throw new UsageError("not a name");
  await withAccounts(flags, async (accounts) => {
    if ((await accounts.find(name)) !== null) throw new InputError(`there is an account "${name}" already`);
    const { hashPassword } = await import("../../server/accounts/password.ts");
    const password = await hashPassword(await askPassword());
    const createdAt = new Date().toISOString();
    await accounts.add({ name, role, blind: flags.blind ?? false, password, createdAt });
    process.stdout.write(`${name} may sign in as ${role}${flags.blind ? ", reviewing blind" : ""}\n`);
  });
}

const list = (flags: Flags): Promise<void> =>
  withAccounts(flags, async (accounts) => {
    for (const { name, role, blind } of await accounts.list()) {
      process.stdout.write(`${name}\t${role}${blind ? "\tblind" : ""}\n`);
    }
  });

const change = (name: string, flags: Flags): Promise<void> =>
  withAccounts(flags, async (accounts) => {
    const role = roleOf(flags.role);
    if (role === undefined && flags.blind === undefined)
      throw new UsageError("name --role, --blind or --no-blind");
    const result = await accounts.change(name, {
      ...(role === undefined ? {} : { role }),
      ...(flags.blind === undefined ? {} : { blind: flags.blind }),
    });
    if (result === "missing") throw unknown(name);
    if (result === "last-admin") throw lastAdmin();
  });

const password = (name: string, flags: Flags): Promise<void> =>
  withAccounts(flags, async (accounts) => {
    if ((await accounts.find(name)) === null) throw unknown(name);
    const { hashPassword } = await import("../../server/accounts/password.ts");
    await accounts.change(name, { password: await hashPassword(await askPassword()) });
    process.stdout.write(`${name} has a new password and signs in again\n`);
  });

const remove = (name: string, flags: Flags): Promise<void> =>
  withAccounts(flags, async (accounts) => {
    const result = await accounts.remove(name);
    if (result === "missing") throw unknown(name);
    if (result === "last-admin") throw lastAdmin();
  });

const token = (name: string, flags: Flags): Promise<void> =>
  withAccounts(flags, async (accounts) => {
    if ((await accounts.find(name)) === null) throw unknown(name);
    const { hashOf } = await import("../../server/accounts/sessions.ts");
    const secret = `ftg_${randomBytes(32).toString("base64url")}`;
    const label = flags.label ?? "command line";
    const createdAt = new Date().toISOString();
    await accounts.addToken({ id: randomUUID(), account: name, label, createdAt, hash: hashOf(secret) });
    process.stdout.write(`${secret}\n`);
  });

/** Adds the command with its parts. */
export function addAccount(program: Command): void {
  const account = program
    .command("account")
    .description("accounts of a library that more than one person uses")
    .addHelpText(
      "after",
      `
Passwords are asked for, or read from standard input. Roles: a reader reads; a reviewer also brings documents in and
records verdicts; an admin also takes documents away and keeps the accounts. A blind reviewer sees others' verdicts on
a subject after judging it.

Examples:
  footing account add ada --role admin
  footing account add ben --role reviewer --blind
  footing account token ben --label "export script"`,
    );
  const part = (name: string, description: string) =>
    account
      .command(name)
      .description(description)
      .option(
        "--data <library>",
        "the library (default: DATABASE_URL, FOOTING_DATA, .footing/footing.sqlite)",
      );
  part("add", "add an account")
    .argument("<name>")
    .option("--role <role>", `${roles.join(", ")} (default: reviewer)`)
    .option("--blind", "reviews blind")
    .action(add);
  part("list", "show the accounts").action(list);
  part("change", "change role or blindness; the account signs in again")
    .argument("<name>")
    .option("--role <role>", roles.join(", "))
    .option("--blind", "reviews blind")
    .option("--no-blind", "sees all verdicts")
    .action(change);
  part("password", "give a new password").argument("<name>").action(password);
  part("remove", "take an account away; what it recorded stays").argument("<name>").action(remove);
  part("token", "make a token for a program, and print it this once")
    .argument("<name>")
    .option("--label <words>", "what the token is for")
    .action(token);
}
