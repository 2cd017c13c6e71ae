/** How the kinds of German archives are shortened in front of their town: "StA Lindenau" for "Staatsarchiv Lindenau". */

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["Staatsarchiv", ["StA"]],
  ["Stadtarchiv", ["StA", "StadtA", "StdA"]],
  ["Hauptstaatsarchiv", ["HStA", "BayHStA"]],
  ["Generallandesarchiv", ["GLA"]],
  ["Landesarchiv", ["LA", "NLA"]],
  ["Landeshauptarchiv", ["LHA"]],
  ["Kreisarchiv", ["KA", "KrA"]],
  ["Gemeindearchiv", ["GemA"]],
  ["Pfarrarchiv", ["PfA"]],
  ["Universitätsarchiv", ["UA"]],
];

/** Source of a pattern: "Privatbesitz Familie Venn", whose family keeps a paper, up to its name. */
export const KEPT_BY_FAMILY =
  "(?:Privatbesitz|Privatarchiv|Familienarchiv|Familienbesitz)\\s(?:der\\s)?(?:Familie\\s)?(?=\\p{Lu})";

const SHORT = [...new Set(KINDS.flatMap(([, short]) => short))].join("|");

/** "StAM", "HStADü", "BArch": kind and town in one word of both cases; a name such as "McAdam" goes on in small letters. */
const ONE_WORD = "(?=\\p{Lu}*\\p{Ll})(?:\\p{Lu}\\p{Ll}{0,5}){0,3}A(?:rch)?(?:\\p{Lu}\\p{Ll}?){0,4}";

/** A string that begins with a shortened house, its town behind it or its letters in one word with it. */
export const SHORT_HOUSE = new RegExp(`^(?:(?:${SHORT})\\s\\p{Lu}|${ONE_WORD}(?=,|$))`, "u");

/** A house as one word. */
export const HOUSE_IN_ONE_WORD = new RegExp(`^${ONE_WORD}$`, "u");

/** Returns the short names of a house that is given in full; none where its kind is not known. */
export function shortenedHouse(name: string): readonly string[] {
  const kind = KINDS.find(([full]) => name.startsWith(`${full} `));
  return kind ? kind[1].map((short) => `${short}${name.slice(kind[0].length)}`) : [];
}
