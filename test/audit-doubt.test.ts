/** What the audit does not charge: markers that may have been overlooked, a paper's own work, authorities of species. */
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { htmlAudit } from "../core/export/report-html.ts";
import { readDocument } from "../core/read/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function findings(text: string, name = "page.txt", audit = {}, bib: string | null = null) {
  const bibliography = bib === null ? [] : [{ name: "page.bib", bytes: bytes(bib) }];
  const read = await readDocument(bytes(text), { name, bibliography });
  if (!read.ok) throw new Error(read.problem.message);
  return analyse(read.document, { audit }).findings;
}
const of = (list: Awaited<ReturnType<typeof findings>>, code: string) =>
  list.filter((f) => f.code === code).map((f) => f.quote);

const entry = (n: number) => `${n}. Ames C. Pipe number ${n} of the old town. J Water. 2011;${n}(2):10-19.`;
const entries = (last: number) => Array.from({ length: last }, (_, i) => entry(i + 1)).join("\n");
const sentences = (labels: readonly number[]) =>
  labels.map((n) => `The pipe of street ${"abcdefghijklmnopqrst"[n - 1]} was laid in lead.${n}`).join(" ");

describe("a note that a number in the text may call", () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  it("is an uncertain marker in a column of references, and an orphan without it", async () => {
    const body = (cell: string) =>
      `Lead in pipes\n\n${sentences(all)} All of them were replaced within ten years of the survey.\n\nTown\tPipes\tReference\nHolm\t40\t${cell}\nSkov\t55\t2\n\nReferences\n\n${entries(13)}\n`;
    const seen = await findings(body("13"));
    expect(of(seen, "orphan-note")).toEqual([]);
    expect(of(seen, "uncertain-marker")).toEqual(["13"]);
    expect(of(await findings(body("1")), "orphan-note")).toEqual([entry(13)]);
  });

  it("counts in running text only where the order of the notes expects it", async () => {
    const body = (sentence: string) =>
      `Lead in pipes\n\n${sentences(all)} ${sentence} The last street was dug up in spring.14\n\nReferences\n\n${entries(14)}\n`;
    expect(
      of(await findings(body("We ran Fast2513 and then Slow2 on them, and Slow2 again.")), "orphan-note"),
    ).toEqual([]);
    const before = `Lead in pipes\n\nWe ran Fast2513 first. ${sentences(all)} The last street was dug up in spring.14\n\nReferences\n\n${entries(14)}\n`;
    expect(of(await findings(before), "orphan-note")).toEqual([entry(13)]);
  });
});

describe("a bibliography entry", () => {
  const list =
    "\n\nReferences\n\nAmes, C. (2011). Lead in the pipes of old houses. Journal of Water, 4(2), 10–19.\n\nBell, D. (2012). Copper in the pipes of new houses. Journal of Water, 5(1), 1–9.\n\nCole, E. (2013). Zinc in the taps of schools. Journal of Water, 6(3), 20–29.\n";
  const body = "Water\n\nLead harms children (Ames, 2011). Copper harms nobody in such amounts (Bell, 2012).";
  it("whose author and year stand together in the text is not charged", async () => {
    expect(
      of(
        await findings(`${body} Zinc was measured by the group of Cole in the spring of 2013.${list}`),
        "unused-source",
      ),
    ).toEqual([]);
    expect(
      of(
        await findings(`${body} Zinc was measured by others in the spring of 2013.${list}`),
        "unused-source",
      ),
    ).toHaveLength(1);
  });
});

