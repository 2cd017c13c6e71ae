/**
 * Which claims say what the authors counted, measured or asked themselves, in documents of any kind: no source can be
 * asked of them. A paragraph without a marker in which they say so reports what came of it.
 */
import type { Statement, StatementId } from "../model.ts";

const DOING =
  "(?:analy[sz]ed|approached|asked|carried out|checked|coded|collected|compared|conducted|consulted|contacted|counted|drew|enrolled|examined|excluded|extracted|followed|gathered|identified|included|inspected|interviewed|invited|logged|mapped|matched|measured|monitored|observed|obtained|photographed|polled|pooled|ran|randomi[sz]ed|recorded|recruited|requested|reviewed|sampled|saw|screened|searched|surveyed|tested|tracked|transcribed|visited|watched|weighed)";
const WHO = "(?:we|I|the authors?|our (?:team|group|staff|researchers|volunteers|students|office|clinic))";
/** "Between May 2018 and April 2020", "In our clinic,": when and where, before they say it. */
const WHEN =
  "(?:(?:after|at|before|between|by|during|for|from|in|on|over|to|using|with)\\b[^.;:]{2,90}?,? )?";
const says = new RegExp(
  `^${WHEN}${WHO} (?:also |then |first |next |later |again )?${DOING}\\b(?! (?:that|by)\\b)`,
  "i",
);

/** Returns the claims of such paragraphs, and the single sentences of this kind in others. Linear. */
export function ownData(paragraphs: readonly (readonly Statement[])[]): ReadonlySet<StatementId> {
  const own = new Set<StatementId>();
  for (const paragraph of paragraphs) {
    const said = paragraph.filter((s) => s.kind === "claim" && says.test(s.text));
    if (said.length === 0) continue;
    const all = paragraph.every((s) => s.markers.length === 0);
    for (const { id } of all ? paragraph : said) own.add(id);
  }
  return own;
}
