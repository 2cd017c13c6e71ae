/**
 * Cue phrases of the language findings, as closed lists from the literature on hedging and general English. They
 * say how a sentence is worded, never whether it is true. Figures on labelled sentences stand on the findings' pages.
 */
import type { Span } from "../model.ts";
import { wordMatches } from "../text/word-matches.ts";

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

const oneOf = (parts: readonly string[], flags: string): RegExp => new RegExp(parts.join("|"), flags);

const believed =
  "(?:believed|thought|assumed|presumed|suspected|hypothesi[sz]ed|speculated|postulated|conceivable|plausible|likely|unlikely|possible|probable|unclear|uncertain|not (?:known|clear|certain))";

/**
 * Epistemic cues: the writer is not sure. No cues: ability ("can"), frequency ("often"), permission, comparison of
 * frequencies ("more likely than") and "suggest" before a mere noun, which reports what was found.
 */
const hedge = oneOf(
  [
    `\\bit (?:is|was|remains|seems|appears) (?:widely |generally |commonly |also |quite |very |highly |still )?${believed}(?: that)?`,
    "\\b(?:is|are|was|were|be|been) (?:widely |generally |commonly |also )?(?:believed|thought|assumed|presumed|suspected|hypothesi[sz]ed|speculated)\\b",
    "\\b(?:may|might|could)\\b",
    "\\bsuggest(?:s|ed)? (?:that|it|there|they|he|she|we)\\b|\\b(?:suggesting|suggestive)\\b|\\bsuggestion that\\b",
    "\\b(?:appear|appears|appeared|appearing|seem|seems|seemed|seemingly)\\b",
    "(?<!\\b(?:as|more|less|times|equally|far|much|how) )\\b(?:likely|unlikely)\\b",
    "\\b(?:probably|possibly|perhaps|presumably|apparently|potentially|conceivably|arguably|supposedly|plausibly|maybe)\\b",
    "\\b(?:potential|possible|probable|plausible)\\b(?= (?:\\p{Ll}+ )?(?:roles?|links?|associations?|effects?|benefits?|causes?|explanations?|reasons?|risks?|mechanisms?|harms?|contributions?|influences?|relationships?|connections?|targets?|therap\\p{Ll}+|treatments?|bias|confound\\p{Ll}+)\\b)",
    "\\bpotential to\\b|\\bpossibility that\\b|\\blikelihood that\\b|\\bin all likelihood\\b",
    "\\b(?:hypothesi[sz]e[sd]?|speculate[sd]?|postulate[sd]?|conjecture[sd]?|suspect(?:s|ed)?)\\b(?= (?:that|the|a|to)\\b)",
    "\\b(?:we|I|they|authors|researchers|scientists|experts|doctors) (?:also )?(?:believes?|thinks?|suspects?|assumes?)\\b",
    "\\btend(?:s|ed)? to\\b",
    "\\b(?:remains?|is|are|was|were) (?:still |as yet |largely )?(?:unclear|unknown|uncertain|disputed|debated|controversial|inconclusive)\\b|\\bremains? to be\\b",
    "\\b(?:predicted|expected|projected|anticipated) to\\b",
    "\\b(?:further|more|additional|future) (?:research|studies|work|trials|evidence|data) (?:is|are|will be) (?:still )?(?:needed|necessary|required|warranted)\\b",
    "\\brais(?:es?|ed|ing) (?:the )?(?:questions?|possibility|doubts?)\\b|\\bhint(?:s|ed)? (?:at|that)\\b|\\bnot necessarily\\b|\\bdoubtful\\b|\\bin theory\\b",
  ],
  "giu",
);

/** Words behind which a universal is not one: "not all", "almost always". */
const softened =
  "(?<!\\b(?:not|n't|n’t|almost|nearly|virtually|practically|seldom|rarely|hardly|if|but|at|after|above|of|in|for|with) )";