describe("a record of a bibliography file", () => {
  const record = (key: string, title: string) =>
    `@book{${key}, author = {Ames, Clara}, title = {${title}}, publisher = {Tap}, year = {2011}}\n`;
  const lead = record("lead", "Lead in the Pipes of Old Houses");
  const copper = record("copper", "Copper in the Pipes of New Houses");
  const zinc = record("zinc", "Zinc in the Taps of Schools");
  const unused = async (text: string) =>
    of(await findings(`# Water\n\n${text}\n`, "page.md", {}, lead + copper + zinc), "unused-source");
  it("is charged where the text cites by key and draws on most of the file", async () => {
    expect(await unused("Lead harms children [@lead]. Copper harms nobody [@copper, p. 4].")).toEqual([
      "Zinc in the Taps of Schools",
    ]);
    expect(await unused("Lead harms children [@lead]. Copper [@copper] and zinc [@zinc] do not.")).toEqual(
      [],
    );
  });
  it("is not charged where it holds a piece that is cited", async () => {
    const piece = `@incollection{piece, author = {Bell, Dan}, title = {Lead}, crossref = {whole}}
      @collection{whole, title = {Metals in Water}, publisher = {Tap}, year = {2012}}\n`;
    const list = await findings(
      "# Water\n\nLead harms [@piece]. Copper [@copper] does not.\n",
      "page.md",
      {},
      piece + copper,
    );
    expect(of(list, "unused-source")).toEqual([]);
  });
  it("is left alone in a library of which the text takes a part", async () => {
    expect(await unused("Lead harms children [@lead]. Copper harms nobody.")).toEqual([]);
    expect(await unused("Lead harms children. Copper harms nobody.")).toEqual([]);
  });
});

describe("a paper’s own work", () => {
  const paper = (methods: string, results: string) =>
    `Lead in taps\n\nIntroduction\n\nLead harms the brains of children.1 Old houses have lead pipes. They are seldom replaced.\n\n${methods}\n\nWater was drawn from 40 taps in the morning.\n\n${results}\n\nLead was found in 12 of the 40 taps.\n\nDiscussion\n\nFew towns have replaced their pipes. We found lead in many taps.\n\nReferences\n\n${entries(1)}\n`;
  it("is not asked for a source, and the report says so once", async () => {
    const list = await findings(paper("2. Materials and Methods", "3. Results"));
    expect(of(list, "uncited-claim")).toEqual([
      "Old houses have lead pipes.",
      "They are seldom replaced.",
      "Few towns have replaced their pipes.",
    ]);
    expect(list.filter((f) => f.code === "own-work").map((f) => f.data)).toEqual([
      { claims: 3, sections: ["2. Materials and Methods", "3. Results", "Discussion"] },
    ]);
  });
  it("is not shown as uncited", async () => {
    const read = await readDocument(new TextEncoder().encode(paper("Methods", "Results")), { name: "p.txt" });
    if (!read.ok) throw new Error(read.problem.message);
    const analysis = analyse(read.document);
    const page = htmlAudit({ uri: "p.txt", analysis }, { version: "1" });
    expect(page.match(/class="claim own" id=/g)).toHaveLength(3);
    expect(page).toContain("about its own work, not asked for a source");
    expect(
      htmlAudit(
        { uri: "p.txt", analysis: analyse(read.document, { audit: { papers: false } }) },
        { version: "1" },
      ),
    ).not.toContain('class="claim own"');
  });
  it("is known by the abstract where the methods have a name of their own", async () => {
    const page = (first: string) =>
      `Lead in taps\n\n${first}\n\nLead was found in 12 of the 40 taps. Five taps held none.\n\nIntroduction\n\nLead harms the brains of children.1\n\nTaps and Bottles\n\nOld taps hold more lead.1\n\nResults\n\nLead was found in every third tap.\n\nReferences\n\n${entries(1)}\n`;
    expect(of(await findings(page("Abstract")), "uncited-claim")).toEqual([]);
    expect(of(await findings(page("The town")), "uncited-claim")).toHaveLength(3);
  });
  it("is not what a paragraph of a review's results says beside its citations", async () => {
    const page = (title: string) =>
      `${title}\n\nIntroduction\n\nLead harms the brains of children.1\n\nMethods\n\nTwo readers judged 40 papers. Their scale was that of a port.1 Each paper was judged twice.\n\nResults\n\nNine papers fitted.\n\nIn one, lead fell in a week.1 Nobody knew why.\n\nReferences\n\n${entries(1)}\n`;
    const review = await findings(page("Lead in taps: A systematic review"));
    expect(of(review, "uncited-claim")).toEqual(["Nobody knew why."]);
    expect(of(await findings(page("Lead in taps: A trial")), "uncited-claim")).toEqual([]);
  });
  it("is not what others have left undone", async () => {
    const page = (said: string) =>
      paper("Methods", "Results").replace("in the morning.\n", `in the morning. ${said}\n`);
    for (const said of ["Nobody has tried this on dry taps.", "No other study has measured lead at night."])
      expect(of(await findings(page(said)), "uncited-claim")).toContain(said);
    for (const said of ["Nobody has a key to these taps.", "None of the taps has been replaced."])
      expect(of(await findings(page(said)), "uncited-claim")).not.toContain(said);
  });
  it("is not what a paragraph mostly from others says where results and discussion are one part", async () => {
    const page = (heading: string) =>
      `Lead in taps\n\nIntroduction\n\nLead harms the brains of children.1\n\nMethods\n\nWater was drawn from 40 taps.\n\n${heading}\n\nLead was found in 12 taps. Five taps held none, as before.1 The rest was let run.\n\nBrass taps hold more lead.1 It leaves them in a year.1 Old pipes would lose it later.\n\nReferences\n\n${entries(1)}\n`;
    const shared = await findings(page("3. Results and Discussion"));
    expect(of(shared, "uncited-claim")).toEqual(["Old pipes would lose it later."]);
    expect(of(await findings(page("3. Results")), "uncited-claim")).toEqual([]);
  });
  it("is that of papers alone, and can be asked for", async () => {
    expect(of(await findings(paper("The town", "The taps")), "uncited-claim")).toHaveLength(6);
    expect(
      of(await findings(paper("Methods", "Results"), "page.txt", { papers: false }), "uncited-claim"),
    ).toHaveLength(6);
  });
});

