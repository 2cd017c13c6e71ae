/** Repairs for recordings: what they were sold on stands at the end, behind house, number and year. */
import type { Draft } from "./draft.ts";
import { LONGEST } from "./tail.ts";

/** "1934. Wax cylinder.": the year and the carrier. */
const CARRIED =
  /[.,]\s(?:1[89]|20)\d\d[.,]\s((?:\d\s)?(?:(?:wax|phonograph)\s(?:cylinders?|rolls?)|shellac(?:\sdiscs?)?|gramophone\srecords?|vinyl|LPs?|\d{2}\srpm|(?:audio|video)?\s?(?:tapes?|cassettes?|recordings?)|compact\sdiscs?|CDs?|DVDs?|VHS|MP3s?|(?:16|35)\s?mm(?:\sfilm)?))\.?\s*$/diu;

/** Whether the string is a recording's; an archive that published it with a number keeps no papers by that mark. */
export const isRecording = (raw: string): boolean => CARRIED.test(raw.slice(-LONGEST));

/** "Phonogram Archive of Velmar, no. 2217. 1934. Wax cylinder.": no periodical, but who published the recording. */
export function nameRecording(d: Draft): void {
  const carrier = d.raw.length <= LONGEST ? CARRIED.exec(d.raw)?.indices?.[1] : undefined;
  const house = d.only("journal");
  if (!carrier || house < 0 || d.has("pages", "container")) return;
  d.relabel(house, "publisher");
  d.segments.forEach((s, i) => {
    if (s.label === "issue" || s.label === "volume") d.relabel(i, "number");
  });
  d.lay(...carrier, "medium");
}
