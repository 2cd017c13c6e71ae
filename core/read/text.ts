/**
 * Plain text bytes → Document: decodes UTF-8, UTF-16 with a byte order mark, or Windows-1252, and changes nothing
 * else. Which lines are headings or notes is decided later, in `text/`.
 */
import type { Document, Notice } from "../model.ts";
import { decode } from "./decode.ts";
import { toDocument } from "./reading.ts";

/**
 * Returns the plain text file as a document: the decoded characters with line ends as they are, less the byte
 * order mark and the one line end that closes a file.
 */
export function readText(bytes: Uint8Array, name: string | null): Document {
  const decoded = decode(bytes);
  const text = decoded.text.slice(0, lastLineEnd(decoded.text));
  const notices: Notice[] = [];
  if (decoded.guessed) {
    notices.push({
      message:
        "The file is no valid UTF-8; it was read as Windows-1252. Save it as UTF-8 if letters look wrong.",
      span: null,
    });
  }
  const reading = {
    text,
    blocks: text.length > 0 ? [{ start: 0, end: text.length, kind: "text" as const }] : [],
    hints: [],
    title: null,
    language: null,
    date: null,
    bibliography: [],
    origins: [],
    notices,
  };
  return toDocument(reading, bytes, "text", name);
}

function lastLineEnd(text: string): number {
  if (!text.endsWith("\n")) return text.length;
  return text.endsWith("\r\n") ? text.length - 2 : text.length - 1;
}
