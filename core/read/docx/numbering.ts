/** The numbers Word shows in front of list items: counted here, since the file holds only the rules. */
import { child, elements, type XmlElement } from "../xml.ts";
import { type ListPlace, val } from "./styles.ts";

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Returns a number in Word's format, or null for bullets and formats of other scripts. */
export function formatNumber(n: number, format: string): string | null {
  switch (format) {
    case "decimal":
    case "decimalZero":
      return format === "decimalZero" && n < 10 ? `0${n}` : String(n);
    case "lowerLetter":
    case "upperLetter": {
      const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(5, Math.ceil(n / 26)));
      return format === "lowerLetter" ? letter : letter.toUpperCase();
    }
    case "lowerRoman":
    case "upperRoman":
      return format === "lowerRoman" ? roman(n) : roman(n).toUpperCase();
    case "chicago":
      return ["*", "†", "‡", "§"][(n - 1) % 4]!.repeat(Math.min(5, Math.ceil(n / 4)));
    default:
      return null;
  }
}

const romans: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

function roman(n: number): string {
  let [rest, text] = [Math.min(n, 4_999), ""];
  for (const [sign, value] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

export interface ListLabel {
  /** As shown: "[3]", "3.", "a)". */
  readonly shown: string;
  /** The bare number: "3". */
  readonly bare: string;
}

/** Returns a counter: called once for each list paragraph in order, it gives the label shown, or null for bullets. */
export function listCounter(numbering: XmlElement | null): (place: ListPlace) => ListLabel | null {
  const abstracts = new Map<string, readonly Level[]>();
  const lists = new Map<string, readonly Level[]>();
  for (const definition of numbering === null ? [] : elements(numbering, "w:abstractNum")) {
    abstracts.set(
      definition.attributes["w:abstractNumId"] ?? "",
      elements(definition, "w:lvl").map(readLevel),
    );
  }
  for (const list of numbering === null ? [] : elements(numbering, "w:num")) {
    const levels = [...(abstracts.get(val(list, "w:abstractNumId") ?? "") ?? [])];
    for (const override of elements(list, "w:lvlOverride")) {
      const at = Number(override.attributes["w:ilvl"] ?? 0);
      const full = child(override, "w:lvl");
      const start = Number(val(override, "w:startOverride"));
      const level = full === null ? levels[at] : readLevel(full);
      if (level) levels[at] = val(override, "w:startOverride") === null ? level : { ...level, start };
    }
    lists.set(list.attributes["w:numId"] ?? "", levels);
  }
  const counts = new Map<string, number[]>();
  return ({ list, level: at }) => {
    const levels = lists.get(list);
    const level = levels?.[at];
    if (levels === undefined || level === undefined) return null;
    const count = counts.get(list) ?? [];
    counts.set(list, count);
    count.length = at + 1;
    count[at] = (count[at] ?? level.start - 1) + 1;
    const bare = formatNumber(count[at], level.format);
    if (bare === null) return null;
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = levels[index];
      return (other && formatNumber(count[index] ?? other.start, other.format)) ?? "";
    });
    return { shown: shown === "" ? bare : shown, bare };
  };
}

function readLevel(level: XmlElement): Level {
  const start = Number(val(level, "w:start") ?? 1);
  return {
    format: val(level, "w:numFmt") ?? "decimal",
    text: val(level, "w:lvlText") ?? "",
    start: Number.isInteger(start) ? start : 1,
  };
}
