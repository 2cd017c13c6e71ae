/**
 * Footing as processes, to be killed: started from the source, or from the build that FOOTING_BIN names (much
 * faster). And what must hold of a library after any kill.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { request } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import type { Analysis } from "../../core/model.ts";
import type { LibrarySource } from "../../server/store/library/types.ts";
import { fromJson } from "../../server/store/packed.ts";
import { countParts } from "../../server/store/rows.ts";
import type { Page, Store } from "../../server/store/store.ts";
import { fromSource } from "../support/from-source.ts";

const root = join(import.meta.dirname, "../..");
const built = process.env.FOOTING_BIN;

export interface Footing {
  readonly child: ChildProcess;
  /** Resolves with the match when the output has it; throws when the process ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Kills the process as the machine would; resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** Starts `footing …`. */
export function footing(args: readonly string[], env: Readonly<Record<string, string>> = {}): Footing {
  const command = built === undefined ? [...fromSource, join(root, "scripts/footing.ts")] : [built];
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", FOOTING_DATA: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  return {
    child,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match === null) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void ended.then(() =>
          reject(new Error(`footing ${args[0]} ended before it said ${pattern}: ${output}`)),
        );
      }),
    kill(signal = "SIGKILL") {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts a server on a free port; `call` asks its API and throws when there is no whole answer. */
export async function server(library: string, ...args: string[]) {
  const process = footing(["serve", "--port", "0", "--no-sample", "--data", library, ...args]);
  const [, port] = await process.says(/open at http:\/\/127\.0\.0\.1:(\d+)/);
  const call = <T>(method: string, path: string, type = "application/json", body?: string | Uint8Array) =>
    new Promise<T>((resolve, reject) => {
      const headers = { "content-type": type };
      const out = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("aborted", () => reject(new Error("aborted")));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text) as T);
          else reject(new Error(`${response.statusCode}: ${text}`));
        });
      });
      out.on("error", reject);
      out.end(body);
    });
  return { ...process, call };
}

/** A small document unlike any other of another number. */
export const documentText = (n: number | string): string =>
  `On the matter of ${n}\n\nThe smoke of number ${n} was measured in ${2000 + (Number(n) % 20 || 0)}.1 Others found the same (Brew, 2010).\n` +
  `A second claim about ${n} stands on nothing.\n\n1. Brew A. Smoke and ${n}. J Test. 2010;12:675-${680}.\n`;

/** Holds the library to what must be true of it at any moment: no part missing, nothing twice. */
export async function expectWhole(store: Store): Promise<readonly string[]> {
  const names: string[] = [];
  const hashes = new Set<string>();
  let mentions = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store["documents"]>> = await store.documents({ after, limit: 200 });
    for (const document of page.items) {
      const stored = await store.analysis(document.id);
      const json = gunzipSync(stored!.gzip);
      expect(createHash("sha256").update(json).digest("hex")).toBe(document.analysisHash);
      const analysis = JSON.parse(json.toString()) as Analysis;
      if (document.latest) mentions += analysis.sources.reduce((n, s) => n + s.mentions.length, 0);
      const { reviewed: _, ...counts } = document.counts;
      expect(counts).toEqual(countParts(analysis));
      const claims = await store.claims(document.id, { after: null, limit: 500 });
      expect(claims.items).toHaveLength(counts.claims);
      const original = await store.original(document.id);
      expect(createHash("sha256").update(original!).digest("hex")).toBe(document.hash);
      expect(hashes.has(document.hash)).toBe(false);
      hashes.add(document.hash);
      names.push(document.name ?? "");
    }
    after = page.next;
  } while (after !== null);
  // The works across documents were counted by the same transactions.
  let counted = 0;
  for (let from: string | null = null; ; ) {
    const page: Page<LibrarySource> = fromJson(
      await store.library.sources({ after: from, limit: 200 }, null),
    );
    counted += page.items.reduce((n, work) => n + work.mentions, 0);
    if (page.next === null) break;
    from = page.next;
  }
  expect(counted).toBe(mentions);
  return names;
}
