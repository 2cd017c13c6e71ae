/** Accounts over real HTTP: signing in and out, roles, tokens, blind review, what a guesser meets. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attempts, ownAddress } from "../../server/accounts/login.ts";
import { hashPassword, passwordFits } from "../../server/accounts/password.ts";
import type { Role } from "../../server/roles.ts";
import { onEachEngine } from "./engines.ts";
import { sampleBytes, startTestServer, type TestServer, temporaryFolder } from "./support.ts";

let server: TestServer;
let client: ReturnType<typeof temporaryFolder>;
const password = "correct horse battery";
let hash: string;

beforeAll(async () => {
  hash = await hashPassword(password);
  client = temporaryFolder();
  mkdirSync(join(client.path, "assets"));
  writeFileSync(join(client.path, "index.html"), "<!doctype html><title>Footing</title>");
});
afterAll(() => client.dispose());

onEachEngine("accounts", (engine) => {
  beforeEach(async () => {
    server = await startTestServer({ on: engine, withAccounts: true, clientDir: client.path });
    const people: [string, Role, boolean][] = [
      ["Ada", "admin", false],
      ["ben", "reviewer", true],
      ["cem", "reviewer", true],
      ["dua", "reader", false],
    ];
    for (const [name, role, blind] of people) {
      await server.store.accounts.add({
        name,
        role,
        blind,
        password: hash,
        createdAt: "2030-01-01T00:00:00.000Z",
      });
    }
  });
  afterEach(() => server.stop());

  const formType = { "content-type": "application/x-www-form-urlencoded" };
  const submit = (name: string, secret: string, over: Record<string, string> = {}, next = "/") =>
    server.call("POST", "/login", {
      headers: { ...formType, ...over },
      body: new URLSearchParams({ name, password: secret, next }).toString(),
    });
  const cookieOf = (answer: { headers: { "set-cookie"?: string[] | undefined } }): string =>
    (answer.headers["set-cookie"]?.[0] ?? "").split(";")[0]!;

  async function signedIn(name: string) {
    const cookie = cookieOf(await submit(name, password));
    return {
      cookie,
      call: (method: string, path: string, body?: unknown) =>
        server.call(method, path, {
          headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      bring: () =>
        server.call("POST", "/api/documents", {
          headers: { cookie, "content-type": "text/plain" },
          body: sampleBytes,
        }),
    };
  }

  describe("without signing in", () => {
    it("the API answers 401, the page sends to the form, probes answer", async () => {
      for (const path of [
        "/api/documents",
        "/api/imports",
        "/api/accounts",
        "/api/documents/x/review/stream",
      ]) {
        const answer = await server.call("GET", path);
        expect([path, answer.status, answer.json()]).toMatchObject([path, 401, { code: "login-required" }]);
      }
      const page = await server.call("GET", "/");
      expect([page.status, page.headers.location]).toEqual([303, "/login"]);
      expect((await server.call("GET", "/healthz")).text).toBe("ok\n");
      expect((await server.call("GET", "/readyz")).text).toBe("ready\n");
      expect((await server.call("GET", "/api/session")).json()).toEqual({ accounts: true, account: null });
    });

    it("a large body is not read", async () => {
      const answer = await server.call("POST", "/api/documents", { body: Buffer.alloc(1_000_000) });
      expect(answer.status).toBe(401);
    });
  });

  describe("signing in", () => {
    it("opens the desk and names the person, in any case of letters", async () => {
      const answer = await submit("aDA", password, {}, "/?x=1#/d/doc-1");
      expect([answer.status, answer.headers.location]).toEqual([303, "/?x=1#/d/doc-1"]);
      const set = String(answer.headers["set-cookie"]);
      expect(set).toMatch(/HttpOnly/);
      expect(set).toMatch(/SameSite=Lax/);
      const headers = { cookie: cookieOf(answer) };
      expect((await server.call("GET", "/", { headers })).text).toContain("<title>Footing</title>");
      const session = await server.call("GET", "/api/session", { headers });
      expect(session.json()).toEqual({
        accounts: true,
        account: { name: "Ada", role: "admin", blind: false },
      });
    });

    it("is refused alike for a wrong name and a wrong password", async () => {
      const [wrong, nobody] = [await submit("Ada", "not the password"), await submit("Eve", password)];
      expect([wrong.status, nobody.status]).toEqual([401, 401]);
      expect(wrong.text.replace(/value="Ada"/, "")).toBe(nobody.text.replace(/value="Eve"/, ""));
      expect(wrong.headers["set-cookie"]).toBeUndefined();
      expect(wrong.headers["content-security-policy"]).toContain("form-action 'self'");
    });

    it("is refused to a form of another site", async () => {
      expect((await submit("Ada", password, { origin: "https://evil.example" })).status).toBe(403);
    });

    it("gives a fresh session: an id from before is worth nothing", async () => {
      const planted = "footing=s%3Aplanted.AAAA";
      const first = cookieOf(await submit("Ada", password, { cookie: planted }));
      expect(first).not.toContain("planted");
      const second = cookieOf(await submit("Ada", password, { cookie: first }));
      expect(second).not.toBe(first);
      const old = await server.call("GET", "/api/documents", { headers: { cookie: first } });
      expect(old.status).toBe(401);
    });

    it("ends after too many attempts on one name, the right password included", async () => {
      for (let i = 0; i < attempts.perName; i++) await submit("ben", "wrong wrong wrong");
      expect((await submit("BEN", password)).status).toBe(429);
      expect((await submit("Ada", password)).status).toBe(303);
    }, 60_000);

    it("leads nowhere else", () => {
      for (const bad of [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a\nb",
        "",
        undefined,
      ]) {
        expect(ownAddress(bad)).toBe("/");
      }
      expect(ownAddress("/#/d/doc-1?sel=claim:1.6")).toBe("/#/d/doc-1?sel=claim:1.6");
    });

    it("shows no name as markup", async () => {
      const answer = await submit('"><script>alert(1)</script>', "x", {}, '/"><img src=x>');
      expect(answer.text).not.toMatch(/<script|<img/);
    });

    it("ends with signing out, a new password, and the account", async () => {
      const ada = await signedIn("Ada");
      const ben = await signedIn("ben");
      await ada.call("POST", "/api/accounts/ben", { password: "another long password" });
      expect((await ben.call("GET", "/api/documents")).status).toBe(401);
      const cem = await signedIn("cem");
      expect((await cem.call("DELETE", "/api/session")).status).toBe(204);
      expect((await cem.call("GET", "/api/documents")).status).toBe(401);
      const dua = await signedIn("dua");
      await ada.call("DELETE", "/api/accounts/dua");
      expect((await dua.call("GET", "/api/documents")).status).toBe(401);
    });
  });

  describe("roles", () => {
    it("decide what one may do", async () => {
      const [ada, ben, dua] = [await signedIn("Ada"), await signedIn("ben"), await signedIn("dua")];
      expect((await dua.bring()).status).toBe(403);
      const brought = await ben.bring();
      expect(brought.status).toBe(201);
      const path = `/api/documents/${brought.json<{ document: { id: string } }>().document.id}`;
      expect((await dua.call("GET", path)).status).toBe(200);
      expect((await dua.call("POST", `${path}/review`, { events: [] })).status).toBe(403);
      expect((await ben.call("DELETE", path)).status).toBe(403);
      expect((await ben.call("GET", "/api/accounts")).status).toBe(403);
      expect((await ada.call("DELETE", path)).status).toBe(204);
    });

    it("are the admins' to give, and one admin stays", async () => {
      const ada = await signedIn("Ada");
      const made = await ada.call("POST", "/api/accounts", { name: "Eva", role: "reader", password });
      expect(made.status).toBe(201);
      expect(made.text).not.toContain("scrypt");
      const twice = await ada.call("POST", "/api/accounts", { name: "eva", role: "reader", password });
      expect(twice.json()).toMatchObject({ code: "account-exists" });
      expect(
        (await ada.call("POST", "/api/accounts", { name: "F", role: "reader", password: "short" })).status,
      ).toBe(400);
      expect((await ada.call("POST", "/api/accounts/Ada", { role: "reader" })).json()).toMatchObject({
        code: "last-admin",
      });
      expect((await ada.call("DELETE", "/api/accounts/ada")).json()).toMatchObject({ code: "last-admin" });
      expect((await ada.call("POST", "/api/accounts/ben", { role: "admin" })).json()).toMatchObject({
        role: "admin",
      });
      expect((await ada.call("DELETE", "/api/accounts/nobody")).status).toBe(404);
      expect((await ada.call("GET", "/api/accounts")).json<{ items: unknown[] }>().items).toHaveLength(5);
    });
  });

  describe("a token", () => {
    it("speaks for its owner until it is dropped", async () => {
      const dua = await signedIn("dua");
      const { token, id } = (await dua.call("POST", "/api/tokens?label=script")).json<{
        token: string;
        id: string;
      }>();
      const headers = { authorization: `Bearer ${token}` };
      expect((await server.call("GET", "/api/documents", { headers })).status).toBe(200);
      expect((await server.call("POST", "/api/documents", { headers, body: "x" })).status).toBe(403);
      const list = await dua.call("GET", "/api/tokens");
      expect(list.json()).toMatchObject({ items: [{ id, label: "script" }] });
      expect(list.text).not.toContain(token);
      expect((await (await signedIn("ben")).call("DELETE", `/api/tokens/${id}`)).status).toBe(404);
      expect((await dua.call("DELETE", `/api/tokens/${id}`)).status).toBe(204);
      expect((await server.call("GET", "/api/documents", { headers })).status).toBe(401);
      const wrong = { authorization: "Basic QWRhOng=" };
      expect((await server.call("GET", "/api/documents", { headers: wrong })).status).toBe(401);
    });
  });

  describe("blind review", () => {
    const verdict = (reviewer: string) => ({
      kind: "verdict",
      id: randomUUID(),
      at: "2030-01-01T09:00:00.000Z",
      reviewer,
      subject: { kind: "pair", claim: "s3", source: "brew-2010" },
      quote: { exact: "words", prefix: "", suffix: "" },
      verdict: "supports",
      reasons: [],
      tags: [],
      comment: "",
    });

    it("shows others' verdicts on a subject after one's own, whatever is asked", async () => {
      const [ada, ben, cem] = [await signedIn("Ada"), await signedIn("ben"), await signedIn("cem")];
      const { document } = (await ben.bring()).json<{ document: { id: string } }>();
      const path = `/api/documents/${document.id}/review`;
      const seen = async (who: typeof ada, query = "") =>
        (await who.call("GET", `${path}${query}`))
          .json<{ items: { event: { reviewer: string } }[] }>()
          .items.map((i) => i.event.reviewer);
      // The name in the event is the account's, whatever the client says.
      expect((await ben.call("POST", path, { events: [verdict("somebody else")] })).status).toBe(201);
      expect(await seen(ben)).toEqual(["ben"]);
      expect(await seen(cem)).toEqual([]);
      expect(await seen(cem, "?blind=0")).toEqual([]);
      expect(await seen(cem, "?reviewer=ben")).toEqual([]);
      expect(await seen(ada)).toEqual(["ben"]);
      await cem.call("POST", path, { events: [verdict("cem")] });
      expect(await seen(cem)).toEqual(["ben", "cem"]);
    });
  });

  describe("passwords", () => {
    it("are kept as salted hashes that tell nothing", async () => {
      const other = await hashPassword(password);
      expect(other).not.toBe(hash);
      expect(other).not.toContain(password);
      expect([
        await passwordFits(password, other),
        await passwordFits("x", other),
        await passwordFits("x", null),
      ]).toEqual([true, false, false]);
    });

    it("and sessions and tokens are nowhere in clear", async () => {
      const ada = await signedIn("Ada");
      const { token } = (await ada.call("POST", "/api/tokens?label=t")).json<{ token: string }>();
      const id = decodeURIComponent(ada.cookie)
        .replace(/^footing=s:/, "")
        .split(".")[0]!;
      const bytes =
        engine.name === "SQLite"
          ? [server.address, `${server.address}-wal`].map((f) => readFileSync(f, "latin1")).join("")
          : JSON.stringify(await server.rowsOf(["accounts", "sessions", "tokens", "secrets"]));
      expect(bytes.includes("Ada")).toBe(true);
      for (const secret of [password, token, id]) expect(bytes.includes(secret)).toBe(false);
    });
  });
});
