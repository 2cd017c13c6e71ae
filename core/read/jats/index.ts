/** Reads Jats into the one `Document`. */
import { Refusal } from "../problem.ts";
import type { Reader } from "../reading.ts";

export const readJats: Reader = () => {
  throw new Refusal("foreign", "This format is not read yet.", "Bring the document as plain text.");
};
