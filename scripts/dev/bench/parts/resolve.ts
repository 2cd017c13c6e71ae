/** Notes of full, short and ibid. forms to their sources. */
import { splitNotes } from "../../../../core/reference/note/index.ts";
import { resolve as resolveCitations } from "../../../../core/resolve/index.ts";
import { outline } from "../../../../core/text/index.ts";
import { manyNotes } from "../material.ts";
import { growth, plain, type Row, time } from "../measure.ts";

/** Returns the rows. */
export async function resolveRows(): Promise<Row[]> {
  const prepared = (count: number) => {
    const document = manyNotes(count);
    const found = outline(document);
    return { document, found, parts: splitNotes(document.text, found.notes) };
  };
  const [small, large] = [prepared(500), prepared(5000)];
  const run = ({ document, found, parts }: typeof small) => resolveCitations(document, found, parts);
  run(small);
  const ms = await time(() => run(large));
  return [
    plain("resolve", `${large.found.notes.length} notes of full, short and ibid. forms`, "resolve", ms, "ms"),
    await growth(
      "resolve",
      "ten times the notes",
      () => run(small),
      () => run(large),
    ),
  ];
}
