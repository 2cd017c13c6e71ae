/** The threat model of docs/security.md: one test for each row, by its name. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownAddress } from "../../server/accounts/login.ts";
import { hashPassword } from "../../server/accounts/password.ts";
import { hashOf } from "../../server/accounts/sessions.ts";
import { startServer } from "../../server/main.ts";
import { createMetrics } from "../../server/metrics.ts";
import { restore } from "../../server/store/backup/index.ts";
import { retractionCsv } from "../support/retraction-list.ts";
import { sqlite } from "./engines.ts";
import { type Answer, sampleBytes, startTestServer, type TestServer, temporaryFolder } from "./support.ts";

const root = resolve(import.meta.dirname, "../..");
const idle = () => ({ working: 0, waiting: 0 });
const password = "correct horse battery";
let open: TestServer;
let closed: TestServer;
let cookie: string;
const folder = temporaryFolder();

beforeAll(async () => {
  open = await startTestServer({
    maxBytes: 50_000,
    requestsPerMinute: 100_000,
    metrics: createMetrics("metrics-token", idle),
  });
  closed = await startTestServer({ withAccounts: true });
  const hash = await hashPassword(password);
  for (const [name, role, blind] of [
    ["Ada", "admin", false],
    ["ben", "reviewer", true],
    ["cem", "reader", false],
  ] as const) {
    await closed.store.accounts.add({
      name,
      role,
      blind,
      password: hash,
      createdAt: "2030-01-01T00:00:00.000Z",
    });
  }
  cookie = await signIn("Ada");
});
afterAll(async () => {
  await open.stop();
  await closed.stop();
  folder.dispose();
});

const login = (name: string, secret = password, headers: Record<string, string> = {}): Promise<Answer> =>
  closed.call("POST", "/login", {
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ name, password: secret }).toString(),
  });
const signIn = async (name: string) => String((await login(name)).headers["set-cookie"]).split(";")[0]!;
const bring = async (server: TestServer, body: string | Uint8Array, query = "", headers = {}) =>
  server.call("POST", `/api/documents${query}`, {
    headers: { "content-type": "application/octet-stream", ...headers },
    body,
  });
const idOf = (answer: Answer): string => answer.json<{ document: { id: string } }>().document.id;

/** A text whose every word would be something else to another program. */
const hostile = [
  '=HYPERLINK("http://evil.example","x") is a claim.1 <script>alert(1)</script> is another.2',
  "",
  "1. =cmd|' /C calc'!A0 <img src=x onerror=alert(1)>. \\write18{rm} & 50% of #1 $x$ {y}. J Test. 2010;1:2-3.",
  "2. Brew A. @SUM(1+1) \\input{/etc/passwd}. J Test. 2011;1:2-3.",
  "",
].join("\n");

