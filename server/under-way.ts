/** What is being done at the moment: a server that stops lets it end before it closes the library. */
export class UnderWay {
  readonly #works = new Set<Promise<unknown>>();

  /** Returns what `work` comes to; until then it counts as under way, whether or not a client still waits for it. */
  async of<T>(work: T | Promise<T>): Promise<T> {
    if (!(work instanceof Promise)) return work;
    this.#works.add(work);
    try {
      return await work;
    } finally {
      this.#works.delete(work);
    }
  }

  /** Resolves when nothing is under way, or after so many milliseconds. */
  async ended(patience: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    while (this.#works.size > 0) {
      const all = Promise.allSettled(this.#works).then(() => false);
      if (await Promise.race([all, late.then(() => true)])) break;
    }
    clearTimeout(timer);
  }
}
