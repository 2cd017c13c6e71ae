/**
 * The ways a file can refuse to be read, each with what is wrong and what the user can do about it.
 * `Refusal` carries one through the readers; `readDocument` turns it into a value and never throws it.
 */
import type { Document } from "../model.ts";

export type ReadProblemCode =
  /** Nothing to read: no bytes, or no words. */
  | "empty"
  /** Opens only with a password. */
  | "encrypted"
  /** Pictures of pages without a text layer. */
  | "scanned"
  /** A format Footing does not read. */
  | "foreign"
  /** The end of the file is missing. */
  | "truncated"
  /** The file breaks the rules of its own format. */
  | "damaged"
  /** Bytes that are no text in the encoding the file claims. */
  | "undecodable"
  /** More bytes, characters or pages than the limits allow. */
  | "too-large"
  /** Elements nested deeper than the limits allow. */
  | "too-deep"
  /** Packed data that unpack to far more than a document holds. */
  | "bomb"
  /** More work than the budget allows for a file of any honest kind. */
  | "too-costly";

/** Why a file was not read. `at` is an offset into the file (bytes or decoded text), where one is known. */
export interface ReadProblem {
  readonly code: ReadProblemCode;
  readonly message: string;
  readonly remedy: string;
  readonly at: number | null;
}

export type ReadResult =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly problem: ReadProblem };

/** A problem on its way up through a reader. */
export class Refusal extends Error {
  readonly problem: ReadProblem;

  constructor(code: ReadProblemCode, message: string, remedy: string, at: number | null = null) {
    super(message);
    this.name = "Refusal";
    this.problem = { code, message, remedy, at };
  }
}
