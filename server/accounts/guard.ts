/** Who asks, and whether they may: a token or a session becomes the caller; each endpoint names the role it needs. */
import { randomBytes } from "node:crypto";
import type { Request, RequestHandler } from "express";
import session from "express-session";
import type { Caller, Endpoint } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { type Role, roles } from "../roles.ts";
import type { Account, Accounts } from "../store/accounts/types.ts";
import { hashOf, StoredSessions, sessionLife } from "./sessions.ts";

const bearer = /^Bearer +([\w-]{20,200})$/i;

/** Returns the handlers that find out who asks. They refuse nobody but those with a token that is none. */
export async function identify(
  accounts: Accounts,
  options: { readonly now: () => number; readonly cookie: string },
): Promise<readonly RequestHandler[]> {
  const secret = await accounts.secret("session", () => randomBytes(32).toString("base64url"));
  const sessions = session({
    name: options.cookie,
    secret,
    store: new StoredSessions(accounts, options.now),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // "auto": secure when the request came over TLS, which the proxy in front says.
    cookie: { httpOnly: true, sameSite: "lax", secure: "auto", path: "/", maxAge: sessionLife },
  });
  const callerOf = (account: Account | null): Caller | null =>
    account === null ? null : { name: account.name, role: account.role, blind: account.blind };
  return [
    (request, response, next) => {
      const header = request.get("authorization");
      if (header === undefined) {
        sessions(request, response, next);
        return;
      }
      const token = bearer.exec(header)?.[1];
      accounts.tokenOwner(hashOf(token ?? "")).then((account) => {
        if (token === undefined || account === null) {
          next(
            new Problem("login-required", {
              detail: "The token is not one of this library.",
              remedy: "Make one with `footing account token NAME`, or sign in at /login.",
            }),
          );
          return;
        }
        response.locals.caller = callerOf(account);
        next();
      }, next);
    },
    (request, response, next) => {
      const name = request.session?.account;
      if (response.locals.caller !== undefined || name === undefined) return next();
      accounts.find(name).then((account) => {
        response.locals.caller = callerOf(account);
        next();
      }, next);
    },
  ];
}

/** Returns the role that an endpoint needs: its own word, else by what it does. */
export const roleOf = (e: Endpoint): Role | "anyone" =>
  e.role ?? (e.method === "get" ? "reader" : "reviewer");

/** Throws the problem unless the caller has the role, or one above it. */
export function requireRole(caller: Caller | null, role: Role | "anyone"): void {
  if (role === "anyone") return;
  if (caller === null) {
    throw new Problem("login-required", {
      detail: "This library asks who you are.",
      remedy: "Sign in at /login, or send a token (Authorization: Bearer …).",
    });
  }
  if (roles.indexOf(caller.role) >= roles.indexOf(role)) return;
  throw new Problem("forbidden", {
    detail: `This takes the role "${role}"; ${caller.name} is "${caller.role}".`,
    remedy: "Ask an admin of this library.",
  });
}

/** Begins a session of the account under a fresh id, so that an id given before signing in is worth nothing. */
export function signIn(request: Request, account: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error) => {
      if (error) return reject(error);
      request.session.account = account;
      request.session.save((failure) => (failure ? reject(failure) : resolve()));
    });
  });
}

/** Ends the session of the request. */
export function signOut(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    if (request.session === undefined) return resolve();
    request.session.destroy((error) => (error ? reject(error) : resolve()));
  });
}