describe("docs/security.md", () => {
  it("has a test for every row", () => {
    const rows = [...readFileSync(join(root, "docs/security.md"), "utf8").matchAll(/^\| (S\d+) \|/gm)].map(
      (m) => m[1],
    );
    const tests = [...readFileSync(import.meta.filename, "utf8").matchAll(/^ {2}it\("(S\d+) /gm)].map(
      (m) => m[1],
    );
    expect(tests).toEqual(rows);
  });
});

describe("threats", () => {
  it("S1 a document's text is never script or markup", async () => {
    const id = idOf(await bring(open, hostile, "?name=x.html.txt"));
    const text = await open.call("GET", `/api/documents/${id}/text`);
    expect(text.headers["content-type"]).toBe("text/plain; charset=utf-8");
    const original = await open.call("GET", `/api/documents/${id}/original`);
    expect(original.headers["content-type"]).toBe("application/octet-stream");
    expect(original.headers["content-disposition"]).toMatch(/^attachment/);
    const report = await open.call("GET", `/api/documents/${id}/export/html`);
    expect(report.text).not.toMatch(/<script>alert|<img src=x/);
    expect(report.headers["content-disposition"]).toMatch(/^attachment/);
    for (const path of ["/", "/api/documents", `/api/documents/${id}/text`, "/healthz", "/nothing"]) {
      const { headers } = await open.call("GET", path);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
    }
    const page = await closed.call("GET", "/login");
    expect(page.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/<script|<style|\bstyle=|\bon\w+=/);
  });

  it("S2 another name for this machine is refused", async () => {
    for (const path of ["/", "/api/documents", "/metrics", "/login"]) {
      expect((await closed.call("GET", path, { headers: { host: "evil.example:4600" } })).status).not.toBe(
        200,
      );
      expect((await open.call("GET", path, { headers: { host: "127.0.0.1.evil.example" } })).status).toBe(
        421,
      );
    }
  });

  it("S3 another site asks for no change", async () => {
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      expect((await bring(closed, "x", "", { cookie, ...headers })).status).toBe(403);
      expect(
        (
          await closed.call("DELETE", "/api/session", {
            headers: { cookie, ...headers } as Record<string, string>,
          })
        ).status,
      ).toBe(403);
      expect((await login("Ada", password, headers as Record<string, string>)).status).toBe(403);
      expect(
        (await closed.call("POST", "/logout", { headers: { cookie, ...headers } as Record<string, string> }))
          .status,
      ).toBe(403);
    }
    expect(String((await login("Ada")).headers["set-cookie"])).toContain("SameSite=Lax");
  });

  it("S4 nobody reads or changes the library without the role for it", async () => {
    const options = {
      ...{ port: 0, data: join(folder.path, "new.sqlite"), sample: false, allowHosts: [], maxBytes: 1000 },
      ...{ logLevel: "silent", packageDir: root, version: "1" },
    };
    for (const more of [
      { host: "0.0.0.0" },
      { host: "127.0.0.1", behindProxy: true },
      { host: "127.0.0.1", accounts: true },
    ]) {
      await expect(startServer({ ...options, ...more })).rejects.toThrow(
        /footing account add NAME --role admin/,
      );
    }
    const description = (await closed.call("GET", "/api/openapi.json")).json<{
      paths: Record<string, Record<string, { "x-role": string }>>;
    }>();
    const reader = await signIn("cem");
    const anyone = new Set<string>();
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const address = path.replace(/\{\w+\}/g, "x");
        const ask = (headers = {}) => closed.call(method.toUpperCase(), address, { headers });
        const role = operation["x-role"];
        if (role === "anyone") anyone.add(`${method} ${path}`);
        else expect([path, method, (await ask()).status]).toEqual([path, method, 401]);
        if (role === "reviewer" || role === "admin") {
          expect([path, method, (await ask({ cookie: reader })).status]).toEqual([path, method, 403]);
        }
      }
    }
    expect([...anyone].sort()).toEqual([
      "delete /api/session",
      "get /api/health",
      "get /api/openapi.json",
      "get /api/problems/{code}",
      "get /api/session",
    ]);
  });

  it("S5 a password is not guessed", async () => {
    const guesses: number[] = [];
    for (let i = 0; i < 11; i++) guesses.push((await login("ben", `guess number ${i}`)).status);
    expect(guesses.at(-1)).toBe(429);
    expect((await login("ben")).status).toBe(429);
  }, 60_000);

  it("S6 a session belongs to who signed in, and ends", async () => {
    const answer = await login("Ada", password, { cookie: "footing=s%3Aplanted.x" });
    const set = String(answer.headers["set-cookie"]);
    expect(set).toContain("HttpOnly");
    expect(set).not.toContain("planted");
    const own = set.split(";")[0]!;
    expect((await closed.call("GET", "/api/documents", { headers: { cookie: own } })).status).toBe(200);
    const forged = own.replace(/s%3A[^.]*/, "s%3Aforged");
    expect((await closed.call("GET", "/api/documents", { headers: { cookie: forged } })).status).toBe(401);
    await closed.call("POST", "/logout", { headers: { cookie: own } });
    expect((await closed.call("GET", "/api/documents", { headers: { cookie: own } })).status).toBe(401);
    const kept = JSON.stringify(await closed.rowsOf(["sessions", "tokens"]));
    expect(kept).not.toContain(decodeURIComponent(own).split(":")[1]!.split(".")[0]!);
  });

  it("S7 what costs too much is refused", async () => {
    expect((await bring(open, Buffer.alloc(50_001, "a "))).status).toBe(413);
    const bomb = zipSync({ "a.txt": new Uint8Array(30_000_000) });
    const { id } = (
      await open.call("POST", "/api/imports", { headers: { "content-type": "application/zip" }, body: bomb })
    ).json<{ id: string }>();
    const { items } = await open.store.imports.items(id, "aside", { after: null, limit: 5 });
    expect(items[0]?.problem?.code).toBe("too-large");
    expect((await open.call("GET", "/api/documents?limit=100000")).status).toBe(400);
    expect((await open.call("GET", `/api/search?q=${"x".repeat(20_000)}`)).status).toBeGreaterThanOrEqual(
      400,
    );
    const hurried = await startTestServer({ requestsPerMinute: 5 });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await hurried.call("GET", "/api/health")).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    await hurried.stop();
  });

  it("S8 a file is what its bytes are", async () => {
    const files: [string, Uint8Array][] = [
      ["page.txt", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1")],
      ["paper.pdf", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")],
      ["text.docx", zipSync({ "a.txt": strToU8("words") })],
      ["text.md", Buffer.from("\x7fELF\x02\x01\x01\0", "latin1")],
    ];
    for (const [name, bytes] of files) {
      const answer = await bring(open, bytes, `?name=${name}`, { "content-type": "text/plain" });
      expect([name, answer.status]).toEqual([name, expect.toSatisfy((n: number) => n === 415 || n === 422)]);
    }
  });

  it("S9 no name leads out of its folder", async () => {
    const id = idOf(await bring(open, "Some words.", "?name=..%2f..%2fetc%2fpasswd"));
    expect((await open.call("GET", `/api/documents/${id}`)).json()).toMatchObject({ name: "passwd" });
    for (const path of [
      "/api/samples/..%2f..%2fpackage",
      "/api/samples/%2e%2e",
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
    ]) {
      const answer = await open.call(path.startsWith("/api") ? "POST" : "GET", path);
      expect([path, answer.status >= 400, /root:/.test(answer.text)]).toEqual([path, true, false]);
    }
    const body = zipSync({ "../../../../tmp/footing-slipped.txt": strToU8("Slipped.") });
    await open.call("POST", "/api/imports", { headers: { "content-type": "application/zip" }, body });
    expect(() => readFileSync("/tmp/footing-slipped.txt")).toThrow(/ENOENT/);
  });

  it("S10 no word becomes SQL", async () => {
    const id = idOf(await bring(open, sampleBytes));
    for (const words of [
      "' or 1=1 --",
      '"; drop table documents; --',
      "x') union select * from accounts --",
      "%",
      "* OR *",
    ]) {
      const q = encodeURIComponent(words);
      for (const path of [
        `/api/documents/${q}`,
        `/api/documents/${id}/claims/${q}`,
        `/api/search?q=${q}`,
        `/api/documents?after=${q}`,
      ]) {
        expect([path, (await open.call("GET", path)).status]).toEqual([
          path,
          expect.toSatisfy((s: number) => s < 500),
        ]);
      }
    }
    expect((await open.call("GET", `/api/documents/${id}`)).status).toBe(200);
  });

  it("S11 no exported word becomes a formula, a command or markup", async () => {
    const real = await startServer({
      ...{
        port: 0,
        host: "127.0.0.1",
        data: join(folder.path, "real.sqlite"),
        sample: false,
        allowHosts: [],
      },
      ...{ maxBytes: 1_000_000, logLevel: "silent", packageDir: root, version: "1" },
    });
    try {
      const made = await fetch(`${real.url}/api/documents`, { method: "POST", body: hostile });
      const { document } = (await made.json()) as { document: { id: string } };
      const get = async (format: string) =>
        (await fetch(`${real.url}/api/documents/${document.id}/export/${format}`)).text();
      for (const format of ["csv", "csv-sources"]) {
        expect(await get(format)).not.toMatch(/(?:^|,)"?[=@+-](?:HYPERLINK|cmd|SUM)/m);
      }
      for (const format of ["bibtex", "biblatex"]) {
        const text = await get(format);
        expect(text).not.toMatch(/\\(?:write18|input)\b/);
        expect(text).not.toMatch(/(?<!\\)[%#]\d|50%/);
      }
      for (const format of ["html", "svg", "graphml", "gexf"]) {
        expect(await get(format)).not.toMatch(/<script>alert|<img src=x/);
      }
    } finally {
      await real.close();
    }
  }, 60_000);

  it("S12 logs and errors say nothing of documents", async () => {
    await bring(open, "Words nobody may read: xylophone.", "?name=confidential.txt");
    await open.call("GET", "/api/search?q=xylophone");
    await bring(open, "broken edge xylophone");
    expect(open.logged.join("")).not.toMatch(/xylophone|confidential/);
    const fault = await bring(open, "broken edge");
    expect(fault.text).not.toMatch(/node_modules|\.ts:|SQLITE|foreign key/i);
  });

  it("S13 a blind reviewer sees no verdict before judging", async () => {
    const id = idOf(await bring(closed, sampleBytes, "", { cookie }));
    const event = {
      ...{
        kind: "verdict",
        id: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        at: "2030-01-01T09:00:00.000Z",
        reviewer: "x",
      },
      subject: { kind: "pair", claim: "s3", source: "brew-2010" },
      quote: { exact: "w", prefix: "", suffix: "" },
      ...{ verdict: "does-not-support", reasons: [], tags: [], comment: "Told nobody." },
    };
    const recorded = await closed.call("POST", `/api/documents/${id}/review`, {
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ events: [event] }),
    });
    expect(recorded.status).toBe(201);
    await closed.store.accounts.add({
      ...{ name: "dov", role: "reviewer", blind: true, createdAt: "2030-01-01T00:00:00.000Z" },
      password: await hashPassword(password),
    });
    const blind = { headers: { cookie: await signIn("dov") } };
    for (const path of [
      "/review",
      "/review?blind=0&reviewer=Ada",
      "/export/csv",
      "/export/html",
      "/export/markdown",
      "/export/web-annotation",
    ]) {
      const answer = await closed.call("GET", `/api/documents/${id}${path}`, blind);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.text).not.toMatch(/Told nobody|does-not-support|does not support|\bAda\b/);
    }
  });

  it("S14 metrics are for this machine, or for who has the token", async () => {
    const ask = (headers: Record<string, string>) => open.call("GET", "/metrics", { headers });
    const here = await ask({});
    expect(here.text).toMatch(/^footing_http_requests_total\{method="GET",route="/m);
    expect(here.text).not.toMatch(/doc-[0-9a-f]{8}/);
    expect((await ask({ "x-forwarded-for": "192.0.2.7" })).status).toBe(403);
    expect((await ask({ "x-forwarded-for": "192.0.2.7", authorization: "Bearer wrong" })).status).toBe(403);
    expect(
      (await ask({ "x-forwarded-for": "192.0.2.7", authorization: "Bearer metrics-token" })).status,
    ).toBe(200);
  });

  it("S15 a damaged backup restores nothing", async () => {
    const place = await sqlite.place();
    await expect(restore(join(root, "package.json"), place.address)).rejects.toThrow(/nothing was restored/);
    expect(Object.values(await place.rows()).every((n) => n === 0)).toBe(true);
    await place.dispose();
  });

  it("S16 no package that the server runs on has a script at install", () => {
    const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; license?: string }>;
    };
    const running = Object.entries(lock.packages).filter(([path, p]) => path !== "" && !p.dev);
    expect(running.filter(([, p]) => p.hasInstallScript).map(([path]) => path)).toEqual([]);
    const allowed =
      /^\(?(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|MIT-0|Python-2\.0)\b/;
    // Citation.js formats with it. CPAL asks for a notice where it is shown; we pass it on unchanged.
    const known = new Set(["node_modules/citeproc"]);
    const others = running.filter(([path, p]) => !known.has(path) && !allowed.test(p.license ?? ""));
    expect(others.map(([path, p]) => `${path}: ${p.license}`)).toEqual([]);
  });

  it("S17 signing in leads nowhere else", async () => {
    for (const next of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
    ]) {
      expect(ownAddress(next)).toBe("/");
      const page = await closed.call("GET", `/login?next=${encodeURIComponent(next)}`);
      expect(page.text).toContain('name="next" value="/"');
    }
  });

  it("S18 no name breaks out of a header", async () => {
    const id = idOf(
      await bring(open, "Header words.", `?name=${encodeURIComponent('a"; filename="b.exe\u2028é.txt')}`),
    );
    const { headers } = await open.call("GET", `/api/documents/${id}/original`);
    const disposition = String(headers["content-disposition"]);
    expect(disposition).toMatch(/^attachment; filename="[\w.() -]*"; filename\*=UTF-8''[\w.!~%'()*-]+$/);
    const split = await new Promise<string>((done) => {
      const socket = connect(open.port, "127.0.0.1", () =>
        socket.write("GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a\x01b\r\n\r\n", "latin1"),
      );
      socket.once("data", (data) => {
        socket.destroy();
        done(data.toString());
      });
    });
    expect(split).not.toContain("a\x01b");
  });

  it("S19 no list of retractions but an admin's whole one is used", async () => {
    const headers = { "content-type": "text/csv" };
    const list = retractionCsv({ doi: "10.1000/x" });
    const send = (server: TestServer, body: string, more = {}) =>
      server.call("PUT", "/api/retractions", { headers: { ...headers, ...more }, body });
    expect((await send(closed, list)).status).toBe(401);
    const token = "a-token-of-a-reviewer";
    const own = { id: "s19", account: "ben", label: "x", createdAt: "2030-01-01T00:00:00.000Z" };
    await closed.store.accounts.addToken({ ...own, hash: hashOf(token) });
    expect((await send(closed, list, { authorization: `Bearer ${token}` })).status).toBe(403);
    expect((await send(open, list, { origin: "https://evil.example" })).status).toBe(403);
    for (const bad of [list.slice(0, -30), `${list}2,"`, "PK\u0003\u0004\u0000", "a,b\n1,2\n"])
      expect((await send(open, bad)).status).toBe(422);
    expect((await open.call("GET", "/api/retractions")).json()).toEqual({ revision: 0, list: null });
  });
});
