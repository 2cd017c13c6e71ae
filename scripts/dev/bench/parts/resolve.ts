/** Notes of full, short and ibid. forms to their sources. Measured on the built engine. */
import MiniSearch from "minisearch";
import { build, built } from "../built.ts";
import { manyNotes } from "../material.ts";
import { growth, type Row, versus } from "../measure.ts";

/** Returns the rows. */
export async function resolveRows(): Promise<Row[]> {
  build();
  const { splitNotes } = await built<typeof import("../../../../core/reference/note/index.ts")>(
    "core/reference/note/index.ts",
  );
  const { resolve } =
    await built<typeof import("../../../../core/resolve/index.ts")>("core/resolve/index.ts");
  const { outline } = await built<typeof import("../../../../core/text/index.ts")>("core/text/index.ts");
  const prepared = (count: number) => {
    const document = manyNotes(count);
    const found = outline(document);
    return { document, found, parts: splitNotes(document.text, found.notes) };
  };
  const [small, large] = [prepared(500), prepared(5000)];
  const run = ({ document, found, parts }: typeof small) => resolve(document, found, parts);
  const notes = large.found.notes.map(({ start, end }, id) => ({
    id,
    text: large.document.text.slice(start, end),
  }));
  return [
    await versus({
      part: "resolve",
      what: `${notes.length} notes of full, short and ibid. forms to their sources, against a search for each among the notes`,
      amount: notes.length,
      unit: "notes",
      ours: ["resolve", () => run(large)],
      peer: [
        "MiniSearch",
        () => {
          const index = new MiniSearch({ fields: ["text"] });
          index.addAll(notes);
          return notes.reduce((sum, { text }) => sum + index.search(text.slice(0, 40)).length, 0);
        },
      ],
      rounds: 3,
    }),
    await growth(
      "resolve",
      "ten times the notes",
      () => run(small),
      () => run(large),
    ),
  ];
}
