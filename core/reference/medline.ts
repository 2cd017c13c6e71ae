/** How MEDLINE prints an imprint. */

/** "Leeds: BIP Press; 2020": place, house and year; or a note of the day on which a page was cited. */
export const MEDLINE = /\p{L}:\s[^:;.]{2,80};\s(?:19|20)\d\d(?!\d)|\[(?:cited|Internet)\b/u;
