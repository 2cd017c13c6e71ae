/** Makes a text of any length: sections of short paragraphs, most sentences with a note, and the notes. */
import { numbers } from "./large-analysis.ts";

const words =
  "reports of early care reduced the number of severe cases in two wards during winter trials but not later".split(
    " ",
  );
const names = "Adler Barlow Castro Dumont Eklund Fontaine Gallego".split(" ");
const section = 140;
const paragraph = 5;

const letter = (n: number): string => String.fromCharCode(97 + (n % 26));

/** Returns Markdown of so many sentences, about three in five with a note, some with two. */
export function largeText(sentences: number, seed: number): string {
  const next = numbers(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const notes = Math.ceil(sentences * 0.3);
  const call = (): string => `[^${below(notes) + 1}]`;
  const parts = ["# A text made from a seed"];
  let held: string[] = [];
  const close = (): void => {
    if (held.length > 0) parts.push(held.join(" "));
    held = [];
  };
  for (let i = 0; i < sentences; i += 1) {
    if (i % section === 0) {
      close();
      parts.push(`## Section ${i / section + 1}`);
    }
    const cited = next();
    const said = Array.from({ length: 8 + below(10) }, () => words[below(words.length)]!).join(" ");
    held.push(`The ${said}.${cited < 0.6 ? call() : ""}${cited < 0.1 ? call() : ""}`);
    if (held.length === paragraph) close();
  }
  close();
  for (let i = 1; i <= notes; i += 1) {
    const surname = `${names[i % names.length]}${letter(i)}${letter(Math.floor(i / 26))}`;
    const where = `${1950 + (i % 70)};${(i % 30) + 1}:${i + 100}-${i + 140}`;
    parts.push(`[^${i}]: ${surname} T. The course of river number ${i}. J Water. ${where}.`);
  }
  return `${parts.join("\n\n")}\n`;
}
