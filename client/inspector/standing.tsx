/** One line that says what a claim stands on, in words, beside the colour that says it everywhere else. */
import type { JSX } from "react";
import type { Standing as Kind } from "../desk/emphasis.ts";

const words: Readonly<Record<Kind, string>> = {
  direct: "Cited in its own sentence",
  carried: "Carried: a marker stands later in the paragraph, none in this sentence",
  uncited: "Stands on nothing",
  fallen: "Falls: every source it rests on is withdrawn",
  weakened: "Weakened: it still stands on what is left",
};

export function Standing({ standing }: { readonly standing: Kind }): JSX.Element {
  return (
    <p className="standing" data-standing={standing}>
      {words[standing]}
    </p>
  );
}
