/** The API over real HTTP: every address, every kind of problem, ETags, duplicates, who may talk to it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Analysis, Edge } from "../../core/model.ts";
import { golden, sampleBytes, startTestServer, type TestServer, temporaryFolder } from "./support.ts";

let server: TestServer;
let doc: string;
const octets = { "content-type": "application/octet-stream" };

const get = (path: string, headers: Record<string, string> = {}) => server.call("GET", path, { headers });
const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = octets) =>
  server.call("POST", path, { headers, body });

interface Imported {
  readonly created: boolean;
  readonly document: { readonly id: string };
}

beforeAll(async () => {
  const folder = temporaryFolder();
  const assets = join(folder.path, "assets");
  mkdirSync(assets);
  writeFileSync(join(folder.path, "index.html"), "<!doctype html><title>Footing</title>");
  writeFileSync(join(assets, "index-abc123.js"), "export {};");
  server = await startTestServer({ clientDir: folder.path, maxBytes: 100_000 });
  const answer = await post("/api/documents?name=medical-response.txt", sampleBytes);
  doc = answer.json<Imported>().document.id;
});
afterAll(() => server.stop());

describe("documents", () => {
  it("come in once: 201, then 200 for the same bytes", async () => {
    const text = "A document that comes twice.";
    const created = await post("/api/documents?name=twice.txt", text, { "content-type": "text/plain" });
    expect(created.status).toBe(201);
    const { document } = created.json<Imported>();
    expect(created.headers.location).toBe(`/api/documents/${document.id}`);
    const again = await post("/api/documents?name=other.txt", text);
    expect(again.status).toBe(200);
    expect(again.json()).toEqual({ created: false, document });
    expect((await server.call("DELETE", `/api/documents/${document.id}`)).status).toBe(204);
    expect((await get(`/api/documents/${document.id}`)).status).toBe(404);
  });

  it("come as JSON, for pasted text", async () => {
    const body = JSON.stringify({ name: "C:\\texts\\pasted.txt", text: "Pasted words." });
    const answer = await post("/api/documents", body, { "content-type": "application/json; charset=utf-8" });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({ document: { name: "pasted.txt" } });
    await server.call("DELETE", `/api/documents/${answer.json<Imported>().document.id}`);
  });

  it("are listed in pages", async () => {
    const page = await get("/api/documents?limit=1");
    expect(page.json()).toMatchObject({ items: [{ id: doc, name: "medical-response.txt" }], next: null });
  });

  it("give their text, file and analysis back", async () => {
    const text = await get(`/api/documents/${doc}/text`);
    expect(text.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(text.text).toBe(golden.document.text);
    const original = await get(`/api/documents/${doc}/original`);
    expect(original.body).toEqual(sampleBytes);
    expect(original.headers["content-disposition"]).toContain('filename="medical-response.txt"');
    const analysis = await get(`/api/documents/${doc}/analysis`, { "accept-encoding": "identity" });
    expect(analysis.json<Analysis>().edges).toHaveLength(7);
    const packed = await get(`/api/documents/${doc}/analysis`, { "accept-encoding": "gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body)).toEqual(analysis.body);
  });

  it("can be the samples", async () => {
    expect((await get("/api/samples")).json()).toEqual({
      items: [{ name: "medical-response", file: "medical-response.txt" }],
    });
    const answer = await server.call("POST", "/api/samples/medical-response");
    expect([answer.status, answer.json<Imported>().document.id]).toEqual([200, doc]);
  });
});

describe("evidence", () => {
  it("of a claim, by its number or its id", async () => {
    const byLabel = await get(`/api/documents/${doc}/claims/1.6`);
    const byId = await get(`/api/documents/${doc}/claims/s6`);
    expect(byLabel.body).toEqual(byId.body);
    expect(byLabel.json()).toMatchObject({
      claim: { id: "s6", label: "1.6" },
      edges: [{ source: "brew-2010", pinpoint: { label: "page", value: "675" }, scope: "direct" }],
      markers: [{ text: "4" }],
      notes: [{ label: "4" }],
      sources: [{ id: "brew-2010" }],
    });
  });

  it("of a claim that is carried, refused or found wanting", async () => {
    const carried = await get(`/api/documents/${doc}/claims/1.5`);
    expect(carried.json<{ edges: Edge[] }>().edges.map((e) => e.scope)).toEqual(["carried"]);
    const open = await get(`/api/documents/${doc}/claims/1.3`);
    expect(open.json<{ open: unknown[] }>().open).toHaveLength(1);
    const uncited = await get(`/api/documents/${doc}/claims/2.1`);
    expect(uncited.json()).toMatchObject({ edges: [], findings: [{ code: "uncited-claim" }] });
  });

  it("of a pair", async () => {
    const pair = await get(`/api/documents/${doc}/claims/1.3/sources/brew2010`);
    expect(pair.json()).toMatchObject({
      claim: { id: "s3" },
      source: { id: "brew-2010" },
      edges: [{ pinpoint: { value: "668" } }],
      items: [{ raw: "Brew, 668." }],
      notes: [{ label: "2" }],
    });
    expect((await get(`/api/documents/${doc}/claims/1.3/sources/khatri2009`)).status).toBe(404);
  });

  it("of a source, by key or id, with what falls without it", async () => {
    const answer = await get(`/api/documents/${doc}/sources/brew2010`);
    expect(answer.json()).toMatchObject({
      source: { id: "brew-2010" },
      claims: ["s1", "s2", "s3", "s5", "s6"].map((id) => ({ id })),
      without: {
        falls: [
          { id: "s2", label: "1.2" },
          { id: "s6", label: "1.6" },
        ],
        fallsIfCarried: [{ id: "s1" }, { id: "s5" }],
        weakened: [{ id: "s3" }],
      },
    });
    expect((await get(`/api/documents/${doc}/sources/brew-2010`)).body).toEqual(answer.body);
  });

  it("in lists with cursors", async () => {
    const one = await get(`/api/documents/${doc}/sources?limit=2`);
    const { items, next } = one.json<{ items: unknown[]; next: string }>();
    expect(items).toMatchObject([
      { source: { id: "brew-2010" }, directClaims: 3, carriedClaims: 2 },
      { source: { id: "weber-2008" }, directClaims: 1, carriedClaims: 0 },
    ]);
    const two = await get(`/api/documents/${doc}/sources?limit=2&after=${next}`);
    expect(two.json()).toMatchObject({ items: [{ source: { id: "khatri-2009" } }], next: null });
    const claims = await get(`/api/documents/${doc}/claims?limit=200`);
    expect(claims.json<{ items: unknown[] }>().items).toHaveLength(10);
    expect((await get(`/api/documents/${doc}/findings`)).json()).toMatchObject({ items: [{ id: "f1" }] });
  });

  it("with the words of the findings' codes", async () => {
    const { items } = (await get("/api/rules")).json<{ items: { code: string }[] }>();
    const found = (await get(`/api/documents/${doc}/analysis`)).json<Analysis>().findings;
    expect(found.length).toBeGreaterThan(0);
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(found.map(({ code }) => code)));
    expect((await get("/api/rules/orphan-note")).json()).toMatchObject({
      title: "Note without a marker",
      severity: "warning",
      remedy: "Place its marker in the text or delete the note.",
    });
    expect((await get("/api/rules/constructor")).status).toBe(404);
  });

  it("as a graph", async () => {
    const graph = (await get(`/api/documents/${doc}/graph`)).json<{ nodes: unknown[]; edges: unknown[] }>();
    expect([graph.nodes.length, graph.edges.length]).toEqual([13, 7]);
    expect(graph.nodes).toContainEqual(
      expect.objectContaining({ id: "s7", kind: "claim", support: "uncited" }),
    );
  });

  it("without some sources, in any order", async () => {
    const answer = await get(`/api/documents/${doc}/withdrawal?without=brew2010`);
    const ids = Object.fromEntries(
      Object.entries(answer.json<Record<string, { id: string }[] | string>>())
        .filter(([, list]) => Array.isArray(list))
        .map(([name, list]) => [name, (list as { id: string }[]).map((c) => c.id)]),
    );
    expect(ids).toEqual({
      without: ["brew-2010"],
      falls: ["s2", "s6"],
      fallsIfCarried: ["s1", "s5"],
      weakened: ["s3"],
      stands: ["s4"],
      uncited: ["s7", "s8", "s9", "s10"],
    });
    const both = await get(`/api/documents/${doc}/withdrawal?without=brew2010,weber2008`);
    expect(both.json()).toMatchObject({ falls: [{ id: "s2" }, { id: "s3" }, { id: "s6" }], weakened: [] });
  });
});

describe("exports", () => {
  it("whole or by source, as a download", async () => {
    const whole = await get(`/api/documents/${doc}/export/csl-json`);
    expect(whole.headers["content-disposition"]).toContain('filename="medical-response.json"');
    expect(whole.json<unknown[]>()).toHaveLength(3);
    const one = await get(`/api/documents/${doc}/export/csl-json?source=weber2008`);
    expect(one.json()).toMatchObject([{ author: [{ family: "Weber" }] }]);
    const bibtex = await get(`/api/documents/${doc}/export/bibtex`);
    expect(bibtex.headers["content-type"]).toBe("application/x-bibtex; charset=utf-8");
    expect(bibtex.text.match(/^@\w+\{\w+/gm)).toEqual([
      "@article{brew2010",
      "@article{weber2008",
      "@article{khatri2009",
    ]);
  });
});

describe("caching", () => {
  it.each(["", "/text", "/analysis", "/graph", "/claims/1.6", "/export/csl-json"])(
    "answers 304 for %s when the client has it",
    async (path) => {
      const address = `/api/documents/${doc}${path}`;
      const { etag } = (await get(address)).headers;
      expect(etag).toMatch(/^"[\w-]{27,}"$/);
      const again = await get(address, { "if-none-match": etag! });
      expect([again.status, again.text]).toEqual([304, ""]);
      expect((await get(address, { "if-none-match": '"other"' })).status).toBe(200);
    },
  );

  it("answers HEAD like GET, without the body", async () => {
    const [head, whole] = await Promise.all([
      server.call("HEAD", `/api/documents/${doc}`),
      get(`/api/documents/${doc}`),
    ]);
    expect([head.status, head.text, head.headers.etag]).toEqual([200, "", whole.headers.etag]);
  });

  it("tells the two encodings of an analysis apart", async () => {
    const address = `/api/documents/${doc}/analysis`;
    const plain = await get(address, { "accept-encoding": "identity" });
    const packed = await get(address, { "accept-encoding": "gzip" });
    expect(plain.headers.etag).not.toBe(packed.headers.etag);
    expect(packed.headers.vary).toContain("Accept-Encoding");
  });
});

describe("problems", () => {
  const json = { "content-type": "application/json" };
  const cases: readonly [
    what: string,
    status: number,
    code: string,
    ask: () => ReturnType<TestServer["call"]>,
  ][] = [
    ["an unknown address", 404, "not-found", () => get("/api/nothing")],
    ["an unknown page", 404, "not-found", () => get("/nothing")],
    ["an unknown document", 404, "document-not-found", () => get("/api/documents/doc-x/graph")],
    ["a claim of no document", 404, "document-not-found", () => get("/api/documents/doc-x/claims/1.1")],
    ["an unknown claim", 404, "claim-not-found", () => get(`/api/documents/${doc}/claims/9.9`)],
    ["an unknown source", 404, "source-not-found", () => get(`/api/documents/${doc}/sources/nobody1900`)],
    [
      "an unknown withdrawn source",
      404,
      "source-not-found",
      () => get(`/api/documents/${doc}/withdrawal?without=x`),
    ],
    ["an unknown format", 404, "format-not-found", () => get(`/api/documents/${doc}/export/docx`)],
    ["an unknown sample", 404, "sample-not-found", () => server.call("POST", "/api/samples/..%2Fpackage")],
    ["a bad limit", 400, "bad-request", () => get("/api/documents?limit=many")],
    ["an unknown parameter", 400, "bad-request", () => get("/api/documents?offset=3")],
    ["a foreign cursor", 400, "bad-request", () => get("/api/documents?after=WzFd")],
    ["no sources to withdraw", 400, "bad-request", () => get(`/api/documents/${doc}/withdrawal`)],
    ["a broken escape", 400, "bad-request", () => get("/api/documents/%E0%A4%A")],
    ["a bad file name", 400, "bad-request", () => post("/api/documents?name=a%00b", "x")],
    ["malformed JSON", 400, "malformed-json", () => post("/api/documents", '{"text": ', json)],
    ["JSON of another shape", 400, "bad-request", () => post("/api/documents", '{"words": 1}', json)],
    [
      "a form",
      415,
      "unsupported-media-type",
      () => post("/api/documents", "a=b", { "content-type": "application/x-www-form-urlencoded" }),
    ],
    [
      "an unknown encoding",
      415,
      "unsupported-media-type",
      () => post("/api/documents", "x", { ...octets, "content-encoding": "rot13" }),
    ],
    [
      "a picture",
      415,
      "unsupported-media-type",
      () => post("/api/documents", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
    ],
    ["an empty file", 422, "unreadable", () => post("/api/documents", "")],
    ["a large file", 413, "too-large", () => post("/api/documents", Buffer.alloc(100_001, "a "))],
    ["a wrong method", 405, "method-not-allowed", () => server.call("PUT", `/api/documents/${doc}`)],
    ["an engine that contradicts itself", 500, "inconsistent", () => post("/api/documents", "broken edge")],
  ];
  it.each(cases)("are problem details: %s", async (_what, status, code, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    const problem = answer.json<{ detail: string; type: string; requestId: string }>();
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).not.toMatch(/node_modules|\.ts:|at Object/);
    expect(problem.requestId).toBe(answer.headers["x-request-id"]);
    expect((await get(problem.type)).json()).toMatchObject({ code, status });
  });

  it("name the ids to choose from", async () => {
    const { document } = (await post("/api/documents", "one#two")).json<Imported>();
    const answer = await get(`/api/documents/${document.id}/claims/1.1`);
    expect([answer.status, answer.json()]).toMatchObject([409, { candidates: ["s0", "s1"] }]);
    await server.call("DELETE", `/api/documents/${document.id}`);
  });

  it("say which methods an address takes", async () => {
    expect((await server.call("PATCH", "/api/documents")).headers.allow).toBe("GET, HEAD, OPTIONS, POST");
    expect((await server.call("OPTIONS", "/api/documents")).status).toBe(204);
  });
});

describe("who may talk to it", () => {
  it.each([
    ["localhost:1234", 200],
    ["127.0.0.1", 200],
    ["[::1]:4600", 200],
    ["192.168.7.9:80", 200],
    ["evil.example:4600", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
  ])("host %j → %i", async (host, status) => {
    expect((await get("/api/health", { host })).status).toBe(status);
  });

  it("needs a host name", async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, "127.0.0.1", () =>
        socket.write("GET /api/health HTTP/1.0\r\n\r\n"),
      );
      socket.once("data", (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1.1 421 /);
  });

  it.each([
    ["its own page", { origin: "http://localhost:1", host: "localhost:1" }, 200],
    ["another port", { origin: "http://localhost:2", host: "localhost:1" }, 403],
    ["another site", { origin: "https://evil.example" }, 403],
    ["a sandboxed page", { origin: "null" }, 403],
    ["a cross-site request without origin", { "sec-fetch-site": "cross-site" }, 403],
    ["a program", {}, 200],
  ])("changes asked for by %s → %i", async (_who, headers, status) => {
    const answer = await server.call("POST", "/api/samples/medical-response", {
      headers: headers as Record<string, string>,
    });
    expect(answer.status).toBe(status);
  });

  it("sends the headers that keep scripts and frames out", async () => {
    const { headers } = await get("/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("the page", () => {
  it("is served with its files", async () => {
    const page = await get("/");
    expect(page.text).toContain("<title>Footing</title>");
    expect(page.headers["cache-control"]).toBe("no-cache");
    expect((await get("/assets/index-abc123.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/assets/../../library.sqlite")).status).toBe(404);
    expect((await get("/..%2f..%2fetc%2fpasswd")).status).toBeGreaterThanOrEqual(400);
  });
});

describe("the log", () => {
  it("has a line for each request, with the caller's id and without any text", async () => {
    const sent = await post("/api/documents?name=secret-name.txt", "Secret words of a document.", {
      ...octets,
      "x-request-id": "trace-42",
    });
    expect(sent.headers["x-request-id"]).toBe("trace-42");
    await get("/api/health", { "x-request-id": "not a token\u00e9" });
    const line = server.logged.map((l) => JSON.parse(l)).find((l) => l.requestId === "trace-42");
    expect(line).toMatchObject({ method: "POST", path: "/api/documents", status: 201, msg: "request" });
    expect(server.logged.join("")).not.toMatch(/Secret|secret-name/);
    await server.call("DELETE", `/api/documents/${sent.json<Imported>().document.id}`);
  });
});

describe("the description", () => {
  interface Description {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
  }

  it("has a line in docs/api.md for each address", async () => {
    const { paths } = (await get("/api/openapi.json")).json<Description>();
    const page = readFileSync(join(import.meta.dirname, "../../docs/api.md"), "utf8");
    const told = [...page.matchAll(/^\| `(GET|POST|PUT|DELETE) ([^`?]+)/gm)].map((m) => `${m[1]} ${m[2]}`);
    const there = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(there.sort());
  });

  it("names every address once, with schemas that compile and fit the answers", async () => {
    const description = (await get("/api/openapi.json")).json<Description>();
    expect(description.openapi).toBe("3.1.0");
    const ids = Object.values(description.paths).flatMap((p) => Object.values(p).map((o) => o.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(description.paths)).toContain("/api/documents/{document}/claims/{claim}");

    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    ajv.addSchema({ $id: "api", ...description });
    const fits = async (name: string, path: string) => {
      const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      expect([name, validate((await get(path)).json()), validate.errors]).toEqual([name, true, null]);
    };
    for (const name of Object.keys(description.components.schemas)) {
      ajv.compile({ $ref: `api#/components/schemas/${name}` });
    }
    await fits("Analysis", `/api/documents/${doc}/analysis`);
    await fits("DocumentPage", "/api/documents");
    await fits("Claim", `/api/documents/${doc}/claims/1.3`);
    await fits("SourceView", `/api/documents/${doc}/sources/brew2010`);
    await fits("Graph", `/api/documents/${doc}/graph`);
    await fits("Withdrawal", `/api/documents/${doc}/withdrawal?without=brew2010`);
    await fits("Problem", "/api/nothing");
  });
});
