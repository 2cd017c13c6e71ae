/** Where a report is written piece by piece: a file that appears whole or not at all, or standard output. */
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../cli/errors.ts";

export interface Sink {
  write(text: string): Promise<void>;
  /** Makes the report visible. */
  close(): void;
  /** Leaves no trace of it. */
  drop(): void;
}

const failed = (path: string, error: unknown): InputError =>
  new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);

/** Returns the sink for a path; undefined and "-" are standard output, which is waited for when it is slow. */
export function sinkTo(path: string | undefined): Sink {
  if (path === undefined || path === "-")
    return { write: toStdout, close: () => undefined, drop: () => undefined };
  const special = existsSync(path) && !statSync(path).isFile();
  const target = special ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let file: number;
  try {
    file = openSync(target, "w");
  } catch (error) {
    throw failed(path, error);
  }
  return {
    async write(text) {
      writeSync(file, text);
    },
    close() {
      closeSync(file);
      if (!special) renameSync(target, path);
    },
    drop() {
      closeSync(file);
      if (!special) rmSync(target, { force: true });
    },
  };
}

const toStdout = (text: string): Promise<void> =>
  text === "" || process.stdout.write(text)
    ? Promise.resolve()
    : new Promise((done) => process.stdout.once("drain", done));
