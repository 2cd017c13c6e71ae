/** Reads the review events that an HTML report shows: a list of events, or what the API gives of a document's review. */
import { readFileSync } from "node:fs";
import { type ReviewEvent, type ReviewState, reviewState } from "../../core/review/index.ts";
import { reviewEventSchema } from "../../core/review/schema.ts";
import { InputError } from "../cli/errors.ts";

/** More than a team writes in years; a bound for hostile files. */
const most = 200_000;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The list in the file: itself, or what it names `events` or `items`. */
function listIn(value: unknown): readonly unknown[] | null {
  const list = isRecord(value) && !Array.isArray(value) ? (value.events ?? value.items) : value;
  return Array.isArray(list) && list.length <= most ? list : null;
}

/** Returns what the events of the file come to; throws an InputError that says what is wrong, and where. */
export function readReview(path: string): ReviewState {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const list = listIn(value);
  if (list === null)
    throw new InputError(
      `${path}: no list of review events`,
      "It takes [event, …], or {events: […]} or {items: […]} as the API gives them.",
    );
  const events = list.map((entry, i): ReviewEvent => {
    const read = reviewEventSchema.safeParse(
      isRecord(entry) && "event" in entry && "seq" in entry ? entry.event : entry,
    );
    if (read.success) return read.data as ReviewEvent;
    const { path: at, message } = read.error.issues[0]!;
    throw new InputError(
      `${path}: event ${i + 1}: ${at.length === 0 ? "" : `${at.map(String).join(".")}: `}${message}`,
    );
  });
  return reviewState(events);
}
