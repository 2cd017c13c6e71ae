/** Merges that reviewers state, split and refuse, on each engine: reasons, who and when, races, and no mention lost. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { comparisonSchema, mergePageSchema, mergeSchema, standingSchema } from "../../server/schemas.ts";
import { bringsTo, paper, washing } from "./bring.ts";
import { onEachEngine } from "./engines.ts";
import { startTestServer, type TestServer } from "./support.ts";

interface Work {
  readonly id: string;
  readonly label: string;
  readonly documents: number;
  readonly directClaims: number;
  readonly mentions: number;
}
interface Member {
  readonly id: string;
  readonly document: { readonly id: string };
}
interface Merge {
  readonly id: string;
  readonly a: Member;
  readonly b: Member;
  readonly reason: string;
  readonly state: string;
  readonly by: string | null;
  readonly statedBy: string | null;
}
interface Standing {
  readonly member: Member | null;
  readonly work: Work | null;
  readonly merges: { readonly proposed: number; readonly accepted: number; readonly refused: number };
}

const other = "Hand washing: the report of the ministry";

onEachEngine("merges that reviewers state", (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ on: engine });
  });
  afterEach(() => server.stop());

  const bring = bringsTo(() => server);
  const get = async <T>(path: string): Promise<T> => {
    const answer = await server.call("GET", `/api${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json<T>();
  };
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    server.call("POST", `/api/merges${path}`, {
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const standing = (document: string, source = "key0") =>
    get<Standing>(`/documents/${document}/sources/${source}/standing`);
  const atomOf = async (document: string, source?: string) => (await standing(document, source)).member!.id;
  const merges = async (state: string, work?: string) =>
    (await get<{ items: Merge[] }>(`/merges?state=${state}${work === undefined ? "" : `&work=${work}`}`))
      .items;
  const counted = async () =>
    (await get<{ items: Work[] }>("/sources")).items
      .map((w) => [w.label, w.documents, w.directClaims, w.mentions])
      .toSorted();

  /** Two documents with one source each, which share nothing that the library would see. */
  async function two(): Promise<readonly [a: string, b: string]> {
    return [
      await bring("a", [paper(washing)]),
      await bring("b", [paper(other, { author: [{ family: "Ministry" }] })]),
    ];
  }

  it("make one work for a reason, with who and when, and split it again without losing a mention", async () => {
    const [one, next] = await two();
    const apart = await counted();
    const [a, b] = [await atomOf(one), await atomOf(next)];
    const words = "Both are the report of 2010; b prints its long title.";
    const made = await post("", {
      a,
      b,
      reason: "described-otherwise",
      words: ` ${words} `,
      reviewer: "Ann",
    });
    expect([made.status, mergeSchema.parse(made.json())]).toMatchObject([
      201,
      {
        state: "accepted",
        reason: "described-otherwise",
        evidence: { value: null, agree: ["year"], differ: ["title", "first author"] },
        ...{ words, statedBy: "Ann", by: "Ann", revision: 1 },
      },
    ]);
    const { id } = made.json<Merge>();
    expect(made.headers.location).toBe(`/api/merges/${id}`);
    expect(await counted()).toMatchObject([[expect.any(String), 2, 2, 2]]);
    for (const document of [one, next])
      expect(standingSchema.parse(await standing(document))).toMatchObject({
        work: { documents: 2 },
        merges: { proposed: 0, accepted: 1, refused: 0 },
      });

    const split = await post(`/${id}`, { decision: "undo", reviewer: "Ben" });
    expect(split.json()).toMatchObject({ state: "proposed", by: "Ben", statedBy: "Ann", words });
    expect(await counted()).toEqual(apart);
    expect(await merges("proposed", a)).toMatchObject([{ id }]);
    expect((await post(`/${id}`, { decision: "accept", reviewer: "Ann" })).json()).toMatchObject({
      ...{ state: "accepted", by: "Ann" },
    });
    expect(await counted()).toMatchObject([[expect.any(String), 2, 2, 2]]);
  });

  it("leave each part its own description and words when they are split", async () => {
    const one = await bring("a", [paper(washing)]);
    const next = await bring("b", [paper(other, { volume: "3", page: "1-9", publisher: "Ministry" })]);
    const [a, b] = [await atomOf(one), await atomOf(next)];
    const apart = await get("/sources");
    const found = async (q: string) =>
      (await get<{ items: Work[] }>(`/sources?q=${q}`)).items.map((w) => w.id);
    const { id } = (await post("", { a, b, reason: "other-edition" })).json<Merge>();
    expect([await found("wards"), await found("ministry")].flat()).toEqual([
      ...(await found("wards")),
      ...(await found("wards")),
    ]);
    await post(`/${id}`, { decision: "undo" });
    expect(await get("/sources")).toEqual(apart);
    expect([await found("wards"), await found("ministry")]).toEqual([[a], [b]]);
  });

  it("join two sources of one document, which keeps both, and count a claim on both once", async () => {
    const document = await bring(
      "a",
      [paper(washing), paper(other)],
      [
        { text: "Rests on both descriptions.", cites: [0, 1] },
        { text: "Rests on one.", cites: [1] },
      ],
    );
    const [a, b] = [await atomOf(document, "key0"), await atomOf(document, "key1")];
    expect((await post("", { a, b, reason: "other-edition" })).status).toBe(201);
    expect(await counted()).toMatchObject([[expect.any(String), 1, 2, 2]]);
    const sources = await get<{ items: unknown[] }>(`/documents/${document}/sources`);
    expect(sources.items).toHaveLength(2);
  });

  it.each([
    ["no reason", {}, "reason"],
    ["a reason that there is not", { reason: "because" }, "reason"],
    ["another reason without words", { reason: "other", words: "  " }, "words"],
    ["a DOI that the records do not share", { reason: "same-doi" }, "reason"],
  ])("are refused for %s", async (_what, said, path) => {
    const [one, next] = await two();
    const answer = await post("", { a: await atomOf(one), b: await atomOf(next), ...said });
    expect([answer.status, answer.json()]).toMatchObject([400, { errors: [{ path }] }]);
    expect(await merges("accepted")).toEqual([]);
  });

  it("are refused for a source with itself, and for one that is not there", async () => {
    const [one] = await two();
    const a = await atomOf(one);
    expect((await post("", { a, b: a, reason: "other-edition" })).status).toBe(400);
    const gone = await post("", { a, b: "work-x", reason: "other-edition" });
    expect([gone.status, gone.json()]).toMatchObject([404, { code: "work-not-found" }]);
    expect((await server.call("GET", `/api/comparison?a=${a}&b=work-x`)).status).toBe(404);
  });

  it("take what the records bear out, and say so beforehand", async () => {
    const shared = paper(washing, { PMID: "7" });
    const one = await bring("a", [shared]);
    const next = await bring("b", [{ ...shared, volume: "3" }]);
    // The library has joined them itself: only a pair without any merge is left to be stated.
    const [a, b] = [await atomOf(one), await atomOf(next)];
    const seen = comparisonSchema.parse(await get(`/comparison?a=${a}&b=${b}`));
    expect(seen).toMatchObject({
      together: true,
      found: [{ reason: "same-pmid", value: "7" }, { reason: "same-title-year-author" }],
      merge: { state: "accepted", statedBy: null },
    });
    const third = await bring("c", [shared]);
    const c = await atomOf(third);
    const [first, last] = (await get<{ merge: Merge | null }>(`/comparison?a=${a}&b=${c}`)).merge
      ? [b, c]
      : [a, c];
    expect(await get(`/comparison?a=${first}&b=${last}`)).toMatchObject({ together: true, merge: null });
    const late = await post("", { a: first, b: last, reason: "same-pmid" });
    expect([late.status, late.json()]).toMatchObject([409, { code: "merge-exists" }]);
  });

  it("happen once when two reviewers state them at one moment", async () => {
    const [one, next] = await two();
    const [a, b] = [await atomOf(one), await atomOf(next)];
    const answers = await Promise.all([
      post("", { a, b, reason: "other-edition", reviewer: "Ann" }),
      post("", { a: b, b: a, reason: "described-otherwise", reviewer: "Ben" }),
    ]);
    expect(answers.map((r) => r.status).toSorted()).toEqual([201, 409]);
    expect(await merges("accepted")).toHaveLength(1);
    expect(await counted()).toMatchObject([[expect.any(String), 2, 2, 2]]);
  });

  it("are decided by one of two reviewers who saw the same", async () => {
    const [one, next] = await two();
    const { id } = (
      await post("", { a: await atomOf(one), b: await atomOf(next), reason: "other-edition" })
    ).json<Merge>();
    const { etag } = (await server.call("GET", `/api/merges/${id}`)).headers;
    const answers = await Promise.all(
      ["undo", "refuse"].map((decision) => post(`/${id}`, { decision }, { "if-match": etag! })),
    );
    expect(answers.map((r) => r.status).toSorted()).toEqual([200, 412]);
    expect(await counted()).toHaveLength(2);
  });

  it("outlive the document they were stated on where another stands for its source", async () => {
    const shared = paper(washing, { DOI: "10.1000/1" });
    const one = await bring("a", [shared]);
    await bring("c", [shared]);
    const next = await bring("b", [paper(other)]);
    await post("", { a: await atomOf(one), b: await atomOf(next), reason: "other-edition", reviewer: "Ann" });
    expect(await counted()).toMatchObject([[expect.any(String), 3, 3, 3]]);
    await server.store.remove(one);
    expect(await counted()).toMatchObject([[expect.any(String), 2, 2, 2]]);
    expect(await merges("accepted")).toMatchObject([{ reason: "other-edition", statedBy: "Ann" }]);
    await server.store.remove(next);
    expect(await counted()).toEqual([[washing, 1, 1, 1]]);
    expect(await merges("accepted")).toEqual([]);
  });

  it("stay with a new version; the version before it does not stand in the library", async () => {
    const [one, next] = await two();
    await post("", { a: await atomOf(one), b: await atomOf(next), reason: "other-edition" });
    await bring("a", [paper(washing)], [{ text: "Another claim.", cites: [0] }], one);
    expect(await merges("accepted")).toHaveLength(1);
    expect(await standing(one)).toEqual({
      ...{ member: null, work: null },
      merges: { proposed: 0, accepted: 0, refused: 0 },
    });
    expect((await server.call("GET", `/api/documents/${one}/sources/nobody/standing`)).status).toBe(404);
  });

  it("are listed for one work, page by page, and for no other", async () => {
    const shared = paper(washing, { DOI: "10.1000/1" });
    const ids = [];
    for (const name of ["a", "b", "c", "d"]) ids.push(await bring(name, [shared]));
    const away = paper(other, { DOI: "10.1000/2" });
    for (const name of ["e", "f"]) await bring(name, [away]);
    const member = await atomOf(ids[2]!);
    const seen: string[] = [];
    let after = "";
    do {
      const page = await get<{ items: Merge[]; next: string | null }>(
        `/merges?state=accepted&limit=2&work=${member}${after}`,
      );
      mergePageSchema.parse(page);
      seen.push(...page.items.map((m) => m.id));
      after = page.next === null ? "" : `&after=${page.next}`;
    } while (after !== "");
    const all = await merges("accepted");
    expect([all.length, seen.length]).toEqual([4, 3]);
    expect(seen).toEqual(all.map((m) => m.id).filter((id) => seen.includes(id)));
    expect(await merges("proposed", member)).toEqual([]);
    expect((await standing(ids[2]!)).merges).toEqual({ proposed: 0, accepted: 3, refused: 0 });
  });
});
