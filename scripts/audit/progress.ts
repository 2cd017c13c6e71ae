/** A bar on standard error while many documents are read; nothing where nobody watches. */
import { clip, columns } from "../cli/terminal.ts";

export interface Progress {
  /** Shows that the next document is being read. */
  step(name: string): void;
  /** Takes the bar off the line, so that something else can be written. */
  clear(): void;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const barWidth = 24;

/** Returns the bar for so many documents; one document, or a stream that is no terminal, gets a silent one. */
export function progressOn(stream: Stream, total: number): Progress {
  if (stream.isTTY !== true || total < 2) return { step: () => undefined, clear: () => undefined };
  let done = 0;
  return {
    step(name) {
      const filled = Math.round((barWidth * done) / total);
      done++;
      const count = `${String(done).padStart(String(total).length)} of ${total}`;
      const line = `[${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ${count}  ${name}`;
      stream.write(`\r\u001b[K${clip(line, Math.max(40, (stream.columns ?? 80) - 1))}`);
    },
    clear: () => void stream.write("\r\u001b[K"),
  };
}

/** Returns the end of a path that fits the columns, with an ellipsis in front where something is missing. */
export function tail(path: string, width: number): string {
  if (columns(path) <= width) return path;
  let kept = "";
  for (const point of [...path].reverse()) {
    if (columns(kept) + columns(point) > width - 1) break;
    kept = point + kept;
  }
  return `…${kept}`;
}