describe("the authorities of species", () => {
  const page = (cite: string) =>
    `Woodlice\n\nThey eat leaves (Ames, 2011). Porcellio scaber (${cite}) is common. Oniscus asellus (Linnaeus, 1758) is too. Philoscia muscorum (Scopoli, 1763) is rare. Ligia oceanica (Linnaeus, 1767) lives by the sea.\n\nReferences\n\nAmes, C. (2011). Leaves as food. Journal of Woods, 4(2), 10–19.\n`;
  it("are no citations; a younger name is one", async () => {
    expect(of(await findings(page("Latreille, 1804")), "unresolved-short-form")).toEqual([]);
    expect(of(await findings(page("Latreille, 1994")), "unresolved-short-form")).toEqual(["Latreille, 1994"]);
  });
});

describe("a call for a note that is not there", () => {
  it("dangles in Markdown where it is glued to a word", async () => {
    const text =
      "# Silt\n\nSilt halves the yield.[^ghost] Mud is deep.[^mud]\n\nWrite [^name] for a note.\n\n[^mud]: Ames C. Mud. J Water. 2011;4(2):10-19.\n";
    expect(of(await findings(text, "page.md"), "dangling-marker")).toEqual(["ghost"]);
  });
  it("dangles in HTML where its link looks like the others", async () => {
    const text = `<h1>Silt</h1><p>Mud is deep.<sup><a href="#r1">1</a></sup> Silt is fine.<sup><a href="#r2">2</a></sup> Sand is coarse.<sup><a href="#r9">9</a></sup> <a href="#top">Top</a> <a href="#part3">3</a></p><h2>References</h2><ol><li id="r1">Ames C. Mud. J Water. 2011;4(2):10-19.</li><li id="r2">Bell D. Silt. J Water. 2012;5(1):1-9.</li></ol>`;
    expect(of(await findings(text, "page.html"), "dangling-marker")).toEqual(["9"]);
  });
});

describe("what the authors counted or measured themselves", () => {
  const notes = `\n\nNotes\n\n${entries(3)}\n`;
  const page = (paragraph: string) =>
    `Pipes\n\nLead harms the brains of children.1 Many old houses still have lead pipes.2\n\n${paragraph}${notes}`;
  const uncited = async (paragraph: string) => of(await findings(page(paragraph)), "uncited-claim");

  it("needs no source, nor what came of it in the same paragraph", async () => {
    expect(
      await uncited("We examined 214 pipes laid between 2010 and 2017. Only 61 percent of them held."),
    ).toEqual([]);
    expect(
      await uncited(
        "Between May 2018 and April 2020 our volunteers visited 40 houses. In twelve the taps dripped.",
      ),
    ).toEqual([]);
  });

  it("is told from what they believe, and from what others did", async () => {
    for (const sentence of [
      "We know that lead pipes were laid until the seventies.",
      "The inspectors examined 214 pipes and condemned half of them.",
      "We were asked by nobody to replace them.",
    ])
      expect(await uncited(sentence)).toEqual([sentence]);
  });

  it("answers for itself alone where the paragraph cites", async () => {
    expect(
      await uncited("Lead pipes are soft.3 We measured 40 of them. They bend under their own weight."),
    ).toEqual(["They bend under their own weight."]);
  });

  it("stands in a paragraph that begins with the label of an abstract", async () => {
    const text = `Pipes\n\nAbstract: Lead pipes kill. Nobody replaces them.\n\n${page("Pipes are old.")}`;
    expect(of(await findings(text), "uncited-claim")).toEqual(["Pipes are old."]);
  });

  it("stands in a summary together with what the rest says and cites", async () => {
    expect(
      of(
        await findings(`Executive summary\n\nLead pipes kill.\n\n${page("Pipes are old.")}`),
        "uncited-claim",
      ),
    ).toEqual(["Pipes are old."]);
  });
});

