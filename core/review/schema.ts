/**
 * Review events as zod schemas, for what comes from a client, a file or a database. The types stay in `events.ts`;
 * the two are held equal by the assertions at the end. Not part of the index: it stays out of the browser.
 */
import { z } from "zod";
import { cslSchema } from "../schema.ts";
import type * as events from "./events.ts";
import { findingDecisions, reasons, tags, verdicts } from "./words.ts";

const id = z.string().min(1).max(200);
const words = z.string().max(20_000);

export const subjectSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("pair"), claim: id, source: id }),
    z.strictObject({ kind: z.literal("collective"), claim: id, marker: id }),
  ])
  .describe("What is judged: a claim with one source, or with all the sources of one marker")
  .meta({ id: "ReviewSubject" });

export const quoteSchema = z
  .strictObject({ exact: words, prefix: words, suffix: words })
  .describe("TextQuoteSelector of the W3C Web Annotation model")
  .meta({ id: "Quote" });

/** The fields of a CSL item that a correction may name. */
const cslField = cslSchema.keyof().exclude(["id", "custom"]);

const written = {
  id: z.uuid().describe("Made by the client; sending it again is safe"),
  at: z.iso.datetime(),
};

const judgement = {
  subject: subjectSchema,
  quote: quoteSchema,
  verdict: z.enum(verdicts),
  reasons: z.array(z.enum(reasons)).max(reasons.length),
  tags: z.array(z.enum(tags)).max(tags.length),
  comment: words,
};

/** The shape of each kind, without who wrote it. */
const kinds = {
  verdict: judgement,
  agreement: judgement,
  clear: { subject: subjectSchema },
  comment: { subject: subjectSchema, comment: words },
  finding: { finding: id, quote: words, decision: z.enum(findingDecisions), reason: words },
  correction: { source: id, field: cslField, value: words, before: words },
  undo: { event: z.uuid() },
};

const reviewer = z.string().trim().min(1).max(100);

const event = <K extends keyof typeof kinds, R extends z.ZodType>(kind: K, by: R) =>
  z.strictObject({ kind: z.literal(kind), ...written, reviewer: by, ...kinds[kind] });

const findingEvent = <R extends z.ZodType>(by: R) =>
  z
    .strictObject({ kind: z.literal("finding"), ...written, reviewer: by, ...kinds.finding })
    .refine(
      (e) =>
        (e as { decision: string; reason: string }).decision !== "dismissed" ||
        (e as { reason: string }).reason.trim() !== "",
      {
        path: ["reason"],
        message: "a finding is dismissed for a reason",
      },
    );

const union = <R extends z.ZodType>(by: R) =>
  z.discriminatedUnion("kind", [
    event("verdict", by),
    event("agreement", by),
    event("clear", by),
    event("comment", by),
    findingEvent(by),
    event("correction", by),
    event("undo", by),
  ]);

export const reviewEventSchema = union(reviewer).meta({ id: "ReviewEvent" });

export const newReviewEventSchema = union(
  z.exactOptional(reviewer).describe("Set by the server where accounts are on"),
).meta({ id: "NewReviewEvent" });

export const recordedSchema = z
  .strictObject({
    seq: z.int().min(1).describe("Order of recording over all versions of the document"),
    document: id.describe("The version it was written on"),
    event: reviewEventSchema,
  })
  .meta({ id: "Recorded" });

/** Compiles only while schema and types describe the same shape, in both directions. */
type Assignable<From extends To, To> = From;
type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
/** A correction's `field` is any text in the type, so that the browser needs no list of CSL fields. */
type Loose<T> = T extends { kind: "correction" } ? Omit<T, "field"> & { field: string } : T;
export type SchemaHoldsEvents = Assignable<
  events.ReviewEvent,
  DeepReadonly<Loose<z.infer<typeof reviewEventSchema>>>
>;
export type EventsHoldSchema = Assignable<z.infer<typeof reviewEventSchema>, events.ReviewEvent>;
export type NewEventsHoldSchema = Assignable<z.infer<typeof newReviewEventSchema>, events.NewReviewEvent>;
