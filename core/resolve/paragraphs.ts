/** Paragraphs as citations reach through them: from a marker back to the claims in front of it, and no further. */
import type { MarkerId, Outline, Statement } from "../model.ts";
import { isCutOff, startsSmall } from "../text/page-breaks.ts";

/** Statements that never carry an edge, whatever markers stand in them. */
const SILENT: ReadonlySet<Statement["kind"]> = new Set(["heading", "table", "chrome", "disclaimer"]);

export interface Placed {
  readonly statement: Statement;
  /** The markers of its sentence, of which a page's end may have cut off a half. */
  readonly markers: readonly MarkerId[];
}

/**
 * Statements of running text by paragraph, in order; silent ones left out. A paragraph that a page's end cuts within a
 * sentence is one paragraph. Linear.
 */
export function paragraphsOf({
  blocks,
  statements,
}: Pick<Outline, "blocks" | "statements">): readonly (readonly Placed[])[] {
  const out: Statement[][] = [];
  let last: Statement | null = null;
  /** Only the page's own words stand behind the last statement. */
  let bare = true;
  let mayGoOn = false;
  let at = 0;
  for (const statement of statements) {
    if (SILENT.has(statement.kind)) {
      bare &&= statement.kind === "chrome";
      continue;
    }
    while (at < blocks.length && blocks[at]!.end <= statement.start) at++;
    const running = blocks[at]?.kind === "paragraph" || blocks[at]?.kind === "text";
    const same: boolean = statement.block === last?.block && statement.paragraph !== null;
    const cut: boolean = last !== null && mayGoOn && running && bare && goesOn(last, statement);
    if (!same && !cut) out.push([]);
    [last, bare] = [statement, true];
    mayGoOn = running;
    out.at(-1)!.push(statement);
  }
  return out.map((paragraph) =>
    paragraph.map((statement, i) => ({ statement, markers: ownOf(paragraph, i) })),
  );
}

/** The halves of a sentence that a page's end has cut are one sentence: what stands in one stands in both. */
function ownOf(paragraph: readonly Statement[], i: number): readonly MarkerId[] {
  const statement = paragraph[i]!;
  const [before, after] = [paragraph[i - 1], paragraph[i + 1]];
  return [
    ...(before !== undefined && before.block !== statement.block ? before.markers : []),
    ...statement.markers,
    ...(after !== undefined && after.block !== statement.block ? after.markers : []),
  ];
}

/** "Scholars are divided: some would" – "treat the ticket as no contract at all." */
const goesOn = (first: Statement, second: Statement): boolean =>
  isCutOff(first.text) && startsSmall(second.text);
