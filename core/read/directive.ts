/** Comments in a document that speak to this program: `<!-- footing-ignore uncited-claim: common knowledge -->`. */

/** Longer than any dismissal with its reason. */
const longest = 2000;

/** Returns the words of a comment that begins with "footing-", or null for all others. */
export function directiveIn(comment: string): string | null {
  const words = comment.slice(0, longest).trim();
  return words.startsWith("footing-") ? words.replace(/\s+/g, " ") : null;
}