describe("a part in front of the methods", () => {
  const paper = (part: string) =>
    `Lead in taps\n\nAbstract\n\nThis report reviews lead.\n\nPipes of old houses\n\n${part}\n\nMethod\n\nWater was drawn from 40 taps.\n\nResults\n\nLead was found in 12 taps.\n\nReferences\n\n${entries(1)}\n`;
  it("with a heading of its own says what others found where it cites", async () => {
    const seen = await findings(paper("Lead harms the brains of children.1 Old houses have lead pipes."));
    expect(of(seen, "uncited-claim")).toEqual(["Old houses have lead pipes."]);
  });
});

describe("a conclusion", () => {
  const text = (last: string) =>
    `Lead in taps\n\nPipes\n\nLead harms the brains of children.1 Old houses have lead pipes.2\n\nConclusion\n\n${last}\n\nReferences\n\n${entries(2)}\n`;
  it("that cites nothing says again what was cited", async () => {
    const seen = await findings(text("A pipe is not a cup. The law should not let it become one."));
    expect([...of(seen, "uncited-claim"), ...of(seen, "uncited-paragraph")]).toEqual([]);
  });
  it("that cites is asked like any other part", async () => {
    const seen = await findings(text("A pipe is not a cup.1 The law lets it become one."));
    expect(of(seen, "uncited-claim")).toEqual(["The law lets it become one."]);
  });
});

describe("a sentence that the end of a page cuts", () => {
  const body = (rest: string) =>
    `Signs and tickets\n\nThe rule survives on the back of the ticket stub.1 Scholars are divided: some would\n\n187\n\n${rest}2\n\nThe gate is the opposite of a link.\n\nNotes\n\n${entries(2)}\n`;
  const cited = async (text: string) => {
    const read = await readDocument(bytes(text), { name: "page.txt" });
    if (!read.ok) throw new Error(read.problem.message);
    const { statements, edges } = analyse(read.document);
    return edges.map((e) => `${statements.find((s) => s.id === e.claim)!.text} (${e.scope})`);
  };

  it("is one", async () => {
    expect(await cited(body("treat it as no contract at all."))).toEqual([
      "The rule survives on the back of the ticket stub. (direct)",
      "Scholars are divided: some would treat it as no contract at all. (direct)",
    ]);
  });

  it("carries its marker to what stands in front of it, and is charged with nothing", async () => {
    const text = body("treat it as no contract at all.").replace("ticket stub.1", "ticket stub.");
    expect((await cited(text))[0]).toBe("The rule survives on the back of the ticket stub. (carried)");
    const seen = await findings(text);
    expect(of(seen, "uncited-claim")).toEqual(["The gate is the opposite of a link."]);
    expect(of(seen, "citation-scope-unclear")).toEqual(["The rule survives on the back of the ticket stub."]);
  });

  it("ends where the next page begins another one", async () => {
    expect(await cited(body("Courts treat it as no contract at all."))).toEqual([
      "The rule survives on the back of the ticket stub. (direct)",
      "Courts treat it as no contract at all. (direct)",
    ]);
  });
});

