/**
 * The parts of a zip file, bounded: entries are counted, and a part is unpacked in small steps that stop as soon
 * as it grows past what is allowed, whatever size the file claims (APPNOTE 6.3.10).
 */
import { Inflate } from "fflate";
import type { Budget } from "./limits.ts";
import { Refusal } from "./problem.ts";

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  readonly names: readonly string[];
  /** Returns the part's bytes, or null when there is no such part. */
  read(name: string): Uint8Array | null;
}

const endSize = 22;
const step = 16_384;

const damaged = (what: string, at: number): Refusal =>
  new Refusal("damaged", `The package is damaged: ${what}.`, "Download or save the file again.", at);

export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, budget);
  let expanded = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const data = packedData(bytes, view, entry, name);
      const part = entry.method === 0 ? data : inflate(data, name, budget, () => expanded);
      expanded += part.length;
      checkExpanded(expanded, budget);
      if (part.length !== entry.size) throw damaged(`${name} unpacks to the wrong length`, entry.offset);
      return part;
    },
  };
}

function checkExpanded(expanded: number, { limits }: Budget): void {
  if (expanded <= limits.expandedBytes) return;
  throw new Refusal(
    "bomb",
    `The package unpacks to more than ${limits.expandedBytes} bytes.`,
    "No honest document is packed so tightly; do not open it.",
  );
}

function readDirectory(bytes: Uint8Array, view: DataView, { limits }: Budget): Map<string, Entry> {
  const end = findEnd(view);
  if (end < 0) {
    throw new Refusal(
      "truncated",
      "The end of the file is missing: it is a package without its directory.",
      "Download or save the file again; it was cut off.",
      bytes.length,
    );
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff || count > limits.entries) {
    throw new Refusal(
      "too-large",
      `The package holds more than ${limits.entries} parts.`,
      "Bring the document alone.",
    );
  }
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged("its directory breaks off", at);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged("its directory breaks off", at);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The directory's end record lies in the last 64 kilobytes, before a comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function packedData(bytes: Uint8Array, view: DataView, entry: Entry, name: string): Uint8Array {
  const { offset, packed } = entry;
  if (entry.encrypted) {
    throw new Refusal("encrypted", "The package is locked with a password.", "Save it without a password.");
  }
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    throw damaged(`${name} is not where the directory says`, offset);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(`${name} breaks off`, offset);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`${name} is packed in an unknown way`, offset);
  return bytes.subarray(start, start + packed);
}

function inflate(data: Uint8Array, name: string, budget: Budget, before: () => number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += step) {
      inflater.push(data.subarray(at, at + step), at + step >= data.length);
      checkExpanded(before() + length, budget);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(`${name} cannot be unpacked`, 0);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
