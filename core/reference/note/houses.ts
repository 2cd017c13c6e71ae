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

const SHORT = [...new Set(KINDS.flatMap(([, short]) => short))].join("|");

/** A string that begins with a shortened house, its town behind it. */
export const SHORT_HOUSE = new RegExp(`^(?:${SHORT})\\s\\p{Lu}`, "u");

/** Returns the short names of a house that is given in full; none where its kind is not known. */
export function shortenedHouse(name: string): readonly string[] {
  const kind = KINDS.find(([full]) => name.startsWith(`${full} `));
  return kind ? kind[1].map((short) => `${short}${name.slice(kind[0].length)}`) : [];
}
