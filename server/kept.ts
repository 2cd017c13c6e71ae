/**
 * Answers that follow from the analysis of a document and from nothing else, kept as they go over the wire. Which
 * analysis stands is asked of the library at each request, so that an answer is never older than the request,
 * whichever server or program changed the library.
 */
import { etagOf } from "./reply.ts";

export interface Answer {
  readonly body: Buffer;
  readonly etag: string;
}

export interface KeptAnswer extends Answer {
  /** Of the analysis that it was made of. */
  readonly hash: string;
}

/** Bytes that an entry takes besides its body and its key. */
const overhead = 300;

/** The answers asked for last, up to so many bytes. */
export class KeptAnswers {
  /** The one asked for last stands last. */
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #limit: number;
  #bytes = 0;

  /** `limit` in bytes; 0 keeps nothing. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes in use. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** Keeps the answer, unless it would drive out many others; those asked for longest ago make room. */
  keep(key: string, answer: KeptAnswer): void {
    const size = sizeOf(key, answer);
    if (size > this.#limit / 16) return;
    this.#drop(key);
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key);
    if (answer === undefined) return;
    this.#answers.delete(key);
    this.#bytes -= sizeOf(key, answer);
  }
}

const sizeOf = (key: string, { body }: KeptAnswer): number => body.byteLength + 2 * key.length + overhead;

/** What was made of an analysis: its hash, or null when it changed meanwhile. */
export interface Made {
  readonly hash: string | null;
  readonly body: string;
}

/** What stands behind the answers: the memory, and the library, which tells an analysis by its hash. */
export interface Keeping {
  readonly kept: KeptAnswers;
  /** Returns the hash of the analysis that stands now; null without the document. */
  readonly hashOf: (document: string) => Promise<string | null>;
}

/**
 * Returns what `make` makes of the document: kept since an earlier request, if it was made of the analysis that
 * stands now. `what` names the answer among those of the document.
 */
export async function fromAnalysis(
  { kept, hashOf }: Keeping,
  document: string,
  what: string,
  make: () => Promise<Made>,
): Promise<Answer> {
  const key = `${document} ${what}`;
  const known = kept.get(key);
  if (known !== undefined && known.hash === (await hashOf(document))) return known;
  const { hash, body: text } = await make();
  const body = Buffer.from(text, "utf8");
  const answer = { body, etag: etagOf(body) };
  if (hash !== null) kept.keep(key, { ...answer, hash });
  return answer;
}
