/**
 * Cue phrases of the language findings, as closed lists. They say how a sentence is worded, never whether it is
 * true. Measured against labelled certainty in docs; see the findings' pages.
 */
import type { Span } from "../model.ts";

export type CueType =
  | "hedge"
  | "absolute"
  | "vague-attribution"
  | "relative-time"
  | "inference"
  | "primary-evidence";

export interface Cue extends Span {
  readonly type: CueType;
  readonly text: string;
}

const researchNouns =
  "observations?|stud(?:y|ies)|research|evidence|reports?|data|findings?|work|trials?|reviews?|surveys?|analys[ei]s|results?";
const sayVerbs =
  "suggests?|shows?|indicates?|implies|imply|finds?|found|argues?|claims?|believes?|says?|states?|agrees?|thinks?|recommends?|has shown|have shown|has suggested|have suggested|has found|have found";

/** Order matters only for reading; every list is searched on its own. */
const patterns: Readonly<Record<CueType, RegExp>> = {
  hedge: new RegExp(
    [
      "\\b[Ii]t is (?:widely |generally |commonly )?(?:believed|thought|assumed|likely|possible|probable|conceivable|unclear)(?: that)?",
      "\\b(?:is|are|was|were) (?:believed|thought|assumed|presumed|suspected|hypothesi[sz]ed)\\b",
      "\\b(?:may|might|could)\\b(?! (?:not )?be (?:renewed|used|applied|requested) (?:once|only|at))",
      "\\b(?:suggest|suggests|suggested|suggesting|suggestive)\\b",
      "\\b(?:appear|appears|appeared|seem|seems|seemed)\\b(?= (?:to|that|likely)\\b)",
      "\\b(?:likely|unlikely|probably|possibly|perhaps|presumably|apparently|potentially|conceivably)\\b",
      "\\b(?:potential|possible|probable)\\b(?= (?:role|link|association|effect|benefit|cause|explanation|risk|mechanism)s?\\b)",
      "\\b(?:hypothesi[sz]ed?|speculated?|postulated?|assumed?)\\b(?= that\\b)",
      "\\b(?:tends?|tended) to\\b",
    ].join("|"),
    "g",
  ),
  absolute: new RegExp(
    [
      "\\bno (?:known|proven|effective|evidence|doubt|other|study|trial|side effects?|risk|court|longer any)\\b",
      "\\b(?:never|always|none|nobody|nothing|everyone|everything|invariably|undoubtedly|certainly|definitively)\\b",
      "\\b(?:proves?|proven|proved|guarantees?|guaranteed|impossible)\\b",
      "\\b(?:any other|all)\\b(?= (?:patients|people|cases|studies|treatments|therapies|children|adults|women|men|experts)\\b)",
      "\\b(?:the only|completely|totally|entirely|100 ?%)(?= |$)",
    ].join("|"),
    "gi",
  ),
  "vague-attribution": new RegExp(
    [
      "\\b[Ii]t (?:is|has been|was) (?:widely |generally |commonly |often )?(?:believed|thought|said|claimed|assumed|held|argued|reported|known|accepted|agreed)(?: that)?",
      `\\b(?:[Rr]ecent|[Ss]ome|[Mm]any|[Ss]everal|[Nn]umerous|[Vv]arious|[Oo]ther|[Mm]ost|[Nn]ew|[Ee]arlier|[Pp]revious)? ?(?:${researchNouns}) (?:${sayVerbs})\\b`,
      "\\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Cc]ertain)? ?(?:experts?|scientists|researchers|scholars|critics|historians|doctors|physicians|authorities|observers|commentators|people) (?:say|believe|think|agree|argue|claim|suggest|recommend|warn|hold)\\b",
      "\\b(?:[Aa]ccording to) (?:experts|some|many|researchers|scientists|studies|sources)\\b",
    ].join("|"),
    "gi",
  ),
  "relative-time":
    /\b(?:currently|recent|recently|nowadays|today|to date|at present|presently|lately|so far|until now|these days|in recent years|ongoing|up to now)\b/gi,
  inference: /\b(?:therefore|thus|hence|consequently|accordingly|it follows that)\b/gi,
  "primary-evidence":
    /\b(?:(?:randomi[sz]ed |controlled |clinical |small |large |pilot )*trials?|case (?:reports?|series|studies)|cohorts?(?: stud(?:y|ies))?|randomi[sz]ed (?:stud(?:y|ies)))\b/gi,
};

/** The month "May" and permissions ("visitors may park here") are no hedges. */
function isHedge(text: string, cue: RegExpExecArray): boolean {
  if (cue[0] !== "may") return true;
  const after = text.slice(cue.index + 3, cue.index + 40);
  return !/^ (?:last|take (?:leave|part)|apply|request|renew|enter|appeal)\b/.test(after);
}

/** Returns the cues of one type in a claim's words, in order, offsets into `text`. Linear. */
export function cuesOf(text: string, type: CueType): Cue[] {
  return [...text.matchAll(patterns[type])]
    .filter((m) => (type === "hedge" ? isHedge(text, m) : true))
    .map((m) => {
      const lead = m[0].length - m[0].trimStart().length;
      const start = m.index + lead;
      return { type, text: m[0].trim(), start, end: m.index + m[0].length };
    });
}
