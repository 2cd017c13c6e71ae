/** Signing in and out by the page's form. Attempts are limited by address and by name. */
import express, { type RequestHandler, Router } from "express";
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from "express-rate-limit";
import { z } from "zod";
import type { Accounts } from "../store/accounts/types.ts";
import { signIn, signOut } from "./guard.ts";
import { type LoginMessage, loginPage, loginStyle } from "./login-page.ts";
import { passwordFits } from "./password.ts";

/** Failed attempts within a quarter of an hour before the next one is refused. */
export const attempts = { perAddress: 30, perName: 10, window: 15 * 60 * 1000 } as const;

const fields = z.object({
  name: z.string().max(100).default(""),
  password: z.string().max(1000).default(""),
  next: z.string().max(2000).default("/"),
});

/** Returns the address if it is one of this server, else the desk: a link must not lead a signed-in person away. */
export function ownAddress(next: unknown): string {
  if (typeof next !== "string" || !/^\/(?![/\\])[\w\-./~%?=&:,+@!$'()*;#]*$/.test(next)) return "/";
  return next;
}

const page = (
  response: express.Response,
  status: number,
  message: LoginMessage,
  next: string,
  name?: string,
): void => {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  response
    .status(status)
    // The form posts to this server; the desk's pages have no forms at all.
    .set("Content-Security-Policy", policy.replace(/form-action [^;]*/, "form-action 'self'"))
    // With "no-referrer" a browser sends the form with "Origin: null", which is refused.
    .set("Referrer-Policy", "same-origin")
    .set("Cache-Control", "no-store")
    .type("html")
    .send(loginPage(message, next, name));
};

function limit(most: number, key: (request: express.Request) => string): RateLimitRequestHandler {
  return rateLimit({
    windowMs: attempts.window,
    limit: most,
    keyGenerator: key,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode < 400,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (request, response) => page(response, 429, "many", ownAddress(request.body?.next)),
  });
}

/** Returns the routes `/login`, `/login.css` and `/logout`. */
export function loginRoutes(accounts: Accounts): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: "8kb", parameterLimit: 10 });
  router.get("/login.css", (_request, response) => {
    response.set("Cache-Control", "no-cache").type("css").send(loginStyle);
  });
  router.get("/login", (request, response) => {
    page(response, 200, request.query.out === "1" ? "out" : "none", ownAddress(request.query.next));
  });
  const check: RequestHandler = async (request, response) => {
    const given = fields.safeParse(request.body ?? {});
    if (!given.success) return page(response, 400, "wrong", "/");
    const { name, password } = given.data;
    const next = ownAddress(given.data.next);
    const account = await accounts.find(name);
    const fits = await passwordFits(password, account === null ? null : await accounts.password(name));
    if (account === null || !fits) return page(response, 401, "wrong", next, name);
    await signIn(request, account.name);
    response.set("Cache-Control", "no-store").redirect(303, next);
  };
  router.post(
    "/login",
    form,
    limit(attempts.perAddress, (request) => ipKeyGenerator(request.ip ?? "")),
    limit(
      attempts.perName,
      (request) => `name ${String(request.body?.name).normalize("NFKC").toLowerCase()}`,
    ),
    check,
  );
  router.post("/logout", async (request, response) => {
    await signOut(request);
    response.set("Cache-Control", "no-store").redirect(303, "/login?out=1");
  });
  return router;
}
