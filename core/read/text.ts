/**
 * Plain text bytes → Document: decodes UTF-8, UTF-16 with a byte order mark, or Windows-1252, and changes nothing
 * else but the empty lines of a double-spaced text. Which lines are headings or notes is decided later, in `text/`.
 */
import type { Document, Notice } from "../model.ts";
import { decode } from "./decode.ts";
import { closeDoubleSpacing } from "./double-spaced.ts";
import { toDocument } from "./reading.ts";

/**
 * Returns the plain text file as a document: the decoded characters with line ends as they are, less the byte
 * order mark and the one line end that closes a file. Of a double-spaced text every second line end is left out, and
 * the document says where its lines stand in the file.
 */
export function readText(bytes: Uint8Array, name: string | null): Document {
  const decoded = decode(bytes);
  const whole = decoded.text.slice(0, lastLineEnd(decoded.text));
  const closed = closeDoubleSpacing(whole);
  const text = closed?.text ?? whole;
  const notices: Notice[] = [];
  if (closed !== null) {
    notices.push({
      message: "The file has an empty line between all its lines; they were read as one text without them.",
      span: null,
    });
  }
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
    origins: closed?.origins ?? [],
    notices,
  };
  return toDocument(reading, bytes, "text", name);
}

function lastLineEnd(text: string): number {
  if (!text.endsWith("\n")) return text.length;
  return text.endsWith("\r\n") ? text.length - 2 : text.length - 1;
}
