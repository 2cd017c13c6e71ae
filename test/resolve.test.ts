/** Resolution measured alone: golden outlines in, items, sources and edges out. */
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import type { Csl, NoteParts, Pinpoint } from "../core/model.ts";
import { expandRange } from "../core/pinpoint.ts";
import { readText } from "../core/read/text.ts";
import { type NoteContext, splitNotes } from "../core/reference/note/index.ts";
import { proposeMerges } from "../core/resolve/across.ts";
import { type Resolved, resolve } from "../core/resolve/index.ts";
import { resolveSequence } from "../core/resolve/legal.ts";
import { readCases } from "./support/case-file.ts";
import { type Golden, goldenOutline, goldenParser, loadGolden } from "./support/golden-outline.ts";
import { lineNotes } from "./support/note-outline.ts";
import { generator, makeWorks, styles } from "./support/note-styles.ts";
import { writeNotes } from "./support/note-writer.ts";
import { plainParser } from "./support/plain-parser.ts";

const goldens = loadGolden();
const seed = goldens.find((golden) => golden.document.id === "medical-response")!;
/** Pinpoints compare by their full numbers: "112–15" is 112 to 115. */
const plain = (pinpoint: Pinpoint | null) => {
  const range = pinpoint && expandRange(pinpoint.value);
  return range ? `${pinpoint.label} ${range.prefix}${range.first}-${range.last}` : pin(pinpoint);
};
const pin = (pinpoint: Pinpoint | null) => (pinpoint ? `${pinpoint.label} ${pinpoint.value}` : null);

function run(golden: Golden, own: boolean): { readonly parts: NoteParts[]; readonly found: Resolved } {
  const { document, outline } = goldenOutline(golden);
  const parts = splitNotes(document.text, outline.notes, own ? {} : { parse: goldenParser(golden) });
  return { parts, found: resolve(document, outline, parts) };
}

describe("the medical-response page", () => {
  const { found } = run(seed, true);
  const keyOf = new Map(found.sources.map((source) => [source.id, source.key]));

  it("gives every citation its span, form and pinpoint", () => {
    const wanted = seed.notes.flatMap((note) =>
      note.citations.map(({ raw, start, end, form, pinpoint }) => [
        note.id,
        start,
        end,
        form,
        pin(pinpoint),
        raw,
      ]),
    );
    const got = found.items
      .filter((item) => item.form !== "vague")
      .map((item) => [item.note, item.start, item.end, item.form, pin(item.pinpoint), item.raw]);
    expect(got).toEqual(wanted);
    expect(found.items.filter((item) => item.form === "vague").map((item) => item.raw)).toEqual([
      "the manufacturers' websites",
    ]);
  });

  it("gives the three sources with their keys and labels", () => {
    expect(found.sources.map(({ key, label }) => [key, label])).toEqual([
      ["brew2010", "Brew & Davies 2010"],
      ["weber2008", "Weber 2008"],
      ["khatri2009", "Khatri et al. 2009"],
    ]);
    const wanted = seed.sources.map((source) => ({ ...source.csl, id: source.id.replace("-", "") }));
    const read = found.sources.map(({ csl: { language: _, ...csl } }) => csl);
    expect(read).toEqual(wanted);
    expect(found.sources.map((source) => source.mentions.length)).toEqual([3, 1, 1]);
  });

  it("gives the seven edges with scope and plausibility", () => {
    const wanted = seed.edges.map((e) => [
      e.claim,
      e.source?.replace("-", ""),
      e.form,
      pin(e.pinpoint),
      e.scope,
      e.plausibility ?? null,
    ]);
    const got = found.edges.map((e) => [
      e.claim,
      keyOf.get(e.source),
      e.form,
      pin(e.pinpoint),
      e.scope,
      e.plausibility,
    ]);
    expect(got).toEqual(wanted);
  });

  it("says why 674 is a pinpoint", () => {
    const { basis } = found.items[0]!.resolution;
    expect(basis.rule).toContain("its page is the page cited");
    expect(basis.losers?.[0]?.reason).toBe("page 668 of the same work is cited");
  });
});

