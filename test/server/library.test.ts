/** The library across documents on each engine: works, merges, what falls, search, equal wording, over real HTTP. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Csl } from "../../core/model.ts";
import { bringsTo, paper, washing } from "./bring.ts";
import { onEachEngine } from "./engines.ts";
import { startTestServer, type TestServer } from "./support.ts";

interface Work {
  readonly id: string;
  readonly label: string;
  readonly documents: number;
  readonly directClaims: number;
  readonly carriedClaims: number;
  readonly mentions: number;
}
interface Merge {
  readonly id: string;
  readonly reason: string;
  readonly state: string;
  readonly by: string | null;
  readonly evidence: { readonly value: string; readonly differ: readonly string[] };
}

const walking = "Walking and the health of elderly persons";

onEachEngine("the library across documents", (engine) => {
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
  const works = async (query = "") => (await get<{ items: Work[] }>(`/sources${query}`)).items;
  const counted = async () =>
    (await works()).map((w) => [w.label, w.documents, w.directClaims, w.carriedClaims, w.mentions]);
  const merges = async (state = "proposed") =>
    (await get<{ items: Merge[] }>(`/merges?state=${state}`)).items;
  const decide = (id: string, decision: string, headers: Record<string, string> = {}) =>
    server.call("POST", `/api/merges/${id}`, {
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ decision }),
    });

  describe("works", () => {
    it("are one by a shared DOI when nothing differs, with the reason on record", async () => {
      await bring("a", [paper(washing, { DOI: "10.1000/ABC" })]);
      await bring("b", [paper(washing, { DOI: "https://doi.org/10.1000/abc" }), paper(walking)]);
      expect(await counted()).toEqual(
        expect.arrayContaining([
          [washing, 2, 2, 0, 2],
          [walking, 1, 1, 0, 1],
        ]),
      );
      expect((await works())[0]!.label).toBe(washing);
      expect(await merges("accepted")).toMatchObject([
        { reason: "same-doi", by: null, evidence: { value: "10.1000/abc", differ: [] } },
      ]);
      expect(await merges()).toEqual([]);
    });

    it.each([
      ["a DOI under another title", { DOI: "10.1000/1" }, { DOI: "10.1000/1", title: walking }, "same-doi"],
      ["an ISBN in its two forms", { ISBN: "0-306-40615-2" }, { ISBN: "9780306406157" }, "same-isbn"],
      ["title, year and author", {}, { title: washing.toUpperCase() }, "same-title-year-author"],
    ])("are proposed for %s", async (_what, one, other, reason) => {
      await bring("a", [paper(washing, one)]);
      await bring("b", [paper(washing, other)]);
      expect(await works()).toHaveLength(2);
      expect(await merges()).toMatchObject([{ reason, state: "proposed" }]);
    });

    it.each([
      ["two DOIs", { DOI: "10.1000/1" }, { DOI: "10.1000/2" }],
      ["another year", {}, { issued: { "date-parts": [[2011]] } }],
      ["another author", {}, { author: [{ family: "Weber" }] }],
      ["a title that tells nothing", { title: "Preface" }, { title: "Preface" }],
      ["an ISBN that is none", { ISBN: "12", title: washing }, { ISBN: "12", title: walking }],
    ])("are kept apart for %s", async (_what, one, other) => {
      await bring("a", [paper(washing, one)]);
      await bring("b", [paper(washing, other)]);
      expect([(await works()).length, await merges(), await merges("accepted")]).toEqual([2, [], []]);
    });

    it("count each claim once, direct and carried apart", async () => {
      const doi = { DOI: "10.1000/1" };
      await bring(
        "a",
        [paper(washing, doi), paper(washing, doi)],
        [
          { text: "Rests on both descriptions.", cites: [0, 1] },
          { text: "Rests on one, later.", cites: [1], carried: true },
        ],
      );
      expect(await counted()).toEqual([[washing, 1, 1, 1, 2]]);
    });

    it("come in pages, the most load-bearing first", async () => {
      const titles = ["One of the works", "Two of the works", "Three of the works", "Four of the works"];
      for (let i = 0; i < 4; i++)
        await bring(
          `d${i}`,
          titles.slice(i).map((t) => paper(t, { DOI: `10.1000/${t[0]}${t[1]}` })),
        );
      const seen: string[] = [];
      let after = "";
      do {
        const page = await get<{ items: Work[]; next: string | null }>(`/sources?limit=1${after}`);
        seen.push(...page.items.map((w) => w.label));
        after = page.next === null ? "" : `&after=${page.next}`;
      } while (after !== "");
      expect(seen).toEqual(titles.toReversed());
    });

    it("tell their documents and claims, in pages", async () => {
      for (const name of ["a", "b", "c"])
        await bring(
          name,
          [paper(washing, { DOI: "10.1000/1" })],
          [
            { text: `First of ${name}.`, cites: [0] },
            { text: `Nothing of ${name}.` },
            { text: `Second of ${name}.`, cites: [0], carried: true },
          ],
        );
      const [{ id }] = (await works()) as [Work];
      const view = await get<{ source: Work; documents: { items: { id: string }[]; next: string } }>(
        `/sources/${id}?limit=2`,
      );
      expect([view.source.documents, view.documents.items.length]).toEqual([3, 2]);
      const second = await get<{ documents: { items: { id: string }[]; next: null } }>(
        `/sources/${view.documents.items[0]!.id}?after=${view.documents.next}`,
      );
      expect([second.documents.items.length, second.documents.next]).toEqual([1, null]);
      const claims: string[] = [];
      let after = "";
      do {
        const page = await get<{
          items: { document: { name: string }; claim: { text: string }; scope: string }[];
          next: string | null;
        }>(`/sources/${id}/claims?limit=2${after}`);
        claims.push(...page.items.map((c) => `${c.claim.text} ${c.scope}`));
        after = page.next === null ? "" : `&after=${page.next}`;
      } while (after !== "");
      expect(claims.toSorted()).toEqual(
        ["a", "b", "c"].flatMap((n) => [`First of ${n}. direct`, `Second of ${n}. carried`]).toSorted(),
      );
      expect((await server.call("GET", "/api/sources/work-x")).status).toBe(404);
    });

    it("show every claim on them once, in pages of any size, though a document cites them twice", async () => {
      const wanted: string[] = [];
      for (const [name, claims] of Object.entries({ a: 1, b: 5, c: 2, d: 4, e: 1 })) {
        const texts = Array.from({ length: claims }, (_, i) => `Claim ${i} of ${name}.`);
        const both = [
          paper(washing, { DOI: "10.1000/1" }),
          paper(washing, { DOI: "10.1000/1", volume: "7" }),
        ];
        const cites = (i: number) => (i % 3 === 0 ? [0] : i % 3 === 1 ? [1] : [0, 1]);
        await bring(
          name,
          both,
          texts.map((text, i) => ({ text, cites: cites(i) })),
        );
        wanted.push(...texts);
      }
      const [{ id, directClaims }] = (await works()) as [Work];
      expect([(await works()).length, directClaims]).toEqual([1, wanted.length]);
      for (const limit of [1, 2, 3, 4, 7, 50]) {
        const claims: string[] = [];
        let after = "";
        do {
          const { items, next } = await get<{ items: { claim: { text: string } }[]; next: string | null }>(
            `/sources/${id}/claims?limit=${limit}${after}`,
          );
          if (next !== null) expect(items.length).toBe(limit);
          claims.push(...items.map((c) => c.claim.text));
          after = next === null ? "" : `&after=${next}`;
        } while (after !== "");
        expect([limit, ...claims.toSorted()]).toEqual([limit, ...wanted.toSorted()]);
      }
    });
  });

  describe("a merge", () => {
    it("is accepted, undone and refused, and no mention is lost", async () => {
      await bring("a", [paper(washing)]);
      await bring("b", [paper(washing)]);
      const apart = await counted();
      const [{ id }] = (await merges()) as [Merge];
      expect((await decide(id, "accept")).json()).toMatchObject({ state: "accepted", by: "reviewer" });
      expect(await counted()).toEqual([[washing, 2, 2, 0, 2]]);
      expect(await works("?q=washing")).toHaveLength(1);
      expect((await decide(id, "undo")).json()).toMatchObject({ state: "proposed", by: "reviewer" });
      expect(await counted()).toEqual(apart);
      expect(await works("?q=washing")).toHaveLength(2);
      await decide(id, "refuse");
      expect([await merges(), await merges("refused")]).toMatchObject([[], [{ id }]]);
    });

    it("is not decided on a state that has passed", async () => {
      await bring("a", [paper(washing)]);
      await bring("b", [paper(washing)]);
      const [{ id }] = (await merges()) as [Merge];
      const { etag } = (await server.call("GET", `/api/merges/${id}`)).headers;
      expect((await decide(id, "accept", { "if-match": etag! })).status).toBe(200);
      const late = await decide(id, "refuse", { "if-match": etag! });
      expect([late.status, late.json()]).toMatchObject([412, { code: "precondition-failed" }]);
      expect(await merges("accepted")).toHaveLength(1);
      expect((await decide("merge-x", "accept")).status).toBe(404);
      expect((await decide(id, "perhaps")).status).toBe(400);
    });

    it("outlives the document that it was made through", async () => {
      const shared = paper(washing, { DOI: "10.1000/1" });
      const ids = [];
      for (const name of ["a", "b", "c", "d"]) ids.push(await bring(name, [shared]));
      expect(await counted()).toEqual([[washing, 4, 4, 0, 4]]);
      for (const [i, id] of ids.entries()) {
        await server.store.remove(id);
        const left = 3 - i;
        expect(await counted()).toEqual(left === 0 ? [] : [[washing, left, left, 0, left]]);
      }
      expect(await merges("accepted")).toEqual([]);
    });

    it("stays with a new version of the document, which alone is counted", async () => {
      const a = await bring("a", [paper(washing), paper(walking)]);
      await bring("b", [paper(washing)]);
      await decide(((await merges()) as [Merge])[0].id, "accept");
      const next = await bring("a", [paper(washing)], [{ text: "Another claim.", cites: [0] }], a);
      expect(await counted()).toEqual([[washing, 2, 2, 0, 2]]);
      expect(await merges("accepted")).toHaveLength(1);
      await server.store.remove(next);
      expect(await counted()).toEqual(
        expect.arrayContaining([
          [washing, 2, 2, 0, 2],
          [walking, 1, 1, 0, 1],
        ]),
      );
      expect(await merges("accepted")).toHaveLength(1);
    });
  });

  it("loses no mention and no count in any order of coming, going and deciding", async () => {
    const pool = [
      paper(washing, { DOI: "10.1000/1" }),
      paper(washing, { DOI: "10.1000/1", PMID: "7" }),
      paper(washing, { PMID: "7" }),
      paper(washing),
      paper(walking, { ISBN: "9780306406157" }),
      paper(walking),
    ];
    const step = fc.oneof(
      fc.record({
        do: fc.constant("bring" as const),
        sources: fc.uniqueArray(fc.nat(pool.length - 1), { minLength: 1, maxLength: 4 }),
        replaces: fc.boolean(),
      }),
      fc.record({ do: fc.constant("remove" as const), which: fc.nat(9) }),
      fc.record({
        do: fc.constant("decide" as const),
        which: fc.nat(9),
        decision: fc.constantFrom("accept", "refuse", "undo"),
        state: fc.constantFrom("proposed", "accepted", "refused"),
      }),
    );
    let n = 0;
    const empty = async () => {
      const { items } = await get<{ items: { id: string }[] }>("/documents?limit=200");
      for (const { id } of items) await server.store.remove(id);
    };
    const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      await empty();
      const latest = new Map<string, number[]>();
      for (const s of steps) {
        const ids = [...latest.keys()];
        if (s.do === "bring") {
          const replaced = s.replaces ? (ids[0] ?? null) : null;
          const id = await bring(
            `d${n++}`,
            s.sources.map((i) => pool[i]!),
            undefined,
            replaced,
          );
          if (replaced !== null) latest.delete(replaced);
          latest.set(id, s.sources);
        } else if (s.do === "remove" && ids.length > 0) {
          // With its older versions, so that what is left is known.
          const id = ids[s.which % ids.length]!;
          for (const version of (await server.store.versions(id)).toReversed())
            await server.store.remove(version.id);
          latest.delete(id);
        } else if (s.do === "decide") {
          const list = await merges(s.state);
          if (list.length > 0) await decide(list[s.which % list.length]!.id, s.decision);
        }
      }
      const sources = [...latest.values()].flat().length;
      const all = await works("?limit=200");
      const sum = (of: (w: Work) => number) => all.reduce((total, w) => total + of(w), 0);
      expect(sum((w) => w.mentions)).toBe(sources);
      // Each claim rests on one source, and no document cites a work twice unless they were joined.
      expect(sum((w) => w.directClaims)).toBe(sources);
      expect(all.every((w) => w.documents > 0)).toBe(true);
      const found = await works("?q=of&limit=200");
      expect(found.map((w) => w.id).sort()).toEqual(all.map((w) => w.id).sort());
      await empty();
      expect(await works()).toEqual([]);
      expect([await merges(), await merges("accepted"), await merges("refused")]).toEqual([[], [], []]);
    });
    await fc.assert(property, { seed: 8, numRuns: 12 });
  });

  it("tells what falls without works, each claim once", async () => {
    const [one, two] = [paper(washing, { DOI: "10.1000/1" }), paper(walking, { DOI: "10.1000/2" })];
    await bring(
      "a",
      [one, two],
      [
        { text: "Falls with the first.", cites: [0] },
        { text: "Weakened by either.", cites: [0, 1] },
        { text: "Stands on the second.", cites: [1] },
        { text: "Carried to the first.", cites: [0], carried: true },
      ],
    );
    await bring("b", [one], [{ text: "Falls elsewhere too.", cites: [0] }]);
    const id = async (label: string) => (await works()).find((w) => w.label === label)!.id;
    interface Fall {
      readonly counts: object;
      readonly claims: { readonly items: { claim: { text: string }; fate: string }[]; next: string | null };
    }
    const alone = await get<Fall>(`/withdrawal?source=${await id(washing)}`);
    expect(alone.counts).toEqual({ documents: 2, falls: 2, fallsIfCarried: 1, weakened: 1 });
    expect(Object.fromEntries(alone.claims.items.map((c) => [c.claim.text, c.fate]))).toEqual({
      "Falls with the first.": "falls",
      "Weakened by either.": "weakened",
      "Carried to the first.": "falls-if-carried",
      "Falls elsewhere too.": "falls",
    });
    const both = await get<Fall>(`/withdrawal?source=${await id(washing)},${await id(walking)}&limit=2`);
    expect(both.counts).toEqual({ documents: 2, falls: 4, fallsIfCarried: 1, weakened: 0 });
    const rest = await get<Fall>(
      `/withdrawal?source=${await id(washing)},${await id(walking)}&limit=3&after=${both.claims.next}`,
    );
    expect([both.claims.items.length, rest.claims.items.length, rest.claims.next]).toEqual([2, 3, null]);
    expect((await server.call("GET", "/api/withdrawal?source=work-x")).status).toBe(404);
  });

  describe("search", () => {
    const found = async (q: string, more = "") => {
      const { items } = await get<{ items: { kind: string; claim?: { text: string }; source?: Work }[] }>(
        `/search?q=${encodeURIComponent(q)}${more}`,
      );
      return items.map((i) => (i.kind === "claim" ? i.claim!.text : `source: ${i.source!.label}`));
    };
    beforeEach(async () => {
      await bring(
        "old",
        [paper("Größenwahn und Œuvre in Ærø")],
        [
          { text: "Naïve Patients wash often.", cites: [0] },
          { text: "Patients' hands, washed." },
          { text: "Ἀρχὴ τῶν πάντων, 手洗い, Łódź." },
        ],
      );
      await bring("new", [paper(walking)], [{ text: "Old patients walk, and 12.5 % fall." }]);
    });

    it.each([
      [
        "patients",
        ["Old patients walk, and 12.5 % fall.", "Naïve Patients wash often.", "Patients' hands, washed."],
      ],
      ["NAIVE  patients", ["Naïve Patients wash often."]],
      ["wash", ["Naïve Patients wash often."]],
      ["was*", ["Naïve Patients wash often.", "Patients' hands, washed."]],
      ["wa*", []],
      ["12.5", ["Old patients walk, and 12.5 % fall."]],
      ["αρχη", ["Ἀρχὴ τῶν πάντων, 手洗い, Łódź."]],
      ["手洗い lodz", ["Ἀρχὴ τῶν πάντων, 手洗い, Łódź."]],
      ["grossenwahn aero", ["source: Größenwahn und Œuvre in Ærø"]],
      ["elderly brew 2010", [`source: ${walking}`]],
      ["nothing patients", []],
      ["' \" * & | ! : ( ) \\ NEAR", []],
      ["patients' OR x:*", []],
      ["%_", []],
    ])("for %j finds the same on both engines", async (q, wanted) => {
      expect(await found(q)).toEqual(wanted);
    });

    it("keeps to one kind, pages on, and finds last versions only", async () => {
      expect(await found("old", "&in=sources")).toEqual([]);
      const first = await get<{ items: unknown[]; next: string }>("/search?q=patients&limit=2");
      expect(first.items).toHaveLength(2);
      expect(await found("patients", `&limit=2&after=${first.next}`)).toEqual(["Patients' hands, washed."]);
      const [{ id }] = (await get<{ items: { id: string }[] }>("/documents")).items as [{ id: string }];
      const next = await bring("new", [], [{ text: "Young patients." }], id);
      expect((await found("patients"))[0]).toBe("Young patients.");
      await server.store.remove(next);
      expect((await found("patients"))[0]).toBe("Old patients walk, and 12.5 % fall.");
    });
  });

  it("shows claims of the same words on different works, and not those on the same", async () => {
    const [one, two] = [paper(washing, { DOI: "10.1000/1" }), paper(walking)];
    const [same, other] = ["Hands should be washed often.", "Old people should walk a lot."];
    await bring(
      "a",
      [one, two],
      [
        { text: same, cites: [0] },
        { text: other, cites: [1] },
      ],
    );
    await bring(
      "b",
      [two, one],
      [
        { text: "HANDS should be washed, often!", cites: [1] },
        { text: "old people should walk a lot", cites: [1] },
      ],
    );
    await bring("c", [one], [{ text: other, cites: [] }]);
    const { items } = await get<{ items: { text: string; claims: { sources: { label: string }[] }[] }[] }>(
      "/claims/same-wording",
    );
    expect(items.map((w) => w.claims.map((c) => c.sources.map((s) => s.label)))).toEqual([
      [[], [washing], [walking]],
    ]);
  });

  it("shows equal words of documents that come in at one moment", async () => {
    const pairs = [...Array(8).keys()];
    await Promise.all(
      pairs.flatMap((i) => {
        const claims = [{ text: `Sentence number ${i} stands in two documents.`, cites: [0] }];
        return ["Washing", "Walking"].map((t) =>
          bring(`${t}${i}`, [paper(`${t}, study ${i} of many`)], claims),
        );
      }),
    );
    const { items } = await get<{ items: unknown[] }>("/claims/same-wording");
    expect(items).toHaveLength(pairs.length);
  });

  it("compares the newest claims of words that stand in very many places, and counts the rest", async () => {
    const text = "All figures are subject to later revision.";
    await bring("a", [paper(washing)], [{ text, cites: [0] }]);
    await bring(
      "b",
      [paper(walking)],
      Array.from({ length: 32 }, (_, i) => ({ text, cites: i === 0 ? [0] : [] })),
    );
    const { items } = await get<{ items: { claims: unknown[]; more: number }[] }>("/claims/same-wording");
    expect(items.map((w) => [w.claims.length, w.more])).toEqual([[30, 3]]);
  });

  it("gives back any character in names, titles and words", async () => {
    const odd = 'A "title" of\nlines,\ttabs, \\ %s {} \' \u0001 \u2028 😀 ünïcode';
    const name = `odd "%s" \n\\ 😀.txt`;
    const one = paper(odd);
    await bring(name, [one], [{ text: odd, cites: [0] }]);
    await bring("b", [{ ...one, DOI: "10.1000/1" }], [{ text: odd, cites: [0] }]);
    const [work] = (await get<{ items: (Work & { csl: Csl })[] }>("/sources?q=unicode")).items;
    expect([work?.label, work?.csl.title]).toEqual([odd, odd]);
    const [merge] = await merges();
    expect(merge).toMatchObject({
      a: { source: { label: odd, csl: { title: odd } } },
      b: { source: { label: odd, csl: { title: odd } } },
    });
    const claims = { claim: { text: odd }, document: { name } };
    const ids = (await works()).map((w) => w.id);
    const all = await Promise.all(ids.map((id) => get<{ items: unknown[] }>(`/sources/${id}/claims`)));
    expect(all.flatMap((page) => page.items)).toContainEqual(expect.objectContaining({ scope: "direct" }));
    expect(all.flatMap((page) => page.items)).toEqual(
      expect.arrayContaining([expect.objectContaining({ claim: expect.objectContaining(claims.claim) })]),
    );
    const hits = await get<{ items: unknown[] }>("/search?q=unicode&in=claims");
    expect(hits.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          claim: expect.objectContaining(claims.claim),
          document: expect.objectContaining(claims.document),
        }),
      ]),
    );
    const { items } = await get<{ items: { text: string }[] }>("/claims/same-wording");
    expect(items.map((w) => w.text)).toEqual([odd]);
  });
});
