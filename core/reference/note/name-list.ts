/** Reads the list of names with which a short citation begins: "Brew", "Zhang, Blaylock, and Harrison", "Lee et al.". */

export interface NameList {
  /** Names as printed, without "et al.". */
  readonly names: readonly string[];
  readonly truncated: boolean;
  /** Where the list ends, exclusive; blanks and commas behind it are not part of it. */
  readonly end: number;
}

const PARTICLE =
  "(?:d[aeiou]s?|del|dell[aeo]|den|der|des|di|du|la|le|lo|van|von|vom|zu|zum|zur|ten|ter|el|al|ibn|bin|af|av|y)(?=\\s)";
const CAPITAL = "(?:[dDlLOo]['’])?\\p{Lu}[\\p{L}\\p{M}]*(?:['’\u2010-][\\p{L}\\p{M}]+)*['’]?";
const INITIAL = "(?:\\p{Lu}\\p{M}?\\.(?:\\s?-\\s?)?)+";
/** "of the", "for": inside the name of a body, in front of a capital. */
const LINK = "(?:of|for|on|the|in|de|des|du|für|per|to)(?=\\s)";
const SHORTENED = "(?:St|Dr|Mr|Mrs|Prof|Co|Ltd|Inc|Corp|Bros|Univ|Dept|Inst|Assoc)\\.";
const TOKEN = new RegExp(`(${INITIAL}|${SHORTENED}|${CAPITAL})|(${PARTICLE})|(${LINK})`, "yu");
const GAP = /[ \u00a0\t]*\n?[ \u00a0\t]*/y;
const MAX_TOKENS = 10;

/** Returns where one name or body ends, or `at` where none begins. */
function nameEnd(text: string, at: number): number {
  let end = at;
  let place = at;
  for (let n = 0; n < MAX_TOKENS; n++) {
    TOKEN.lastIndex = place;
    const m = TOKEN.exec(text);
    if (!m || (n === 0 && m[3] !== undefined)) break;
    place += m[0].length;
    // A particle or link counts only with the capital behind it.
    if (m[1] !== undefined) end = place;
    GAP.lastIndex = place;
    const gap = GAP.exec(text)?.[0].length ?? 0;
    if (gap === 0 && !/\.$/.test(m[0])) break;
    place += gap;
  }
  return end;
}

const STARTS_INITIAL = /^\p{Lu}{1,3}(?:\.|\s\p{Lu}\p{Ll})/u;
const ENDS_LIST = /^,?\s?(?:[“«"‘„]|\(?\d{4})/u;
const PARTICLES = new RegExp(`(?:^|(?<=\\s))(?:${PARTICLE}|Van|De|Di|Du|La|Le|El|Al)\\s+`, "gu");
const OTHERS =
  /[\s\u00a0]*,?[\s\u00a0]*(?:et\.?[\s\u00a0]al(?:\.|\b)|et alii\b|and others\b|and colleagues\b|u\.[\s\u00a0]?a\.|und andere\b|et autres\b|e altri\b|& al\.)/y;
const JOINT = /[\s\u00a0]*(?:,[\s\u00a0]*)?(?:\band\b|&|\bund\b|\bet\b|\bu\.|\be\b|\by\b|\/)[\s\u00a0]*/y;
const COMMA = /[\s\u00a0]*,[\s\u00a0]*/y;

function match(re: RegExp, text: string, at: number): number {
  re.lastIndex = at;
  return re.exec(text)?.[0].length ?? 0;
}

/** Either all names are surnames alone or none is, and none holds a word that only titles and bodies hold. */
function alike(names: readonly string[]): boolean {
  if (names.some((name) => /\s(?:of|for|on|the|in|für|per|to)\s/u.test(name))) return false;
  const alone = names.filter((name) => !/\s/.test(name.replace(PARTICLES, ""))).length;
  return alone === 0 || alone === names.length;
}

/** "Quarry Vehicles (Safety) Regulations": the brackets are a part of what an act is called. */
const ACT =
  /\p{Lu}[\p{L}’' -]{2,60}\s(?:\(\p{Lu}[\p{L} ]{2,40}\)\s){1,3}(?:Act|Regulations?|Order|Rules|Bill|Ordinance)(?=[,.;]|\s(?:\(?nn?\s|ss?\.?\s\d|regs?\.?\s\d|arts?\.?\s\d)|$)/uy;

/**
 * Returns the names at `at`, or null where none begins. A list with commas is taken for names only with a comma
 * in front of the last joint ("A, B, and C"), with initials, an ampersand, or a year or quoted title behind it: "Averell, Whalers and
 * Sailors" names one author.
 */
export function readNames(text: string, at = 0): NameList | null {
  ACT.lastIndex = at;
  const act = ACT.exec(text)?.[0];
  if (act !== undefined) return { names: [act], truncated: false, end: at + act.length };
  const first = nameEnd(text, at);
  if (first === at) return null;
  const names = [text.slice(at, first)];
  let end = first;
  const others = match(OTHERS, text, end);
  if (others > 0) return { names, truncated: true, end: end + others };

  // Look ahead through "B, C, and D"; fall back to one name where no joint closes the list.
  const more: string[] = [];
  let place = end;
  for (let n = 0; n < 20; n++) {
    const joint = match(JOINT, text, place);
    if (joint > 0) {
      const comma = /,/.test(text.slice(place, place + joint));
      const last = nameEnd(text, place + joint);
      if (last === place + joint) break;
      const initials = (name: string) => STARTS_INITIAL.test(name);
      // "Beale, Streams and Statutes (1974)": without a comma before the joint all must look like persons alike.
      const list =
        comma ||
        more.length === 0 ||
        ((/&/.test(text.slice(place, place + joint)) ||
          more.every(initials) ||
          ENDS_LIST.test(text.slice(last, last + 8))) &&
          alike([...names, ...more, text.slice(place + joint, last)]));
      if (!list) break;
      more.push(text.slice(place + joint, last));
      const rest = match(OTHERS, text, last);
      return { names: [...names, ...more], truncated: rest > 0, end: last + rest };
    }
    const comma = match(COMMA, text, place);
    const next = comma > 0 ? nameEnd(text, place + comma) : place;
    if (comma === 0 || next === place + comma) break;
    more.push(text.slice(place + comma, next));
    place = next;
    const rest = match(OTHERS, text, place);
    if (rest > 0) return { names: [...names, ...more], truncated: true, end: place + rest };
  }
  end = first;
  return { names, truncated: false, end };
}

const INITIALS_FIRST = new RegExp(`^(?:${INITIAL}\\s*)+(?=\\S)`, "u");

/** Returns the surname of a printed name: initials and given initials dropped, bodies and particles kept. */
export const withoutInitials = (name: string): string => name.replace(INITIALS_FIRST, "").trim() || name;