describe("golden documents behind a perfect outline and reference parser", () => {
  for (const golden of goldens) {
    it(golden.document.id, () => {
      const { found } = run(golden, false);
      const name = (csl: Csl) =>
        `${csl.title ?? ""} ${csl.author?.[0]?.family ?? ""} ${csl.archive_location ?? ""}`;
      const gold = new Map(golden.sources.map((source) => [source.id, name(source.csl)]));
      const own = new Map(found.sources.map((source) => [source.id, name(source.csl)]));
      const pool = found.edges.map((e) => ({
        words: [e.claim, own.get(e.source), e.form, e.scope].join(" | "),
        pinpoint: e.pinpoint,
      }));
      const missing: string[] = [];
      for (const e of golden.edges) {
        if (e.source === null) continue;
        const form = e.form === "numeric" ? "full" : e.form;
        const words = [e.claim, gold.get(e.source), form, e.scope].join(" | ");
        const accepted = [e.pinpoint, ...(e.pinpointAlt ?? [])].map(plain);
        const hit = pool.findIndex((edge) => edge.words === words && accepted.includes(plain(edge.pinpoint)));
        if (hit >= 0) pool.splice(hit, 1);
        else if (e.optional !== true) missing.push(`${words} @ ${pin(e.pinpoint)}`);
      }
      expect({ missing, extra: pool }).toEqual({ missing: [], extra: [] });
    });
  }
});

/** One line for each citation: its note, its form and what it came to. */
function outlineOf(input: string, parser: NoteContext = { parse: plainParser }): string {
  const notes = lineNotes(input, true);
  const document = { ...goldenOutline(seed).document, text: input };
  const outline = { ...goldenOutline(seed).outline, statements: [], markers: [], notes };
  const parts = splitNotes(input, notes, parser);
  const { items, sources } = resolve(document, outline, parts);
  const keys = new Map(sources.map((source) => [source.id, source.key]));
  const label = new Map(notes.map((note) => [note.id, note.label]));
  const lines = items.map(({ note, form, pinpoint, resolution }) => {
    const came =
      resolution.kind === "resolved"
        ? keys.get(resolution.source)
        : resolution.kind === "none"
          ? "nothing to resolve"
          : [resolution.reason, ...resolution.candidates.map((id) => keys.get(id))].join(" ");
    const refused = resolution.kind === "refused" ? "refused: " : "";
    return `${label.get(note ?? "")} ${form} -> ${refused}${came}${pinpoint ? ` @ ${pinpoint.value}` : ""}`;
  });
  const conflicts = sources.flatMap((source) =>
    source.conflicts.map(
      ({ field, values }) => `${source.key} ${field}: ${values.map((v) => v.value).join(" / ")}`,
    ),
  );
  return [...lines, ...conflicts].join("\n");
}

describe("case files", () => {
  for (const { file, title, input, expected } of readCases("resolve")) {
    it(`${file}: ${title}`, () => expect(outlineOf(input)).toBe(expected));
  }
  // What an archive keeps is told apart by fields that only the engine's own parser reads.
  for (const { file, title, input, expected } of readCases("resolve/engine")) {
    it(`engine/${file}: ${title}`, () => expect(outlineOf(input, {})).toBe(expected));
  }
});