const absolute = oneOf(
  [
    "\\bno (?:known|proven|effective|evidence|doubt|other|study|studies|trial|trials|one|side effects?|risk|court|cure|treatment|longer any|exceptions?|alternative|need)\\b",
    "\\bthere (?:is|are) no (?:more|way|such|reason|question)\\b",
    "(?<!\\b(?:not|almost|nearly|virtually|hardly) )\\bnever\\b(?![- ](?:smok|married|treated|users?\\b|mind\\b|drink))",
    "(?<!\\b(?:not|n't|n’t|almost|nearly|virtually|practically|if) )\\b(?:always|invariably)\\b",
    "\\b(?:undoubtedly|unquestionably|indisputabl[ey]|irrefutabl[ey]|definitively|without (?:any )?(?:doubt|exception)|beyond (?:any )?doubt|in (?:all|every) cases?)\\b",
    "\\b(?:nobody|nothing|everyone|everybody|everything)\\b",
    "\\b(?<!\\b(?:almost|nearly|virtually) )none\\b(?! of (?:the|these|those|our) (?:\\d|two|three|four|five))",
    "\\bprove[sd]? (?:that|the|beyond|conclusively)\\b",
    "\\b(?:is|are|was|were|been|scientifically|clinically) proven\\b(?! (?:difficult|useful|hard))",
    "\\b(?:guarantees?|guaranteed)\\b",
    "\\b(?:is|are|was|were) (?:simply )?impossible\\b",
    `${softened}\\ball (?:patients|people|cases|children|adults|women|men|experts|scientists|doctors|humans|animals|types|forms|diseases)\\b`,
    `${softened}\\bevery (?:patient|person|case|child|adult|woman|man|human|expert)\\b`,
    "(?<!\\b(?:not|n't|n’t|one of|among) )\\bthe only (?:way|cause|treatment|cure|effective|proven|reason|solution|therapy|explanation)\\b",
    "(?<!\\b(?:not|n't|n’t|almost|nearly) )\\b(?:completely|totally|entirely|absolutely|fully|perfectly|100 ?%) (?:safe|effective|harmless|free|certain|accurate|reliable|eliminat|prevent|cure|eradicat|protect|absent|unknown|avoid|wrong|false|true)\\w*",
    "\\bany other (?:therap(?:y|ies)|treatments?|drugs?|means|methods?|cause)\\b",
  ],
  "gi",
);

const authority =
  "(?:experts?|scientists|researchers|scholars|critics|historians|doctors|physicians|clinicians|authorities|observers|commentators|analysts|economists|specialists|people|authors)";
const work =
  "(?:observations?|stud(?:y|ies)|research|evidence|reports?|data|findings|works?|trials?|reviews?|surveys?|analyses|results|literature|estimates)";
const says =
  "(?:suggests?|shows?|indicates?|implies|imply|finds?|found|argues?|claims?|believes?|says?|states?|agrees?|thinks?|recommends?|demonstrates?|reveals?|confirms?|supports?|points? to|(?:has|have) (?:long |also |repeatedly |consistently )?(?:shown|suggested|found|indicated|demonstrated|argued|revealed|confirmed))";
/** "Our data", "this study", "the results", "Brew's work", "the WHO report": somebody is meant. */
const unowned =
  "(?<!\\b(?:our|my|his|her|their|its|this|these|those|that|the|present|current|same|above|such|own|each|both|latter|former|author|authors|et al\\.|s['’]|['’]s) (?:\\w+ )?)(?<![\\p{L}’'.-])(?<!\\p{Lu}\\p{L}+ )";

const vagueAttribution = oneOf(
  [
    "\\bit (?:is|has been|was) (?:now |widely |generally |commonly |often |sometimes |long |frequently |well )*(?:believed|thought|said|claimed|assumed|held|argued|reported|known|accepted|agreed|recogni[sz]ed|understood|suggested|estimated|established)\\b(?: that)?",
    `${unowned}(?:(?:recent|some|many|several|numerous|various|other|most|new|earlier|previous|prior|a few|a number of|multiple|countless|growing|mounting|emerging|a recent|one|one recent|a new|a) )(?:\\p{Ll}+ )?${work} ${says}(?![\\p{L}-])`,
    `${unowned}(?:studies|research|evidence|reports|data|observations|trials|surveys|reviews|estimates) ${says}(?![\\p{L}-])`,
    `${unowned}(?:(?:some|many|most|several|certain|other|leading|numerous) )?${authority} (?:have (?:long )?)?(?:say|said|believe|believed|think|agree|agreed|argue|argued|claim|claimed|suggest|suggested|recommend|recommended|warn|warned|hold|estimate|estimated)(?![\\p{L}-])`,
    "\\baccording to (?:experts|some|many|researchers|scientists|studies|sources|reports|recent|several|estimates)\\b",
    "\\b(?:critics|experts|scientists|researchers) have\\b",
  ],
  "giu",
);

