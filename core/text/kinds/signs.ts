/** Signs without which a pattern cannot match, asked of a sentence once so that the pattern is not tried. */

/** `@` */
export const AT = 1;
/** Signs that part the cells of a bar: `|`, `•`, `·`, `>`, `›`, `»`, `/`, the dashes. */
export const PARTING = 2;
/** A question mark. */
export const QUESTION = 4;

const any = /[@?|>/\u00b7\u00bb\u061f\u2013\u2014\u2022\u203a\uff1f]/;

/** Returns which of the signs above the text holds. */
export function signsOf(text: string): number {
  if (!any.test(text)) return 0;
  return (
    (text.includes("@") ? AT : 0) |
    (/[|>/\u00b7\u00bb\u2013\u2014\u2022\u203a]/.test(text) ? PARTING : 0) |
    (/[?？؟]/.test(text) ? QUESTION : 0)
  );
}