describe("a page that a note gives beside the pages of the list", () => {
  const page = (note: string, listed: string): string => {
    const text = `Walls were cold.¹ Salt came later.²

Notes

1. Tom Reed and Ada Bell, “Cold Walls: A Survey,” Journal of Walls 14, no. 2 (2011): ${note}.
2. Reed and Bell, “Cold Walls,” 171.

Bibliography

Reed, Tom, and Ada Bell. “Cold Walls: A Survey.” Journal of Walls 14, no. 2 (2011): ${listed}.`;
    const { items, sources } = analyse(readText(new TextEncoder().encode(text), null));
    const told = items.map(({ form, pinpoint }) => `${form} ${pinpoint?.value ?? "-"}`);
    return [
      ...told,
      ...sources.map(({ csl }) => csl.page),
      ...sources.flatMap((s) => s.conflicts.map((c) => c.field)),
    ].join();
  };

  it.each([
    ["160", "155–78", "full 160,short 171,full -,155-178"],
    ["160–62", "155–78", "full 160-162,short 171,full -,155-178"],
    // Its own pages, given twice, and pages that lie outside.
    ["155–78", "155–78", "full -,short 171,full -,155-178"],
    ["150", "155–78", "full -,short 171,full -,150,page"],
  ])("%s of %s", (note, listed, wanted) => expect(page(note, listed)).toBe(wanted));
});

