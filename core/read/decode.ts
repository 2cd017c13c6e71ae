/**
 * Bytes to characters: byte order mark, the encoding a file claims for itself, UTF-8, and Windows-1252 as the
 * last resort. Line ends stay as they are.
 */
import { Refusal } from "./problem.ts";

export interface Decoded {
  readonly text: string;
  /** The encoding used, as the Encoding Standard names it. */
  readonly encoding: string;
  /** The bytes were no valid UTF-8 and claimed no encoding. */
  readonly guessed: boolean;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Windows-1252 at 0x80–0x9F (Encoding Standard, index windows-1252); a blank where it keeps the control. */
const C1 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function attempt(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    if (decoder.encoding !== "windows-1252") return text;
    // Node from 20.18.3 on reads it as Latin-1 (nodejs/node issues 56542 and 60888).
    return text.replace(/[\u0080-\u009f]/g, (control) => {
      const letter = C1.charAt(control.charCodeAt(0) - 0x80);
      return letter === " " ? control : letter;
    });
  } catch {
    return null; // unknown label, or bytes the encoding does not have
  }
}

/** Returns the text of `bytes` without a byte order mark; `claimed` is the encoding the file names, if any. */
export function decode(bytes: Uint8Array, claimed: string | null = null): Decoded {
  const mark = marks.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) {
    const text = attempt(bytes, mark[0], false);
    if (text !== null) return { text, encoding: mark[0], guessed: false };
  }
  // A claim of UTF-16 inside a file whose claim we could read as ASCII is false (HTML Standard, 13.2.3.2).
  const label = claimed && !/^utf-?16/i.test(claimed) ? claimed : null;
  for (const encoding of label ? [label, "utf-8"] : ["utf-8"]) {
    const text = attempt(bytes, encoding, true);
    if (text !== null) return { text, encoding: encoding.toLowerCase(), guessed: false };
  }
  const text = attempt(bytes, "windows-1252", false);
  if (text === null) {
    throw new Refusal("undecodable", "The bytes are no text in any known encoding.", "Save it as UTF-8.");
  }
  return { text, encoding: "windows-1252", guessed: true };
}

/** Returns the encoding an XML declaration or an HTML `meta` names within the first kilobyte. */
export function claimedEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const xml = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head);
  const meta = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head);
  return xml?.[1] ?? meta?.[1] ?? null;
}
