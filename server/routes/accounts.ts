/** Accounts over the API: who asks, signing out, tokens of one's own, and the admins' list. */
import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { signOut } from "../accounts/guard.ts";
import { hashPassword, passwordLength } from "../accounts/password.ts";
import { hashOf } from "../accounts/sessions.ts";
import { type Endpoint, endpoint, jsonBody, none, parsed } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { roles } from "../roles.ts";
import { components } from "../schemas.ts";
import type { Context } from "./context.ts";

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !/\p{Cc}|[<>"\\]/u.test(text), "letters, digits, spaces and the like");
const role = z.enum(roles);
const password = z.string().min(passwordLength.least).max(passwordLength.most);
const accountSchema = z.strictObject({ name, role, blind: z.boolean(), createdAt: z.iso.datetime() });
const sessionSchema = z
  .strictObject({
    accounts: z.boolean().describe("Whether this server asks who one is"),
    account: z.strictObject({ name, role, blind: z.boolean() }).nullable(),
  })
  .describe("Who asks");
const accountListSchema = z.strictObject({ items: z.array(accountSchema) });
const tokenSchema = z.strictObject({ id: z.string(), label: z.string(), createdAt: z.iso.datetime() });
const tokenListSchema = z.strictObject({ items: z.array(tokenSchema) });
const newTokenSchema = z
  .strictObject({ ...tokenSchema.shape, token: z.string().describe("Shown this once") })
  .describe("A token, to be sent as Authorization: Bearer");
const newAccount = z.strictObject({ name, role, blind: z.boolean().default(false), password });
const accountChange = z.strictObject({
  role: role.optional(),
  blind: z.boolean().optional(),
  password: password.optional(),
});

for (const [id, schema] of Object.entries({
  Account: accountSchema,
  AccountChange: accountChange,
  AccountList: accountListSchema,
  NewAccount: newAccount,
  NewToken: newTokenSchema,
  Session: sessionSchema,
  TokenList: tokenListSchema,
})) {
  components.add(schema, { id });
}

const missing = (who: string): Problem =>
  new Problem("account-not-found", { detail: `There is no account "${who}".` });
const lastAdmin = (): Problem =>
  new Problem("last-admin", {
    detail: "It is the only admin, and a library must have one.",
    remedy: "Make another account an admin first.",
  });

/** Returns the endpoints. Where accounts are off, only the question who asks has an answer. */
export function accountRoutes({ store, now, withAccounts }: Context): readonly Endpoint[] {
  const { accounts } = store;
  const session = endpoint({
    method: "get",
    path: "/session",
    operation: "getSession",
    summary: "Who asks, and whether accounts are on",
    role: "anyone",
    params: none,
    query: none,
    answers: { 200: { description: "The caller", schema: sessionSchema } },
    problems: [],
    handle: ({ caller }) => ({ kind: "json", value: { accounts: withAccounts, account: caller } }),
  });
  const own = z.strictObject({ token: z.string().max(100) });
  const one = z.strictObject({ account: name });
  return [
    session,
    endpoint({
      method: "delete",
      path: "/session",
      operation: "signOut",
      summary: "Sign out",
      role: "anyone",
      params: none,
      query: none,
      answers: { 204: { description: "The session has ended" } },
      problems: ["cross-origin"],
      async handle({ request }) {
        await signOut(request);
        return { kind: "empty" };
      },
    }),
    endpoint({
      method: "get",
      path: "/tokens",
      operation: "listTokens",
      summary: "One's own tokens, without their secrets",
      params: none,
      query: none,
      answers: { 200: { description: "The tokens", schema: tokenListSchema } },
      problems: ["accounts-off"],
      async handle({ caller }) {
        const list = await accounts.tokens(named(caller).name);
        return { kind: "json", value: { items: list.map(({ account: _, ...token }) => token) } };
      },
    }),
    endpoint({
      method: "post",
      path: "/tokens",
      operation: "makeToken",
      summary: "Make a token for a program, which may then do what its owner may",
      role: "reader",
      params: none,
      query: z.strictObject({ label: z.string().min(1).max(200) }),
      answers: { 201: { description: "The token, shown this once", schema: newTokenSchema } },
      problems: ["bad-request", "accounts-off", "cross-origin"],
      async handle({ caller, query: { label } }) {
        const token = `ftg_${randomBytes(32).toString("base64url")}`;
        const made = { id: randomUUID(), label, createdAt: now().toISOString() };
        await accounts.addToken({ ...made, account: named(caller).name, hash: hashOf(token) });
        return { kind: "json", status: 201, value: { ...made, token } };
      },
    }),
    endpoint({
      method: "delete",
      path: "/tokens/{token}",
      operation: "dropToken",
      summary: "Make one of one's own tokens worthless",
      role: "reader",
      params: own,
      query: none,
      answers: { 204: { description: "Gone" } },
      problems: ["not-found", "accounts-off", "cross-origin"],
      async handle({ caller, params }) {
        if (await accounts.dropToken(named(caller).name, params.token)) return { kind: "empty" };
        throw new Problem("not-found", `You have no token "${params.token}".`);
      },
    }),
    endpoint({
      method: "get",
      path: "/accounts",
      operation: "listAccounts",
      summary: "The accounts",
      role: "admin",
      params: none,
      query: none,
      answers: { 200: { description: "By name", schema: accountListSchema } },
      problems: [],
      handle: async () => ({ kind: "json", value: { items: await accounts.list() } }),
    }),
    endpoint({
      method: "post",
      path: "/accounts",
      operation: "addAccount",
      summary: "Add an account",
      role: "admin",
      params: none,
      query: none,
      body: { description: "The account", media: { "application/json": newAccount } },
      answers: { 201: { description: "The account", schema: accountSchema } },
      problems: ["bad-request", "malformed-json", "too-large", "account-exists", "cross-origin"],
      async handle({ body }) {
        const { password: secret, ...given } = parsed(newAccount, jsonBody(body), "body");
        const account = { ...given, createdAt: now().toISOString() };
        if (await accounts.add({ ...account, password: await hashPassword(secret) })) {
          return { kind: "json", status: 201, value: account };
        }
        throw new Problem("account-exists", { detail: `There is an account "${given.name}" already.` });
      },
    }),
    endpoint({
      method: "post",
      path: "/accounts/{account}",
      operation: "changeAccount",
      summary: "Change role, blindness or password; the account signs in again",
      role: "admin",
      params: one,
      query: none,
      body: { description: "What changes", media: { "application/json": accountChange } },
      answers: { 200: { description: "The account", schema: accountSchema } },
      problems: [
        "bad-request",
        "malformed-json",
        "too-large",
        "account-not-found",
        "last-admin",
        "cross-origin",
      ],
      async handle({ params: { account }, body }) {
        const { password: secret, role, blind } = parsed(accountChange, jsonBody(body), "body");
        const result = await accounts.change(account, {
          ...(role === undefined ? {} : { role }),
          ...(blind === undefined ? {} : { blind }),
          ...(secret === undefined ? {} : { password: await hashPassword(secret) }),
        });
        if (result === "missing") throw missing(account);
        if (result === "last-admin") throw lastAdmin();
        return { kind: "json", value: await accounts.find(account) };
      },
    }),
    endpoint({
      method: "delete",
      path: "/accounts/{account}",
      operation: "removeAccount",
      summary: "Take an account away; what it recorded stays",
      role: "admin",
      params: one,
      query: none,
      answers: { 204: { description: "Gone" } },
      problems: ["account-not-found", "last-admin", "cross-origin"],
      async handle({ params: { account } }) {
        const result = await accounts.remove(account);
        if (result === "missing") throw missing(account);
        if (result === "last-admin") throw lastAdmin();
        return { kind: "empty" };
      },
    }),
  ];
}

/** Returns the caller, or says that there are no accounts here. */
function named<T>(caller: T | null): T {
  if (caller !== null) return caller;
  throw new Problem("accounts-off", {
    detail: "This server has its accounts off.",
    remedy: "Start it with --accounts.",
  });
}
