/**
 * Brings the spellings of one word to one form for comparison: British and American, contracted and in full. Never
 * used for what is shown, and no stemmer: other words stay other words.
 */

/** Words with a short form of their own, or whose two spellings follow no rule. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["vs", "versus"],
  ["v", "versus"],
  ["grey", "gray"],
  ["greys", "grays"],
  ["cheque", "check"],
  ["plough", "plow"],
  ["tyre", "tire"],
  ["kerb", "curb"],
  ["sceptic", "skeptic"],
  ["sceptical", "skeptical"],
]);

/** What the two spellings differ by, in the order in which it is brought to one. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // haemorrhage, oesophagus
  [/[ao]e/g, "e"],
  // sulphur, Photographie
  [/ph/g, "f"],
  // randomised, catalyse, organisation
  [/([iy])s(?=(?:e[drs]?|ers|ing|ations?)$)/, "$1z"],
  // tumour, behavioural
  [/our/g, "or"],
  // centre, fibres
  [/([bt])re(?=s?$)/, "$1er"],
  // programme
  [/amme(?=s?$)/, "am"],
  // defence, licence
  [/ence(?=s?$)/, "ense"],
  // catalogue
  [/gue(?=s?$)/, "g"],
  // ageing, judgement
  [/eing$/, "ing"],
  [/dgement/, "dgment"],
  // labelled, enrolment
  [/l+/g, "l"],
];

/** Returns a folded word in the one spelling that stands for all of its: `spelled("randomised")` is "randomized". */
export function spelled(word: string): string {
  const whole = WHOLE.get(word);
  if (whole !== undefined || word.length < 4) return whole ?? word;
  return RULES.reduce((text, [from, to]) => text.replace(from, to), word);
}
