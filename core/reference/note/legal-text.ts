/**
 * Reads the legal citation that stands somewhere in a sentence of running text: "See Foo, 1 U.S., at 2". The words
 * around it are read over; a sentence with a section sign and no known code still counts as citing something.
 */
import type { CiteText, Csl, ParsedReference } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { reporterKey } from "./legal.ts";

const REPORTER =
  "\\p{Lu}[\\p{L}'’]*\\.?(?:\\s?(?:\\p{Lu}[\\p{L}'’]*\\.?|\\d(?:d|nd|rd|th|st)(?!\\p{L}))){0,5}";
const VOLUME = `(?<![\\p{L}\\d])(\\d{1,4})\\s(${REPORTER})`;
const SHORT = new RegExp(`${VOLUME},?\\s(?=at\\s\\d)`, "u");
const FULL = new RegExp(`${VOLUME}\\s(\\d{1,5}|_{1,6})(?!\\d)`, "u");
const STATUTE =
  /(?:\p{Lu}[\p{L}.]*\s){0,5}(?:Laws|Code|Stat\.?|Act|U\.S\.C\.?)\s(?:ch\.\s\d+,\s)?§{1,2}\s?[\d.-]*\d/u;
const SUPRA = /(\p{Lu}[\p{L}'’.-]*),?\ssupra(?!\p{L})/u;
const ID = /(?<!\p{L})(?:id\.|ibid\.)/iu;
const NAME = "\\p{Lu}[\\p{L}'’.-]*(?:\\s\\p{Lu}[\\p{L}'’.-]*){0,4}";
const PARTIES = new RegExp(`(${NAME}\\sv\\.\\s${NAME}),?\\s*$`, "u");
const PARTY = /(?<!\p{L})((?:\p{Lu}[\p{L}'’-]*\s?){1,4}),\s*(?:[“"«][^”"»]*[”"»],?\s*)?$/u;
const INTRODUCTION = /^(?:(?:See|Also|Quoting|Citing|But|Cf|Accord|Compare|However|In|And|Then)\s)+/u;

const named = (before: string): string | null =>
  (PARTIES.exec(before) ?? PARTY.exec(before))?.[1]?.replace(INTRODUCTION, "").trim() ?? null;

/** Returns the citation a sentence holds, its offsets counted in the sentence. */
export function readLegalText(text: string): CiteText {
  const cite = (form: CiteText["form"], more: Partial<CiteText>): CiteText => ({
    start: 0,
    end: text.length,
    form,
    raw: text,
    names: [],
    namesTruncated: false,
    year: null,
    title: null,
    noteRef: null,
    key: null,
    pinpoint: null,
    prefix: null,
    suffix: null,
    reference: null,
    ...more,
  });
  const pinAt = (at: number) => parsePinpoint(text, at)?.pinpoint ?? null;

  const short = SHORT.exec(text);
  if (short) {
    const name = named(text.slice(0, short.index));
    const key = reporterKey(short[1]!, short[2]!);
    const pinpoint = pinAt(short.index + short[0].length);
    return cite("short", { key, pinpoint, names: name === null ? [] : [name] });
  }
  const full = FULL.exec(text);
  if (full) {
    const name = named(text.slice(0, full.index));
    const record: Csl = {
      type: "legal_case",
      ...(name === null ? {} : { title: name }),
      volume: full[1]!,
      "container-title": full[2]!,
      page: full[3]!,
    };
    const after = full.index + full[0].length;
    const pinpoint = text[after] === "," ? pinAt(after) : null;
    return cite("full", { pinpoint, key: reporterKey(full[1]!, full[2]!), reference: described(record) });
  }
  const statute = STATUTE.exec(text);
  if (statute) return cite("full", { reference: described({ type: "legislation", title: statute[0] }) });
  const supra = SUPRA.exec(text);
  if (supra) return cite("supra", { names: [supra[1]!], pinpoint: pinAt(supra.index + supra[0].length) });
  const id = ID.exec(text);
  if (id) return cite("ibid", { pinpoint: pinAt(id.index + id[0].length) });
  return cite("vague", {});
}

const described = (csl: Csl): ParsedReference => ({
  csl,
  authorsTruncated: false,
  evidence: [],
  confidence: "certain",
});
