/**
 * Answers kept as they go over the wire. What an answer was made of (the analysis of a document, the library as it
 * stood) is compared with what stands now at each request: none is older than the request, whichever server or
 * program changed the library.
 */
import { etagOf } from "./reply.ts";

export interface Answer {
  readonly body: string;
  readonly etag: string;
}

export interface KeptAnswer extends Answer {
  /** What it was made of. */
  readonly origin: string;
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

/** A text beyond Latin-1 takes two bytes for each unit; what it really takes is not told. */
const sizeOf = (key: string, { body }: KeptAnswer): number => 2 * (body.length + key.length) + overhead;

/** An answer as JSON, and what it was made of; null when that changed meanwhile. */
export interface Made {
  readonly body: string;
  readonly origin: string | null;
}

/** An answer that is being made, of what stood when it was begun. */
interface Making {
  readonly origin: string;
  readonly made: Promise<Made>;
}

/** The memory of one server, and what is being made in it. */
export class Answers {
  readonly kept: KeptAnswers;
  readonly #making = new Map<string, Making>();

  constructor(limit: number) {
    this.kept = new KeptAnswers(limit);
  }

  /**
   * Returns the answer of the name `what`: the one kept since an earlier request, if it was made of what `origin`
   * says stands now, else what `make` makes.
   */
  async of(what: string, origin: () => Promise<string | null>, make: () => Promise<Made>): Promise<Answer> {
    const known = this.kept.get(what);
    if (known !== undefined && known.origin === (await origin())) return known;
    return this.#keep(what, await make());
  }

  /**
   * The same for answers that take long to make: requests that come meanwhile wait for one that is being made of what
   * stands, where they would all make it.
   */
  async shared(what: string, origin: () => Promise<string>, make: () => Promise<string>): Promise<Answer> {
    const now = await origin();
    const known = this.kept.get(what);
    if (known?.origin === now) return known;
    const before = this.#making.get(what);
    if (before?.origin === now) {
      const made = await before.made;
      if (made.origin === now) return this.#keep(what, made);
    }
    const making = (async (): Promise<Made> => {
      const body = await make();
      return { body, origin: (await origin()) === now ? now : null };
    })();
    const own = { origin: now, made: making };
    this.#making.set(what, own);
    try {
      return this.#keep(what, await making);
    } finally {
      if (this.#making.get(what) === own) this.#making.delete(what);
    }
  }

  #keep(what: string, { body, origin }: Made): Answer {
    const known = this.kept.get(what);
    if (origin !== null && known?.origin === origin) return known;
    const answer = { body, etag: etagOf(body) };
    if (origin !== null) this.kept.keep(what, { ...answer, origin });
    return answer;
  }
}
