/** The library's list of retracted papers on each engine, over real HTTP: what it says of sources, and what it refuses. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkedAgainst } from "../../core/audit/index.ts";
import { parseRetractions } from "../../core/audit/retractions.ts";
import { canonicalJson } from "../../core/json.ts";
import type { Analysis, Csl, Finding } from "../../core/model.ts";
import { makeAnalysis } from "../../scripts/dev/library/analysis.ts";
import { hashPassword } from "../../server/accounts/password.ts";
import { hashOf } from "../../server/accounts/sessions.ts";
import { type Row, retractionCsv } from "../support/retraction-list.ts";
import { onEachEngine } from "./engines.ts";
import { type Answer, startTestServer, type TestServer } from "./support.ts";

const first = { after: null, limit: 50 };
const washing = "Washing of hands in hospital wards";
const paper = (title: string, more: Partial<Csl> = {}): Csl => ({
  type: "article-journal",
  title,
  author: [{ family: "Brew", given: "A" }],
  ...more,
});

/** Sources of one document: on the list, with a notice, of a listed title, not on it. */
const sources: readonly Csl[] = [
  paper("Lead", { DOI: "10.1000/LEAD" }),
  paper("Zinc", { PMID: "123456" }),
  paper(washing),
  paper("Copper", { DOI: "10.1000/copper" }),
];
const rows: readonly Row[] = [
  { doi: "10.1000/lead", date: "3/7/2019" },
  { pmid: "123456", nature: "Expression of concern", date: "1/2/2020" },
  { doi: "10.1000/other", title: washing },
];

const made = (name: string, csl: readonly Csl[] = sources): Analysis =>
  makeAnalysis({
    name,
    claims: csl.map((_, i) => ({ text: `Claim ${i} of ${name}.`, cites: [i] })),
    sources: csl.map((one, i) => ({ csl: one, key: `key${i}`, label: one.title ?? "Untitled" })),
  });

interface State {
  readonly revision: number;
  readonly list: { readonly hash: string; readonly rows: number; readonly upTo: string } | null;
}
interface Listed {
  readonly items: readonly {
    readonly source: { readonly id: string; readonly label: string; readonly documents: number };
    readonly standing: string;
    readonly notices: readonly string[];
  }[];
  readonly next: string | null;
}

