/** Repairs for copies of web pages: the day on which somebody kept a copy dates no page. */
import type { Draft } from "./draft.ts";
import { LONGEST } from "./tail.ts";

const KEPT =
  /[,;.(\s]\s?((?:archived|archiviert|archivée?|archivado|archiviato)(?:\s(?:(?:from|on|am|vom|le|el|il|the|original|version|copy|Original)\s?){1,5})?\s?(?:\d{1,2}\.?\s(?:de\s)?\p{L}+\.?\s(?:de\s)?(?:19|20)\d\d|\p{L}+\.?\s\d{1,2},\s(?:19|20)\d\d|\p{Lu}\p{L}+\.?\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?:,?\s(?:at|in|by|on|im|bei)\s(?:the\s|dem\s)?(?:Wayback\sMachine|Internet\sArchive|[\w-]+\.(?:org|is|today|ph|cc)))?\)?)[.,;]?(?=\s|$)/diu;

/** "Our promises, Ardley First, archived 3 May 2019": the copy's day, left to the remark it is. */
export function cutDayOfCopy(d: Draft): void {
  const words = KEPT.exec(d.raw.slice(0, LONGEST))?.indices?.[1];
  if (words) d.lay(words[0], words[1], "other");
}
