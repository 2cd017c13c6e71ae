/** A person's or a body's name as a reader sees it. */
import type { CslName } from "../model.ts";

/** Returns "Ludwig van Beethoven": given name, particles and family name in the order of speech. */
export function nameText(name: CslName): string {
  if (name.literal) return name.literal;
  const family = [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [given, family, name.suffix].filter(Boolean).join(" ");
}