onEachEngine("the retraction list", (engine) => {
  let server: TestServer;
  let clock = 0;
  beforeEach(async () => {
    server = await startTestServer({ on: engine });
  });
  afterEach(() => server.stop());

  async function bring(name: string, csl?: readonly Csl[], replaces: string | null = null): Promise<string> {
    const analysis = made(name, csl);
    const importedAt = new Date(clock++).toISOString();
    await server.store.add({
      ...{ analysis, importedAt, replaces },
      bytes: Buffer.from(analysis.document.text),
      engine: "1",
    });
    return analysis.document.id;
  }
  const get = async <T>(path: string): Promise<T> => {
    const answer = await server.call("GET", `/api${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json<T>();
  };
  const put = (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
    server.call("PUT", "/api/retractions", { headers: { "content-type": "text/csv", ...headers }, body });
  const use = async (...list: readonly Row[]): Promise<State> => {
    const answer = await put(retractionCsv(...list));
    expect(answer.status).toBe(200);
    await server.rechecked();
    return answer.json<State>();
  };
  const discard = async (): Promise<void> => {
    expect((await server.call("DELETE", "/api/retractions")).status).toBe(204);
    await server.rechecked();
  };
  const codes = async (id: string): Promise<readonly string[]> =>
    (await get<{ items: Finding[] }>(`/documents/${id}/findings`)).items.map((f) => f.code);
  const analysis = (id: string) => get<Analysis>(`/documents/${id}/analysis`);
  const counts = async (id: string) =>
    (await get<{ counts: { findings: object } }>(`/documents/${id}`)).counts.findings;
  const listed = async (query = "") => get<Listed>(`/retractions/sources${query}`);

  const all = ["retracted-source", "source-notice", "possible-retraction", "retraction-not-checked"];

  it("is none at first", async () => {
    expect(await get("/retractions")).toEqual({ revision: 0, list: null });
    expect(await get("/retractions/checking")).toEqual({
      documents: 0,
      waiting: 0,
      sources: { retracted: 0, noticed: 0, possible: 0 },
    });
    expect(await listed()).toEqual({ items: [], next: null });
  });

  it("says of documents that were there what the rules say, everywhere findings are shown", async () => {
    const id = await bring("a");
    const before = (await server.call("GET", `/api/documents/${id}/findings`)).headers.etag;
    const { list } = await use(...rows);
    expect(list).toMatchObject({ rows: 3, usable: 3, upTo: "2020-01-02", by: null });
    expect(new Set(await codes(id))).toEqual(new Set(all));
    expect(await counts(id)).toEqual({ error: 1, warning: 1, info: 2 });
    const after = await analysis(id);
    const read = parseRetractions(retractionCsv(...rows), list!.hash);
    expect(canonicalJson(after)).toBe(canonicalJson(checkedAgainst(made("a"), read.ok ? read.index : null)));
    const report = await server.call("GET", `/api/documents/${id}/export/html`);
    expect(report.text).toContain("looked up in a list of 3 rows up to 2020-01-02");
    for (const { data } of after.findings)
      expect(data).toMatchObject({ list: list!.hash, upTo: "2020-01-02" });
    expect((await server.call("GET", `/api/documents/${id}/findings`)).headers.etag).not.toBe(before);
    const view = await get<{ findings: Finding[] }>(`/documents/${id}/sources/key0`);
    expect(view.findings.map((f) => f.code)).toEqual(["retracted-source"]);
  });

  it("says the same of documents that come in later, and before they do", async () => {
    await use(...rows);
    const id = await bring("later");
    expect(new Set(await codes(id))).toEqual(new Set(all));
    expect(await get("/retractions/checking")).toMatchObject({ documents: 1, waiting: 0 });
    const { findings } = await server.store.retractions.checked(made("preview"));
    expect(findings).toHaveLength(4);
  });

  it("leaves no trace when it is taken away", async () => {
    const id = await bring("a");
    const stood = await server.store.analysis(id);
    await use(...rows);
    await discard();
    expect(await codes(id)).toEqual([]);
    const report = await server.call("GET", `/api/documents/${id}/export/html`);
    expect(report.text).toContain("retractions not checked");
    expect(await counts(id)).toEqual({ error: 0, warning: 0, info: 0 });
    expect((await server.store.analysis(id))!.hash).toBe(stood!.hash);
    expect(await listed()).toEqual({ items: [], next: null });
    expect(await get("/retractions")).toEqual({ revision: 2, list: null });
    expect(await server.rowsOf(["retraction_records", "listed_sources"])).toEqual([]);
  });

  it("gives way to the next one whole", async () => {
    const id = await bring("a");
    await use(...rows);
    await use({ doi: "10.1000/copper", nature: "Correction" });
    expect(new Set(await codes(id))).toEqual(new Set(["source-notice", "retraction-not-checked"]));
    expect((await listed()).items.map((i) => [i.source.label, i.standing, i.notices])).toEqual([
      ["Copper", "noticed", ["correction 2019-03-07 10.5555/notice.1"]],
    ]);
  });

  it("checks every version, and every document of many", { timeout: 120_000 }, async () => {
    const ids = [await bring("v1")];
    ids.push(await bring("v2", sources, ids[0]));
    for (let i = 0; i < 40; i++) ids.push(await bring(`document ${i}`));
    await use(...rows);
    for (const id of ids) expect(await codes(id)).toHaveLength(4);
    expect(await get("/retractions/checking")).toEqual({
      documents: 42,
      waiting: 0,
      sources: { retracted: 1, noticed: 1, possible: expect.any(Number) },
    });
  });

  it("goes on where it was cut off, and says how much waits", async () => {
    for (const name of ["a", "b", "c"]) await bring(name);
    const read = parseRetractions(retractionCsv(...rows), "0".repeat(64));
    expect(read.ok).toBe(true);
    const { retractions } = server.store;
    const facts = { hash: "0".repeat(64), upTo: null, rows: 1, skipped: 0 };
    const record = {
      id: "1",
      title: "",
      nature: "retraction",
      date: null,
      noticeDoi: null,
      reasons: [],
    } as const;
    const one = { doi: "10.1000/lead", pmid: null, title: null, record };
    await retractions.use(
      { facts, rows: [one], bytes: 1 },
      { by: null, at: "2030-01-01T00:00:00.000Z", revision: null },
    );
    expect(await retractions.checking()).toMatchObject({ documents: 3, waiting: 3 });
    expect(await retractions.recheck(2)).toBe(2);
    expect(await retractions.checking()).toMatchObject({ waiting: 1, sources: { retracted: 1 } });
    expect(await retractions.recheck(2)).toBe(1);
    expect(await retractions.recheck(2)).toBe(0);
  });

  it("loses nothing when documents come, go and are checked at one moment", { timeout: 60_000 }, async () => {
    const kept = await Promise.all(["a", "b", "c", "d"].map((name) => bring(name)));
    const gone = await Promise.all(["e", "f"].map((name) => bring(name)));
    const { retractions } = server.store;
    await Promise.all([
      put(retractionCsv(...rows)),
      ...gone.map((id) => server.store.remove(id)),
      bring("g").then((id) => kept.push(id)),
      retractions.recheck(10),
      retractions.recheck(10),
    ]);
    while ((await retractions.recheck(10)) > 0);
    await server.rechecked();
    for (const id of kept) expect(await codes(id)).toHaveLength(4);
    expect((await server.store.documents(first)).items).toHaveLength(kept.length);
  });

  it("says before it is used what it would say", async () => {
    await bring("a");
    await bring("b", sources.slice(0, 2));
    const preview = async () => {
      const answer = await server.call("POST", "/api/retractions/preview", {
        headers: { "content-type": "text/csv" },
        body: retractionCsv(...rows),
      });
      expect(answer.status).toBe(200);
      return answer.json<{ sources: object; known: boolean; rows: number }>();
    };
    const before = await preview();
    expect(before).toMatchObject({
      ...{ rows: 3, skipped: 0, usable: 3, upTo: "2020-01-02", known: false },
      sources: { retracted: 1, noticed: 1, possible: 1 },
    });
    expect(await get("/retractions")).toEqual({ revision: 0, list: null });
    await use(...rows);
    expect((await get<{ sources: object }>("/retractions/checking")).sources).toEqual(before.sources);
    expect((await preview()).known).toBe(true);
  });

  it("names the works that are on it by what rests on them, page by page, and leads to what falls", async () => {
    const many = Array.from({ length: 7 }, (_, i) => paper(`Paper ${i}`, { DOI: `10.1000/p${i}` }));
    for (let i = 0; i < many.length; i++) await bring(`d${i}`, many.slice(i));
    await use(...many.slice(1).map((csl): Row => ({ doi: csl.DOI! })));
    const seen: Listed["items"][number][] = [];
    let after: string | null = null;
    do {
      const page: Listed = await listed(`?limit=2${after === null ? "" : `&after=${after}`}`);
      seen.push(...page.items);
      after = page.next;
    } while (after !== null);
    expect(seen.map((i) => [i.source.label, i.source.documents, i.standing])).toEqual(
      [6, 5, 4, 3, 2, 1].map((i) => [`Paper ${i}`, i + 1, "retracted"]),
    );
    const ids = seen.map((i) => i.source.id).join(",");
    expect(await get(`/withdrawal?source=${ids}`)).toMatchObject({ counts: { falls: 27 } });
    expect((await server.call("GET", "/api/retractions/sources?after=x")).status).toBe(400);
  });

  it("is changed by whoever saw what is changed", async () => {
    const before = (await server.call("GET", "/api/retractions")).headers.etag!;
    await use(...rows);
    const csv = retractionCsv(rows[0]!);
    expect((await put(csv, { "if-match": before })).status).toBe(412);
    const gone = await server.call("DELETE", "/api/retractions", { headers: { "if-match": before } });
    expect(gone.status).toBe(412);
    const now = (await server.call("GET", "/api/retractions")).headers.etag!;
    expect((await put(csv, { "if-match": now })).json<State>()).toMatchObject({ revision: 2 });
    await server.rechecked();
    const same = (await put(csv)).json<State>();
    expect(same.revision).toBe(2);
    await expect(server.store.retractions.discard(1)).rejects.toMatchObject({ code: "changed" });
    expect((await server.store.retractions.state()).list).not.toBeNull();
  });

  it("finds any source that a whole index would find", { timeout: 120_000 }, async () => {
    const csl = fc.record(
      {
        title: fc.constantFrom(washing, "Short", "Walking and the health of the elderly"),
        DOI: fc.constantFrom("10.1/a", "10.1/B", "https://doi.org/10.1/c", "10.1/%"),
        PMID: fc.constantFrom("1", " 2 ", "3"),
      },
      { requiredKeys: ["title"] },
    );
    const row = fc.record({
      doi: fc.constantFrom("10.1/A", "10.1/b", "10.1/c", "10.1/_", "unavailable"),
      pmid: fc.constantFrom("1", "2", "0"),
      title: fc.constantFrom(washing, "short", "Walking, and the health of the elderly!"),
      nature: fc.constantFrom("Retraction", "Correction", "Reinstatement"),
      date: fc.constantFrom("1/1/2019", "1/1/2020", "1/1/2021"),
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(csl, { minLength: 1, maxLength: 4 }),
        fc.array(row, { minLength: 1, maxLength: 4 }),
        async (given, list) => {
          const { hash } = (await use({ doi: `10.9/${n}` }, ...list)).list!;
          const read = parseRetractions(retractionCsv({ doi: `10.9/${n}` }, ...list), hash);
          n += 1;
          const one = made(
            `given ${n}`,
            given.map((c) => paper(c.title, c)),
          );
          expect(await server.store.retractions.checked(one)).toEqual(
            checkedAgainst(one, read.ok ? read.index : null),
          );
        },
      ),
      { seed: 7, numRuns: 30 },
    );
  });

  describe("refuses", () => {
    const cut = retractionCsv(...rows).slice(0, -60);
    const cases: readonly (readonly [what: string, body: string | Uint8Array, detail: RegExp])[] = [
      ["nothing", "", /has no column RetractionNature/],
      ["another table", "a,b\n1,2\n", /has no column RetractionNature, OriginalPaperDOI/],
      ["a list without a column it needs", "RetractionNature,Reason\nRetraction,x\n", /OriginalPaperDOI/],
      ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1"), /is no text/],
      ["a workbook", Buffer.from("PK\u0003\u0004\0\0", "latin1"), /is no text/],
      ["text in UTF-16", Buffer.from(`\ufeff${retractionCsv(...rows)}`, "utf16le"), /is no text/],
      ["a NUL inside", retractionCsv({ doi: "10.1/\u0000" }), /is no text/],
      ["one cut off in a row", cut, /breaks off/],
      ["one cut off in a quoted cell", `${retractionCsv(...rows)}9,"Never ends`, /breaks off/],
      ["a page in its place", "<!doctype html><p>Sign in, please", /has no column/],
      ["one with no rows", retractionCsv(), /no row that names a paper/],
      ["rows that name nothing", retractionCsv({ nature: "Rumour", doi: "10.1/x" }), /no row that names/],
    ];
    it.each(cases)("%s, and keeps the list in use", async (_, body, detail) => {
      const id = await bring("a");
      const stood = await use(...rows);
      const answer = await put(body);
      expect(answer.status).toBe(422);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(answer.json()).toMatchObject({ code: "unreadable", detail: expect.stringMatching(detail) });
      expect(answer.json<{ remedy: string }>().remedy).toMatch(/list in use stays/);
      await server.rechecked();
      expect(await get("/retractions")).toEqual(stood);
      expect(await codes(id)).toHaveLength(4);
    });

    it("what is no CSV by its type", async () => {
      const answer = await put(retractionCsv(...rows), { "content-type": "application/json" });
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([415, "unsupported-media-type"]);
    });

    it("more bytes than a list has, before they are sent", async () => {
      const answer = await server
        .call("PUT", "/api/retractions", {
          headers: { "content-type": "text/csv", "content-length": String(129 * 1024 * 1024) },
        })
        .catch((error: Error) => error);
      if (answer instanceof Error) throw answer;
      expect(answer.status).toBe(413);
      expect(answer.json<{ remedy: string }>().remedy).toMatch(/Retraction Watch CSV/);
    });
  });

  it("keeps words that would be a formula or markup as words", async () => {
    const id = await bring("a");
    const hostile = `=HYPERLINK("http://x")<script>`;
    await use({ doi: "10.1000/lead", reason: `+${hostile};`, title: hostile });
    const [found] = (await get<{ items: Finding[] }>(`/documents/${id}/findings`)).items;
    expect(found?.message).toContain(hostile);
    const csv = await server.call("GET", `/api/documents/${id}/export/csv`);
    expect(csv.text).not.toMatch(/(^|,|\n)"?=/);
  });

  it("takes keys of any length", async () => {
    const long = `10.1000/${"x".repeat(50_000)}`;
    const id = await bring("a", [paper("Lead", { DOI: long })]);
    await use({ doi: long });
    expect(await codes(id)).toEqual(["retracted-source"]);
  });
});

