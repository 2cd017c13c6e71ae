/** Review events out of a file: a list of events, or what the API answers (`GET …/review`). */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  type Corrections,
  type ReviewEvent,
  type ReviewState,
  reviewDecisions,
  reviewState,
} from "../../core/review/index.ts";
import { reviewEventSchema } from "../../core/review/schema.ts";
import { InputError } from "../cli/errors.ts";

const fileSchema = z.union([
  z.array(reviewEventSchema),
  z
    .object({ items: z.array(z.object({ event: reviewEventSchema })) })
    .transform((log) => log.items.map((i) => i.event)),
]);

/** Returns what the events come to. Throws an `InputError` for a file that holds something else. */
export async function readReviews(file: string): Promise<{ reviews: ReviewState; corrections: Corrections }> {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { data: events, error } = fileSchema.safeParse(data);
  if (events === undefined)
    throw new InputError(
      `${file}: holds no review events (${error?.issues[0]?.path.join(".") || "at the top"}: ${error?.issues[0]?.message})`,
      "Give the answer of GET /api/documents/ID/review, or review-events.json of a crate.",
    );
  const list = events as readonly ReviewEvent[];
  return { reviews: reviewState(list), corrections: reviewDecisions(list).corrections };
}
