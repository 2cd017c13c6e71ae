/**
 * Acts of Italy, Spain and Portugal, known by number and day: "Legge 3 aprile 1926, n. 563", "Ley 30/1992, de 26 de
 * noviembre", "Decreto-Lei n.º 47344, de 25 de Novembro de 1966". Number and day are part of the act's name.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { parseDate } from "./dates.ts";
import { type Groups, groups, pinned, put, RULE } from "./legal-build.ts";

const PLACE =
  "(?:,\\s(a(?:rt)?tt?\\.\\s\\d[\\w.,ºª° –-]*|arts?\\.\\s\\d[\\w.,ºª° –-]*|artículos?\\s\\d[\\w. –-]*|artigos?\\s\\d[\\w.º –-]*))?";
const OTHERS = '((?:,\\s|\\s)(?!art)\\p{L}[^;“”"]{2,200}?)?';
const ITALIAN = new RegExp(
  `^((?:[Ll]egge(?:\\s(?:regionale|costituzionale|delega))?|[Dd]ecreto(?:[\\s-]legge|[\\s-]legislativo|\\slegislativo\\sluogotenenziale|\\sluogotenenziale|\\sministeriale)?|[Rr]egio\\sdecreto(?:[\\s-]legge)?|[Tt]esto\\sunico|L\\.(?:\\s?[Rr]\\.)?|D\\.\\s?[Ll]gs\\.|D\\.\\s?[LMP]\\.(?:\\s?[RCG]\\.)?(?:\\s?M\\.)?|R\\.\\s?D\\.(?:\\s?L\\.)?)(?:\\sdel)?\\s(\\d{1,2}[°º]?\\s\\p{Ll}+\\s\\d{4}),?\\s(?:n\\.|num\\.|n[°º])\\s?(\\d{1,5})${OTHERS})${PLACE}\\.?$`,
  "du",
);
const DAY = "(\\d{1,2}[°º]?\\sde\\s\\p{L}+)(?:\\sde\\s(\\d{4}))?";
const IBERIAN = new RegExp(
  `^((?:Ley(?:\\s(?:Orgánica|Foral))?|Real\\sDecreto(?:[\\s-](?:[Ll]ey|[Ll]egislativo))?|Decreto(?:[\\s-][Ll]e[iy]|\\sRegulamentar)?|Orden|Lei(?:\\s(?:Orgânica|Complementar|Constitucional))?|Portaria)\\s(?:n\\.?º?\\s|nº\\s|núm\\.\\s)?(\\d[\\d.]{0,7}(?:\\s\\d{3})?(?:-[A-Z])?(?:\\/(\\d{2,4}))?),?\\sde\\s${DAY}${OTHERS})${PLACE}\\.?$`,
  "du",
);

/** "Real Orden de 16 de septiembre de 1834": acts of the last centuries have a day and no number. */
const BY_DAY = new RegExp(
  `^((?:Real\\s(?:Orden|Decreto|Cédula|Provisión|Resolución|Instrucción|Pragmática)|Ley|Decreto|Orden(?:\\sMinisterial)?|Circular|Instrucción|Reglamento|Lei|Decreto|Alvará|Portaria|Aviso|Resolução|Edital|Carta\\srégia|Carta\\sde\\slei)\\sde\\s(\\d{1,2}[°º]?\\sde\\s\\p{L}+\\sde\\s\\d{4})${OTHERS})${PLACE}\\.?$`,
  "du",
);

/** Returns the act where the whole text is such a citation, else null. Time bounded by the caller's limit. */
export function parseAct(raw: string, text: string): ParsedReference | null {
  const italian = ITALIAN.exec(text);
  if (italian) {
    const g = groups(italian);
    return act(raw, g[1]!, g[3], { span: g[2]!, words: italian[2]! }, g[5]);
  }
  const dated = BY_DAY.exec(text);
  if (dated) {
    const g = groups(dated);
    const read = act(raw, g[1]!, null, { span: g[2]!, words: dated[2]! }, g[4]);
    // Without a number the day is all that tells it from others.
    return read.csl.issued === undefined ? null : read;
  }
  const iberian = IBERIAN.exec(text);
  if (!iberian) return null;
  const g = groups(iberian);
  const number = iberian[3];
  // "Lei n.º 23/91": two digits stood for the year until the century's end.
  const year = iberian[5] ?? (number?.length === 2 ? `19${number}` : number);
  if (year === undefined) return null;
  const span = { start: g[4]!.start, end: (g[5] ?? g[4])!.end };
  return act(raw, g[1]!, g[2], { span, words: `${iberian[4]} de ${year}` }, g[7]);
}

function act(
  raw: string,
  title: Span,
  number: Groups[number] | undefined,
  day: { readonly span: Span; readonly words: string },
  place: Groups[number] | undefined,
): ParsedReference {
  const b = new Builder(raw);
  b.draft.title = raw.slice(title.start, title.end).trim();
  const date = parseDate(day.words.replace(/[°º]/gu, "").replace(/\sde\s/gu, " "))?.date;
  if (date) b.draft.issued = date;
  put(b, "number", number);
  const holes = [number, date ? day.span : null].filter((hole) => hole !== null && hole !== undefined);
  holes.sort((x, y) => x.start - y.start);
  let start = title.start;
  for (const hole of [...holes, { start: title.end, end: title.end }]) {
    if (/\p{L}/u.test(raw.slice(start, hole.start)))
      b.prove(
        "title",
        { start, end: start + raw.slice(start, hole.start).trimEnd().length },
        "certain",
        RULE,
      );
    start = hole.end;
  }
  if (date) b.prove("issued", day.span, "certain", RULE);
  pinned(b, place);
  return b.finish("legislation", "certain");
}
