/** The numbers under which trials and protocols of reviews are registered. */

/** Source of a pattern: the marks of the registers of trials that the WHO platform gathers, and of PROSPERO. */
export const REGISTERED =
  "(?:NCT\\s?\\d{8}|ISRCTN\\s?\\d{8}|ACTRN\\s?\\d{14}|ChiCTR[\\w-]{6,20}|DRKS\\s?\\d{8}|CTRI/\\d{4}/\\d{2,3}/\\d{4,6}|CRD\\s?\\d{8,14}|EUCTR[\\d-]{10,20}|(?:19|20)\\d{2}-\\d{6}-\\d{2}(?:-\\d{2})?|UMIN\\d{9}|jRCT\\w{8,12}|NTR\\s?\\d{2,5}|NL\\d{4,6}|PACTR\\d{15,16}|IRCT\\w{8,22}|KCT\\d{7}|TCTR\\d{11}|RBR-\\w{6,9}|SLCTR/\\d{4}/\\d{3}|U1111-\\d{4}-\\d{4})";

const WHOLE = new RegExp(`^${REGISTERED}$`, "u");

/** Returns whether the words are such a number: "NCT01234567". */
export const isRegistered = (words: string): boolean => WHOLE.test(words);
