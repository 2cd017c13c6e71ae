/** What an audit is asked to do with a document: the flags of the call over the configuration found above the file. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type AuditConfig, optionsOf, parseConfig } from "../../core/audit/config.ts";
import type { AuditOptions } from "../../core/audit/index.ts";
import { parseRetractions, type RetractionIndex } from "../../core/audit/retractions.ts";
import { InputError } from "../cli/errors.ts";

export const configName = "footing.config.json";

export interface Settings {
  readonly options: Partial<AuditOptions>;
  readonly failOn: string | null;
}

export interface Asked {
  readonly asOf?: string | undefined;
  readonly failOn?: string | undefined;
  readonly retractions?: string | undefined;
  /** A configuration file by name; false: none is looked for. */
  readonly config?: string | false | undefined;
}

/** Returns a function from a file's path to its settings. Each configuration and list is read once. */
export function settingsFor(asked: Asked): (path: string) => Settings {
  const configs = new Map<string, Settings>();
  const lists = new Map<string, RetractionIndex>();
  const listAt = (path: string): RetractionIndex => {
    const held = lists.get(path) ?? readList(path);
    lists.set(path, held);
    return held;
  };
  const settingsOf = (file: string | null): Settings => {
    const config = file === null ? {} : readConfig(file);
    const list =
      asked.retractions ??
      (config.retractions === undefined || file === null
        ? undefined
        : resolve(dirname(file), config.retractions));
    return {
      options: {
        ...optionsOf(config),
        ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
        retractions: list === undefined ? null : listAt(list),
      },
      failOn: asked.failOn ?? config.failOn ?? null,
    };
  };
  return (path) => {
    const file =
      asked.config === false
        ? null
        : (asked.config ?? configAbove(path === "-" ? process.cwd() : dirname(path)));
    const held = configs.get(file ?? "") ?? settingsOf(file);
    configs.set(file ?? "", held);
    return held;
  };
}

/** Returns the configuration file in the folder or the nearest one above it, or null. */
export function configAbove(folder: string): string | null {
  const at = resolve(folder);
  const file = join(at, configName);
  if (existsSync(file)) return file;
  const parent = dirname(at);
  return parent === at ? null : configAbove(parent);
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readConfig(path: string): AuditConfig {
  let value: unknown;
  try {
    value = JSON.parse(
      bytesOf(path)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = parseConfig(value);
  if (read.ok) return read.config;
  throw new InputError(
    `${path}: ${read.problems.join("; ")}`,
    "data/schema/config.schema.json says what it may hold.",
  );
}

function readList(path: string): RetractionIndex {
  const bytes = bytesOf(path);
  const read = parseRetractions(bytes.toString("utf8"), createHash("sha256").update(bytes).digest("hex"));
  if (read.ok) return read.index;
  throw new InputError(`${path}: ${read.message}`, "The Retraction Watch CSV has them.");
}
