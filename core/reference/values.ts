/** Brings the words of one field to its value: key words and tags off, blanks closed, stops of abbreviations kept. */
import type { Span } from "../model.ts";
import type { Target } from "./assemble.ts";

export interface Value extends Span {
  readonly value: string;
}

const CLEAN: Partial<Record<Target, (text: string) => string>> = {
  volume: (t) =>
    t
      .replace(
        /^(?:volumes?|vols?|v|band|bde?|tom[eo]?|jg|jahrgang|t|第|제)(?:\s*[.:,]\s*|\s+|(?=\d))(?=\S)/iu,
        "",
      )
      .replace(/\s*[卷巻권]$/u, "")
      .replace(/^(\d+)\s+of\s.*$/su, "$1"),
  issue: (t) =>
    t
      .replace(
        /^(?:(?:numbers?|num(?:éro)?|nos?|nr|n|issues?|iss|heft|h|fasc|NUMBERS?|NOS?|NR|N|Numbers?|Num|Nos?|Nr|Issues?|Iss|Heft|H|Fasc)(?![\p{L}])|[#№])[\s.:,°ºo]*(?=[\d\p{Lu}(])/u,
        "",
      )
      // "9(5)(suppl 1)"
      .replace(/^\(?([^()]+)\)\s?\(([^()]+)\)?$/u, "$1 $2")
      .replace(/^[第제]\s*|\s*[号號호期]$/gu, ""),
  edition: (t) =>
    /\d+/.exec(t)?.[0] ??
    t.replace(/\s*\b(?:editions?|edn?|ed|aufl(?:age)?|éd(?:ition)?)\b\.?/giu, "").trim(),
  "container-title": (t) => t.replace(/^(?:in|dans|en)\b\s*:?\s+/i, ""),
  "collection-title": (t) =>
    t
      .replace(/^(?:(?:in|of)\b\s*:?\s+|=\s*|coll(?:ection|\.)\s+)/i, "")
      .replace(/^[«“"„]\s*|\s*[»”"“]$/gu, ""),
  number: (t) =>
    t.replace(
      /^(?:(?:(?:tech(?:nical)?\.?\s)?rep(?:ort|\.)|publication|order|umi|accession|series|paper|patent)\s+(?=(?:no|nr|n°)\b|\S*\d))?(?:(?:no|nr)\b\.?|n°)?\s*(?=\S)/iu,
      "",
    ),
  // "Accessed", with the day read elsewhere, says nothing more.
  note: (t) =>
    /^(?:(?:last|date|ultimo|ultima|data di)\s+)?(?:acess?o|accesso|acedido|consultado|consultazione|consultato|accessed|archived|retrieved|available|viewed|cited|online|zugriff|abgerufen)(?:\s+(?:at|on|from|online|am|em|a|el))*:?$/i.test(
      t,
    )
      ? ""
      : t,
  publisher: (t) => t.replace(/^(?:published|publ\.|printed)\s+by\s+/i, ""),
  "publisher-place": (t) => t.replace(/^(?:held|presented)\s+(?:in|at)\s+/i, ""),
};

/** A word that is printed with a stop: its own words end with one, or it is known to. */
const SHORTENED =
  /\b(?:Inc|Ltd|Co|Corp|Bros|Univ|Jr|Sr|St|Mass|Conn|Calif|Ill|Mich|Minn|Penn|Wash|Tex|Fla|Va|D\.C|U\.S\.A|U\.K|U\.S)$/;
/** "Estuar. Sedim", "J. Biol. Chem": one word in has its stop, so the last one does too. */
const ABBREVIATED = /^[^.]{1,14}\.(?:(?:\s|(?<=\.))[^.\s]{1,14}\.?){1,8}$/u;

/** Returns the value and the span it stands in; empty where nothing is left. */
export function tidy(field: Target, raw: string, span: Span): Value {
  let { end } = span;
  const { start } = span;
  const words = raw.slice(start, end);
  const periodical = field === "container-title" || field === "genre";
  // "Polar Wind Lab., Tromvik": no sentence ends before a comma.
  const inside = field === "publisher" && raw[end + 1] === ",";
  if (
    raw[end] === "." &&
    !words.endsWith(".") &&
    (inside || SHORTENED.test(words) || (periodical && ABBREVIATED.test(words)))
  )
    end++;
  const text = raw
    .slice(start, end)
    .replace(/<\/?[a-z]{1,10}\/?>/giu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return { value: CLEAN[field]?.(text) ?? text, start, end };
}
