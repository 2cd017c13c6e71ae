/** The interchange form of documents: offsets are those of the page as it is shown. */
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { readDocument } from "../core/read/index.ts";
import { toDocumentPrediction } from "../scripts/evaluate/documents.ts";

const page = `Boats account for the rest.[^boats] Alarms went off.[^alarms][^boats]

[^alarms]: Adler, *Alarms* (London: Press, 1990), 3.
[^boats]: Baker, *Boats* (London: Press, 1991), 4.
`;

describe("a Markdown document", () => {
  it("is given as its page shows it, with calls as numbers", async () => {
    const read = await readDocument(new TextEncoder().encode(page), { name: "page.md" });
    if (!read.ok) throw new Error(read.problem.message);
    const { text, markers, references } = toDocumentPrediction("page", analyse(read.document));
    expect(text).toMatch(/^Boats account for the rest\.1 Alarms went off\.21\n/);
    const raw = new Map(references.map((r) => [r.id, r.raw]));
    expect(markers.map((m) => [text.slice(m.start, m.end), raw.get(m.refs[0]!)])).toEqual([
      ["1", "Baker, Boats (London: Press, 1991), 4."],
      ["2", "Adler, Alarms (London: Press, 1990), 3."],
      ["1", "Baker, Boats (London: Press, 1991), 4."],
    ]);
    for (const r of references) expect(text.slice(r.start, r.end)).toBe(r.raw);
  });
});