describe("a reference that ends behind its journal", () => {
  const page = (last: string) =>
    `Lead in pipes\n\n${sentences([1, 2, 3])} All of them were replaced within ten years.\n\nReferences\n\n${entry(1)}\n${entry(2)}\n3. ${last}\n`;
  it("lacks its year and its volume", async () => {
    const broken = await findings(page("Mbeki L. Paper filters and fines. Brew Sci."));
    expect(broken.filter((f) => f.code === "incomplete-metadata").map((f) => f.data.missing)).toEqual([
      ["issued", "volume"],
    ]);
  });
  it("is let pass where it is in press", async () => {
    const awaited = await findings(page("Mbeki L. Paper filters and fines. Brew Sci. In press."));
    expect(of(awaited, "incomplete-metadata")).toEqual([]);
  });
});

describe("a sign that a line below the table explains", () => {
  const page = (row: string) =>
    `Lead in pipes\n\n${sentences([1, 2, 3])} All of them were replaced within ten years.\n\nTable 1. Pipes by street\nTown | Pipes | Age\nHolm | 40 | ${row}\nSkov | 55 | 12\n* Copper where lead had been.\n\nReferences\n\n${entry(1)}\n${entry(2)}\n${entry(3)}\n`;
  it("is a note that makes no claim and that something calls for", async () => {
    const seen = await findings(page("11*"));
    for (const code of ["uncited-claim", "orphan-note", "dangling-marker", "unresolved-short-form"])
      expect(of(seen, code), code).toEqual(
        code === "uncited-claim" ? ["All of them were replaced within ten years."] : [],
      );
  });
  it("is a sentence of the text where nothing calls for it", async () => {
    expect(of(await findings(page("11")), "uncited-claim")).toHaveLength(2);
  });
});

describe("a key that is only shown", () => {
  it("in code or behind a backslash cites nothing", async () => {
    const text =
      "# Heat\n\nPumps save coal [@ames2011]. Write `[@key]` for a key.\n\nCorrections to \\@maren, please, and see @lost2012.\n";
    const bib = "@article{ames2011, author = {Ames, C.}, title = {Coal}, year = {2011}}";
    expect(of(await findings(text, "page.md", {}, bib), "unresolved-short-form")).toEqual(["@lost2012"]);
  });
});

describe("references that disagree", () => {
  const page = (notes: string) =>
    `The rags of Port Ellery\n\nThe rags were thought to hold the fever.¹ The captains laughed at it.²\n\nNotes\n\n${notes}\n`;
  const voss = (year: number) =>
    `Anselm Voss, Grammar of the Cordon, trans. by Ruth Abel, 2nd edn (Carrow: Lantern Press, ${year})`;
  it("are charged though a translator stands in them", async () => {
    const seen = await findings(page(`¹ ${voss(1971)}, p. 14.\n² ${voss(1973)}, p. 201.`));
    expect(of(seen, "inconsistent-metadata")).toHaveLength(1);
  });

  it("are charged where they are printed alike but for the year, however rare the names", async () => {
    const cho = (year: number) =>
      `Mi-rae Cho and Dora Kell, A Stove at Sea: Trials of Three Galley Fires (Hull: Mooring Trust, ${year})`;
    const seen = await findings(page(`¹ ${cho(2009)}, p. 14.\n² ${cho(2010)}, p. 20.`));
    expect(of(seen, "inconsistent-metadata")).toHaveLength(1);
  });

  it("are not two subsections of one statute", async () => {
    const code = (part: string) => `Merid. Rev. Stat. § 27-1402(${part}) (2020).`;
    expect(of(await findings(page(`¹ ${code("a")}\n² ${code("c")}`)), "inconsistent-metadata")).toEqual([]);
  });
});

describe("an article whose journal is dated in brackets", () => {
  const page = (last: string) =>
    `Lead in pipes\n\n${sentences([1, 2, 3])} All of them were replaced within ten years.\n\nReferences\n\n${entry(1)}\n${entry(2)}\n3. L. Mbeki, ‘Paper filters and fines’, ${last}, pp. 12–31.\n`;
  it("lacks its volume, whatever the journal is called", async () => {
    const without = await findings(page("Geography of Brewing (2016)"));
    expect(without.filter((f) => f.code === "incomplete-metadata").map((f) => f.data.missing)).toEqual([
      ["volume"],
    ]);
    expect(of(await findings(page("Geography of Brewing 9 (2016)")), "incomplete-metadata")).toEqual([]);
  });
  it("has none in a yearbook", async () => {
    expect(of(await findings(page("Yearbook of Brewing (2016)")), "incomplete-metadata")).toEqual([]);
  });
});