describe("the retraction list where accounts are on", () => {
  it("is changed by admins, tried by reviewers and read by readers", async () => {
    const server = await startTestServer({ withAccounts: true });
    try {
      const tokens = new Map<string, string>();
      for (const role of ["admin", "reviewer", "reader"] as const) {
        const createdAt = "2030-01-01T00:00:00.000Z";
        const password = await hashPassword("correct horse battery");
        await server.store.accounts.add({ name: role, role, blind: false, password, createdAt });
        const token = `${role}-token-of-twenty-letters`;
        await server.store.accounts.addToken({
          ...{ id: role, account: role, label: "x", createdAt },
          hash: hashOf(token),
        });
        tokens.set(role, token);
      }
      const ask = async (method: string, path: string, role?: string, headers = {}) => {
        const sent = role === undefined ? {} : { authorization: `Bearer ${tokens.get(role)}` };
        const body = method === "GET" || method === "DELETE" ? {} : { body: retractionCsv(...rows) };
        const type = { "content-type": "text/csv" };
        return (
          await server.call(method, `/api/retractions${path}`, {
            headers: { ...type, ...sent, ...headers },
            ...body,
          })
        ).status;
      };
      const asked = async (method: string, path: string) => [
        await ask(method, path),
        await ask(method, path, "reader"),
        await ask(method, path, "reviewer"),
        await ask(method, path, "admin"),
      ];
      expect(await asked("PUT", "")).toEqual([401, 403, 403, 200]);
      expect(await asked("POST", "/preview")).toEqual([401, 403, 200, 200]);
      for (const path of ["", "/checking", "/sources"])
        expect(await asked("GET", path)).toEqual([401, 200, 200, 200]);
      expect(await ask("PUT", "", "admin", { origin: "https://elsewhere.example" })).toBe(403);
      expect(await ask("DELETE", "", "admin", { origin: "https://elsewhere.example" })).toBe(403);
      expect((await server.store.retractions.state()).list?.by).toBe("admin");
      expect(await asked("DELETE", "")).toEqual([401, 403, 403, 204]);
    } finally {
      await server.stop();
    }
  });
});
