/** Tells notes that point back to a citation given elsewhere. Reads surface signs only; shared by readers and text. */

/** "Ibid.", "see", "op. cit.": at the start of a note, or anywhere in it. */
export const POINTS_BACK =
  /^(?:ibid|id\.|ebd|ebenda|idem|op\. ?cit|loc\. ?cit|see |cf\.|vgl\.|siehe |supra|infra|a\.\s?a\.\s?O)|\b(?:op\. ?cit|a\.a\.O|supra note|ibid)\b/i;

/** True where the words point back to a citation given elsewhere, as notes do and reference lists do not. */
export function isShortForm(words: string): boolean {
  const s = words.slice(0, 200);
  return (
    POINTS_BACK.test(s) ||
    /^\p{Lu}[\p{L}'’-]+(?: (?:and|&|und|et) \p{Lu}[\p{L}'’-]+)?, [“"‘«„][^”"’»“]{1,80}[”"’»“],? (?:pp?\. ?)?\d{1,4}(?:[-–]\d{1,4})?\.?$/u.test(
      s,
    ) ||
    /^\p{Lu}[\p{L}'’-]+,(?: [^,.]{1,40},)? (?:pp?\. ?)?\d{1,4}(?:[-–]\d{1,4})?\.?$/u.test(s)
  );
}