const relativeTime =
  /(?<!alternating |direct |electric |ocean |tidal )\b(?:currently|recent|recently|nowadays|today|to date|at present|presently|lately|so far|until now|these days|up to now|at the moment|this year|last year|(?:is|are|has|have) now)\b(?! and \d)|\bin (?:the )?(?:recent|last few|past few) (?:years|decades|months|weeks)\b|\bongoing (?:trials?|stud(?:y|ies)|research)\b/gi;

const inference = /\b(?:therefore|thus|hence|consequently|accordingly|it follows that)\b/gi;

const primaryEvidence =
  /\b(?:(?:randomi[sz]ed |controlled |clinical |small |large |pilot )*trials?|case (?:reports?|series|studies)|cohorts?(?: stud(?:y|ies))?|randomi[sz]ed (?:stud(?:y|ies)))\b/gi;

const matchesOf: Readonly<Record<CueType, (text: string) => RegExpExecArray[]>> = {
  hedge: wordMatches(hedge),
  absolute: wordMatches(absolute),
  "vague-attribution": wordMatches(vagueAttribution),
  "relative-time": wordMatches(relativeTime),
  inference: wordMatches(inference),
  "primary-evidence": wordMatches(primaryEvidence),
};

/** Cues that a quotation takes over from somebody else. */
const quotable: ReadonlySet<CueType> = new Set(["hedge", "absolute", "vague-attribution", "relative-time"]);
const quotation = /“[^“”]{1,2000}”|"[^"\n]{1,2000}"|«[^«»]{1,2000}»|„[^„“”]{1,2000}[“”]/g;

/** Readings of a match that make it no cue: the month May, permissions, a name behind an authority. */
const exceptions: Readonly<Partial<Record<CueType, (text: string, cue: RegExpExecArray) => boolean>>> = {
  hedge: (text, cue) => {
    const after = text.slice(cue.index + cue[0].length, cue.index + cue[0].length + 40);
    if (/^may$/i.test(cue[0]))
      return (
        (cue[0] === "May" && cue.index > 0) ||
        /^ (?:last|take (?:leave|part)|apply|request|renew|enter|appeal|not (?:be )?(?:used|enter|exceed|park))\b/.test(
          after,
        ) ||
        /^ (?:not )?be (?:renewed|requested|used|applied|made|filed|granted|refused) (?:once|only|at|by|within|for)\b/.test(
          after,
        )
      );
    if (/^could$/i.test(cue[0])) return /^ (?:not|never|no longer|barely|hardly)\b/.test(after);
    if (/^(?:appear|seem)/i.test(cue[0]))
      return !/^(?: (?:to|that|as|likely|unlikely|more|less|not)\b|ly\b)/.test(after) && !/ly$/i.test(cue[0]);
    return false;
  },
  "vague-attribution": (text, cue) =>
    /^\s*(?:by|from|of|at|in)? ?(?:the )?\p{Lu}[\p{L}.&’'-]+/u.test(text.slice(cue.index + cue[0].length)),
};

/** Returns the cues of one type in a claim's words, in order, offsets into `text`. Linear. */
export function cuesOf(text: string, type: CueType): Cue[] {
  const matches = matchesOf[type](text);
  if (matches.length === 0) return [];
  const quoted = quotable.has(type) ? [...text.matchAll(quotation)] : [];
  const excepted = exceptions[type];
  return matches
    .filter((m) => !quoted.some((q) => q.index <= m.index && m.index < q.index + q[0].length))
    .filter((m) => !excepted?.(text, m))
    .map((m) => {
      const lead = m[0].length - m[0].trimStart().length;
      const start = m.index + lead;
      return { type, text: m[0].trim(), start, end: m.index + m[0].length };
    });
}
