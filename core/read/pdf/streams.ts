/**
 * Holds the packed streams of a PDF against the limit before pdfjs unpacks them, which it does without one. Streams
 * of pictures are left out: nothing unpacks them here.
 */
import { Unzlib } from "fflate";
import type { Budget } from "../limits.ts";
import { Refusal } from "../problem.ts";

const step = 16_384;
/** Bytes of an object's dictionary that are looked at before its stream. */
const dictionary = 800;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const opening = ascii("stream");
const closing = ascii("endstream");

function find(bytes: Uint8Array, words: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(words[0]!, from); at >= 0; at = bytes.indexOf(words[0]!, at + 1)) {
    let i = 1;
    while (i < words.length && bytes[at + i] === words[i]) i++;
    if (i === words.length) return at;
  }
  return -1;
}

/** Refuses a file whose streams unpack to more than a document holds. Linear in what they unpack to, up to that. */
export function checkStreams(bytes: Uint8Array, budget: Budget): void {
  const { expandedBytes } = budget.limits;
  let expanded = 0;
  for (let at = find(bytes, opening, 0); at >= 0; ) {
    const head = String.fromCharCode(...bytes.subarray(Math.max(0, at - dictionary), at));
    const own = head.slice(head.lastIndexOf("obj") + 1);
    const start = at + opening.length + (bytes[at + opening.length] === 0x0d ? 2 : 1);
    const end = find(bytes, closing, start);
    const data = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (/\/(?:FlateDecode|Fl)\b/.test(own) && !/\/Subtype\s*\/Image\b/.test(own)) {
      expanded += unpackedLength(data, expandedBytes - expanded);
      if (expanded > expandedBytes) {
        throw new Refusal(
          "bomb",
          `The PDF unpacks to more than ${expandedBytes} bytes.`,
          "No honest document is packed so tightly; do not open it.",
          at,
        );
      }
    }
    at = end < 0 ? -1 : find(bytes, opening, end + closing.length);
  }
}

/** Returns the length a stream unpacks to, at most a step beyond `most`; 0 for what is damaged. */
function unpackedLength(data: Uint8Array, most: number): number {
  let length = 0;
  const unpack = new Unzlib((chunk) => {
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length && length <= most; at += step)
      unpack.push(data.subarray(at, at + step));
  } catch {
    // pdfjs reads damaged streams as far as they go; so does this count
  }
  return length;
}
