/** A source's fields as text, for reading and putting right. */

import type { Csl } from "../../core/model.ts";
import { type Field, fieldNames } from "../../core/review/index.ts";
import { nameText } from "../../core/review/names.ts";
import { dateText } from "./citation.ts";

export const fieldList = Object.keys(fieldNames) as readonly Field[];

const isNames = (field: Field): field is "author" | "editor" => field === "author" || field === "editor";

/** Returns the field as text, names parted by semicolons; empty where the source does not have it. */
export function fieldText(csl: Csl, field: Field): string {
  if (isNames(field)) return (csl[field] ?? []).map(nameText).join("; ");
  if (field === "issued") return dateText(csl.issued);
  return csl[field] ?? "";
}