describe("a bibliography of the user's own", () => {
  const records = goldens.flatMap((golden) =>
    golden.sources
      .filter((source) => source.optional !== true)
      .map(({ id, csl: { custom: _, ...csl } }) => ({ ...csl, id: `${golden.document.id}:${id}` })),
  );

  for (const own of [false, true]) {
    it(`gives every source its record and no other${own ? ", read by the engine's own parser" : ""}`, () => {
      const wrong: string[] = [];
      let all = 0;
      let matched = 0;
      for (const golden of goldens) {
        const { document, outline } = goldenOutline(golden);
        const text = { ...document, bibliography: [] };
        const parts = splitNotes(text.text, outline.notes, own ? {} : { parse: goldenParser(golden) });
        const { items, sources } = resolve(text, outline, parts, { bibliography: records });
        const spans = new Map(items.map((item) => [item.id, item]));
        const described = [
          ...golden.notes.flatMap((note) => note.citations).filter((cite) => cite.form === "full"),
          ...golden.bibliography,
        ];
        for (const source of sources) {
          const item = source.descriptions.map((id) => spans.get(id)!)[0];
          const hit = item && described.find((d) => d.start < item.end && item.start < d.end);
          // An optional source has no record to match.
          const given = records.some((record) => record.id === `${golden.document.id}:${hit?.source}`);
          if (!hit?.source || !given) continue;
          all++;
          if (source.key === `${golden.document.id}:${hit.source}`) matched++;
          else if (source.key.includes(":"))
            wrong.push(`${golden.document.id} ${hit.source} became ${source.key}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(matched / all).toBeGreaterThanOrEqual(own ? 0.97 : 1);
    }, 60_000);
  }

  it("completes missing fields and says from where", () => {
    const { document, outline } = goldenOutline(seed);
    const brew = {
      id: "brew:pml",
      type: "article-journal",
      title: seed.sources[0]!.csl.title!,
      DOI: "10.1038/nrneurol.2010.164",
    };
    const record = {
      ...brew,
      author: [{ family: "Brew", given: "Bruce J." }],
      issued: { "date-parts": [[2010]] },
    };
    const { sources } = resolve(document, outline, splitNotes(document.text, outline.notes), {
      bibliography: [record],
    });
    expect(sources.map((source) => source.key)).toEqual(["brew:pml", "weber2008", "khatri2009"]);
    expect(sources[0]!.csl.DOI).toBe("10.1038/nrneurol.2010.164");
    expect(sources[0]!.evidence.find((piece) => piece.field === "DOI")?.basis.rule).toContain("brew:pml");
    expect(sources[0]!.csl.author).toHaveLength(2);
  });
});

describe("labels and records that could be mistaken", () => {
  const resolved = (input: string, bibliography: readonly Csl[] = []) => {
    const notes = lineNotes(input, true);
    const document = { ...goldenOutline(seed).document, text: input };
    const outline = { ...goldenOutline(seed).outline, statements: [], markers: [], notes };
    return resolve(document, outline, splitNotes(input, notes, { parse: plainParser }), { bibliography })
      .sources;
  };

  it("never shows two works under one label", () => {
    const sources = resolved(
      [
        "1 Kei Iwata and Ann Dean, Rivers of Salt (London: Tern, 2008), 12.",
        "2 Kei Iwata and Ann Dean, Towns of Sand (London: Tern, 2008), 12.",
        "3 Tom Reed, Roads (London: Tern, 2008), 12.",
      ].join("\n"),
    );
    expect(sources.map(({ key, label }) => [key, label])).toEqual([
      ["iwata2008a", "Iwata & Dean 2008a"],
      ["iwata2008b", "Iwata & Dean 2008b"],
      ["reed2008", "Reed 2008"],
    ]);
  });

  it("leaves a source alone that two other works of the bibliography fit alike", () => {
    const record = (id: string, title: string): Csl => ({
      id,
      type: "book",
      title,
      author: [{ family: "Bell", given: "Ada" }],
      issued: { "date-parts": [[1990]] },
    });
    const text = "1 Ada Bell, Rivers of Salt and Sand (London: Tern, 1990), 12.";
    const rivals = [record("x", "Rivers of Salt and Stone"), record("y", "Rivers of Salt and Ice")];
    expect(resolved(text, rivals).map(({ key }) => key)).toEqual(["bell1990"]);
    expect(resolved(text, [...rivals, record("z", "Rivers of Salt and Sand")]).map(({ key }) => key)).toEqual(
      ["z"],
    );
  });
});

describe("records that say it otherwise", () => {
  const keysOf = (input: string, record: Omit<Csl, "id">): string[] => {
    const text = `${input}\n`;
    const notes = lineNotes(text, true);
    const document = { ...goldenOutline(seed).document, text, bibliography: [{ id: "mine", ...record }] };
    const outline = { ...goldenOutline(seed).outline, statements: [], markers: [], notes };
    return resolve(document, outline, splitNotes(text, notes)).sources.map(({ key }) => key);
  };
  const page = "1 “What we want”, Friends of the Canal, archived 2 June 2021, https://canal.example/aims.";
  const share =
    "1 Ohlig, in: Marta Kern (Hrsg.): Handbuch des Wegerechts, 3. Aufl., Bern: Aare 2011, § 12 Rn. 4.";
  const shareIn = (commentary: string) => ({
    type: "chapter" as const,
    author: [{ family: "Ohlig" }],
    "container-title": commentary,
    issued: { "date-parts": [[2011]] },
  });

  it.each([
    [
      "the site signs it",
      page,
      { type: "webpage", title: "What we want", author: [{ literal: "Friends of the Canal" }] },
    ],
    ["its address", page, { type: "webpage", title: "What we all want", URL: "http://canal.example/aims/" }],
    ["the author's share of a commentary", share, shareIn("Handbuch des Wegerechts")],
  ] as const)("knows a work by %s", (_, note, record) => {
    expect(keysOf(note, record)).toEqual(["mine"]);
  });

  it.each([
    [
      "another page of the site",
      page,
      { type: "webpage", title: "Donate", URL: "https://canal.example/aims" },
    ],
    ["another commentary", share, shareIn("Handbuch des Fischereirechts")],
  ] as const)("leaves %s apart", (_, note, record) => {
    expect(keysOf(note, record)).not.toContain("mine");
  });
});

describe("two records of one work", () => {
  const record = (id: string, more: Partial<Csl> = {}): Csl => ({
    id,
    type: "article-journal",
    title: "Valves in Use: A Five-Year Follow-Up",
    author: [{ family: "Mbatha", given: "Sipho" }],
    issued: { "date-parts": [[2018]] },
    page: "211-230",
    ...more,
  });
  const keysOf = (bibliography: readonly Csl[]): string[] => {
    const text = "1 @a, p. 219.\n2 @b, p. 224.\n3 Nobody asked: @a, p. 213.";
    const notes = lineNotes(text, false);
    const document = { ...goldenOutline(seed).document, text, bibliography };
    const outline = { ...goldenOutline(seed).outline, statements: [], markers: [], notes };
    return resolve(document, outline, splitNotes(text, notes, { parse: plainParser })).sources.map(
      ({ key, mentions }) => `${key} ${mentions.length}`,
    );
  };

  it.each([
    ["the same DOI", { DOI: "10.5555/j.1" }, { DOI: "https://doi.org/10.5555/J.1", title: "Valves in use" }],
    ["all that both say", { volume: "33" }, { author: [{ family: "Mbatha", given: "S." }] }],
  ])("are one source by %s", (_, a, b) => {
    expect(keysOf([record("a", a), record("b", b)])).toEqual(["a 3"]);
  });

  it.each([
    ["another year", { issued: { "date-parts": [[2019]] } }],
    ["other pages", { page: "300-310" }],
    ["another volume", { volume: "34" }],
    ["another author", { author: [{ family: "Lorne", given: "Greta" }] }],
  ])("are two by %s", (_, b) => {
    expect(keysOf([record("a", { volume: "33" }), record("b", b)])).toEqual(["a 2", "b 1"]);
  });
});

describe("a case that the note cites by its report alone", () => {
  const page = (sentence: string): string =>
    [
      "The courts have been asked about fences and about lenses, and they have answered in both ways.",
      sentence,
      "The judge said so twice.2",
      "",
      "1 (2004) 216 CLR 52, 70 (Gray CJ).",
      "",
      "2 Ibid 71.",
    ].join("\n");
  const titles = (sentence: string): readonly (string | undefined)[] =>
    analyse(readText(new TextEncoder().encode(page(sentence)), "page.txt")).sources.map((s) => s.csl.title);

  it("has the name that its sentence gives it", () => {
    expect(titles("In Lanternfish v Quoin Media Pty Ltd the lens was held to be a window.1")).toEqual([
      "Lanternfish v Quoin Media Pty Ltd",
    ]);
    expect(titles("The lens of Re Marsh was an eye, but in Orr v Board of Works it was a window.1")).toEqual([
      "Orr v Board of Works",
    ]);
  });

  it("has none where the name stands behind the marker or nowhere", () => {
    expect(titles("A lens was held to be a window,1 unlike the eye of Orr v Ames.")).toEqual([undefined]);
    expect(titles("A lens was held to be a window.1")).toEqual([undefined]);
  });
});

describe("bare sequences of law", () => {
  const sequences: readonly (readonly (readonly [string, number | null])[])[] = [
    [
      ["Foo v. Bar, 1 U.S. 1.", 0],
      ["Foo v. Bar, 1 U.S. 1.", 0],
      ["Foo, 1 U.S., at 2.", 0],
      ["Foo, supra at 2.", 0],
    ],
    [
      ["Foo v. Bar, 1 U.S. ____.", 0],
      ["Foo v. Bar, 1 U.S. ____.", 1],
    ],
    [
      ["Foo v. Bar, 1 U.S. 1.", 0],
      ["Boo v. Far, 1 U.S. 2.", 1],
      ["1 U.S., at 2.", null],
      ["Id. at 2.", null],
    ],
    [
      ["Foo v. Bar, 1 U.S. 100.", 0],
      ["Id. at 500.", null],
      ["Foo v. Bar, 1 U.S. 100.", 0],
      ["Id. at 50.", null],
      ["Foo v. Bar, 1 U.S. 100.", 0],
      ["Id. at ¶ 100.", null],
      ["Ala. Code § 92", 1],
      ["Id. at 2000", 1],
    ],
    [
      ["Foo v. Bar, 1 U.S. 1.", 0],
      ["Blah § 2.", null],
      ["Id. at 2.", null],
      ["See also Foo, supra, at 101 as well.", 0],
    ],
    [["Id. at 2.", null]],
  ];
  for (const sequence of sequences) {
    it(sequence.map(([text]) => text).join(" "), () => {
      expect(resolveSequence(sequence.map(([text]) => text))).toEqual(sequence.map(([, work]) => work));
    });
  }
});

describe("sources of several documents", () => {
  const byDocument = goldens
    .filter((golden) => golden.document.id === "d02-seagrass-preprint" || golden === seed)
    .map((golden) => ({ id: golden.document.id, sources: run(golden, false).found.sources }));

  it("proposes one work described in two, and says why", () => {
    const [first] = byDocument;
    const twice = [...byDocument, { id: "copy", sources: first!.sources.slice(0, 2) }];
    const placed = twice.flatMap(({ id, sources }) => sources.map((source) => ({ document: id, source })));
    const proposals = proposeMerges(placed);
    expect(proposals.map((p) => p.members.map((m) => m.document))).toEqual([
      [first!.id, "copy"],
      [first!.id, "copy"],
    ]);
    expect(proposals[0]!.reasons).toContain("the same title");
    expect(proposals[0]!.confidence).not.toBe("proposed");
  });

  it("proposes nothing where no work is shared", () => {
    const placed = byDocument.flatMap(({ id, sources }) =>
      sources.map((source) => ({ document: id, source })),
    );
    expect(proposeMerges(placed)).toEqual([]);
  });
});

describe("the whole", () => {
  it("takes five thousand notes in bounded time", () => {
    const random = generator(7);
    const works = makeWorks(160, random);
    const made = writeNotes(styles.chicago!, works, 5_000, random);
    const notes = splitNotes(made.text, made.notes, { parse: made.parse });
    const { document, outline } = goldenOutline(seed);
    // Time of the processor: a busy machine takes longer by the clock.
    const start = process.cpuUsage();
    resolve(
      { ...document, text: made.text },
      { ...outline, statements: [], markers: [], notes: made.notes },
      notes,
    );
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  });

  it("gives the same bytes twice", () => {
    const first = JSON.stringify(run(seed, true).found);
    expect(JSON.stringify(run(seed, true).found)).toBe(first);
  });
});

describe("a place inside a numbered marker", () => {
  const places = (marker: string): readonly (Pinpoint | null)[] => {
    const text = [
      `Mats hold rain [1]. The census in ${marker} finds none that do.`,
      "",
      "References",
      "",
      "[1] K. Lund, Rain on Roofs. Carrow: Mill Press, 2011.",
      "[2] P. Sand, Roofs of Slate. Carrow: Mill Press, 2012.",
    ].join("\n");
    const { edges } = analyse(readText(new TextEncoder().encode(text), "page.txt"));
    return edges.map((edge) => edge.pinpoint).slice(1);
  };

  it("is told by its word, large or small", () => {
    expect(places("[2, Ch. 7]")).toEqual([{ label: "chapter", value: "7" }]);
    expect(places("[2, Sec. 4.2]")).toEqual([{ label: "section", value: "4.2" }]);
    expect(places("[2, Lines 3-4]")).toEqual([{ label: "line", value: "3-4" }]);
  });

  it("is told by its sign", () => {
    expect(places("[1; 2, §§ 4–6]")).toEqual([null, { label: "section", value: "4-6" }]);
    expect(places("[2, ¶ 12]")).toEqual([{ label: "paragraph", value: "12" }]);
  });

  it("is none where no word says so", () => expect(places("[1, 2]")).toEqual([null, null]));
});

describe("the place in an act", () => {
  const cited = (type: string, raw: string) => {
    const text = `A ferry may not carry hay [@ferries, ${raw}].\n`;
    const read = readText(new TextEncoder().encode(text), "page.txt");
    const bibliography = [{ id: "ferries", type, title: "Ferries Act", issued: { "date-parts": [[1911]] } }];
    return analyse(read, { bibliography }).items.map((item) => pin(item.pinpoint));
  };

  it("is a section where a work of another kind has a page", () => {
    expect(cited("legislation", "s. 12")).toEqual(["section 12"]);
    expect(cited("legislation", "p. 12")).toEqual(["page 12"]);
    expect(cited("book", "s. 12")).toEqual(["page 12"]);
  });
});
