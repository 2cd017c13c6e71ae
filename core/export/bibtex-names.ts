/** CSL names as a BibTeX name list. */
import type { CslName } from "../model.ts";
import { oneLine } from "./one-line.ts";
import { type TexLetters, texText } from "./tex.ts";

/** Returns "Brew, Bruce and Davies, Nicholas and others". Empty for no names. */
export function texNames(names: readonly CslName[], truncated: boolean, letters: TexLetters): string {
  const list = names.map((name) => texName(name, letters)).filter((name) => name !== "");
  if (list.length > 0 && truncated) list.push("others");
  return list.join(" and ");
}

/**
 * Returns "von Last, Jr, First". A part that BibTeX would cut (a comma, the word "and") or an organisation is braced,
 * and so is a person really called "others".
 */
function texName(name: CslName, letters: TexLetters): string {
  const clean = (text: string | undefined): string => oneLine(text ?? "");
  const part = (text: string): string =>
    /,|(^|\s)and(\s|$)|^others$/i.test(text) ? `{${texText(text, letters)}}` : texText(text, letters);
  const particle = [name["dropping-particle"], name["non-dropping-particle"]].map(clean).filter(Boolean);
  const [family, given, suffix] = [clean(name.family), clean(name.given), clean(name.suffix)];
  if (family === "" && given === "") {
    const literal = clean(name.literal);
    return literal === "" ? "" : `{${texText(literal, letters)}}`;
  }
  if (family === "" || (given === "" && suffix === "" && particle.length === 0)) {
    const only = family || given;
    return /[\s,]|^\P{Lu}/u.test(only) ? `{${texText(only, letters)}}` : part(only);
  }
  const whole = (): string =>
    `{${texText([given, ...particle, family, suffix].filter(Boolean).join(" "), letters)}}`;
  // Without a comma a family name of several words, or in lower case, would be read as something else.
  if (given === "" && suffix === "")
    return [
      ...particle.map(part),
      /\s|^\P{Lu}/u.test(family) ? `{${texText(family, letters)}}` : part(family),
    ].join(" ");
  if (given === "") return whole();
  const last = [...particle.map(part), part(family)].join(" ");
  const joined = [last, ...(suffix === "" ? [] : [part(suffix)]), part(given)].join(", ");
  // biber counts commas within braces too, and refuses a name with more than two.
  return joined.split(",").length > 3 ? whole() : joined;
}
