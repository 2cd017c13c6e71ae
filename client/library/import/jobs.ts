/**
 * The documents on their way in: sent, read and previewed one after the other; nothing is stored before the reviewer
 * says so. Kept outside the dialog, so that closing it does not lose them.
 */
import { create } from "zustand";
import {
  type Added,
  addDocument,
  type Body,
  type Companion,
  type Preview,
  previewDocument,
} from "../../api/imports.ts";

export type Stage =
  | { readonly kind: "waiting" }
  /** Bytes out so far, of all. */
  | { readonly kind: "sending"; readonly sent: number; readonly total: number }
  | { readonly kind: "reading" }
  | { readonly kind: "found"; readonly preview: Preview }
  | { readonly kind: "adding"; readonly preview: Preview }
  | { readonly kind: "added"; readonly added: Added }
  | { readonly kind: "failed"; readonly error: Error };

/** What becomes of a previewed document: its own entry, the next version of the one it resembles, or nothing. */
export type Intent = "new" | "version" | "leave";

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly body: Body;
  readonly stage: Stage;
  readonly intent: Intent;
}

interface Jobs {
  readonly jobs: readonly Job[];
  readonly companions: readonly Companion[];
}

const none: Jobs = { jobs: [], companions: [] };

export const useJobs = create<Jobs>()(() => none);

const { getState, setState } = useJobs;
const stops = new Map<number, AbortController>();
let lastId = 0;
let running = false;

const patch = (id: number, change: Partial<Job>): void =>
  setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, ...change } : job)) }));

/** Puts documents in the line, with the bibliographies that came with them. Those wait for all documents of the line. */
export function takeIn(bodies: readonly Body[], companions: readonly Companion[] = []): void {
  const jobs = bodies.map((body): Job => {
    lastId += 1;
    return { id: lastId, name: body.name, body, stage: { kind: "waiting" }, intent: "new" };
  });
  setState((before) => ({
    jobs: [...before.jobs.filter(({ stage }) => stage.kind !== "added"), ...jobs],
    companions: [...before.companions, ...companions],
  }));
  void run();
}

/** Previews what waits, in order; one at a time, because the reading is work for one processor. */
async function run(): Promise<void> {
  if (running) return;
  running = true;
  for (let job = next(); job !== undefined; job = next()) await preview(job);
  running = false;
}

const next = (): Job | undefined => getState().jobs.find(({ stage }) => stage.kind === "waiting");

async function preview(job: Job): Promise<void> {
  await attempt(job, async (signal) => {
    patch(job.id, { stage: { kind: "reading" } });
    const found = await previewDocument(job.body, getState().companions, signal, (sent, total) =>
      patch(job.id, { stage: sent < total ? { kind: "sending", sent, total } : { kind: "reading" } }),
    );
    const intent: Intent = found.known ? "leave" : found.previous ? "version" : "new";
    patch(job.id, { stage: { kind: "found", preview: found }, intent });
  });
}

/** Adds what was previewed and not left out, in order. Returns what came of each. */
export async function addAll(): Promise<readonly Added[]> {
  const added: Added[] = [];
  for (const job of getState().jobs) {
    const { stage, intent } = job;
    if (stage.kind !== "found" || intent === "leave") continue;
    await attempt(job, async (signal) => {
      patch(job.id, { stage: { kind: "adding", preview: stage.preview } });
      const replaces = intent === "version" ? (stage.preview.previous?.document.id ?? null) : null;
      const result = await addDocument(job.body, getState().companions, replaces, signal);
      added.push(result);
      patch(job.id, { stage: { kind: "added", added: result } });
    });
  }
  return added;
}

/** Runs one step of a job; what it throws becomes the job's own failure, and a cancelled job leaves the line. */
async function attempt(job: Job, step: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  stops.set(job.id, stop);
  try {
    await step(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) patch(job.id, { stage: { kind: "failed", error: error as Error } });
  } finally {
    stops.delete(job.id);
  }
}

export const intend = (id: number, intent: Intent): void => patch(id, { intent });

/** Takes a job out of the line, ending what it does. What was added stays added. */
export function drop(id: number): void {
  setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
  stops.get(id)?.abort();
}

/** Empties the line. */
export function dropAll(): void {
  setState(none);
  for (const stop of stops.values()) stop.abort();
}

/** Puts a failed job in the line again. */
export function retry(id: number): void {
  patch(id, { stage: { kind: "waiting" } });
  void run();
}

/** Returns whether anything is under way that a reviewer waits for. */
export const isBusy = ({ jobs }: Jobs): boolean =>
  jobs.some(({ stage }) => ["waiting", "sending", "reading", "adding"].includes(stage.kind));

/** Returns how many documents wait to be added. */
export const toAdd = ({ jobs }: Jobs): number =>
  jobs.filter(({ stage, intent }) => stage.kind === "found" && intent !== "leave").length;
